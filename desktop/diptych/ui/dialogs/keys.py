"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.dialogs.key_groups import KeyGroup, KeyRow, key_groups
from diptych.ui.styling.cap_row import CapRow
from diptych.ui.styling.keycaps import Remapped
from diptych.ui.theme import Theme

COLUMN_WIDTH = 28
"""Of one column, in multiples of the size of the face."""


class KeySheet(QDialog):
    """Every key, by the place where it works, on as few screens as possible."""

    change_wanted = Signal()
    """The sheet is closed by then."""

    def __init__(self, theme: Theme, remapped: Remapped, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        sheet = QWidget(self)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(24, 20, 24, 20)
        columns.setSpacing(36)
        screen = self.screen().availableSize().width()
        most = columns_in(screen, theme.interface_size)
        for groups in balanced(key_groups(remapped), most):
            columns.addLayout(self._column(groups), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        change = buttons.addButton(self.tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.setAutoDefault(False)
        change.clicked.connect(self._change)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(buttons)
        layout.addLayout(foot)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 88), round(unit * 50))

    def _change(self) -> None:
        self.reject()
        self.change_wanted.emit()

    def _column(self, groups: list[KeyGroup]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for number, group in enumerate(groups):
            if number:
                column.addSpacing(14)
            if group.title:
                heading = QLabel(group.title, self)
                heading.setProperty("look", "heading")
                column.addWidget(heading)
            column.addLayout(self._table(group))
        column.addStretch(1)
        return column

    def _table(self, group: KeyGroup) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(10)
        table.setVerticalSpacing(4)
        table.setColumnStretch(0, 1)
        for number, row in enumerate(group.rows):
            label = QLabel(row.label, self)
            label.setWordWrap(True)
            caps = CapRow(row.keys, self._theme, self)
            caps.setAccessibleDescription(row.label)
            table.addWidget(label, number, 0)
            table.addWidget(caps, number, 1, Qt.AlignmentFlag.AlignRight)
        return table


def columns_in(width: int, size: float) -> int:
    """How many columns, three at most, ``width`` pixels hold with a face of ``size`` pixels."""
    return max(1, min(3, int(width / (COLUMN_WIDTH * size))))


def balanced(groups: list[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """``groups`` in order on ``columns`` of about one length.

    A group that does not fit goes on in the next column, under no title there.
    """
    total = sum(len(group.rows) + 2 for group in groups)
    most = -(-total // columns) + 1
    found: list[list[KeyGroup]] = [[]]
    room = most
    for group in groups:
        title, rows = group.title, list(group.rows)
        while rows:
            if room < 4 and len(found) < columns:
                found.append([])
                room = most
            fitting = len(rows) if len(found) == columns else max(1, room - 2)
            part: tuple[KeyRow, ...] = tuple(rows[:fitting])
            found[-1].append(KeyGroup(title, part))
            room -= len(part) + 2
            title, rows = "", rows[fitting:]
    return found
