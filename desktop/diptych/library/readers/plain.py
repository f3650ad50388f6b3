"""Plain text as people copy it from web pages."""

from __future__ import annotations

from diptych.library.readers.draft import Draft, Piece
from diptych.library.readers.page import Page
from diptych.library.readers.recognition import recognised
from diptych.model.article import BlockKind
from diptych.text.canonical import split_paragraphs

READER = "text/1"


def read_plain(text: str) -> Draft:
    """The lines of ``text``, one piece each, with their kinds, and the facts found in them.

    Nothing but blank lines is dropped.
    """
    page = Page(split_paragraphs(text))
    facts = recognised(page)
    kinds = (kind or BlockKind.PARAGRAPH for kind in page.kinds)
    pieces = (Piece(kind, line.text) for kind, line in zip(kinds, page.lines, strict=True))
    return Draft(tuple(pieces), facts)
