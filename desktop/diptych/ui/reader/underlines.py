"""The lines under marked words, painted in the strength and pattern that each kind needs.

Qt draws every underline as thin as the face says, dashes and dots included; the character formats
keep their underlines, without colour, for screen readers alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from diptych.ui.reader.formats import Look
from diptych.ui.reader.geometry import BASE_LINE, TextGeometry
from diptych.ui.reader.marks import MarkKind, Marks

_ROLES = {
    MarkKind.PERSON: "person",
    MarkKind.ORGANISATION: "organisation",
    MarkKind.PLACE: "place",
    MarkKind.OTHER: "other_name",
}


@dataclass(slots=True)
class _BlockLines:
    """The lines under one block's words, in pixels of the document."""

    straight: dict[MarkKind, list[QLineF]] = field(default_factory=dict)
    waves: list[QPolygonF] = field(default_factory=list)


class Underlines:
    """Paints the lines under the marks of one document; each block is measured once a layout."""

    def __init__(self, marks: Marks, geometry: TextGeometry, look: Look) -> None:
        self._marks = marks
        self._geometry = geometry
        self._look = look
        self._lines: dict[int, _BlockLines] = {}
        self._pens = {kind: _pen(kind, look) for kind in _ROLES}

    def forget(self, numbers: Iterable[int] | None = None) -> None:
        """Measure these blocks anew, or all of them."""
        if numbers is None:
            self._lines.clear()
        else:
            for number in numbers:
                self._lines.pop(number, None)

    def paint(self, painter: QPainter, numbers: Iterable[int]) -> None:
        """Paint the lines under the article's blocks ``numbers``."""
        for number in numbers:
            lines = self._lines.get(number)
            if lines is None:
                lines = self._lines[number] = self._measured(number)
            for kind, straight in lines.straight.items():
                painter.setPen(self._pens[kind])
                painter.drawLines(straight)
            if lines.waves:
                painter.setPen(QPen(self._look.colour("wording"), 1.1))
                for wave in lines.waves:
                    painter.drawPolyline(wave)

    def _measured(self, number: int) -> _BlockLines:
        found = _BlockLines()
        unit = self._look.unit
        for segment in self._marks.segments(number):
            name = next((style for style in segment.items if style in _ROLES), None)
            is_wording = MarkKind.WORDING in segment.items
            if name is None and not is_wording:
                continue
            for box in self._geometry.lines(segment.span):
                base = box.top() + BASE_LINE * box.height()
                left, right = QPointF(box.left(), base), QPointF(box.right(), base)
                if is_wording:
                    found.waves.append(_wave(left, right, unit))
                elif isinstance(name, MarkKind):
                    down = QPointF(0, round(unit * 0.21) + 0.25)
                    found.straight.setdefault(name, []).append(QLineF(left + down, right + down))
        return found


def _pen(kind: MarkKind, look: Look) -> QPen:
    width = max(1.2, look.unit * 0.105)
    pen = QPen(look.colour(_ROLES[kind]), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match kind:
        case MarkKind.ORGANISATION:
            pen.setDashPattern([3.2, 1.8])
        case MarkKind.PLACE:
            pen.setDashPattern([1.1, 1.1])
        case MarkKind.OTHER:
            pen.setWidthF(width * 0.7)
            pen.setDashPattern([5, 2, 1.5, 2])
    return pen


def _wave(left: QPointF, right: QPointF, unit: float) -> QPolygonF:
    """A thin zigzag under the words from ``left`` to ``right`` on their base line."""
    step = unit * 0.13
    y = left.y() + unit * 0.17
    count = max(2, round((right.x() - left.x()) / step))
    return QPolygonF(
        [QPointF(left.x() + step * index, y + step * (index % 2)) for index in range(count + 1)]
    )
