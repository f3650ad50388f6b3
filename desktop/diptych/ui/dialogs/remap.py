"""Changing the keys of the commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.actions import translated
from diptych.ui.commands import keys_of
from diptych.ui.dialogs.remap_list import KeyLineList
from diptych.ui.dialogs.remap_rules import (
    Change,
    ChosenKeys,
    Refusal,
    applied,
    change,
    has_key,
    refusal,
    with_another_key,
    with_first_key,
)
from diptych.ui.dialogs.remap_strip import RemapStrip
from diptych.ui.dialogs.remap_words import (
    clash_sentence,
    refusal_sentence,
    result_sentence,
    standing_clashes,
)
from diptych.ui.styling.announcing import announce
from diptych.ui.styling.keycaps import shown_key
from diptych.ui.theme import Theme

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemapDialog(QDialog):
    """All commands with their keys; every change holds at once and can be undone here."""

    chosen = Signal(object)
    """The reader's own keys after a change: ``dict[str, tuple[str, ...]]``."""

    def __init__(self, chosen: ChosenKeys, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._unit = dict(chosen), theme.interface_size
        self._before: list[dict[str, tuple[str, ...]]] = []
        self._pending: Change | None = None
        self._adds = False
        self._came_from: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change keys"))
        self._field = QLineEdit(self)
        self._list = KeyLineList(theme, self)
        self._nothing = QLabel(self.tr("No command has these words or this key."), self)
        self._said = QLabel(self)
        self._strip = RemapStrip(theme, self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._reset = QPushButton(self.tr("Standard keys for all"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._connect()
        self._show_lines()
        self._say(standing_clashes(self._chosen), look="warning")
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    def sizeHint(self) -> QSize:
        return QSize(round(self._unit * 54), round(self._unit * 48))

    def _lay_out(self) -> None:
        words = self.tr("A command, or a key such as {key}")
        self._field.setPlaceholderText(words.format(key=shown_key("Ctrl+K")))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setClearButtonEnabled(True)
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setIndent(8)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing() * 2 + 4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self._undo, self._reset):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._said)
        column.addWidget(self._strip)
        column.addLayout(foot)
        self._strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._show_lines)
        self._list.typed.connect(self._type)
        self._list.command_selected.connect(self._offer)
        for part in (self._list, self._strip):
            part.change_wanted.connect(lambda: self._ask(adds=False))
            part.addition_wanted.connect(lambda: self._ask(adds=True))
            part.removal_wanted.connect(self._remove)
        self._strip.standard_wanted.connect(self._give_standard_keys)
        self._strip.capture.key_pressed.connect(self._take)
        self._strip.capture.emptied.connect(self._remove)
        self._strip.taking_wanted.connect(self._settle)
        self._strip.left.connect(self._leave)
        self._undo.clicked.connect(self._take_back)
        self._reset.clicked.connect(self._reset_all)
        self._close.clicked.connect(self.accept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER_KEYS:
                self._ask(adds=False)
                return True
            if event.key() in _LIST_KEYS:
                self._list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._strip.is_asking():
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
        else:
            super().keyPressEvent(event)

    # The list

    def _show_lines(self) -> None:
        self._list.show_lines(self._field.text(), self._chosen)
        found = bool(self._list.commands())
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._offer()

    def _type(self, words: str) -> None:
        self._field.setFocus()
        self._field.insert(words)

    def _offer(self) -> None:
        """Show what can be done now; a key that was waited for no longer is."""
        self._pending = None
        command = self._list.command()
        self._strip.offer(
            selected=command is not None,
            has_keys=command is not None and bool(keys_of(command, self._chosen)),
            changed=command is not None and command.name in self._chosen,
        )
        self._undo.setEnabled(bool(self._before))
        self._reset.setEnabled(bool(self._chosen))

    # One change

    def _ask(self, *, adds: bool) -> None:
        """Wait for a key for the selected command."""
        command = self._list.command()
        if command is None:
            return
        self._adds, self._came_from = adds, QApplication.focusWidget()
        keys = keys_of(command, self._chosen)
        words = self.tr("Press a key for “{command}”")
        if keys and adds:
            words = self.tr("Press one more key for “{command}”")
        elif keys:
            words = self.tr("Press the key for “{command}” in place of {key}")
        key = shown_key(keys[0]) if keys else ""
        self._say("")
        self._strip.ask_for_key(words.format(command=translated(command), key=key))

    def _take(self, key: str, with_alt_gr: bool) -> None:
        """Go on with a pressed key: refuse it, ask about a clash, or set it."""
        command = self._list.command()
        assert command is not None
        refused = Refusal.ALT_GR if with_alt_gr else refusal(command, key)
        if refused is not None:
            self._say(refusal_sentence(refused, key), look="warning")
        elif has_key(command, key, self._chosen):
            said = self.tr("{key} is its key already. Press another.")
            self._say(said.format(key=shown_key(key)), look="warning")
        else:
            placed = with_another_key if self._adds else with_first_key
            self._propose(change(command, placed(command, key, self._chosen), self._chosen))

    def _remove(self) -> None:
        if (command := self._list.command()) is not None and keys_of(command, self._chosen):
            self._propose(change(command, (), self._chosen))
        else:
            self._leave()

    def _give_standard_keys(self) -> None:
        if (command := self._list.command()) is not None:
            self._propose(change(command, command.keys, self._chosen))

    def _propose(self, wanted: Change) -> None:
        """Make a change, after a question where another command would lose a key by it."""
        self._pending = wanted
        if not wanted.losses:
            self._settle()
            return
        sentence = clash_sentence(wanted)
        self._say(sentence, look="warning")
        self._strip.ask_about_clash(sentence)

    def _settle(self) -> None:
        wanted = self._pending
        assert wanted is not None
        before = self._chosen
        self._replace(applied(wanted, before))
        self._say(result_sentence(wanted, before, self._chosen))
        self._go_back()

    def _leave(self) -> None:
        self._say("")
        self._offer()
        self._go_back()

    def _go_back(self) -> None:
        """Give the focus to where the change began."""
        (self._field if self._came_from is self._field else self._list).setFocus()

    # All of them

    def _reset_all(self) -> None:
        self._replace({})
        self._say(self.tr("All commands have their standard keys again."))
        self._list.setFocus()

    def _take_back(self) -> None:
        if self._before:
            self._replace(self._before.pop(), keeps=False)
            self._say(self.tr("The last change was undone."))
            self._go_back()

    def _replace(self, chosen: dict[str, tuple[str, ...]], *, keeps: bool = True) -> None:
        """Put ``chosen`` into force; ``keeps`` what was there for undoing."""
        if keeps:
            self._before.append(self._chosen)
        self._chosen = chosen
        self._show_lines()
        self.chosen.emit(dict(chosen))

    def _say(self, sentence: str, *, look: str = "") -> None:
        self._said.setText(sentence)
        self._said.setProperty("look", look)
        self.style().unpolish(self._said)
        self.style().polish(self._said)
        announce(self, sentence)
