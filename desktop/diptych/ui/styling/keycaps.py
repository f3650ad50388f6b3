"""Keys as people know them, and the caps they are drawn as."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPen

from diptych.ui.actions import translated
from diptych.ui.commands import COMMANDS
from diptych.ui.theme import Theme

Remapped = Mapping[str, tuple[str, ...]]
"""The keys that a reader chose, by the name of the command."""

_SIGNS = {
    "Return": "Enter",
    "Escape": "Esc",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "Del": "Delete",
    "Ins": "Insert",
}

_KEYS = {command.name: command.keys for command in COMMANDS}


def shown_key(sequence: str) -> str:
    """A portable key sequence as people read it: ``Ctrl K``, German ``Strg K``, on macOS ``⌘K``."""
    keys = QKeySequence(sequence)
    if sys.platform == "darwin":
        return keys.toString(QKeySequence.SequenceFormat.NativeText)
    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
    # The plus key itself stands at the end: "Ctrl++" is Ctrl and plus.
    held, plus, last = text[:-1].rpartition("+")
    parts = [*held.split("+"), last + text[-1:]] if plus else [text]
    return " ".join(_name(part) for part in parts)


def _name(key: str) -> str:
    """What stands on the key; Qt's own translations know it under the context of its shortcuts."""
    return QCoreApplication.translate("QShortcut", _SIGNS.get(key, key))


def first_key(command: str, remapped: Remapped | None = None) -> str:
    """The shown form of the first key of the command of that name; empty where it has none."""
    keys = (remapped or {}).get(command, _KEYS.get(command, ()))
    return shown_key(keys[0]) if keys else ""


def key_or_name(command: str, remapped: Remapped | None = None) -> str:
    """What to name in a sentence: the command's key, or the command itself where it has none."""
    (label,) = (translated(one) for one in COMMANDS if one.name == command)
    return first_key(command, remapped) or QLocale().quoteString(label)


def cap_font(theme: Theme) -> QFont:
    """The face on a key cap."""
    return theme.interface_font(0.8)


def cap_size(text: str, theme: Theme) -> tuple[float, float]:
    """Width and height of the cap for ``text``."""
    metrics = QFontMetricsF(cap_font(theme))
    height = metrics.height() + 2
    return max(height, metrics.horizontalAdvance(text) + theme.interface_size * 0.62), height


def paint_cap(painter: QPainter, left: float, middle: float, text: str, theme: Theme) -> float:
    """Draw the cap for ``text`` and return its width; ``middle`` is its centre line."""
    width, height = cap_size(text, theme)
    top_left = QPointF(round(left) + 0.5, round(middle - height / 2) + 0.5)
    cap = QRectF(top_left.x(), top_left.y(), round(width) - 1, round(height) - 1)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("field"))
    painter.drawRoundedRect(cap, 3, 3)
    painter.setPen(theme.colour("text"))
    painter.setFont(cap_font(theme))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
    return width
