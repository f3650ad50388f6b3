"""The bar that finds words in the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from diptych.ui.panels.fields import StripField
from diptych.ui.styling.keycaps import Remapped, first_key
from diptych.ui.theme import Theme


class FindBar(QWidget):
    """A field, how many hits there are, and the way from one to the next.

    The words stay when the bar is closed.
    """

    find_changed = Signal(str)
    find_next_requested = Signal(int)
    """1 for the next hit, -1 for the one before."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = StripField(self)
        self._count = QLabel(self)
        self._count.setProperty("look", "small")
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.setMaximumWidth(round(theme.interface_size * 24))
        before = self._button("↑", self.tr("Previous hit"))
        after = self._button("↓", self.tr("Next hit"))
        close = self._button("✕", self.tr("Close"))
        self._buttons = {"find_previous": before, "find_next": after, "back_to_text": close}
        self.set_keys({})
        row = QHBoxLayout()
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        for part in (before, after, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(close)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(line)
        before.clicked.connect(lambda: self.find_next_requested.emit(-1))
        after.clicked.connect(lambda: self.find_next_requested.emit(1))
        close.clicked.connect(self.close_bar)
        self._field.textChanged.connect(self.find_changed)
        self._field.entered.connect(self._enter)
        self._field.stepped.connect(self.find_next_requested)
        self._field.escaped.connect(self.close_bar)
        self.hide()

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "link")
        button.setText(sign)
        button.setAccessibleName(name)
        return button

    def set_keys(self, remapped: Remapped) -> None:
        """Name the keys that the reader chose."""
        for command, button in self._buttons.items():
            key = first_key(command, remapped)
            button.setToolTip(f"{button.accessibleName()}  {key}".rstrip())

    def open_bar(self, words: str = "") -> None:
        """Show the bar and take the keys; ``words`` replace what was looked for last."""
        self.show()
        if words:
            self._field.setText(words)
        self._field.setFocus()
        self._field.selectAll()
        if self._field.text():
            self.find_changed.emit(self._field.text())

    def close_bar(self) -> None:
        """Hide the bar; the words are kept."""
        self.hide()
        self.closed.emit()

    def words(self) -> str:
        """What is looked for."""
        return self._field.text()

    def show_count(self, current: int, total: int) -> None:
        """Say that hit ``current``, counted from 1, of ``total`` is shown; 0 for none yet."""
        if not self._field.text():
            self._count.clear()
        elif total == 0:
            self._count.setText(self.tr("not found"))
        else:
            self._count.setText(
                self.tr("{current} of {total}").format(
                    current=self.locale().toString(current), total=self.locale().toString(total)
                )
            )

    def _enter(self, held: Qt.KeyboardModifier) -> None:
        self.find_next_requested.emit(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
