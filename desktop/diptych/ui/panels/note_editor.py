"""The strip in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diptych.ui.panels.elided import ElidedLabel
from diptych.ui.panels.fields import StripText
from diptych.ui.panels.hints import KeyHint, KeyHints
from diptych.ui.styling.keycaps import shown_key
from diptych.ui.theme import Theme


class NoteEditor(QFrame):
    """A note in Markdown: Ctrl+Enter saves it, Escape closes and keeps the draft.

    Each place has a draft of its own, until it is saved: coming back to the place brings it back.
    """

    note_saved = Signal(str)
    """The note in Markdown; empty where the reader deleted it all."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = ""
        self._saved = ""
        self._drafts: dict[str, str] = {}
        self._about = ElidedLabel(self)
        self._about.setProperty("look", "small")
        self._text = StripText(self)
        self._text.setPlaceholderText(self.tr("Note, in Markdown"))
        self._text.setAccessibleName(self.tr("Note, in Markdown"))
        self._text.setTabChangesFocus(True)
        self._draft = QLabel(self.tr("Not saved yet: your draft from before"), self)
        self._draft.setProperty("look", "warning")
        self._draft.hide()
        self._hints = KeyHints(theme, self)
        self._hints.show_hints(
            [
                KeyHint((shown_key("Escape"),), self.tr("keep as draft")),
                KeyHint((shown_key("Ctrl+Return"),), self.tr("save")),
            ]
        )
        self.setProperty("look", "strip")
        self.setAccessibleName(self.tr("Note"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        for part in (self._about, self._text, self._draft, self._hints):
            column.addWidget(part)
        self._text.entered.connect(self._save)
        self._text.escaped.connect(self._close)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._hints.set_theme(theme)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 28), round(unit * 14))

    def open_with(self, place: str, note: str, about: str) -> None:
        """Write the note of ``place`` (any text that stands for it), which is ``note`` so far.

        ``about`` are the words that the note is on.
        """
        if self.isVisible():
            self._keep_draft()
        self._place, self._saved = place, note
        draft = self._drafts.get(place)
        self._draft.setVisible(draft is not None)
        self._about.set_whole(about)
        self._about.setVisible(bool(about))
        self._text.setPlainText(note if draft is None else draft)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self.show()
        self.raise_()
        self._text.setFocus()

    def drafts(self) -> dict[str, str]:
        """The drafts that were not saved, by place."""
        return dict(self._drafts)

    def _save(self) -> None:
        note = self._text.toPlainText().strip()
        self._drafts.pop(self._place, None)
        self.hide()
        self.closed.emit()
        self.note_saved.emit(note)

    def _close(self) -> None:
        self._keep_draft()
        self.hide()
        self.closed.emit()

    def _keep_draft(self) -> None:
        written = self._text.toPlainText()
        if written.strip() == self._saved.strip():
            self._drafts.pop(self._place, None)
        else:
            self._drafts[self._place] = written
