"""The gutter between two articles: ribbons between linked passages, rings for lone ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from diptych.text.spans import Span
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.pairing import end
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.styling.painting import painting

if TYPE_CHECKING:
    from diptych.model.links import Link

WIDTH = 48
WEAK = 0.75
"""Links that are less sure than three in four are drawn thinner and paler."""
_RING = 4.5
_BEYOND = 40


@dataclass(frozen=True, slots=True)
class Lone:
    """A passage of side 0 or 1 that the facing article does not tell.

    ``only_here`` where no other account of the story tells it either.
    """

    side: int
    span: Span
    only_here: bool = False
    words: str = ""
    """What the tooltip says."""


class Gutter(QWidget):
    """Draws what is in view of two panes; a click on a ribbon asks to bring both ends level."""

    link_clicked = Signal(object, int)  # Link, the side it was clicked nearer to
    lone_clicked = Signal(object)  # Lone

    def __init__(self, panes: Sequence[ReaderPane], parent: QWidget) -> None:
        super().__init__(parent)
        self._panes = list(panes)
        self._links: tuple[Link, ...] = ()
        self._lones: tuple[Lone, ...] = ()
        self._active: frozenset[Link] = frozenset()
        self._drawn: list[tuple[Link, QPainterPath]] = []
        self.drawn_rings: list[tuple[Lone, QPointF]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Links between the two articles"))
        self.setMouseTracking(True)
        self.setFixedWidth(WIDTH)
        for pane in self._panes:
            pane.verticalScrollBar().valueChanged.connect(self.update)
            pane.layout_changed.connect(self.update)

    def swap(self) -> None:
        """Take the panes in the other order; links are to be shown anew."""
        self._panes.reverse()
        self.show_links((), ())

    def show_links(self, links: Sequence[Link], lones: Sequence[Lone]) -> None:
        """Draw exactly these links and lone passages."""
        self._links, self._lones = tuple(links), tuple(lones)
        self._active = frozenset()
        self.update()

    def set_active(self, links: Sequence[Link]) -> None:
        """Draw these links stronger than the others."""
        active = frozenset(links)
        if active != self._active:
            self._active = active
            self.update()

    @property
    def drawn(self) -> list[Link]:
        """The links that are in view."""
        return [link for link, _ in self._drawn]

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._panes[0].look
        with painting(self) as painter:
            painter.fillRect(self.rect(), look.colour("window"))
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
            painter.drawLine(QPointF(WIDTH - 0.5, 0), QPointF(WIDTH - 0.5, self.height()))
            tops = [self._top(pane) for pane in self._panes]
            painter.setClipRect(QRectF(0, min(tops), self.width(), self.height() - min(tops)))
            self._place()
            ordered = sorted(self._drawn, key=lambda drawn: drawn[0] in self._active)
            for link, path in ordered:
                self._paint_fill(painter, link, path)
            for link, path in ordered:  # over all fills: ribbons that cross stay told apart
                self._paint_edges(painter, link, path)
            for lone, middle in self.drawn_rings:
                self._paint_ring(painter, lone, middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        link, lone = self._link_at(event.position()), self._lone_at(event.position())
        if lone is not None:
            self.lone_clicked.emit(lone)
        elif link is not None:
            self.link_clicked.emit(link, int(event.position().x() > self.width() / 2))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._lone_at(event.position()) or self._link_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if at else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._panes[0].viewport(), event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            lone = self._lone_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), lone.words if lone else "", self)
            return True
        return super().event(event)

    def _top(self, pane: ReaderPane) -> float:
        """Where the pane's view begins, in the gutter."""
        corner = pane.viewport().mapToGlobal(QPoint(0, 0))
        return float(self.mapFromGlobal(corner).y())

    def _place(self) -> None:
        """Find what of links and lone passages is in view, and where."""
        shifts = [self._top(pane) - pane.scrolled for pane in self._panes]
        self._drawn, self.drawn_rings = [], []
        shown = [pane.visible_span() for pane in self._panes]
        (start, stop), (other_start, other_stop) = ((span.start, span.end) for span in shown)
        for link in self._links:
            a, b = link.left, link.right
            if (a.start < stop and a.end > start) or (b.start < other_stop and b.end > other_start):
                left, right = (
                    self._near(self._panes[side].places.extent(end(link, side)).shifted(shift))
                    for side, shift in enumerate(shifts)
                )
                self._drawn.append((link, ribbon(left, right, thin=link.score < WEAK)))
        for lone in self._lones:
            if lone.span.overlaps(shown[lone.side]):
                extent = self._panes[lone.side].places.extent(lone.span)
                x = 2 * _RING if lone.side == 0 else WIDTH - 2 * _RING
                y = extent.top + self._panes[lone.side].look.unit * 0.75 + shifts[lone.side]
                self.drawn_rings.append((lone, QPointF(x, y)))

    def _near(self, extent: Extent) -> Extent:
        """``extent``, but no farther out of view than the ribbons need to bend that way."""
        top = min(max(extent.top, -_BEYOND), self.height() + _BEYOND)
        return Extent(top, min(max(extent.bottom, top + 3), self.height() + _BEYOND + 3))

    def _paint_fill(self, painter: QPainter, link: Link, path: QPainterPath) -> None:
        weak = "ribbon_weak" if link.score < WEAK else "ribbon"
        role = "ribbon_active" if link in self._active else weak
        painter.fillPath(path, self._panes[0].look.colour(role))

    def _paint_edges(self, painter: QPainter, link: Link, path: QPainterPath) -> None:
        colour = self._panes[0].look.colour
        if link in self._active:
            painter.setPen(QPen(colour("ribbon_active_edge"), 1.6))
        elif link.score < WEAK:
            painter.setPen(QPen(colour("ribbon_edge"), 0.8, Qt.PenStyle.DashLine))
        else:
            painter.setPen(QPen(colour("ribbon_edge"), 0.9))
        painter.strokePath(path, painter.pen())

    def _paint_ring(self, painter: QPainter, lone: Lone, middle: QPointF) -> None:
        colour = self._panes[0].look.colour
        painter.setPen(QPen(colour("lone"), 1.6))
        painter.setBrush(colour("window"))
        painter.drawEllipse(middle, _RING, _RING)
        if lone.only_here:
            painter.setBrush(colour("lone"))
            painter.drawEllipse(middle, 1.2, 1.2)

    def _link_at(self, point: QPointF) -> Link | None:
        return next((link for link, path in self._drawn[::-1] if path.contains(point)), None)

    def _lone_at(self, point: QPointF) -> Lone | None:
        reach = 1.6 * _RING
        for lone, middle in self.drawn_rings:
            if (point - middle).manhattanLength() <= reach:
                return lone
        return None


def ribbon(left: Extent, right: Extent, *, thin: bool) -> QPainterPath:
    """The band from the height ``left`` to the height ``right``, curved where they differ."""
    inset = 0.3 if thin else 0.0
    ends = []
    for extent in (left, right):
        cut = max(1.0, (extent.bottom - extent.top) * inset)
        ends.append((extent.top + cut, max(extent.bottom - cut, extent.top + cut + 2)))
    (top_left, bottom_left), (top_right, bottom_right) = ends
    bend = WIDTH / 2
    path = QPainterPath(QPointF(0, top_left))
    path.cubicTo(bend, top_left, bend, top_right, WIDTH, top_right)
    path.lineTo(WIDTH, bottom_right)
    path.cubicTo(bend, bottom_right, bend, bottom_left, 0, bottom_left)
    path.closeSubpath()
    return path
