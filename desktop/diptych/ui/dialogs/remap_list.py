"""The list of commands and keys, steered by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from diptych.ui.commands import Command
from diptych.ui.dialogs.remap_rows import KeyLineDelegate, KeyLineModel, key_lines
from diptych.ui.dialogs.remap_rules import ChosenKeys
from diptych.ui.theme import Theme


class KeyLineList(QListView):
    """Arrows move over the commands; letters go to the filter."""

    change_wanted = Signal()
    """Enter or a double click."""
    addition_wanted = Signal()
    """Insert."""
    removal_wanted = Signal()
    """Delete or Backspace."""
    command_selected = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = KeyLineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(KeyLineDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Commands and their keys"))
        self.doubleClicked.connect(lambda _index: self.change_wanted.emit())
        self.selectionModel().currentChanged.connect(
            lambda _new, _old: self.command_selected.emit()
        )

    def show_lines(self, typed: str, chosen: ChosenKeys) -> None:
        """Show what ``typed`` may mean; the selected command stays selected while shown."""
        before, shown = self.command(), self.commands()
        top = self.verticalScrollBar().value()
        self._model.replace(key_lines(typed, chosen))
        if self.commands() == shown:  # other keys alone: nothing may move under the reader's eyes
            self.doItemsLayout()
            self.verticalScrollBar().setValue(top)
        self.select(before.name if before else "")

    def select(self, name: str) -> None:
        """Select the command of that name, or the first one."""
        row = self._model.row_of(name)
        self.setCurrentIndex(self._model.index(row))
        if row == 1:
            self.scrollToTop()  # with the name of the menu over it

    def command(self) -> Command | None:
        """The selected command; None where none is shown."""
        row = self.currentIndex().row()
        return self._model.lines[row].command if row >= 0 else None

    def commands(self) -> list[Command]:
        """The commands that are shown."""
        return [line.command for line in self._model.lines if line.command]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Return: self.change_wanted,
            Qt.Key.Key_Enter: self.change_wanted,
            Qt.Key.Key_Insert: self.addition_wanted,
            Qt.Key.Key_Delete: self.removal_wanted,
            Qt.Key.Key_Backspace: self.removal_wanted,
        }
        for key, signal in signals.items():
            if event.key() == key:
                signal.emit()
                return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)
