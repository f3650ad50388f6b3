"""Markdown with YAML front matter.

Python-Markdown parses; its tree is walked before it becomes HTML. Raw HTML in the file is reduced
to its words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.library.readers.draft import Draft, Facts, Piece
from diptych.library.readers.front_matter import FrontMatter, front_matter
from diptych.library.readers.markdown_tree import MarkdownTree
from diptych.library.readers.page import Page
from diptych.library.readers.recognition import recognised
from diptych.library.readers.sections import words_of
from diptych.model.article import BlockKind, InlineKind
from diptych.text.canonical import split_lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

READER = "markdown/1"

LONGEST = 1_000_000
LONGEST_PARAGRAPH = 20_000
"""Code points of the longest file and paragraph that are parsed; a longer one is read as plain
lines."""
MOST_BRACKETS = 1_000
"""Of one paragraph that is parsed: those that are not closed cost the square of their number."""

_TOO_LONG = "This Markdown file is too long to format; its lines stand as they are."
_TOO_DEEP = "This Markdown file is nested too deeply to format; its lines stand as they are."


def read_markdown(text: str) -> Draft:
    """The blocks of ``text`` with their kinds; front matter wins over what the text says."""
    matter = front_matter(text)
    pieces, notices = _pieces(matter.body)
    pieces = _with_headline(pieces, matter.facts)
    page = Page.of(pieces)
    found = recognised(page)
    return Draft(tuple(page.with_kinds(pieces)), _joined(matter, found), matter.notices + notices)


def _joined(matter: FrontMatter, found: Facts) -> Facts:
    said = matter.facts
    return Facts(
        title=said.title or found.title,
        outlet=said.outlet or found.outlet,
        published=said.published or found.published,
        updated=said.updated or found.updated,
        author=said.author or found.author,
        credits=said.credits or found.credits,
        standfirst=said.standfirst or found.standfirst,
        language=said.language,
    )


def _with_headline(pieces: list[Piece], facts: Facts) -> list[Piece]:
    """``pieces`` with the headline first, taken from the text or else from the front matter."""
    title = _headline(pieces, facts.title)
    if title is not None:
        pieces[title] = replace(pieces[title], kind=BlockKind.TITLE, level=0)
    elif facts.title:
        pieces.insert(0, Piece(BlockKind.TITLE, facts.title))
        title = 0
    if title is None:
        return pieces
    after = title + 1
    if facts.standfirst and not any(_same(piece.text, facts.standfirst) for piece in pieces[:8]):
        pieces.insert(after, Piece(BlockKind.STANDFIRST, facts.standfirst))
    elif after < len(pieces) and _is_set_apart(pieces[after]):
        pieces[after] = replace(pieces[after], kind=BlockKind.STANDFIRST)
    return pieces


def _headline(pieces: list[Piece], said: str) -> int | None:
    """The line that is the headline: the one the front matter names, else the first heading."""
    for index, piece in enumerate(pieces[:12]):
        if said and _same(piece.text, said):
            return index
    for index, piece in enumerate(pieces[:12]):
        if piece.kind is BlockKind.HEADING:
            return index if piece.level == 1 or not said else None
        if piece.kind is BlockKind.PARAGRAPH and len(piece.text) > 120:
            return None
    return None


def _same(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)


def _is_set_apart(piece: Piece) -> bool:
    """Whether a paragraph is emphasised as a whole."""
    return piece.kind is BlockKind.PARAGRAPH and any(
        len(inline.span) == len(piece.text)
        and inline.kind in (InlineKind.EMPHASIS, InlineKind.STRONG)
        for inline in piece.inlines
    )


def _pieces(text: str) -> tuple[list[Piece], tuple[str, ...]]:
    paragraphs = re.split(r"\n[ \t\r]*\n", text)
    if len(text) <= LONGEST and not any(map(_is_too_much, paragraphs)):
        try:
            return _parsed(text), ()
        except RecursionError:
            notice = _TOO_DEEP
    else:
        notice = _TOO_LONG
    return [Piece(BlockKind.PARAGRAPH, line) for line in split_lines(text)], (notice,)


def _is_too_much(paragraph: str) -> bool:
    return len(paragraph) > LONGEST_PARAGRAPH or paragraph.count("[") > MOST_BRACKETS


def _parsed(text: str) -> list[Piece]:
    from markdown import Markdown
    from markdown.treeprocessors import Treeprocessor

    trees: list[Element] = []

    class Keeper(Treeprocessor):
        """Keeps the finished tree."""

        def run(self, root: Element) -> None:
            trees.append(root)

    parser = Markdown(extensions=["fenced_code", "tables", "sane_lists"])
    # Lowest priority: after everything else has worked on the tree.
    parser.treeprocessors.register(Keeper(parser), "keeper", -1)
    parser.convert(text)
    raw = [block if isinstance(block, str) else "" for block in parser.htmlStash.rawHtmlBlocks]
    return [piece for tree in trees for piece in MarkdownTree(raw).pieces(tree)]
