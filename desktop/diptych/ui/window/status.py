"""The line at the bottom: saved, where the reader is, and what goes on in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from diptych.ui.commands import Context
from diptych.ui.session.tagging import SaveState
from diptych.ui.window.messages import Messages
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Sessions
from diptych.ui.window.tags import TagController
from diptych.workspace.importing import Progress


class StatusController(QObject):
    """Tells what the sessions tell, in the status line; and what failed, in the message bar."""

    def __init__(
        self,
        parts: Parts,
        sessions: Sessions,
        reading: ReadingController,
        tags: TagController,
        messages: Messages,
    ) -> None:
        super().__init__(parts)
        library, tagging = sessions.library, sessions.tagging
        self._parts, self._tagging, self._tags = parts, tagging, tags
        self._messages = messages
        library.opened.connect(lambda _workspace: self._show_saved(SaveState.SAVED))
        library.progressed.connect(self._show_work)
        parts.status.stop_requested.connect(library.stop)
        tagging.state_changed.connect(self._show_saved)
        tagging.save_failed.connect(self._tell_unsaved)
        tagging.tags_changed.connect(lambda _tagset: self._show_place())
        reading.passage_changed.connect(lambda _path, _span: self._show_place())
        reading.panes_changed.connect(self._show_place)
        parts.split.side_focused.connect(lambda _side: self._show_place())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._show_keys)

    def _show_work(self, progress: Progress | None) -> None:
        if progress is None:
            self._parts.status.set_work("")
            self._parts.library.set_progress(1, 1)
            return
        words = {
            "importing": self.tr("Reading {done} of {total} files"),
            "indexing": self.tr("Indexing {done} of {total} articles"),
            "analysing": self.tr("Analysing {done} of {total} articles"),
        }[progress.what].format(done=progress.done, total=progress.total)
        self._parts.status.set_work(words, progress.done, progress.total)
        if progress.what == "importing":
            self._parts.library.set_progress(progress.done, progress.total)

    def _show_saved(self, state: SaveState) -> None:
        words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.SAVING: self.tr("Saving…"),
            SaveState.FAILED: self.tr("Not saved"),
        }
        self._parts.status.set_saved(words[state])

    def _tell_unsaved(self, _path: str, error: Exception) -> None:
        self._messages.error(error, (self.tr("Try again"), self._tagging.save_again))

    def _show_place(self) -> None:
        self._parts.status.set_place(self._tags.place_words())

    def _show_keys(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Show the keys of the list or the panes while they have the focus, else those of all."""
        if new is None:
            return
        context = Context.EVERYWHERE
        if self._parts.split.isAncestorOf(new):
            context = Context.READING
        elif new is self._parts.library.list:
            context = Context.LIST
        self._parts.status.set_context(context)
