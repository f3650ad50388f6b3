"""What stands where there is nothing to show: one sentence and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Placeholder(QWidget):
    """A sentence and its actions."""

    action_requested = Signal(str)
    """The name of the action whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setProperty("look", "muted")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self._sentence)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        self._shown: tuple[str, tuple[tuple[str, str], ...]] = ("", ())

    def say(self, sentence: str, actions: Sequence[tuple[str, str]] = ()) -> None:
        """Show ``sentence`` and a button for each action, given as name and label."""
        if (sentence, tuple(actions)) == self._shown:
            return
        self._shown = (sentence, tuple(actions))
        self._sentence.setText(sentence)
        while (item := self._buttons.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        for name, label in actions:
            button = QPushButton(label, self)
            button.clicked.connect(
                lambda _checked=False, name=name: self.action_requested.emit(name)
            )
            self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def focus_action(self) -> bool:
        """Give the first action the keys; False where there is none."""
        item = self._buttons.itemAt(0)
        button = item.widget() if item is not None else None
        if button is not None:
            button.setFocus()
        return button is not None

    def sentence(self) -> str:
        """What is being said."""
        return self._sentence.text()
