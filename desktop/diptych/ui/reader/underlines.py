"""The lines at marked words, painted in the strength and pattern that each kind needs.

Qt draws every underline as thin as the face says, dashes and dots included; the character formats
keep their underlines, without colour, for screen readers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from diptych.text.spans import merged
from diptych.ui.reader.document import ArticleDocument
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
    """The lines at one block's words, in pixels of the document."""

    straight: dict[MarkKind, list[QLineF]] = field(default_factory=dict)
    waves: list[QPolygonF] = field(default_factory=list)
    corners: list[QPolygonF] = field(default_factory=list)
    """Around indirect speech, which has no quotation marks of its own."""


class Underlines:
    """Paints the lines at the marks of one document; each block is measured once a layout."""

    def __init__(self, document: ArticleDocument, marks: Marks, geometry: TextGeometry) -> None:
        self._document = document
        self._marks = marks
        self._geometry = geometry
        self._look = document.look
        self._lines: dict[int, _BlockLines] = {}
        self._pens = {kind: _pen(kind, document.look) for kind in _ROLES}

    def forget(self, numbers: Iterable[int] | None = None) -> None:
        """Measure these blocks anew, or all of them."""
        if numbers is None:
            self._lines.clear()
        else:
            for number in numbers:
                self._lines.pop(number, None)

    def paint(self, painter: QPainter, numbers: Iterable[int]) -> None:
        """Paint the lines of the article's blocks ``numbers``."""
        for number in numbers:
            lines = self._lines.get(number)
            if lines is None:
                lines = self._lines[number] = self._measured(number)
            for kind, straight in lines.straight.items():
                painter.setPen(self._pens[kind])
                painter.drawLines(straight)
            for role, curves in (("wording", lines.waves), ("speaker", lines.corners)):
                if curves:
                    painter.setPen(QPen(self._look.colour(role), 1.1))
                for curve in curves:
                    painter.drawPolyline(curve)

    def _measured(self, number: int) -> _BlockLines:
        found = _BlockLines()
        segments = self._marks.segments(number)
        for segment in segments:
            name = next((style for style in segment.items if style in _ROLES), None)
            is_wording = MarkKind.WORDING in segment.items
            if name is not None or is_wording:
                for box in self._geometry.lines(segment.span):
                    below = self._look.unit * 0.17
                    if isinstance(name, MarkKind):
                        line = _under(box, round(self._look.unit * 0.21) + 0.25)
                        found.straight.setdefault(name, []).append(line)
                        below *= 2  # a wave under the name's own line
                    if is_wording:
                        found.waves.append(_wave(_under(box, below), self._look.unit))
        indirect = (one.span for one in segments if MarkKind.INDIRECT in one.items)
        for span in merged(indirect):
            boxes = self._geometry.lines(span)
            rtl = self._document.is_right_to_left(number)
            found.corners += _corners(boxes, self._look.unit, rtl=rtl)
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


def _under(box: QRectF, distance: float) -> QLineF:
    """As long as the words in ``box``, ``distance`` pixels under their base line."""
    y = box.top() + BASE_LINE * box.height() + distance
    return QLineF(box.left(), y, box.right(), y)


def _wave(line: QLineF, unit: float) -> QPolygonF:
    """A thin zigzag along ``line``."""
    step = unit * 0.13
    count = max(2, round(line.length() / step))
    return QPolygonF(
        [
            QPointF(line.x1() + step * index, line.y1() + step * (index % 2))
            for index in range(count + 1)
        ]
    )


def _corners(lines: Sequence[QRectF], unit: float, *, rtl: bool) -> Iterator[QPolygonF]:
    """A corner over the beginning of the first of ``lines`` and one under the end of the last."""
    if not lines:
        return
    over = _under(lines[0].adjusted(-2, 0, 2, 0), -unit * 0.8)
    under = _under(lines[-1].adjusted(-2, 0, 2, 0), unit * 0.15)
    start, end = (over.p2(), under.p1()) if rtl else (over.p1(), under.p2())
    down, along = QPointF(0, unit * 0.3), QPointF(-unit * 0.3 if rtl else unit * 0.3, 0)
    yield QPolygonF([start + along, start, start + down])
    yield QPolygonF([end - along, end, end - down])
