"""Tags as the window works with them: shown at once, saved behind, said when they are on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from PySide6.QtCore import QObject, Signal

from diptych.model.article import Article
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.workspace.tagging import Tagging, Undone
from diptych.workspace.workspace import Workspace


class SaveState(Enum):
    """Whether all tags are on disk."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


class TaggingSession(QObject):
    """The reader's tags in the articles that are open."""

    tags_changed = Signal(object)
    """A `TagSet` that differs from the one shown before."""
    state_changed = Signal(object)
    """The new `SaveState`."""
    save_failed = Signal(str, object)
    """A path and the exception that says why its tags could not be saved."""
    open_failed = Signal(str, object)
    history_changed = Signal(bool, bool)
    """Whether there is something to undo, and something to redo."""
    undone = Signal(object)
    """`Undone`, for what could not be taken back."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._tagging: Tagging | None = None
        self._waiting = 0
        self.last_tags: tuple[str, ...] = ()
        """What `repeat` applies."""

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Tag in ``workspace`` from now on."""
        self._tagging = workspace.tagging if workspace else None
        self.history_changed.emit(False, False)

    def tagset(self, path: str) -> TagSet | None:
        """The tags of an open article; None until they are read."""
        return self._tagging.current(path) if self._tagging else None

    def open(self, article: Article) -> None:
        """Read the tags of ``article``."""
        tagging = self._tagging
        if tagging is not None:
            self._read(article.path, lambda: tagging.open(article))

    def reload(self, article: Article) -> None:
        """Read the tags of ``article`` again, because another program changed its sidecar."""
        tagging = self._tagging
        if tagging is not None:
            self._read(article.path, lambda: tagging.reload(article))

    def tag(self, path: str, span: Span, tags: Iterable[str]) -> None:
        """Tag a passage."""
        self.last_tags = tuple(tags)
        if self._is_open(path):
            self._changed(self._open_tagging().tag(path, span, self.last_tags))

    def repeat(self, path: str, span: Span) -> None:
        """Tag a passage with what was used last."""
        if self.last_tags:
            self.tag(path, span, self.last_tags)

    def mark_nothing(self, path: str, span: Span) -> None:
        """Mark a passage as read, with nothing to tag in it."""
        if self._is_open(path):
            self._changed(self._open_tagging().mark_nothing(path, span))

    def note(self, path: str, span: Span | None, note: str) -> None:
        """Write the note of a passage, or of the whole article."""
        if self._is_open(path):
            self._changed(self._open_tagging().note(path, span, note))

    def untag(self, path: str, key: str) -> None:
        """Take an annotation away."""
        if self._is_open(path):
            self._changed(self._open_tagging().untag(path, key))

    def star(self, article: Article) -> None:
        """Star an article, or take its star away; it need not be open."""
        tagging = self._tagging
        if tagging is None:
            return

        def star() -> TagSet:
            tagging.open(article)
            return tagging.star(article.path)

        self._jobs.change(star, self._changed)

    def undo(self) -> None:
        """Take the last step back."""
        if self._tagging is not None:
            self._played(self._tagging.undo())

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        if self._tagging is not None:
            self._played(self._tagging.redo())

    def save_again(self) -> None:
        """Try to save what could not be saved."""
        if self._tagging is not None:
            for path in self._tagging.unsaved:
                self._save(path)

    def _read(self, path: str, work: Callable[[], TagSet]) -> None:
        self._jobs.start(
            f"tags {path}",
            work,
            self.tags_changed.emit,
            lambda error: self.open_failed.emit(path, error),
        )

    def _is_open(self, path: str) -> bool:
        return self._tagging is not None and self._tagging.current(path) is not None

    def _open_tagging(self) -> Tagging:
        assert self._tagging is not None
        return self._tagging

    def _played(self, undone: Undone) -> None:
        for tagset in undone.tagsets:
            self._changed(tagset)
        if undone.skipped:
            self.undone.emit(undone)
        self._tell_history()

    def _changed(self, tagset: TagSet) -> None:
        self.tags_changed.emit(tagset)
        self._tell_history()
        self._save(tagset.path)

    def _save(self, path: str) -> None:
        tagging = self._open_tagging()
        self._waiting += 1
        self.state_changed.emit(SaveState.SAVING)
        self._jobs.change(
            lambda: tagging.save(path), self._saved, lambda error: self._failed(path, error)
        )

    def _saved(self, tagset: TagSet) -> None:
        self._waiting -= 1
        if not self._waiting:
            unsaved = self._tagging.unsaved if self._tagging else ()
            self.state_changed.emit(SaveState.FAILED if unsaved else SaveState.SAVED)
        self.tags_changed.emit(tagset)

    def _failed(self, path: str, error: Exception) -> None:
        self._waiting -= 1
        self.state_changed.emit(SaveState.FAILED)
        self.save_failed.emit(path, error)

    def _tell_history(self) -> None:
        tagging = self._open_tagging()
        self.history_changed.emit(tagging.can_undo, tagging.can_redo)
