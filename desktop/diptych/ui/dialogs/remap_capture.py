"""Takes one pressed key, whatever it would otherwise do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QWidget

from diptych.ui.digits import digit_of
from diptych.ui.styling.keycaps import cap_size, paint_cap, shown_key
from diptych.ui.styling.painting import painting
from diptych.ui.theme import Theme

_Modifier = Qt.KeyboardModifier
_HELD = {
    Qt.Key.Key_Control: ("Ctrl", _Modifier.ControlModifier),
    Qt.Key.Key_Alt: ("Alt", _Modifier.AltModifier),
    Qt.Key.Key_Shift: ("Shift", _Modifier.ShiftModifier),
    Qt.Key.Key_Meta: ("Meta", _Modifier.MetaModifier),
}
_SILENT = (
    *_HELD,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Hyper_L,
    Qt.Key.Key_Hyper_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
)
_EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_DEAD_KEYS = range(int(Qt.Key.Key_Dead_Grave), int(Qt.Key.Key_Dead_Grave) + 0x80)
# Qt's keys that type a sign are its code point; those beyond have names.
_NAMED_KEYS = 0x01000000


def key_of(event: QKeyEvent) -> str:
    """The portable form of a pressed key; empty where Qt cannot name it.

    Signs stand without Shift, which is how some keyboards type them and others do not, and the
    keypad's keys are those of the main keyboard. The number row gives its digits on any layout.
    """
    key, held = event.key(), event.modifiers() & ~_Modifier.KeypadModifier
    if (digit := digit_of(event)) is not None:
        return str(digit)
    if key in _DEAD_KEYS or key in (0, Qt.Key.Key_unknown):
        return ""
    if key == Qt.Key.Key_Enter:
        key = int(Qt.Key.Key_Return)
    if key < _NAMED_KEYS and not chr(key).isalpha() and key != Qt.Key.Key_Space:
        held &= ~_Modifier.ShiftModifier
    return QKeySequence(key | held.value).toString(QKeySequence.SequenceFormat.PortableText)


class KeyCapture(QWidget):
    """Shows what is held and tells what is pressed with it; while it has the focus only."""

    key_pressed = Signal(str, bool)
    """In the portable form, empty for a key that has none; and whether AltGr was held."""
    emptied = Signal()
    """Backspace or Delete."""
    left = Signal()
    """Escape, or the focus went elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ""
        self._waits = False
        self._has_alt_gr = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        width, height = cap_size("Ctrl Alt Shift Page Down", theme)
        self.setFixedSize(round(width), round(height) + 8)

    def shown(self) -> str:
        """What is on the cap."""
        return self._shown

    def start(self) -> None:
        """Wait for keys."""
        self._shown, self._waits, self._has_alt_gr = "", True, False
        self.setFocus()
        self.update()

    def stop(self) -> None:
        """Wait no longer: losing the focus means nothing from now on."""
        self._waits = False

    def event(self, event: QEvent) -> bool:
        # Tab would move the focus, and a shortcut would act, before a key press is seen.
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.isAutoRepeat():
            return
        key, plain = event.key(), event.modifiers() == _Modifier.NoModifier
        self._has_alt_gr |= key == Qt.Key.Key_AltGr
        if key in _SILENT:
            self._show_held(event)
        elif plain and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and key in _EMPTYING:
            self.emptied.emit()
        else:
            pressed = key_of(event)
            self._shown = shown_key(pressed)
            self.update()
            switched = bool(event.modifiers() & _Modifier.GroupSwitchModifier)
            self.key_pressed.emit(pressed, self._has_alt_gr or switched)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_AltGr:
            self._has_alt_gr = False
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._waits and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_cap(painter, 0, self.height() / 2, self._shown or "…", self._theme)

    def _show_held(self, event: QKeyEvent) -> None:
        """Show the keys that are held, this one among them; Qt adds it only with the next key."""
        held = [
            name
            for key, (name, modifier) in _HELD.items()
            if event.key() == key or event.modifiers() & modifier
        ]
        self._shown = shown_key("+".join([*held, "…"]))
        self.update()
