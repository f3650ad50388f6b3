"""The bar over everything: search, the story, how the panes read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diptych.ui.panels.buttons import KeyButton
from diptych.ui.panels.elided import ElidedLabel
from diptych.ui.panels.search import SearchField
from diptych.ui.styling.keycaps import Remapped
from diptych.ui.theme import Theme


class TopBar(QWidget):
    """The search field, the story that is read, and two switches."""

    command_chosen = Signal(str)
    """The name of the command whose button was pressed."""

    def __init__(self, theme: Theme, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = search
        self._title = ElidedLabel(self)
        self._detail = ElidedLabel(self)
        self._marks = KeyButton("cycle_marks", theme, self, switch=False)
        self._sync = KeyButton("toggle_sync", theme, self)
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title.setProperty("look", "title")
        self._detail.setProperty("look", "muted")
        self._lay_out()
        for name, button in (("cycle_marks", self._marks), ("toggle_sync", self._sync)):
            button.clicked.connect(lambda _checked=False, name=name: self.command_chosen.emit(name))
        self.set_marks("")
        self.set_sync(on=False, enabled=False)

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(280)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.search, 3)
        row.addWidget(self._title)
        row.addWidget(self._detail)
        row.addStretch(2)
        row.addWidget(self._marks)
        row.addWidget(self._sync)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(line)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.search, self._marks, self._sync):
            part.set_theme(theme)

    def set_keys(self, remapped: Remapped) -> None:
        """Show the keys that the reader chose."""
        for part in (self.search, self._marks, self._sync):
            part.set_keys(remapped)

    def set_story(self, title: str, detail: str) -> None:
        """Say which story is read; two empty texts take it away."""
        self._title.set_whole(title)
        self._detail.set_whole(detail)

    def set_marks(self, level: str) -> None:
        """Say which marks the text shows: quiet, standard or all; empty where there is no text."""
        word = QCoreApplication.translate("MarkLevel", level)
        self._marks.setText(
            self.tr("Marks: {level}").format(level=word) if level else self.tr("Marks")
        )
        self._marks.setEnabled(bool(level))
        self._marks.setToolTip(self.tr("Show fewer or more marks in the text"))
        self._marks.updateGeometry()

    def set_sync(self, on: bool, enabled: bool) -> None:
        """Say whether the panes scroll together, and whether there are two that could."""
        self._sync.setText(self.tr("Sync"))
        self._sync.setEnabled(enabled)
        self._sync.setChecked(on)
        self._sync.setToolTip(
            self.tr("The panes scroll together") if on else self.tr("Each pane scrolls alone")
        )
