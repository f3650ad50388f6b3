"""Where the words of an article are in its document, in pixels.

The boxes of lines that come back are centred on the letters: Qt sets a line's letters low in its
height, which would make every outline and ribbon look as if it had slipped upwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine

from diptych.text.direction import has_right_to_left
from diptych.text.spans import Span
from diptych.ui.reader.document import ArticleDocument

BASE_LINE = 0.66
"""How far down a line's box its base line is, as part of its height.

Letters of most faces, from the capitals' top to the descenders' end, then stand in its middle.
"""


class Extent(NamedTuple):
    """From ``top`` to ``bottom`` in pixels of the document."""

    top: float
    bottom: float

    def shifted(self, distance: float) -> Extent:
        """The same, ``distance`` pixels further down."""
        return Extent(self.top + distance, self.bottom + distance)

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
        self._boxes: dict[int, QRectF] = {}
        self._visible: list[int] | None = None
        self._mixed: dict[int, bool] = {}

    def forget(self) -> None:
        """Drop what was measured: the layout has changed."""
        self._extents.clear()
        self._boxes.clear()
        self._visible = None

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
        """The stretch of each line that ``span`` covers, in order; with ``visible`` only those.

        Where Arabic or Hebrew and other words share a line, it can be more than one stretch.
        """
        qt_start, qt_end = self._qt_range(span)
        return [
            box
            for block, line in self._on(span, visible)
            for box in _covered(line, qt_start, qt_end, mixed=self._is_mixed(block))
        ]

    def line_top(self, span: Span) -> float:
        """The top of the line on which ``span`` begins, whole."""
        first = Span(span.start, min(span.start + 1, span.end))
        lines = self.lines(first)
        return lines[0].top() if lines else self.extent(span).top

    def column(self, span: Span, visible: Extent | None = None) -> list[QRectF]:
        """As `lines`, but as wide as the column wherever ``span`` goes on to the next line.

        Whole paragraphs come back as one even stack of lines.
        """
        qt_start, qt_end = self._qt_range(span)
        found: list[QRectF] = []
        for block, line in self._on(span, visible):
            stretches = _covered(line, qt_start, qt_end, mixed=self._is_mixed(block))
            if not stretches:
                continue
            box = stretches[0].united(stretches[-1])
            reaches_left = qt_start <= line.start
            reaches_right = qt_end > line.end or qt_end >= block.position() + block.length() - 1
            if block.textDirection() == Qt.LayoutDirection.RightToLeft:
                reaches_left, reaches_right = reaches_right, reaches_left
            if reaches_left:
                box.setLeft(min(box.left(), line.left))
            if reaches_right:
                box.setRight(max(box.right(), line.left + line.line.width()))
            found.append(box)
        return found

    def roughly(self, position: int) -> float:
        """The height of ``position``, to a few pixels: its share of its block's words.

        Many times faster than `extent`, for views of the whole article.
        """
        number = self._document.number_at(position)
        box, span = self.block_box(number), self._document.article.blocks[number].span
        part = (position - span.start) / max(1, len(span))
        return box.top() + min(part, 1.0) * box.height()

    def block_box(self, number: int) -> QRectF:
        """The box around all lines of the article's block ``number``; null where it is hidden."""
        found = self._boxes.get(number)
        if found is None:
            found = QRectF()
            for line in self._lines(self._document.text_block(number)):
                found = found.united(line.box)
            self._boxes[number] = found
        return found

    def position_at(self, y: float, x: float | None = None) -> int:
        """The article's position at height ``y``: nearest to ``x``, or by the fraction of the line.

        Qt's own answer may lie in a folded block, all of which it takes to be at the very top.
        """
        numbers = self._visible_numbers()
        if not numbers:
            return self._document.span.start
        at = bisect_right(numbers, y, key=lambda number: self.block_box(number).top()) - 1
        block = self._document.text_block(numbers[max(0, at)])
        qt_position = block.position()
        for line in self._lines(block):
            if x is None:
                part = min(max((y - line.box.top()) / line.box.height(), 0.0), 1.0)
                qt_position = line.start + int(part * (line.end - line.start))
            else:
                qt_position = block.position() + line.line.xToCursor(x - line.left)
            if y <= line.box.bottom():
                break
        return self._document.position(qt_position)

    def _is_mixed(self, block: QTextBlock) -> bool:
        """Whether words of ``block`` can stand in another order than they are read in."""
        number = self._document.block_number(block)
        found = self._mixed.get(number)
        if found is None:
            span = self._document.article.blocks[number].span
            found = has_right_to_left(span.text_in(self._document.article.text))
            self._mixed[number] = found
        return found

    def _qt_range(self, span: Span) -> tuple[int, int]:
        return self._document.qt_position(span.start), self._document.qt_position(span.end)

    def _on(self, span: Span, visible: Extent | None) -> Iterator[tuple[QTextBlock, _Line]]:
        """The lines that have words of ``span``, each with its block."""
        qt_start, qt_end = self._qt_range(span)
        block = self._document.qt.findBlock(qt_start)
        while block.isValid() and block.position() <= qt_end:
            box = self.block_box(self._document.block_number(block)) if visible else QRectF()
            if not visible or (box.bottom() >= visible.top and box.top() <= visible.bottom):
                for line in self._lines(block):
                    is_seen = not visible or (
                        line.box.bottom() >= visible.top and line.box.top() <= visible.bottom
                    )
                    if is_seen and line.end > qt_start and line.start < qt_end:
                        yield block, line
            elif box.top() > visible.bottom:
                return
            block = block.next()

    def _visible_numbers(self) -> list[int]:
        """The article's numbers of the blocks that are not folded."""
        if self._visible is None:
            part = self._document.part
            self._visible = [
                number
                for number in range(part.first, part.last)
                if self._document.text_block(number).isVisible()
            ]
        return self._visible

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
            top = origin.y() + line.y() + line.ascent() - BASE_LINE * height
            natural = line.naturalTextRect()
            box = QRectF(origin.x() + natural.x(), top, natural.width(), height)
            start = position + line.textStart()
            yield _Line(line, box, start, start + line.textLength(), origin.x())


def _covered(line: _Line, qt_start: int, qt_end: int, *, mixed: bool) -> list[QRectF]:
    """The boxes of the words from ``qt_start`` to ``qt_end`` on ``line``, from the left."""
    if qt_start <= line.start and qt_end >= line.end:
        return [line.box]
    if mixed:
        return _stretches(line, max(qt_start, line.start), min(qt_end, line.end))
    first = _x(line, max(qt_start, line.start))
    last = _x(line, min(qt_end, line.end))
    # The space at which a line is broken belongs to the words before it, but is not seen.
    left = max(min(first, last), line.box.left())
    right = max(left, min(max(first, last), line.box.right()))
    return [QRectF(left, line.box.top(), right - left, line.box.height())]


def _stretches(line: _Line, qt_start: int, qt_end: int) -> list[QRectF]:
    """The boxes of the glyphs themselves, those that touch joined.

    At the border of two directions a position is in two places at once, so that its own x, by
    which words of one direction are measured, would be that of quite other words.
    """
    first = qt_start - line.start + line.line.textStart()
    runs = [run.boundingRect() for run in line.line.glyphRuns(first, qt_end - qt_start)]
    found: list[QRectF] = []
    for run in sorted(runs, key=lambda box: box.left()):
        left, right = line.left + run.left(), line.left + run.right()
        if found and left <= found[-1].right() + 0.5:
            found[-1].setRight(max(found[-1].right(), right))
        else:
            found.append(QRectF(left, line.box.top(), right - left, line.box.height()))
    return found


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
