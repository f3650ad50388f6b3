"""The rows of the library as Qt's views ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from diptych.ui.panels.facts import article_facts
from diptych.ui.panels.rows import ArticleRow, ListRow, StoryRow
from diptych.ui.styling.plain import in_a_row, tip

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row's own value is had."""

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QStringListModel):
    """A sequence of rows; replaced as a whole, never changed in place.

    A view asks for the number of rows twice a row while it lays them out. Qt's own list of empty
    strings answers that; asking Python 200,000 times made 100,000 rows take twice as long.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ListRow] = ()

    @property
    def rows(self) -> Sequence[ListRow]:
        """The rows in their order."""
        return self._rows

    def replace(self, rows: Sequence[ListRow]) -> None:
        """Show ``rows`` instead of what was there."""
        self._rows = rows
        self.setStringList([""] * len(rows))

    def path_at(self, row: int) -> str:
        """The path of the article at ``row``; empty for a heading or no row."""
        if 0 <= row < len(self._rows):
            value = self._rows[row]
            if isinstance(value, ArticleRow):
                return value.entry.path
        return ""

    def row_of(self, path: str, near: int = -1) -> int:
        """The row of the article at ``path``, or -1; ``near`` is where it was before."""
        if not path:
            return -1
        if self.path_at(near) == path:
            return near
        for number, row in enumerate(self._rows):
            if isinstance(row, ArticleRow) and row.entry.path == path:
                return number
        return -1

    def next_article(self, row: int, step: int) -> int:
        """The first row with an article after ``row`` in steps of ``step``; -1 beyond the end."""
        row += step
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], ArticleRow):
                return row
            row += step
        return -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], StoryRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, StoryRow):
            return self._story(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.entry.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.entry.headline, *article_facts(row)))
        if role == Qt.ItemDataRole.ToolTipRole:
            facts = in_a_row(article_facts(row))
            return tip(f"{row.entry.headline}\n{facts}\n{row.entry.path}")
        return None

    @staticmethod
    def _story(row: StoryRow, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        both = f"{row.title}, {row.detail}" if row.detail else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return both
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(both)
        return None
