"""The inspector's page for notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from diptych.ui.panels.topbar import ElidedLabel
from diptych.ui.panels.values import Notes
from diptych.ui.styling.keycaps import first_key
from diptych.ui.styling.markdown import MarkdownView
from diptych.ui.theme import Theme


class NoteView(QWidget):
    """One note as it reads, with a button to write it."""

    edit_requested = Signal()

    def __init__(self, title: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        heading = QLabel(title, self)
        heading.setProperty("look", "title")
        self._about = ElidedLabel(self)
        self._about.setProperty("look", "small")
        self._text = MarkdownView(self)
        self._text.setAccessibleName(title)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = QPushButton(self)
        self._edit.clicked.connect(self.edit_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._about)
        column.addWidget(self._text, 1)
        column.addWidget(self._edit, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_note(self, note: str, about: str, *, possible: bool) -> None:
        """Show ``note`` and the words it is ``about``; without a place there can be none."""
        self._about.set_whole(about)
        self._about.setVisible(bool(about))
        self._text.show_markdown(note)
        self._text.setVisible(bool(note))
        label = self.tr("Edit…") if note else self.tr("Write a note…")
        self._edit.setText(f"{label}  {self._key}".rstrip())
        self._edit.setEnabled(possible)

    def note(self) -> str:
        """The Markdown that is shown."""
        return self._text.markdown()


class NotesPage(QWidget):
    """The note on the passage under the cursor, and the one on the article."""

    passage_note_requested = Signal()
    """The reader wants to write the note on the passage."""
    article_note_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage = NoteView(self.tr("On this passage"), first_key("edit_note"), self)
        self._article = NoteView(self.tr("On this article"), "", self)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._passage, line, self._article):
            column.addWidget(part)
        column.addStretch(1)
        self._passage.edit_requested.connect(self.passage_note_requested)
        self._article.edit_requested.connect(self.article_note_requested)
        self.setFocusProxy(self._passage)
        self.show_notes(Notes())

    def set_theme(self, theme: Theme) -> None:
        """Nothing here is painted by hand: the style sheet is enough."""

    def show_notes(self, notes: Notes) -> None:
        """Show the notes that belong to where the reader is."""
        about = f"“{notes.passage_text}”" if notes.passage_text else ""
        possible = bool(notes.passage_text)
        self._passage.show_note(notes.passage, about, possible=possible)
        self._article.show_note(notes.article, "", possible=True)
