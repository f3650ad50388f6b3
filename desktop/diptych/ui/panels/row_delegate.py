"""What the rows of the inspector's lists have in common when they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diptych.ui.panels.library_model import ROW_ROLE, Index
from diptych.ui.styling.painting import kept
from diptych.ui.theme import Theme

SIDE = 12
"""The space at the left and right of a row's text, in pixels."""


_MOST_HEIGHTS = 10_000
"""From then on the measured heights are forgotten, so that a long day does not fill the memory."""


class RowDelegate(QStyledItemDelegate):
    """Draws ground, separator and focus; what a row says is its subclass's part.

    `contents` both measures and draws, so that the two cannot differ.
    """

    separated = True
    """Whether a line stands under each row."""
    shows_selection = False
    """Whether the selected row is tinted: for lists that are steered from a field."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._heights: dict[tuple[object, int], float] = {}

    @property
    def pad(self) -> int:
        """The space over and under a row's text, in pixels."""
        return round(self.theme.interface_size * 0.7)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._heights.clear()

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        """Draw ``row`` from the top of ``box`` where there is a painter; return its height."""
        raise NotImplementedError

    def ground(self, row: object) -> QColor | None:
        """The colour a row stands on; None for the panel's own."""
        return None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 280
        height = self._height(index.data(ROW_ROLE), width - 2 * SIDE)
        return QSize(120, round(height) + 2 * self.pad + 1)

    def _height(self, row: object, width: int) -> float:
        """The height of a row's contents, measured once for each width."""
        known = self._heights.get((row, width))
        if known is None:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            known = self.contents(row, QRectF(0, 0, width, 0), None)
            self._heights[row, width] = known
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        rect, row = QRectF(whole), index.data(ROW_ROLE)
        with kept(painter, "a row of the inspector"):
            chosen = self.shows_selection and state & QStyle.StateFlag.State_Selected
            ground = self.theme.colour("accent_tint") if chosen else self.ground(row)
            if ground is not None:
                painter.fillRect(rect, ground)
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, self.theme.colour("window"))
            if self.separated:
                painter.setPen(QPen(self.theme.colour("line"), 1))
                bottom = rect.bottom() - 0.5
                painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(self.theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(2, 2, -2, -3), 4, 4)
            box = rect.adjusted(SIDE, self.pad, -SIDE, -self.pad)
            self.contents(row, box, painter)
