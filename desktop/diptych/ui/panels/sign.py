"""A round sign in front of a message."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget

from diptych.ui.styling.painting import painting


class Sign(QWidget):
    """A letter on a disc, so that the kind of a message does not hang on its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._ground, self._ink = "i", QColor(), QColor()

    def show_letter(self, letter: str, ground: QColor, ink: QColor) -> None:
        """Draw ``letter`` in ``ink`` on a disc of ``ground``."""
        self._letter, self._ground, self._ink = letter, ground, ink
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.15)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            side = min(self.width(), self.height()) - 1.0
            disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawEllipse(disc)
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(self._ink)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letter)
