"""The outline around a passage, whatever lines it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def outline(lines: Sequence[QRectF], radius: float) -> QPainterPath:
    """One rounded outline around the rectangles of successive lines, top to bottom.

    Where two lines do not lie over one another at all, each gets an outline of its own.
    """
    path = QPainterPath()
    for group in _connected(lines):
        path.addPath(_rounded(_corners(group), radius))
    return path


def _connected(lines: Sequence[QRectF]) -> list[list[QRectF]]:
    groups: list[list[QRectF]] = []
    for line in lines:
        above = groups[-1][-1] if groups else None
        if above is not None and line.left() < above.right() and line.right() > above.left():
            # Neighbours meet in one edge, so that no gap or overlap shows in the outline.
            groups[-1].append(
                QRectF(line.left(), above.bottom(), line.width(), line.bottom() - above.bottom())
            )
        else:
            groups.append([line])
    return groups


def _corners(lines: Sequence[QRectF]) -> list[QPointF]:
    """The corners around a stack of rectangles, clockwise; straight runs have no corner."""
    right = [point for line in lines for point in (line.topRight(), line.bottomRight())]
    left = [point for line in reversed(lines) for point in (line.bottomLeft(), line.topLeft())]
    corners: list[QPointF] = []
    for point in (*right, *left):
        while len(corners) > 1 and corners[-1].x() == corners[-2].x() == point.x():
            corners.pop()
        corners.append(point)
    return corners


def _rounded(corners: Sequence[QPointF], radius: float) -> QPainterPath:
    path = QPainterPath()
    count = len(corners)
    for index, corner in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % count]
        start = _towards(corner, before, radius)
        if index:
            path.lineTo(start)
        else:
            path.moveTo(start)
        path.quadTo(corner, _towards(corner, after, radius))
    path.closeSubpath()
    return path


def _towards(corner: QPointF, other: QPointF, radius: float) -> QPointF:
    """The point ``radius`` from ``corner`` on the way to ``other``, at most half way."""
    way = other - corner
    length = abs(way.x()) + abs(way.y())  # every edge is level or upright
    return corner if length == 0 else corner + way * (min(radius, length / 2) / length)
