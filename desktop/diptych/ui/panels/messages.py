"""What the program has to say, above the text and never over it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from diptych.ui.panels.sign import Sign
from diptych.ui.styling.announcing import announce
from diptych.ui.theme import Theme


class MessageKind(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class MessageAction:
    """Something the reader can do about a message."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, with up to two things that can be done."""

    kind: MessageKind
    text: str
    actions: tuple[MessageAction, ...] = ()


class MessageBar(QFrame):
    """Shows one message at a time, errors first; hidden while there is none.

    An information gives way to whatever comes next. Warnings and errors stay until they are
    closed or acted upon; the same one is not said twice.
    """

    action_chosen = Signal(str)
    """The name of the action whose button was pressed; the message is gone by then."""
    emptied = Signal()
    """The last message was closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: list[Message] = []
        self._shown: Message | None = None
        self._sign = Sign(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel(self)
        self._more.setProperty("look", "small")
        self._buttons = [QPushButton(self), QPushButton(self)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, place=place: self._act(place))
        self._close = QToolButton(self)
        self._close.setProperty("look", "link")
        self._close.setText("✕")
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        for widget in (self._more, *self._buttons, self._close):
            row.addWidget(widget)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._shown is not None:
            self._paint_sign(self._shown.kind)

    def show_message(self, message: Message) -> None:
        """Show ``message``, now or when those before it are closed."""
        if message == self._shown or message in self._waiting:
            return
        shown = self._shown
        if shown is None or shown.kind is MessageKind.INFO:
            self._show(message)
        elif shown.kind is MessageKind.WARNING and message.kind is MessageKind.ERROR:
            self._waiting.insert(0, shown)
            self._show(message)
        else:
            self._queue(message)
            self._count()

    def message(self) -> Message | None:
        """What is being said."""
        return self._shown

    def close_message(self) -> None:
        """Go on to the next message, or hide."""
        if self._waiting:
            self._show(self._waiting.pop(0))
            return
        self._shown = None
        self.hide()
        self.emptied.emit()

    def _queue(self, message: Message) -> None:
        if message.kind is MessageKind.ERROR:
            place = sum(other.kind is MessageKind.ERROR for other in self._waiting)
            self._waiting.insert(place, message)
            return
        self._waiting = [other for other in self._waiting if other.kind is not MessageKind.INFO]
        self._waiting.append(message)

    def _show(self, message: Message) -> None:
        self._shown = message
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(message.actions))
            if place < len(message.actions):
                button.setText(message.actions[place].label)
        self.setProperty("look", message.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._paint_sign(message.kind)
        self._count()
        self.show()
        announce(self, message.text, urgent=message.kind is MessageKind.ERROR)

    def _paint_sign(self, kind: MessageKind) -> None:
        role = "accent" if kind is MessageKind.INFO else kind.value
        letter = "i" if kind is MessageKind.INFO else "!"
        self._sign.show_letter(letter, self._theme.colour(role), self._theme.colour("field"))

    def _count(self) -> None:
        self._more.setVisible(bool(self._waiting))
        self._more.setText(self.tr("%n more", "", len(self._waiting)))

    def _act(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.actions):
            name = self._shown.actions[place].name
            self.close_message()
            self.action_chosen.emit(name)
