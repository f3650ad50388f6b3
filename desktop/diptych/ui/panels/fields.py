"""Fields that keep a few keys for themselves while the cursor is in them."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# Going to another window, or opening a menu, is not leaving the field.
_STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def _asks_for_key(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Whether Qt asks if a key is the field's own, before it looks for a shortcut."""
    return event.type() == QEvent.Type.ShortcutOverride


class StripField(QLineEdit):
    """One line whose Enter, Escape and arrows belong to the strip that it stands in.

    The window's own shortcuts, Escape among them, do not act while the cursor is here.
    """

    entered = Signal(Qt.KeyboardModifier)
    """Enter, with what was held."""
    escaped = Signal()
    stepped = Signal(int)
    """Down (1) or Up (-1)."""
    focus_lost = Signal()

    def event(self, event: QEvent) -> bool:
        if _asks_for_key(event) and event.key() in _OWN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit(event.modifiers() & _HELD)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.focus_lost.emit()


class StripText(QPlainTextEdit):
    """Several lines; Ctrl+Enter and Escape belong to the strip."""

    entered = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if _asks_for_key(event) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self._is_own(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_Escape or bool(held and event.key() in _ENTER)
