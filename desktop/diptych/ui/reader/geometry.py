"""Where the words of an article are in its document, in pixels.

The boxes of lines that come back are centred on the letters: Qt sets a line's letters low in its
height, which would make every outline and ribbon look as if it had slipped upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine

from diptych.text.spans import Span
from diptych.ui.reader.document import ArticleDocument

# From the base line up to the top of a line's box, as part of its height: letters of most faces,
# from the capitals' top to the descenders' end, then stand in its middle.
_RISE = 0.66


class Extent(NamedTuple):
    """From ``top`` to ``bottom`` in pixels of the document."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


class _Line(NamedTuple):
    """One line of text: Qt's line, its box, and its first and last position in the document."""

    line: QTextLine
    box: QRectF
    start: int
    end: int
    left: float


class TextGeometry:
    """Measures one document; results hold until the document is laid out anew."""

    def __init__(self, document: ArticleDocument) -> None:
        self._document = document
        self._layout = document.qt.documentLayout()
        self._extents: dict[Span, Extent] = {}

    def forget(self) -> None:
        """Drop what was measured: the layout has changed."""
        self._extents.clear()

    def extent(self, span: Span) -> Extent:
        """From where ``span`` begins to where it ends, counting fractions of a line.

        Sentences that share a line share its height, each as much of it as it has of its words.
        """
        found = self._extents.get(span)
        if found is None:
            top = self._y(span.start, at_end=False)
            found = Extent(top, max(top, self._y(max(span.start, span.end), at_end=True)))
            self._extents[span] = found
        return found

    def lines(self, span: Span, visible: Extent | None = None) -> list[QRectF]:
        """The stretch of each line that ``span`` covers, in order; with ``visible`` only those."""
        document = self._document
        qt_start, qt_end = document.qt_position(span.start), document.qt_position(span.end)
        found: list[QRectF] = []
        block = document.qt.findBlock(qt_start)
        while block.isValid() and block.position() <= qt_end:
            for line in self._lines(block):
                if line.end <= qt_start or line.start >= qt_end:
                    continue
                if visible and (line.box.bottom() < visible.top or line.box.top() > visible.bottom):
                    continue
                found.append(_covered(line, qt_start, qt_end))
            block = block.next()
        return found

    def column(self, span: Span, visible: Extent | None = None) -> list[QRectF]:
        """As `lines`, but as wide as the column wherever ``span`` goes on to the next line.

        Whole paragraphs come back as one even stack of lines.
        """
        document = self._document
        qt_start, qt_end = document.qt_position(span.start), document.qt_position(span.end)
        found: list[QRectF] = []
        block = document.qt.findBlock(qt_start)
        while block.isValid() and block.position() <= qt_end:
            rtl = block.textDirection() == Qt.LayoutDirection.RightToLeft
            block_end = block.position() + block.length() - 1
            for line in self._lines(block):
                if line.end <= qt_start or line.start >= qt_end:
                    continue
                if visible and (line.box.bottom() < visible.top or line.box.top() > visible.bottom):
                    continue
                box = _covered(line, qt_start, qt_end)
                edges = QRectF(line.left, box.top(), line.line.width(), box.height())
                reaches_start = qt_start <= line.start
                reaches_end = qt_end > line.end or qt_end >= block_end
                if reaches_end if rtl else reaches_start:
                    box.setLeft(min(box.left(), edges.left()))
                if reaches_start if rtl else reaches_end:
                    box.setRight(max(box.right(), edges.right()))
                found.append(box)
            block = block.next()
        return found

    def block_box(self, number: int) -> QRectF:
        """The box around all lines of the article's block ``number``; null where it is hidden."""
        box = QRectF()
        for line in self._lines(self._document.text_block(number)):
            box = box.united(line.box)
        return box

    def position_at(self, y: float) -> int:
        """The article's position that stands at height ``y``, to a fraction of a line."""
        document = self._document
        qt_position = self._layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        block = document.qt.findBlock(max(0, qt_position))
        for line in self._lines(block):
            if y <= line.box.bottom():
                part = min(max((y - line.box.top()) / line.box.height(), 0.0), 1.0)
                return document.position(line.start + int(part * (line.end - line.start)))
        return document.position(block.position() + max(0, block.length() - 1))

    def _y(self, position: int, *, at_end: bool) -> float:
        """The height of ``position`` as a fraction of its line.

        With ``at_end`` the end of a line belongs to that line, not to the next one's start.
        """
        qt_position = self._document.qt_position(position)
        block = self._document.qt.findBlock(qt_position)
        if not block.isVisible():
            block = _visible_near(block)
        box = QRectF()
        for line in self._lines(block):
            box = line.box
            if qt_position < line.end or (at_end and qt_position == line.end):
                length = max(1, line.end - line.start)
                part = min(max((qt_position - line.start) / length, 0.0), 1.0)
                return box.top() + part * box.height()
        return box.bottom()

    def _lines(self, block: QTextBlock) -> Iterator[_Line]:
        if not block.isValid() or not block.isVisible():
            return
        origin = self._layout.blockBoundingRect(block).topLeft()  # lays it out where it is not yet
        fixed = block.blockFormat().lineHeight()
        layout, position = block.layout(), block.position()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            height = fixed or line.height()
            top = origin.y() + line.y() + line.ascent() - _RISE * height
            natural = line.naturalTextRect()
            box = QRectF(origin.x() + natural.x(), top, natural.width(), height)
            start = position + line.textStart()
            yield _Line(line, box, start, start + line.textLength(), origin.x())


def _covered(line: _Line, qt_start: int, qt_end: int) -> QRectF:
    """The box of the words from ``qt_start`` to ``qt_end`` on ``line``."""
    if qt_start <= line.start and qt_end >= line.end:
        return line.box
    first = _x(line, max(qt_start, line.start))
    last = _x(line, min(qt_end, line.end))
    left, right = min(first, last), max(first, last)
    return QRectF(left, line.box.top(), right - left, line.box.height())


def _x(line: _Line, qt_position: int) -> float:
    # Positions inside a line count from the start of its block, which its own start tells.
    inside = qt_position - line.start + line.line.textStart()
    x, _ = cast("tuple[float, int]", line.line.cursorToX(inside))
    return line.left + x


def _visible_near(block: QTextBlock) -> QTextBlock:
    """The next block that is not folded, else the one before."""
    after = block
    while after.isValid() and not after.isVisible():
        after = after.next()
    if after.isValid():
        return after
    while block.isValid() and not block.isVisible():
        block = block.previous()
    return block
