"""A strip beside a passage: type a few letters, and take one of what they may mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diptych.ui.panels.fields import StripField
from diptych.ui.panels.hints import KeyHint, KeyHints
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.theme import Theme

MOST_ROWS = 7
"""As many choices are in view at once."""


class ChoiceDelegate(RowDelegate):
    """Draws a choice on one line."""

    separated = False
    shows_selection = True

    @property
    def pad(self) -> int:
        return round(self.theme.interface_size * 0.25)

    @property
    def line(self) -> float:
        """The height of what is drawn of a choice, in pixels."""
        return self.theme.interface_size * 1.5

    def _height(self, row: object, width: int) -> float:
        return self.line  # and nothing is kept of what was offered once


class ChoiceStrip(QFrame):
    """Up and Down step through the choices, Enter takes one, Escape leaves all as it was.

    Whoever opens the strip puts it where it belongs.
    """

    closed = Signal()

    def __init__(self, theme: Theme, delegate: ChoiceDelegate, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme, self._delegate = theme, delegate
        self._field = StripField(self)
        self._list = RowList(delegate, "", self)
        self._hints = KeyHints(theme, self)
        self.setProperty("look", "strip")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        for part in (self._field, self._list, self._hints):
            column.addWidget(part)
        self._field.textChanged.connect(self._find)
        self._field.entered.connect(self._apply)
        self._field.escaped.connect(self._close)
        self._field.focus_lost.connect(self._close)
        self._field.stepped.connect(self._step)
        self._list.row_chosen.connect(lambda row: self._take(row, stay=False))
        self.hide()

    def _found(self, typed: str) -> Sequence[object]:
        """The choices that ``typed`` may mean, the likeliest first."""
        raise NotImplementedError

    def _sentence(self, row: object) -> str:
        """A choice as a screen reader tells it."""
        raise NotImplementedError

    def _take(self, row: object, *, stay: bool) -> None:
        """Have a choice carried out; the strip closes unless it is to ``stay``."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.set_theme(theme)
        self._hints.set_theme(theme)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 21), super().sizeHint().height())

    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def _name(self, strip: str, field: str, choices: str, hints: list[KeyHint]) -> None:
        """Name the parts for screen readers, and the keys that take a choice."""
        self.setAccessibleName(strip)
        self._field.setAccessibleName(field)
        self._list.setAccessibleName(choices)
        self._hints.show_hints(hints)

    def _open(self) -> None:
        """Show the choices for what is typed, and take the keys."""
        self._find()
        self.show()
        self.raise_()
        self._field.setFocus()
        self._field.selectAll()

    def _find(self) -> None:
        found = self._found(self._field.text())
        self._list.show_rows(found, [self._sentence(row) for row in found])
        step = self._delegate.line + 2 * self._delegate.pad + 1
        self._list.setFixedHeight(round(step * min(MOST_ROWS, max(1, len(found)))) + 1)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self.adjustSize()

    def _step(self, step: int) -> None:
        row, count = self._list.currentIndex().row() + step, self._list.model().rowCount()
        if 0 <= row < count:
            self._list.setCurrentIndex(self._list.model().index(row, 0))

    def _apply(self, held: Qt.KeyboardModifier) -> None:
        rows, row = self._list.rows(), self._list.currentIndex().row()
        if rows:
            self._take(rows[max(0, row)], stay=bool(held & Qt.KeyboardModifier.ControlModifier))

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()
