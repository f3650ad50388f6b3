"""The tags that have a digit, always in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.flow import FlowLayout
from diptych.ui.styling.colours import mixed
from diptych.ui.styling.keycaps import cap_size, paint_cap
from diptych.ui.styling.painting import painting
from diptych.ui.styling.plain import label, tip
from diptych.ui.theme import Theme


class TagChip(QAbstractButton):
    """A tag with its colour and its digit."""

    def __init__(
        self, name: str, key: str, colour: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._colour, self._theme = key, colour, theme
        self._name = name
        self.setText(label(name))
        self.setAccessibleName(f"{key} {name}")
        self.setFont(theme.interface_font(0.92))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        width = 4 + unit * 1.25 + self.fontMetrics().horizontalAdvance(self._name)
        return QSize(round(width + cap_size(self._key, self._theme)[0]), round(unit * 1.75))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            colour, unit = self._theme.colour, self._theme.interface_size
            ground = colour("panel")
            if self.underMouse() or self.isDown():
                ground = mixed(ground, colour("accent_tint"), 0.9 if self.isDown() else 0.5)
            focus = self.hasFocus()
            thick = 2.0 if focus else 1.0
            frame = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.setPen(QPen(colour("accent" if focus else "line"), thick))
            painter.setBrush(ground)
            painter.drawRoundedRect(frame, 3, 3)
            painter.fillRect(QRectF(0, 0, 4, self.height()), self._colour)
            left = 4 + unit * 0.45
            left += paint_cap(painter, left, self.height() / 2, self._key, self._theme)
            painter.setPen(colour("text"))
            painter.setFont(self.font())
            metrics = self.fontMetrics()
            words = metrics.elidedText(
                self._name, Qt.TextElideMode.ElideRight, round(self.width() - left - unit * 0.7)
            )
            base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + unit * 0.4, base), words)


class TagPalette(QWidget):
    """A chip for each tag that has a digit, and one that says there is nothing to tag."""

    tag_clicked = Signal(str)
    nothing_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[Tag, ...] | None = None  # until a codebook is there
        self._layout = FlowLayout(self, gap=5)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self.setAccessibleName(self.tr("Tag palette"))
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show the tags of the codebook that have a digit, in the digits' order.

        The colour of a tag that has none follows from its place in ``tags``.
        """
        self._tags = tuple(tags)
        self._fill()

    def _fill(self) -> None:
        if self._tags is None:
            return
        keyed = [(tag.key, number, tag) for number, tag in enumerate(self._tags) if tag.key]
        with self._layout.filled_anew():
            for key, number, tag in sorted(keyed, key=lambda item: item[:2]):
                colour = self._theme.tag_colour(tag.colour, number).name()
                chip = TagChip(tag.name, key, colour, self._theme, self)
                chip.setToolTip(tip(tag.description or tag.name))
                chip.clicked.connect(
                    lambda _checked=False, name=tag.name: self.tag_clicked.emit(name)
                )
                self._layout.addWidget(chip)
                chip.show()
            muted = self._theme.colours.muted
            nothing = TagChip(self.tr("nothing"), "0", muted, self._theme, self)
            nothing.setToolTip(self.tr("Read, and there is nothing to tag"))
            nothing.clicked.connect(self.nothing_clicked)
            self._layout.addWidget(nothing)
            nothing.show()
        self.updateGeometry()
