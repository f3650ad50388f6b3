"""The keys of one command, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diptych.ui.styling.keycaps import cap_size, paint_cap
from diptych.ui.styling.painting import painting
from diptych.ui.theme import Theme

_GAP = 4


class CapRow(QWidget):
    """Key caps from left to right; a dash between two stands for all that lie between them."""

    def __init__(self, keys: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._theme = tuple(keys), theme
        self.setAccessibleName(", ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keys(self) -> tuple[str, ...]:
        """The keys as they are shown."""
        return self._keys

    def sizeHint(self) -> QSize:
        sizes = [cap_size(key, self._theme) for key in self._keys]
        width = sum(width for width, _ in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(round(width) + 1, round(max((height for _, height in sizes), default=0)) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            left, middle = 0.0, self.height() / 2
            for key in self._keys:
                if key == "–":
                    width, _ = cap_size(key, self._theme)
                    painter.setPen(self._theme.colour("muted"))
                    painter.drawText(QPointF(left + width / 3, middle + 4), key)
                else:
                    width = paint_cap(painter, left, middle, key, self._theme)
                left += width + _GAP
