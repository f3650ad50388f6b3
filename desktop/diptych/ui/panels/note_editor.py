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
    """A note in Markdown: Ctrl+Enter saves it, Escape closes and leaves it a draft.

    Every change is handed on at once, so that no draft is lost with the window.
    """

    note_saved = Signal(str)
    """The note in Markdown; empty where the reader deleted it all."""
    draft_changed = Signal(object)
    """What is written now; None where it is the note as it is saved."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._saved = ""
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
        self._text.escaped.connect(self.close_strip)
        self._text.textChanged.connect(self._hand_on)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._hints.set_theme(theme)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 28), round(unit * 14))

    def open_with(self, note: str, draft: str | None, about: str) -> None:
        """Write a note, which is ``note`` as it is saved, and ``draft`` as it was left.

        ``about`` are the words that the note is on.
        """
        self._saved = note
        self._draft.setVisible(draft is not None)
        self._about.set_whole(about)
        self._about.setVisible(bool(about))
        self._text.blockSignals(True)  # what is only shown is not written
        self._text.setPlainText(note if draft is None else draft)
        self._text.blockSignals(False)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)
        self.show()
        self.raise_()
        self._text.setFocus()

    def close_strip(self) -> None:
        """Give the keys back; what was written stays a draft."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _save(self) -> None:
        self.close_strip()
        self.note_saved.emit(self._text.toPlainText().strip())

    def _hand_on(self) -> None:
        written = self._text.toPlainText()
        is_draft = written.strip() != self._saved.strip()
        self.draft_changed.emit(written if is_draft else None)
