"""The digits of the number row, whatever the keyboard layout puts on its keys.

On a French keyboard the row gives "&é" without Shift; its keys are told by their place instead.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# Scan codes of the keys 1 to 9 and 0: evdev's numbers plus eight as X11 and Wayland report them,
# the set 1 codes of Windows, and the virtual key codes of macOS (HIToolbox, Events.h).
_ROWS = {
    "xcb": range(10, 20),
    "wayland": range(10, 20),
    "windows": range(2, 12),
    "cocoa": (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D),
}


def digit_of(event: QKeyEvent, platform: str = "") -> int | None:
    """The digit of the pressed key, without modifiers, or None."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return int(key) - int(Qt.Key.Key_0)
    name = platform or QGuiApplication.platformName()
    row = _ROWS.get(name, ())
    code = event.nativeVirtualKey() if name == "cocoa" else event.nativeScanCode()
    if code and code in row:
        return (list(row).index(code) + 1) % 10
    return None


def is_hidden_digit(event: QKeyEvent, platform: str = "") -> bool:
    """Whether a key of the number row types something else than its digit."""
    is_digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
    return not is_digit and digit_of(event, platform) is not None
