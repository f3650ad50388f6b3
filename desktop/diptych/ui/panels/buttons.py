"""Buttons that show the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from diptych.ui.styling.colours import mixed
from diptych.ui.styling.keycaps import Remapped, cap_size, first_key, paint_cap
from diptych.ui.styling.painting import paint_inner_ring, painting
from diptych.ui.theme import Theme


class KeyButton(QAbstractButton):
    """A label and a key cap; outlined in the accent while it is switched on, or can be pressed."""

    def __init__(
        self, command: str, theme: Theme, parent: QWidget | None = None, *, switch: bool = True
    ) -> None:
        super().__init__(parent)
        self._command, self._theme = command, theme
        self._key = first_key(command)
        self.setCheckable(switch)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_keys(self, remapped: Remapped) -> None:
        """Show the reader's own key."""
        self._key = first_key(self._command, remapped)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Pressing asks for the command; its outcome sets the state."""

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        width = self.fontMetrics().horizontalAdvance(self.text()) + unit * 1.7
        if self._key:
            width += cap_size(self._key, self._theme)[0] + unit * 0.45
        return QSize(round(width), round(unit * 2.1))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            colour, unit = self._theme.colour, self._theme.interface_size
            on = self.isEnabled() and (self.isChecked() or not self.isCheckable())
            focus = self.hasFocus()
            thick = 2.0 if focus else 1.0
            frame = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            ground = colour("field")
            if self.isDown():
                ground = colour("accent_tint")
            elif self.underMouse() and self.isEnabled():
                ground = mixed(ground, colour("accent_tint"), 0.6)
            painter.setPen(QPen(colour("accent") if on or focus else colour("line"), thick))
            painter.setBrush(ground)
            painter.drawRoundedRect(frame, 5, 5)
            if focus:
                paint_inner_ring(painter, frame, colour("accent"))
            role = "accent" if on else "text" if self.isEnabled() else "muted"
            painter.setPen(colour(role))
            left = unit * 0.85
            painter.setFont(self.font())
            metrics = self.fontMetrics()
            base = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, base), self.text())
            if self._key:
                left += metrics.horizontalAdvance(self.text()) + unit * 0.45
                paint_cap(painter, left, self.height() / 2, self._key, self._theme)
