"""QActions made from the table of commands, with their keys in the right places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from diptych.ui.commands import COMMANDS, Command, Context, Menu, Owner, When, keys_of


def clashes(remapped: Mapping[str, tuple[str, ...]]) -> list[tuple[str, Command, Command]]:
    """Keys that would mean two things in one place, with the two commands."""
    found = []
    taken: dict[tuple[str, Context], Command] = {}
    for command in COMMANDS:
        for key in keys_of(command, remapped):
            normal = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
            for place in command.context.places:
                other = taken.setdefault((normal, place), command)
                if other is not command:
                    found.append((key, other, command))
    return found


class Actions(QObject):
    """One QAction a command."""

    def __init__(
        self,
        owners: Mapping[Owner, object],
        places: Mapping[Context, Iterable[QWidget]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for command in COMMANDS:
            method: Callable[[], object] = getattr(owners[command.owner], command.name)
            action = QAction(translated(command), self)
            action.setObjectName(command.name)
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _checked=False, run=method: run())
            self._actions[command.name] = action
            if command.context is Context.EVERYWHERE:
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                parent.addAction(action)
            else:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for widget in places[command.context]:
                    widget.addAction(action)
        self.set_keys({})

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_keys(self, remapped: Mapping[str, tuple[str, ...]]) -> None:
        """Give every action its keys; ``remapped`` holds those that the reader chose."""
        for command in COMMANDS:
            sequences = [QKeySequence(key) for key in keys_of(command, remapped)]
            self._actions[command.name].setShortcuts(sequences)

    def set_available(self, present: frozenset[When]) -> None:
        """Enable the actions whose condition is among ``present``."""
        for command in COMMANDS:
            available = command.when is When.ALWAYS or command.when in present
            self._actions[command.name].setEnabled(available)

    def run(self, name: str) -> None:
        """Carry out a command as if its key had been pressed."""
        self._actions[name].trigger()

    def press(self, key: str) -> None:
        """Carry out the command that has ``key`` in the panes, where there is one.

        For keys that Qt does not find by itself: a digit that the keyboard types as another sign.
        """
        for command in COMMANDS:
            shortcuts = self._actions[command.name].shortcuts()
            if Context.READING in command.context.places and QKeySequence(key) in shortcuts:
                self.run(command.name)
                return

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu in Menu:
            entries = bar.addMenu(QCoreApplication.translate("Menu", menu.value))
            for command in COMMANDS:
                if command.menu is menu:
                    entries.addAction(self._actions[command.name])


def translated(command: Command) -> str:
    """The command's label in the language of the interface."""
    return QCoreApplication.translate("Command", command.label)


def menu_title(menu: Menu) -> str:
    """The menu's name in the language of the interface, without the sign for its letter."""
    return QCoreApplication.translate("Menu", menu.value).replace("&", "")
