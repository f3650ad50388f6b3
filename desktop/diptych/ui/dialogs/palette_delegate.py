"""How a row of the palette is drawn."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diptych.ui.dialogs.matching import PaletteItem
from diptych.ui.styling.keycaps import cap_size, paint_cap
from diptych.ui.styling.painting import kept
from diptych.ui.theme import Theme

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which an item's own value is had."""

Index = QModelIndex | QPersistentModelIndex

_SIDE = 10
_WIDE = 10_000.0


class PaletteDelegate(QStyledItemDelegate):
    """The label, what it belongs to, and its key."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(self._theme.interface_size * 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, theme = index.data(ITEM_ROLE), self._theme
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        with kept(painter, "a row of the palette"):
            assert isinstance(item, PaletteItem)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("selection"))
                painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 4, 4)
            right, middle = rect.right() - _SIDE, rect.center().y()
            if item.key:
                width, _ = cap_size(item.key, theme)
                paint_cap(painter, right - width, middle, item.key, theme)
                right -= width + _SIDE
            small = theme.interface_font(0.88)
            detail = QFontMetricsF(small).horizontalAdvance(item.detail)
            room = right - detail - rect.left() - 2 * _SIDE
            place = QPointF(rect.left() + _SIDE, middle)
            text, faint = ("selection_text",) * 2 if chosen else ("text", "muted")
            self._write(painter, place, item.label, theme.interface_font(), text, room)
            self._write(painter, QPointF(right - detail, middle), item.detail, small, faint)

    def _write(
        self,
        painter: QPainter,
        place: QPointF,
        words: str,
        font: QFont,
        role: str,
        room: float = _WIDE,
    ) -> None:
        """Write ``words`` with their middle at ``place``; what is longer than ``room`` is cut."""
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        base = place.y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(place.x(), base), words)
