"""The inspector's page for notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diptych.ui.panels.buttons import KeyButton
from diptych.ui.panels.elided import ElidedLabel
from diptych.ui.panels.values import Notes
from diptych.ui.styling.markdown import MarkdownView
from diptych.ui.theme import Theme

MOST_PIXELS = 260
"""A longer note scrolls in its place."""


class NoteView(QWidget):
    """One note as it reads, with a button to write it."""

    edit_requested = Signal()

    def __init__(
        self, title: str, command: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        heading = QLabel(title, self)
        heading.setProperty("look", "title")
        self._about = ElidedLabel(self)
        self._about.setProperty("look", "small")
        self._unsaved = QLabel(self.tr("Not saved yet"), self)
        self._unsaved.setProperty("look", "warning")
        self._text = MarkdownView(self)
        self._text.setAccessibleName(title)
        self._text.fit_up_to(MOST_PIXELS)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = KeyButton(command, theme, self)
        self._edit.clicked.connect(self.edit_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self._about)
        column.addWidget(self._unsaved)
        column.addWidget(self._text)
        column.addWidget(self._edit, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_note(self, note: str, draft: str, about: str, *, possible: bool) -> None:
        """Show the draft, else the note, and the words it is ``about``.

        Without a place there can be none.
        """
        self._unsaved.setVisible(bool(draft))
        self._about.set_whole(about)
        self._about.setVisible(bool(about))
        self._text.show_markdown(draft or note)
        self._text.setVisible(bool(draft or note))
        written = self.tr("Go on writing…") if draft else self.tr("Edit…")
        self._edit.setText(written if draft or note else self.tr("Write a note…"))
        self._edit.updateGeometry()
        self._edit.setEnabled(possible)

    def note(self) -> str:
        """The Markdown that is shown."""
        return self._text.markdown()

    def set_theme(self, theme: Theme) -> None:
        self._edit.set_theme(theme)


class NotesPage(QWidget):
    """The note on the passage under the cursor, and the one on the article, saved or not."""

    passage_note_requested = Signal()
    """The reader wants to write the note on the passage."""
    article_note_requested = Signal()
    next_draft_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage = NoteView(self.tr("On this passage"), "edit_note", theme, self)
        self._article = NoteView(self.tr("On this article"), "", theme, self)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._elsewhere = KeyButton("", theme, self)
        self._elsewhere.clicked.connect(self.next_draft_requested)
        for part in (self._passage, line, self._article):
            column.addWidget(part)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 4, 12, 10)
        foot.addWidget(self._elsewhere, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addStretch(1)
        self._passage.edit_requested.connect(self.passage_note_requested)
        self._article.edit_requested.connect(self.article_note_requested)
        self.setFocusProxy(self._passage)
        self.show_notes(Notes())

    def set_theme(self, theme: Theme) -> None:
        self._passage.set_theme(theme)
        self._article.set_theme(theme)
        self._elsewhere.set_theme(theme)

    def show_notes(self, notes: Notes) -> None:
        """Show the notes that belong to where the reader is."""
        about = f"“{notes.passage_text}”" if notes.passage_text else ""
        possible = bool(notes.passage_text)
        self._passage.show_note(notes.passage, notes.passage_draft, about, possible=possible)
        self._article.show_note(notes.article, notes.article_draft, "", possible=True)
        words = self.tr("More notes to go on with here: {count}")
        self._elsewhere.setText(words.format(count=notes.drafts_elsewhere))
        self._elsewhere.setVisible(notes.drafts_elsewhere > 0)
        self._elsewhere.updateGeometry()
