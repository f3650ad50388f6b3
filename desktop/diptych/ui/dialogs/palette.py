"""Every command under one key, found by a few letters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from diptych.model.listing import Entry
from diptych.ui.actions import menu_title, translated
from diptych.ui.commands import COMMANDS, keys_of
from diptych.ui.dialogs.matching import Headlines, PaletteItem, matching
from diptych.ui.dialogs.palette_delegate import ITEM_ROLE, Index, PaletteDelegate
from diptych.ui.styling.keycaps import Remapped, shown_key
from diptych.ui.theme import Theme

MOST_ARTICLES = 8
MOST_ROWS = 12
_ROOT = QModelIndex()
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
}


class PaletteModel(QAbstractListModel):
    """The items that are offered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: Sequence[PaletteItem] = ()

    def replace(self, items: Sequence[PaletteItem]) -> None:
        """Offer ``items``."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.label, item.detail, item.key) if part)
        return None


class CommandPalette(QDialog):
    """Type a few letters of a command or of a headline; Enter does it."""

    command_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._commands: tuple[PaletteItem, ...] = ()
        self._headlines = Headlines(())
        self._recent: tuple[str, ...] = ()
        self._model = PaletteModel(self)
        self._field = QLineEdit(self)
        self._list = QListView(self)
        self._nothing = QLabel(self.tr("No command and no headline has these words."), self)
        self.setWindowTitle(self.tr("All commands"))
        self._field.setPlaceholderText(self.tr("A command, or words of a headline"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._run)
        self._lay_out()

    def _lay_out(self) -> None:
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Commands and articles that match"))
        self._list.clicked.connect(self._run_index)
        frame = QFrame(self)
        frame.setProperty("look", "strip")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for part in (self._field, self._list, self._nothing):
            column.addWidget(part)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 44), round(unit * 33))

    def ask(
        self,
        available: Collection[str],
        articles: Collection[Entry] = (),
        recent: Sequence[str] = (),
        remapped: Remapped | None = None,
    ) -> None:
        """Open with the commands whose names are ``available``; ``recent`` ones come first."""
        self._commands = tuple(
            PaletteItem(
                command.name,
                translated(command),
                menu_title(command.menu),
                shown_key(keys[0]) if (keys := keys_of(command, remapped or {})) else "",
            )
            for command in COMMANDS
            if command.name in available
        )
        self._headlines, self._recent = Headlines(articles), tuple(recent)
        self._field.clear()
        self._find()
        self._place()
        self.show()
        self._field.setFocus()

    def offered(self) -> list[PaletteItem]:
        """What is offered for the words in the field."""
        return list(self._model.items)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                last = self._model.rowCount() - 1
                self._select(max(0, min(last, self._list.currentIndex().row() + step)))
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hide()

    def _place(self) -> None:
        """Stand over the upper middle of the window."""
        self.resize(self.sizeHint())
        parent = self.parentWidget()
        if parent is not None:
            area = parent.window().geometry()
            width = min(self.width(), area.width() - 40)
            self.resize(width, min(self.height(), area.height() - 80))
            self.move(area.center().x() - width // 2, area.top() + area.height() // 9)

    def _find(self) -> None:
        typed = self._field.text()
        found = matching(typed, self._commands, self._recent)
        found += self._headlines.matching(typed, MOST_ARTICLES) if len(typed) > 1 else []
        self._model.replace(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._select(0)

    def _select(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))

    def _run(self) -> None:
        self._run_index(self._list.currentIndex())

    def _run_index(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item = self._model.items[index.row()]
        self.hide()
        (self.article_chosen if item.is_article else self.command_chosen).emit(item.name)
