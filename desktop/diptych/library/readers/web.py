"""Saved web pages: trafilatura finds the article's text, nothing is ever fetched."""

from __future__ import annotations

import copy
import re

from diptych.library.readers.draft import Draft, Facts, Piece
from diptych.library.readers.page import Page
from diptych.library.readers.recognition import recognised
from diptych.library.readers.sections import words_of
from diptych.library.readers.web_facts import web_facts
from diptych.library.readers.web_gaps import with_gaps_filled
from diptych.library.readers.web_page import Element, page_tree, words_of_html
from diptych.library.readers.web_tree import web_pieces
from diptych.model.article import BlockKind
from diptych.text.canonical import split_lines

READER = "html/1"

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD = 8 * 1024
_NO_ARTICLE = "No article was recognised in this page; all of its text is shown."

_TOO_DEEP = (
    "This page is nested too deeply, or too long, to be taken apart; all of its text is shown."
)


def declared_encoding(data: bytes) -> str:
    """The encoding that a page names in its first lines; empty where it names none."""
    found = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii") if found else ""


def read_web(text: str) -> Draft:
    """The article in the page ``text``: its lines with their kinds, and the facts the page gives.

    Menus, scripts and what else surrounds an article are left out.
    """
    root = page_tree(text)
    if root is None:
        return _unformed(text)
    pieces = _extracted(copy.deepcopy(root))  # which is taken apart
    said = web_facts(root)
    notices: tuple[str, ...] = ()
    if pieces:
        pieces = with_gaps_filled(root, pieces, said.descriptions)
    else:
        pieces = _everything(text)
        notices = (_NO_ARTICLE,)
    pieces = _with_headline(pieces, said.facts.title)
    page = Page.of(pieces)
    found = recognised(page, copied=False)
    return Draft(tuple(page.with_kinds(pieces)), _joined(said.facts, found), notices)


def _unformed(text: str) -> Draft:
    """All words of a page that is too deep or too long to be taken apart."""
    pieces = _everything(text)
    page = Page.of(pieces)
    return Draft(tuple(page.with_kinds(pieces)), recognised(page, copied=False), (_TOO_DEEP,))


def _joined(said: Facts, found: Facts) -> Facts:
    return Facts(
        title=said.title or found.title,
        outlet=said.outlet or found.outlet,
        published=said.published or found.published,
        updated=said.updated or found.updated,
        author=said.author or found.author,
        credits=found.credits,
        standfirst=found.standfirst,
        language=said.language,
    )


def _extracted(root: Element) -> list[Piece]:
    import trafilatura
    from trafilatura.settings import Document

    document = trafilatura.bare_extraction(
        root,
        fast=True,
        include_comments=False,
        include_formatting=True,
        with_metadata=False,
    )
    return web_pieces(document.body) if isinstance(document, Document) else []


def _everything(text: str) -> list[Piece]:
    """The words of a page in which no article was found, a line for each of its blocks."""
    return [Piece(BlockKind.PARAGRAPH, line) for line in split_lines(words_of_html(text))]


def _with_headline(pieces: list[Piece], title: str) -> list[Piece]:
    """``pieces`` under the headline; where extraction kept it, it is moved to the front."""
    if not title:
        return pieces
    words = words_of(title)
    rest = [piece for piece in pieces if words_of(piece.text) != words]
    return [Piece(BlockKind.TITLE, title), *rest]
