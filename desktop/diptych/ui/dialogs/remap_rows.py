"""The rows of the list of commands and keys: what they say and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diptych.text.words import folded
from diptych.ui.actions import menu_title, translated
from diptych.ui.commands import COMMANDS, Command, Context, Menu, keys_of
from diptych.ui.dialogs.matching import PaletteItem, matching
from diptych.ui.dialogs.remap_rules import ChosenKeys
from diptych.ui.dialogs.remap_words import place_words, shown_keys
from diptych.ui.styling.keycaps import cap_size, paint_cap
from diptych.ui.styling.painting import kept
from diptych.ui.theme import Theme

translate = QCoreApplication.translate

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which the value of a row is had."""

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_SIDE = 12
_GAP = 4


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A command with its keys as they are shown, or the name of a menu over its commands."""

    title: str
    command: Command | None = None
    keys: tuple[str, ...] = ()
    detail: str = ""
    """Where the keys work, unless everywhere, and whether they are the reader's own."""


def key_lines(typed: str, chosen: ChosenKeys) -> list[KeyLine]:
    """The commands that ``typed`` may mean, by their words or by a key, menu by menu.

    All of them where nothing is typed.
    """
    items = [PaletteItem(command.name, translated(command)) for command in COMMANDS]
    named = {item.name for item in matching(typed, items, ())}
    wanted = folded(typed.strip()).replace("+", " ")
    lines = []
    for menu in Menu:
        all_lines = [_line(command, chosen) for command in COMMANDS if command.menu is menu]
        found = [
            line
            for line in all_lines
            if (line.command and line.command.name in named) or _has_key(line, wanted)
        ]
        if found:
            lines += [KeyLine(menu_title(menu)), *found]
    return lines


def _line(command: Command, chosen: ChosenKeys) -> KeyLine:
    everywhere = command.context is Context.EVERYWHERE
    parts = [] if everywhere else [place_words(command.context)]
    if command.name in chosen:
        parts.append(translate("Remap", "changed"))
    keys = shown_keys(keys_of(command, chosen))
    return KeyLine(translated(command), command, keys, " · ".join(parts))


def _has_key(line: KeyLine, wanted: str) -> bool:
    keys = [folded(key) for key in line.keys]
    return wanted in keys or (len(wanted) > 1 and any(wanted in key for key in keys))


class KeyLineModel(QAbstractListModel):
    """The rows; those of the menus cannot be selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[KeyLine] = ()

    def replace(self, lines: Sequence[KeyLine]) -> None:
        """Show ``lines``."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of the command ``name``; where it is not shown the first one's, or -1."""
        rows = {line.command.name: row for row, line in enumerate(self.lines) if line.command}
        return rows.get(name, next(iter(rows.values()), -1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].command is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if line.command is None:
                return line.title
            keys = ", ".join(line.keys) or translate("Remap", "no key")
            return ", ".join(part for part in (f"{line.title}: {keys}", line.detail) if part)
        return None


class KeyLineDelegate(QStyledItemDelegate):
    """The label, where it works, and its keys as caps at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(self._theme.interface_size * 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = index.data(LINE_ROLE), QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        with kept(painter, "a row of the list of keys"):
            assert isinstance(line, KeyLine)
            if line.command is None:
                self._paint_heading(painter, rect, line)
            else:
                self._paint_command(painter, rect, line, state)

    def _paint_heading(self, painter: QPainter, rect: QRectF, line: KeyLine) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        bottom = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
        font = self._theme.interface_font(bold=True)
        self._write(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), line.title, font, "text")

    def _paint_command(
        self, painter: QPainter, rect: QRectF, line: KeyLine, state: QStyle.StateFlag
    ) -> None:
        theme = self._theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(rect.adjusted(2, 0, -2, -1), 4, 4)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -2), 4, 4)
        box = rect.adjusted(_SIDE * 2, 0, -_SIDE, 0)
        box.setRight(box.right() - self._paint_caps(painter, box, line.keys))
        small = theme.interface_font(0.88)
        detail = QFontMetricsF(small).horizontalAdvance(line.detail)
        label = theme.interface_font()
        room = QFontMetricsF(label).horizontalAdvance(line.title) + detail + 2 * _SIDE
        text, faint = ("selection_text",) * 2 if chosen else ("text", "muted")
        if room <= box.width():
            place = QRectF(box.right() - detail - _SIDE, box.top(), detail + 2, box.height())
            self._write(painter, place, line.detail, small, faint)
        self._write(painter, box, line.title, label, text)

    def _paint_caps(self, painter: QPainter, box: QRectF, keys: Sequence[str]) -> float:
        """Draw ``keys`` from the right, in two thirds of the room at most; their width."""
        widths = [cap_size(key, self._theme)[0] + _GAP for key in keys]
        while sum(widths) > box.width() * 2 / 3:
            widths.pop()
        left = box.right() - sum(widths) + _GAP
        for key, width in zip(keys, widths, strict=False):
            paint_cap(painter, left, box.center().y(), key, self._theme)
            left += width
        return sum(widths)

    def _write(self, painter: QPainter, box: QRectF, words: str, font: QFont, role: str) -> None:
        """Write ``words`` from the left of ``box``; what is longer is cut."""
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.left(), base), words)
