"""The strip under the list of keys: what can be done, the key being pressed, a clash."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.dialogs.remap_capture import KeyCapture
from diptych.ui.theme import Theme


class RemapStrip(QStackedWidget):
    """One of three pages; the height stays, so that the list over it does not jump."""

    change_wanted = Signal()
    addition_wanted = Signal()
    removal_wanted = Signal()
    standard_wanted = Signal()
    taking_wanted = Signal()
    """The reader lets the key go from where it was."""
    left = Signal()
    """The reader leaves everything as it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.capture = KeyCapture(theme, self)
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        self._change = self._button(self.tr("Change…"), self.change_wanted)
        self._add = self._button(self.tr("Add a key…"), self.addition_wanted)
        self._remove = self._button(self.tr("No key"), self.removal_wanted)
        self._standard = self._button(self.tr("Standard keys"), self.standard_wanted)
        self._take = self._button(self.tr("Use it here instead"), self.taking_wanted)
        self._leave = self._button(self.tr("Leave it"), self.left)
        self.addWidget(_row(self._change, self._add, self._remove, self._standard))
        self.addWidget(self._capture_page())
        self.addWidget(_row(self._leave, self._take))
        self.capture.left.connect(self.left)

    def _button(self, words: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda _checked=False: wanted.emit())
        return button

    def _capture_page(self) -> QWidget:
        explained = QLabel(self.tr("Esc leaves it as it is. Backspace takes its keys away."), self)
        explained.setProperty("look", "small")
        for label in (self._title, explained):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(explained)
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.capture, 0, Qt.AlignmentFlag.AlignRight)
        return page

    def offer(self, *, selected: bool, has_keys: bool, changed: bool) -> None:
        """Show what can be done with the selected command."""
        self._change.setEnabled(selected)
        self._add.setEnabled(has_keys)
        self._remove.setEnabled(has_keys)
        self._standard.setEnabled(changed)
        self.capture.stop()
        self.setCurrentIndex(0)

    def ask_for_key(self, words: str) -> None:
        """Take the next key; ``words`` say what for."""
        self._title.setText(words)
        self.capture.setAccessibleName(words)
        self.setCurrentIndex(1)
        self.capture.start()

    def ask_about_clash(self, sentence: str) -> None:
        """Let the reader choose what to do about what ``sentence`` says."""
        for button in (self._take, self._leave):
            button.setAccessibleDescription(sentence)
        self.capture.stop()
        self.setCurrentIndex(2)
        self._leave.setFocus()

    def is_asking(self) -> bool:
        """Whether a key or a choice is waited for."""
        return self.currentIndex() > 0


def _row(*buttons: QPushButton) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return page
