"""From the tree that trafilatura extracts to the lines of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.library.readers.draft import Piece
from diptych.library.readers.runs import Runs, together
from diptych.library.readers.web_page import Element
from diptych.model.article import BlockKind, InlineKind

_STYLES = {
    "#i": InlineKind.EMPHASIS,
    "#b": InlineKind.STRONG,
    "#t": InlineKind.CODE,
}
_BLOCKS = frozenset(("p", "head", "quote", "list", "item", "table", "row", "cell", "div", "code"))


def web_pieces(body: Element) -> list[Piece]:
    """The lines of an extracted article; elements follow TEI, as trafilatura names them."""
    return list(_inside(body, BlockKind.PARAGRAPH, 0))


def _inside(parent: Element, kind: BlockKind, level: int) -> Iterator[Piece]:
    """The lines of ``parent``: its own words, and those of the blocks between them."""
    run = Runs()
    run.add(parent.text)
    for child in parent:
        yield from _child(run, child, kind, level)
    yield from run.take(kind, level)


def _child(run: Runs, child: Element, kind: BlockKind, level: int) -> Iterator[Piece]:
    if child.tag in _BLOCKS:
        yield from run.take(kind, level)
        yield from _block(child, kind, level)
    elif child.tag == "lb":
        yield from run.take(kind, level)
    elif isinstance(child.tag, str) and child.tag not in ("graphic", "del"):
        style = InlineKind.LINK if child.tag == "ref" else _STYLES.get(child.get("rend", ""))
        with run.styled(style, child.get("target", "")):
            run.add(child.text)
            for nested in child:
                yield from _child(run, nested, kind, level)
    run.add(child.tail)


def _block(block: Element, kind: BlockKind, level: int) -> Iterator[Piece]:
    if block.tag == "head":
        depth = re.search(r"[1-6]", block.get("rend", ""))
        yield from _inside(block, BlockKind.HEADING, int(depth[0]) if depth else 2)
    elif block.tag == "list":
        yield from _inside(block, kind, level + 1)
    elif block.tag == "item":
        yield from _inside(block, BlockKind.LIST_ITEM, max(level, 1))
    elif block.tag == "row":
        cells = [" ".join(piece.text for piece in _inside(cell, kind, level)) for cell in block]
        text = "\t".join(cells).strip()
        if text:
            yield Piece(kind, text, level)
    elif block.tag == "p":
        yield from together(_inside(block, kind, level))
    else:
        yield from _inside(block, kind, level)
