"""The margin beside an article: speakers' names, and a bar for each tag with its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.margin_notes import SpeakerNote, TagNote
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.styling.painting import mirrored_in, painting
from diptych.ui.styling.plain import tip

_BAR, _LANE = 4, 7
"""Width of a tag's bar, and of a bar with the space beside it, in pixels."""
_GAP = 5
_SHEET = QSizeF(7, 9)
"""The sign of a note, a sheet with a folded corner, in pixels."""


@dataclass(frozen=True, slots=True)
class _Bar:
    note: TagNote
    extent: Extent
    lane: int


@dataclass(frozen=True, slots=True)
class _Label:
    lines: tuple[str, ...]
    box: QRectF
    note: SpeakerNote | TagNote
    swatch: bool
    has_sheet: bool


class Margin(QWidget):
    """Paints what stands beside the text of ``pane``, and scrolls with it.

    Boxes count from the text: from the left, and from the right beside Arabic or Hebrew.
    """

    tag_clicked = Signal(str)  # the annotation's id

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._speakers: Sequence[SpeakerNote] = ()
        self._tags: Sequence[TagNote] = ()
        self._bars: list[_Bar] | None = None
        self._labels: list[_Label] = []
        pane.layout_changed.connect(self._forget)
        pane.verticalScrollBar().valueChanged.connect(self.update)

    def show_speakers(self, notes: Sequence[SpeakerNote]) -> None:
        """Name exactly these speakers."""
        self._speakers = tuple(notes)
        self._forget()

    def show_tags(self, notes: Sequence[TagNote]) -> None:
        """Show exactly these tags."""
        self._tags = tuple(notes)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        visible = self._pane.visible_extent()
        with painting(self) as painter:
            self._arrange()
            painter.translate(0, -visible.top)
            for bar in self._bars or ():
                if bar.extent.bottom >= visible.top and bar.extent.top <= visible.bottom:
                    self._paint_bar(painter, bar)
            painter.setFont(self._font())
            for label in self._labels:
                if label.box.bottom() >= visible.top and label.box.top() <= visible.bottom:
                    self._paint_label(painter, label)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        note = self._note_at(event.position())
        if isinstance(note, TagNote):
            self.tag_clicked.emit(note.annotation)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._pane.viewport(), event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self._note_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(_told(note)) if note else "", self)
            return True
        return super().event(event)

    def _forget(self) -> None:
        self._bars = None
        self.update()

    def _font(self) -> QFont:
        return self._pane.look.theme.interface_font(self._pane.look.scale * 0.86)

    def _arrange(self) -> None:
        """Give bars their lanes and labels their places, from top to bottom."""
        if self._bars is not None:
            return
        extent = self._pane.places.extent
        shown = self._pane.shown.span
        self._bars = []
        lanes: list[float] = []  # how far down each lane is taken
        for tag in self._tags:
            if tag.span.overlaps(shown):
                place = extent(tag.span)
                free = (lane for lane, bottom in enumerate(lanes) if bottom <= place.top + 1)
                lane = next(free, len(lanes))
                lanes[lane : lane + 1] = [place.bottom]
                self._bars.append(_Bar(tag, place, lane))
        starts: list[tuple[float, int, SpeakerNote | TagNote]] = [
            (bar.extent.top, 1, bar.note) for bar in self._bars
        ]
        starts += [
            (extent(note.span).top, 0, note) for note in self._speakers if note.span.overlaps(shown)
        ]
        self._labels = []
        bottom = 0.0
        for _, _, note in sorted(starts, key=lambda start: start[:2]):
            label = self._label(note, max(self._pane.places.line_top(note.span), bottom))
            self._labels.append(label)
            bottom = label.box.bottom() + 1

    def _label(self, note: SpeakerNote | TagNote, top: float) -> _Label:
        metrics = QFontMetricsF(self._font())
        offset = max(0.0, (self._pane.look.unit * 1.5 - metrics.height()) / 2) * 0.8
        # Bars beside any of its height: one that begins in the middle of the line counts too.
        foot = top + offset + metrics.height()
        lanes = [bar.lane + 1 for bar in self._bars or () if _touches(bar.extent, top, foot)]
        left = max(lanes, default=0) * _LANE + _GAP
        swatch = isinstance(note, TagNote) and bool(note.name) and max(lanes, default=0) > 1
        has_sheet = isinstance(note, TagNote) and bool(note.note)
        indent = (_LANE + 2) * swatch + (_SHEET.width() + 4) * has_sheet
        words = note.name or _plain(_told(note))
        lines = _wrapped(words, metrics, self.width() - left - indent - 2)
        height = metrics.height() * len(lines) + 2
        box = QRectF(left, top + offset, self.width() - left, height)
        return _Label(lines, box, note, swatch, has_sheet)

    def _paint_bar(self, painter: QPainter, bar: _Bar) -> None:
        look = self._pane.look
        colour = look.theme.tag_colour(bar.note.colour, bar.note.number)
        colour = colour if bar.note.name else look.colour("muted")
        height = max(bar.extent.bottom - bar.extent.top - 4, 6)
        box = QRectF(bar.lane * _LANE, bar.extent.top + 2, _BAR, height)
        painter.fillRect(self._placed(box), colour)

    def _paint_label(self, painter: QPainter, label: _Label) -> None:
        look, box = self._pane.look, QRectF(label.box)
        if isinstance(label.note, TagNote):
            painter.setPen(look.colour("text" if label.note.name else "muted"))
            if label.swatch:
                colour = look.theme.tag_colour(label.note.colour, label.note.number)
                swatch = QRectF(box.left(), box.top() + 2, _BAR, box.height() - 4)
                painter.fillRect(self._placed(swatch), colour)
                box.setLeft(box.left() + _LANE + 2)
            if label.has_sheet:
                middle = box.top() + QFontMetricsF(self._font()).height() / 2
                sheet = QRectF(QPointF(box.left() + 0.5, middle - 4.5), _SHEET)
                _paint_sheet(painter, self._placed(sheet).topLeft())
                box.setLeft(box.left() + _SHEET.width() + 4)
        else:
            painter.setPen(look.colour("speaker"))
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if self._pane.is_mirrored else flag.AlignLeft
        painter.drawText(self._placed(box), side, "\n".join(label.lines))

    def _placed(self, box: QRectF) -> QRectF:
        """``box``, which counts from the text, in the widget."""
        return mirrored_in(box, self.width()) if self._pane.is_mirrored else box

    def _note_at(self, point: QPointF) -> SpeakerNote | TagNote | None:
        x = self.width() - point.x() if self._pane.is_mirrored else point.x()
        place = QPointF(x, point.y() + self._pane.scrolled)
        for label in self._labels:
            if label.box.contains(place):
                return label.note
        for bar in self._bars or ():
            box = QRectF(
                bar.lane * _LANE - 1, bar.extent.top, _LANE, bar.extent.bottom - bar.extent.top
            )
            if box.contains(place):
                return bar.note
        return None


def _touches(extent: Extent, top: float, bottom: float) -> bool:
    return extent.top - 1 < bottom and top < extent.bottom


def _told(note: SpeakerNote | TagNote) -> str:
    """What the tooltip says: the name, and under it the note, if any."""
    written = _plain(note.note) if isinstance(note, TagNote) else ""
    return "\n".join(filter(None, (note.name, written)))


def _paint_sheet(painter: QPainter, place: QPointF) -> None:
    """A sheet of paper with its upper right corner folded, in the pen's colour."""
    left, top = place.x(), place.y()
    right, bottom, fold = left + _SHEET.width(), top + _SHEET.height(), 3.0
    corners = (
        (left, top),
        (right - fold, top),
        (right, top + fold),
        (right, bottom),
        (left, bottom),
    )
    painter.drawPolygon([QPointF(x, y) for x, y in corners])
    for line in (1, 2):
        y = top + 2.5 * line + 0.5
        painter.drawLine(QPointF(left + 2, y), QPointF(right - 2, y))


def _wrapped(words: str, metrics: QFontMetricsF, width: float) -> tuple[str, ...]:
    """``words`` on one line, else on two; what still does not fit ends in an ellipsis."""
    if metrics.horizontalAdvance(words) <= width or " " not in words:
        return (metrics.elidedText(words, Qt.TextElideMode.ElideRight, width),)
    parts = words.split()
    first = parts.pop(0)
    while len(parts) > 1 and metrics.horizontalAdvance(f"{first} {parts[0]}") <= width:
        first = f"{first} {parts.pop(0)}"
    lines = (first, " ".join(parts))
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def _plain(note: str) -> str:
    """``note`` without its Markdown; what reads that is not needed for the first frame."""
    from diptych.ui.styling.markdown import plain_text

    return plain_text(note)
