"""What is painted over an article's words: outlines, signs of captions and items, fold lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from diptych.model.article import BlockKind
from diptych.text.spans import Span
from diptych.ui.reader.document import EDGE
from diptych.ui.reader.folding import Fold
from diptych.ui.reader.outline import outline

if TYPE_CHECKING:
    from diptych.ui.reader.pane import ReaderPane

_AROUND = 4.5
"""Pixels between a passage and its outline."""
_CLOSE = 0.5
_RADIUS = 6.0


def paint_decorations(painter: QPainter, pane: ReaderPane) -> None:
    """Paint what of ``pane`` is in view; the painter's origin is the document's."""
    numbers = pane.visible_blocks()
    pane.underlines.paint(painter, numbers)
    _paint_signs(painter, pane, numbers)
    _paint_folds(painter, pane, numbers)
    seen = pane.visible_span()
    for hit in pane.hits:
        if hit.overlaps(seen):
            _outline_words(painter, pane, hit)
    if pane.companion is not None and (not pane.passage or not pane.shows_focus):
        _outline_passage(painter, pane, pane.companion, strong=False)
    elif pane.passage is not None:
        _outline_passage(painter, pane, pane.passage.span, strong=pane.shows_focus)


def _outline_passage(painter: QPainter, pane: ReaderPane, span: Span, *, strong: bool) -> None:
    lines = pane.places.column(span, pane.visible_extent())
    if not lines:
        return
    colour = pane.look.colour("passage" if strong else "ribbon_active_edge")
    pen = QPen(colour, 2.0 if strong else 1.4)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Inside a paragraph the outline keeps clear of the lines above and below it.
    ends = (span.start, max(span.start, span.end - 1))
    first, last = (pane.places.block_box(pane.shown.number_at(position)) for position in ends)
    above = lines[0].top() > first.top() + 1
    below = lines[-1].bottom() < last.bottom() - 1
    lines[0].adjust(0, -_CLOSE if above else -_AROUND, 0, 0)
    lines[-1].adjust(0, 0, 0, _CLOSE if below else _AROUND)
    grown = [line.adjusted(-_AROUND, 0, _AROUND, 0) for line in lines]
    painter.drawPath(outline(grown, _RADIUS))


def _outline_words(painter: QPainter, pane: ReaderPane, span: Span) -> None:
    painter.setPen(QPen(pane.look.colour("hit"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in pane.places.lines(span, pane.visible_extent()):
        painter.drawRoundedRect(line.adjusted(-1.5, 1.5, 1.5, -1.5), 3, 3)


def _paint_signs(painter: QPainter, pane: ReaderPane, numbers: range) -> None:
    """A small picture before each caption and a dot before each list item in view."""
    for number in numbers:
        kind = pane.article.blocks[number].kind
        if kind not in (BlockKind.CAPTION, BlockKind.LIST_ITEM):
            continue
        box = pane.places.block_box(number)
        line = pane.look.line_height(kind)
        rtl = pane.shown.is_right_to_left(number)
        x = box.right() + 0.6 * line if rtl else box.left() - 0.5 * line
        middle = QPointF(x, box.top() + line / 2)
        painter.setPen(QPen(pane.look.colour("muted"), 1.3))
        if kind is BlockKind.CAPTION:
            side = pane.look.unit * 0.3
            painter.setBrush(Qt.BrushStyle.NoBrush)
            sign = QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side)
            painter.drawRoundedRect(sign, 2.5, 2.5)
        else:
            painter.setBrush(pane.look.colour("muted"))
            painter.drawEllipse(middle, pane.look.unit * 0.11, pane.look.unit * 0.11)


def _paint_folds(painter: QPainter, pane: ReaderPane, numbers: range) -> None:
    """The line for each stretch of site furniture that touches the blocks ``numbers``."""
    painter.setFont(pane.look.theme.interface_font(pane.look.scale * 0.88))
    for fold in pane.folding.folds:
        if fold.last < numbers.start or fold.first > numbers.stop:
            continue
        box = pane.folding.box(fold, pane.places)
        words = fold_words(fold, folded=pane.folding.is_folded(fold))
        painter.setPen(pane.look.colour("noise"))
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if pane.is_mirrored else flag.AlignLeft
        painter.drawText(box, flag.AlignVCenter | side, words)
        width = painter.fontMetrics().horizontalAdvance(words) + EDGE
        painter.setPen(QPen(pane.look.colour("line"), 1))
        y = round(box.center().y()) + 0.5
        rule = QRectF(box.left() + (0 if pane.is_mirrored else width), y, box.width() - width, 0)
        painter.drawLine(rule.topLeft(), rule.topRight())


def fold_words(fold: Fold, *, folded: bool) -> str:
    """What the line that stands for site furniture says."""
    translate = QCoreApplication.translate
    words = translate("Folding", "%n lines of site furniture", "", len(fold))
    return ("… " if folded else "▾ ") + words
