"""The list of the library: rows under the keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from diptych.ui.panels.library_delegate import LibraryDelegate
from diptych.ui.panels.library_model import Index, LibraryModel
from diptych.ui.panels.rows import ArticleRow, ListRow
from diptych.ui.theme import Theme

_OTHER_PANE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class LibraryList(QListView):
    """A list of one selectable article at a time; headings are passed over."""

    open_requested = Signal(str, bool)
    """The path of an article, and whether it is wanted in the other pane."""
    selection_moved = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = LibraryModel(self)
        self._delegate = LibraryDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Articles"))
        self._set_step()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self._set_step()
        self.scheduleDelayedItemsLayout()

    def set_open_paths(self, paths: Collection[str]) -> None:
        """Mark the articles that are open in a pane."""
        changed = self._delegate.set_open_paths(frozenset(paths))
        for row in self._rows_in_view():
            if self._model.path_at(row) in changed:
                self.update(self._model.index(row))

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Replace the rows; the selected article and what is on screen stay where they are."""
        selected, near = self.selected_path(), self.currentIndex().row()
        anchor = self._anchor()
        path, offset = self._model.path_at(anchor), self._top_of(anchor)
        self._delegate.set_snippets(
            any(isinstance(row, ArticleRow) and row.snippet is not None for row in rows)
        )
        self._model.replace(rows)
        self._set_step()
        self.doItemsLayout()
        kept = self._model.row_of(path, anchor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(kept) - offset if kept >= 0 else 0)
        self.select_row(self._model.row_of(selected, near), follow=False)

    def rows(self) -> Sequence[ListRow]:
        """The rows that are shown."""
        return self._model.rows

    def selected_path(self) -> str:
        """The path of the selected article; empty where none is."""
        return self._model.path_at(self.currentIndex().row())

    def select_path(self, path: str) -> bool:
        """Select the article at ``path`` and bring it on screen; False where it is not listed."""
        row = self._model.row_of(path, self.currentIndex().row())
        self.select_row(row)
        return row >= 0

    def select_first(self) -> None:
        """Select the first article, and show the list from its top."""
        self.select_row(self._model.next_article(-1, 1))
        self.scrollToTop()

    def select_row(self, row: int, *, follow: bool = True) -> None:
        """Select ``row`` where there is one; ``follow`` scrolls to it."""
        if row < 0:
            return
        self.setAutoScroll(follow)
        self.setCurrentIndex(self._model.index(row))
        self.setAutoScroll(True)

    def move(self, step: int) -> bool:  # type: ignore[override]
        """Select the next article in steps of ``step``; False at the end of the list."""
        row = self._model.next_article(self.currentIndex().row(), step)
        self.select_row(row)
        if row == self._model.next_article(-1, 1):
            self.scrollToTop()  # with the heading over it
        return row >= 0

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or self._model.path_at(index.row()):
            return index
        back = index.row() < self.currentIndex().row() and index.row() > 0
        row = self._model.next_article(index.row(), -1 if back else 1)
        return self._model.index(row) if row >= 0 else self.currentIndex()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if path := self._model.path_at(current.row()):
            self.selection_moved.emit(path)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the selected article on screen: it is where the keys begin."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        path = self._model.path_at(self.indexAt(event.position().toPoint()).row())
        if path and event.button() == Qt.MouseButton.LeftButton:
            self.open_requested.emit(path, bool(event.modifiers() & _OTHER_PANE))

    def _rows_in_view(self) -> range:
        first = self.indexAt(QPoint(1, 1)).row()
        last = self.indexAt(QPoint(1, self.viewport().height() - 1)).row()
        return range(max(first, 0), (last if last >= 0 else len(self.rows()) - 1) + 1)

    def _anchor(self) -> int:
        """The row that is to stay where it is on screen; -1 where the list stands at its top.

        That is the selected one while it can be seen, since the reader looks at it.
        """
        current = self.currentIndex()
        if current.isValid() and self.viewport().rect().intersects(self.visualRect(current)):
            return current.row()
        if self.verticalScrollBar().value() == 0:
            return -1
        top = self.indexAt(QPoint(1, 1)).row()
        # A heading has no path to find it by: its first account stands for it.
        return top if self._model.path_at(top) else self._model.next_article(top, 1)

    def _top_of(self, row: int) -> int:
        return self.visualRect(self._model.index(row)).top() if row >= 0 else 0

    def _set_step(self) -> None:
        self.verticalScrollBar().setSingleStep(max(8, self._delegate.row_height() // 3))
