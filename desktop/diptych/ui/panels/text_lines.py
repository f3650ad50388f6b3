"""A few lines of text with marks in them, laid out for a list's row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from diptych.text.direction import is_right_to_left
from diptych.text.offsets import Utf16Offsets
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of the text in a format of its own."""

    span: Span
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class TextLines:
    """Text broken into lines of one width."""

    layout: QTextLayout
    height: float

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Draw all lines from their top left corner."""
        painter.setPen(colour)
        self.layout.draw(painter, QPointF(left, top))


def lay_out(
    text: str,
    font: QFont,
    width: float,
    most_lines: int,
    marks: Sequence[Marked] = (),
    line_height: float = 1.25,
) -> TextLines:
    """``text`` in at most ``most_lines`` lines; what does not fit ends in an ellipsis.

    ``width`` is in pixels, ``line_height`` in multiples of the font's size.
    """
    text = text.replace("\n", " ")
    layout, height, overflow = _broken(text, font, width, most_lines, marks, line_height)
    if overflow is None:
        return TextLines(layout, height)
    start = Utf16Offsets(text).to_code_points(overflow)
    # Longer than any line can be: the metrics need not measure the rest of a long article.
    rest = text[start : start + 400]
    shown = QFontMetricsF(font).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width - 2)
    cut = text[:start] + shown
    clipped = [
        Marked(Span(mark.span.start, min(mark.span.end, len(cut) - 1)), mark.format)
        for mark in marks
        if mark.span.start < len(cut) - 1
    ]
    layout, height, _ = _broken(cut, font, width, most_lines, clipped, line_height)
    return TextLines(layout, height)


def _broken(
    text: str,
    font: QFont,
    width: float,
    most_lines: int,
    marks: Sequence[Marked],
    line_height: float,
) -> tuple[QTextLayout, float, int | None]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if is_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(_ranges(text, marks))
    step = font.pixelSize() * line_height
    top, overflow = 0.0, None
    layout.beginLayout()
    for number in range(most_lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top + (step - line.height()) / 2))
        top += step
        ends_at = line.textStart() + line.textLength()
        if number == most_lines - 1 and ends_at < Utf16Offsets(text).units:
            overflow = line.textStart()
    layout.endLayout()
    return layout, top, overflow


def _ranges(text: str, marks: Sequence[Marked]) -> list[QTextLayout.FormatRange]:
    if not marks:
        return []
    offsets, ranges = Utf16Offsets(text), []
    for mark in marks:
        found = QTextLayout.FormatRange()
        qt_start = offsets.to_units(mark.span.start)
        found.start = qt_start
        found.length = offsets.to_units(mark.span.end) - qt_start
        found.format = mark.format
        ranges.append(found)
    return ranges
