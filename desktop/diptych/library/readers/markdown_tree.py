"""From Python-Markdown's tree to the lines of an article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from diptych.library.readers.draft import Piece
from diptych.library.readers.runs import Runs, together
from diptych.library.readers.web_page import words_of_html
from diptych.model.article import BlockKind, Inline, InlineKind
from diptych.text.canonical import split_lines
from diptych.text.spans import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
"""Where the parser has set raw HTML and entities aside."""
_AMPERSAND = "\x02amp\x03"
_CODED = re.compile(f"{_AMPERSAND}#(\\d+);")
"""Mail addresses, which the parser hides from robots."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_STYLES = {"em": InlineKind.EMPHASIS, "strong": InlineKind.STRONG, "code": InlineKind.CODE}


class MarkdownTree:
    """Walks a parsed file; ``raw`` is the HTML that the parser has set aside, in order."""

    def __init__(self, raw: Sequence[str]) -> None:
        self._raw = raw

    def pieces(self, parent: Element, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Piece]:
        """The lines of all blocks inside ``parent``, in order."""
        for block in parent:
            yield from self._block(block, kind)

    def _block(self, block: Element, kind: BlockKind, depth: int = 0) -> Iterator[Piece]:
        if block.tag in _HEADINGS:
            yield from self._lines(block, BlockKind.HEADING, _HEADINGS[block.tag])
        elif block.tag in ("ul", "ol"):
            for item in block:
                yield from self._item(item, depth + 1)
        elif block.tag == "pre":
            code = block.find("code")
            yield from _code(html.unescape("".join((block if code is None else code).itertext())))
        elif block.tag == "table":
            for row in block.iter("tr"):
                yield from self._row(row)
        elif block.tag in ("p", "dt", "dd") or not len(block):
            yield from self._lines(block, kind)
        else:
            yield from self.pieces(block, kind)

    def _item(self, item: Element, depth: int) -> Iterator[Piece]:
        """A list's item: its own words, then what is nested in it."""
        nested = [child for child in item if child.tag in ("p", "ul", "ol", "pre", "blockquote")]
        run = Runs()
        self._add(run, item.text)
        for child in item:
            if child not in nested:
                yield from self._inline(run, child, BlockKind.LIST_ITEM, depth)
        yield from run.take(BlockKind.LIST_ITEM, depth)
        for child in nested:
            if child.tag == "p":
                yield from self._lines(child, BlockKind.LIST_ITEM, depth)
            else:
                yield from self._block(child, BlockKind.LIST_ITEM, depth)

    def _row(self, row: Element) -> Iterator[Piece]:
        """A table's row as one line, its cells set apart by tabs."""
        cells = []
        for cell in row:
            parts = [piece.text for piece in self._lines(cell, BlockKind.PARAGRAPH)]
            cells.append(" ".join(parts))
        text = "\t".join(cells).strip()
        if text:
            yield Piece(BlockKind.PARAGRAPH, text)

    def _lines(self, block: Element, kind: BlockKind, level: int = 0) -> Iterator[Piece]:
        """The lines of one block; raw HTML that stands by itself gives one for each of its own."""
        alone = _STASHED.fullmatch((block.text or "").strip())
        if alone and not len(block):
            yield from self._raw_lines(self._raw[int(alone[1])], kind, level)
            return
        yield from together(self._broken_lines(block, kind, level))
        for image in block.iter("img"):
            caption = Runs()
            self._add(caption, image.get("alt") or image.get("title"))
            yield from caption.take(BlockKind.CAPTION)

    def _broken_lines(self, block: Element, kind: BlockKind, level: int) -> Iterator[Piece]:
        run = Runs()
        self._add(run, block.text)
        for child in block:
            yield from self._inline(run, child, kind, level)
        yield from run.take(kind, level)

    def _inline(self, run: Runs, element: Element, kind: BlockKind, level: int) -> Iterator[Piece]:
        """Add ``element`` and its tail to ``run``; a line that a break ends is given back."""
        if element.tag == "br":
            yield from run.take(kind, level)
        else:
            style = InlineKind.LINK if element.tag == "a" else _STYLES.get(element.tag)
            target = self._plain(element.get("href", "")) if element.tag == "a" else ""
            with run.styled(style, target):
                text = element.text
                self._add(run, html.unescape(text) if text and element.tag == "code" else text)
                for child in element:
                    yield from self._inline(run, child, kind, level)
        self._add(run, element.tail)

    def _add(self, run: Runs, text: str | None) -> None:
        run.add(self._plain(text or ""))

    def _plain(self, text: str) -> str:
        """``text`` with entities as their characters, and raw HTML as its words."""
        text = _CODED.sub(lambda match: chr(int(match[1])), text).replace(_AMPERSAND, "&")
        return _STASHED.sub(lambda match: words_of_html(self._raw[int(match[1])]), text)

    def _raw_lines(self, raw: str, kind: BlockKind, level: int) -> Iterator[Piece]:
        if raw.startswith("<pre"):
            yield from _code(words_of_html(raw))
            return
        for line in split_lines(words_of_html(raw)):
            yield Piece(kind, line, level)


def _code(text: str) -> Iterator[Piece]:
    for line in split_lines(text):
        whole = Inline(InlineKind.CODE, Span(0, len(line)))
        yield Piece(BlockKind.PARAGRAPH, line, 0, (whole,))
