"""Plain text as people copy it from web pages."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.library.readers.draft import Draft, Facts, Piece
from diptych.library.readers.page import Page
from diptych.library.readers.recognition import LONGEST_ARTICLE, recognised
from diptych.library.readers.wrapping import unwrapped
from diptych.model.article import BlockKind
from diptych.text.canonical import split_paragraphs

READER = "text/1"

_JOINED = "The lines of this file were broken at a fixed width; they were joined into paragraphs."


def read_plain(text: str) -> Draft:
    """The lines of ``text``, one piece each, with their kinds, and the facts found in them.

    Nothing but blank lines is dropped; lines that were broken at a fixed width are joined again.
    """
    paragraphs = split_paragraphs(text)
    if sum(map(len, paragraphs)) > LONGEST_ARTICLE:
        return lines_alone(paragraphs)
    joined = unwrapped(paragraphs)
    page = Page(joined)
    facts = recognised(page)
    return Draft(tuple(page.pieces()), facts, (_JOINED,) if joined != paragraphs else ())


def lines_alone(paragraphs: Iterable[Iterable[str]]) -> Draft:
    """A text that is too long for an article: each line a paragraph."""
    lines = (Piece(BlockKind.PARAGRAPH, line) for paragraph in paragraphs for line in paragraph)
    return Draft(tuple(lines), Facts())
