"""The whole article at a glance, beside its text: links, lone passages, tags, hits and the view.

It stands where a scroll bar would, and is one: a click jumps, dragging scrolls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from diptych.text.spans import Span
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.styling.painting import painting

WIDTH = 12


class StripKind(StrEnum):
    """What a place on the strip stands for, from the undermost to the uppermost."""

    LINK = "link"
    LONE = "lone"
    TAG = "tag"
    HIT = "hit"


_ROLES = {StripKind.LINK: "ribbon", StripKind.LONE: "lone", StripKind.HIT: "hit"}


@dataclass(frozen=True, slots=True)
class StripMark:
    """One passage on the strip; ``colour`` is needed for tags alone."""

    kind: StripKind
    span: Span
    colour: str = ""


class Strip(QWidget):
    """Paints the marks of the article in ``pane`` over its whole length."""

    def __init__(self, pane: ReaderPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = pane
        self._marks: dict[StripKind, tuple[StripMark, ...]] = {}
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview of the article"))
        pane.layout_changed.connect(self.forget)
        pane.verticalScrollBar().valueChanged.connect(self.update)
        pane.verticalScrollBar().rangeChanged.connect(self.forget)

    def show_marks(self, kind: StripKind, marks: Iterable[StripMark]) -> None:
        """Show exactly these marks of one kind."""
        self._marks[kind] = tuple(marks)
        self.forget()

    def forget(self) -> None:
        """Paint anew: places or colours have changed."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._paint_marks()
        with painting(self, antialiased=False) as painter:
            painter.drawPixmap(0, 0, self._picture)
            self._turn(painter)
            if self._is_all_in_view:
                return
            top, bottom = self._view()
            painter.setPen(QPen(self._pane.look.colour("passage"), 1))
            for inset in (0, 1):  # two lines: one alone is lost between the marks
                height = max(8, round(bottom - top) - 1 - 2 * inset)
                painter.drawRect(
                    1 + inset, round(top) + inset, self.width() - 4 - 2 * inset, height
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._pane.viewport(), event)

    @property
    def _has_parts(self) -> bool:
        """Whether only a part of the article is laid out: then places are shares of its words."""
        return self._pane.shown.part.count > 1

    @property
    def _is_all_in_view(self) -> bool:
        return not self._has_parts and self._length <= self._pane.viewport().height()

    @property
    def _length(self) -> float:
        """How high the whole article is: in pixels, in words where it is in parts."""
        if self._has_parts:
            return float(len(self._pane.article.text))
        bar = self._pane.verticalScrollBar()
        return max(1.0, float(bar.maximum() + self._pane.viewport().height()))

    def _y(self, position: int) -> float:
        """Where ``position`` is on the strip, to a pixel or two."""
        place = position if self._has_parts else self._pane.places.roughly(position)
        return place / self._length * self.height()

    def _view(self) -> tuple[float, float]:
        """Where the view begins and ends on the strip."""
        visible = self._pane.visible_extent()
        if self._has_parts:
            top, bottom = (float(self._pane.places.position_at(y)) for y in visible)
        else:
            top, bottom = visible
        share = self.height() / self._length
        return top * share, bottom * share

    def _jump(self, y: float) -> None:
        pane, middle = self._pane, y / max(1, self.height()) * self._length
        if self._has_parts:
            pane.go_to(min(max(round(middle), 0), len(pane.article.text)))
            middle = float(pane.scrolled)
        pane.scroll_to(middle - pane.viewport().height() / 2)

    def _turn(self, painter: QPainter) -> None:
        """Have what is nearer to the text painted at the right, where the text stands there."""
        if self._pane.is_mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)

    def _paint_marks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        look = self._pane.look
        picture.fill(look.colour("page"))
        with painting(picture, antialiased=False) as painter:
            self._turn(painter)
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawRect(QRectF(1.5, 0.5, self.width() - 4, self.height() - 1))
            for kind in StripKind:
                self._paint_kind(painter, kind, self._marks.get(kind, ()))
        return picture

    def _paint_kind(self, painter: QPainter, kind: StripKind, marks: Sequence[StripMark]) -> None:
        width = self.width()
        role = _ROLES.get(kind)
        colour = self._pane.look.colour(role) if role else QColor()
        last = -1
        for mark in marks:
            top = self._y(mark.span.start)
            if kind is StripKind.HIT:
                # Thousands of hits share a few hundred pixels.
                if round(top) != last:
                    painter.fillRect(QRectF(2, top, width - 5, 2), colour)
                last = round(top)
                continue
            height = self._y(mark.span.end) - top
            match kind:
                case StripKind.LINK:
                    box = QRectF(2, top + 0.5, width - 5, max(2.0, height - 1))
                case StripKind.LONE:
                    box = QRectF(2, top, 3, max(2.0, min(height, 4.0)))
                case StripKind.TAG:
                    box = QRectF(width - 7, top, 4, max(3.0, height))
            painter.fillRect(box, colour if role else QColor(mark.colour))
