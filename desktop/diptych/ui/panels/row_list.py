"""A short list of values under the keys, for the inspector's pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from diptych.ui.panels.library_model import ROW_ROLE, Index


class RowModel(QStringListModel):
    """Values with a sentence each for a screen reader; the sentences are Qt's own strings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[object] = ()

    def replace(self, rows: Sequence[object], sentences: Sequence[str]) -> None:
        """Show ``rows`` instead of what was there."""
        self._rows = rows
        self.setStringList(sentences)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ROW_ROLE:
            return self._rows[index.row()] if index.isValid() else None
        shown = Qt.ItemDataRole.DisplayRole
        return super().data(index, shown if role == Qt.ItemDataRole.AccessibleTextRole else role)


class RowList(QListView):
    """Arrows move, Enter or a click chooses."""

    row_chosen = Signal(object)
    """The value of the row."""

    def __init__(
        self, delegate: QStyledItemDelegate, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        delegate.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)

    def show_rows(self, rows: Sequence[object], sentences: Sequence[str]) -> None:
        """Replace the rows; the place in the list is kept as far as it still exists."""
        row, top = self.currentIndex().row(), self.verticalScrollBar().value()
        self._model.replace(rows, sentences)
        if self.isVisible():  # a page that is not turned to is laid out when it is
            self.doItemsLayout()
            self.verticalScrollBar().setValue(top)
        if rows and row >= 0:
            self.setAutoScroll(False)
            self.setCurrentIndex(self._model.index(min(row, len(rows) - 1)))
            self.setAutoScroll(True)

    def rows(self) -> list[object]:
        """The values that are shown."""
        return [self._model.index(row).data(ROW_ROLE) for row in range(self._model.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands in this window."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()  # rows wrap anew and change their height

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.data(ROW_ROLE))
