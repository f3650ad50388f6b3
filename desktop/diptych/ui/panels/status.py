"""The line at the bottom: saved, where the reader is, what is going on, which keys matter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from diptych.ui.commands import Context
from diptych.ui.panels.elided import ElidedLabel
from diptych.ui.panels.hints import KeyHints, hints_for
from diptych.ui.styling.announcing import announce
from diptych.ui.styling.keycaps import Remapped
from diptych.ui.theme import Theme


class StatusLine(QWidget):
    """Tells, and asks nothing but whether to stop."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = QLabel(self)
        self._place = ElidedLabel(self)
        self._work = QWidget(self)
        self._work_text = ElidedLabel(self._work)
        self._progress = QProgressBar(self._work)
        self._stop = QToolButton(self._work)
        self._hints = KeyHints(theme, self)
        self._context = Context.READING
        self._remapped: Remapped = {}
        self._is_kept = False
        self.setProperty("look", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Status"))
        self._lay_out()
        self._stop.clicked.connect(self.stop_requested)
        self.set_saved("")
        self.set_place("")
        self.set_work("")
        self.set_context(Context.READING)

    def _lay_out(self) -> None:
        for label in (self._saved, self._place, self._work_text):
            label.setProperty("look", "small")
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(96)
        self._stop.setProperty("look", "link")
        self._stop.setText(self.tr("Stop"))
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(8)
        for part in (self._work_text, self._progress, self._stop):
            work.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(16)
        row.addWidget(self._saved)
        row.addWidget(self._place)
        row.addWidget(self._work)
        row.addWidget(self._hints, 1)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        layout.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        self._hints.set_theme(theme)

    def set_keys(self, remapped: Remapped) -> None:
        """Show the keys that the reader chose."""
        self._remapped = remapped
        self.set_context(self._context)

    def set_context(self, context: Context) -> None:
        """Show the keys that matter in ``context``."""
        self._context = context
        self._hints.show_hints(hints_for(context, self._remapped))

    def set_saved(self, text: str) -> None:
        """Say whether everything is on disk, such as "Saved"."""
        self._state = text
        if not self._is_kept:
            self._say(text)

    def tell(self, text: str, *, keep: bool = False) -> None:
        """Answer a key in the place of what is saved, until that changes; "" puts it back.

        With ``keep`` nothing but the next answer takes its place.
        """
        self._is_kept = keep
        self._say(text or self._state)
        announce(self, text)

    def _say(self, text: str) -> None:
        self._saved.setText(text)
        self._saved.setVisible(bool(text))

    def set_place(self, text: str) -> None:
        """Say where the reader is, such as "passage 2 of 41 · 62 of 200 tagged"."""
        self._place.set_whole(text)
        self._place.setVisible(bool(text))

    def set_work(self, text: str, done: int = 0, total: int = 0, *, can_stop: bool = True) -> None:
        """Show what is being done in the background; an empty text takes it away.

        Without a ``total`` the bar only says that something is going on.
        """
        self._work.setVisible(bool(text))
        self._work_text.set_whole(text)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._stop.setVisible(can_stop)
        self._stop.setAccessibleName(self.tr("Stop: {work}").format(work=text))
