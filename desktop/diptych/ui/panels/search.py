"""The one field that searches the library."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from diptych.ui.styling.keycaps import Remapped, cap_size, first_key, paint_cap
from diptych.ui.styling.painting import painting
from diptych.ui.theme import Theme


class SearchField(QLineEdit):
    """A field that keeps its words when it is left; its key is drawn in it while it is empty."""

    left = Signal()
    """Escape: back to where the reader was."""
    list_wanted = Signal()
    """Down: into the list of what was found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = first_key("search_from_text")
        self.setPlaceholderText(self.tr("Search the library"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setAccessibleDescription(
            self.tr("Words, “phrases”, outlet:, date:, name:, tag:, AND, OR, NOT")
        )
        self.setToolTip(self.accessibleDescription())
        self.setClearButtonEnabled(True)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_keys(self, remapped: Remapped) -> None:
        """Show the reader's own key."""
        self._key = first_key("search_from_text", remapped)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or not self._key:
            return
        with painting(self) as painter:
            width, _ = cap_size(self._key, self._theme)
            words = self.fontMetrics().horizontalAdvance(self.placeholderText())
            place: QRect = self.contentsRect()
            left = place.left() + words + self._theme.interface_size * 1.6
            if left + width < place.right() - 4:
                paint_cap(painter, left, place.center().y() + 0.5, self._key, self._theme)
