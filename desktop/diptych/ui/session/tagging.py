"""Tags as the window works with them: shown at once, saved behind, said when they are on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.errors import DiptychError
from diptych.model.article import Article
from diptych.tagging.codebook import FILE_NAME
from diptych.tagging.corrections import Correction, Field, LinkState, relative_source
from diptych.tagging.edits import OtherPassage
from diptych.tagging.names import NameForm, NameStatement, Sameness
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
    """`Undone`: what a step back or forward did, and what it had to leave alone."""
    refused = Signal(object)
    """The exception that says why the tags of an article may not be changed."""
    names_changed = Signal()
    """What is stated about names in the library."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._waiting = 0
        self.last_tags: tuple[str, ...] = ()
        """What `repeat` applies."""

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Tag in ``workspace`` from now on."""
        self._workspace = workspace
        self._waiting = 0
        self.history_changed.emit(False, False)

    @property
    def _tagging(self) -> Tagging | None:
        return self._workspace.tagging if self._workspace is not None else None

    def sign(self, creator: str) -> None:
        """Have tags say from now on that ``creator`` gave them."""
        if self._tagging is not None:
            self._tagging.creator = creator

    def tagset(self, path: str) -> TagSet | None:
        """The tags of an open article; None until they are read."""
        return self._tagging.current(path) if self._tagging else None

    def corrections(self, article: Article) -> tuple[Correction, ...]:
        """What readers corrected in an article, looked up in its text."""
        return self._workspace.found.corrections(article) if self._workspace is not None else ()

    def statements(self, path: str) -> tuple[NameStatement, ...]:
        """What readers state about names in the story of an article."""
        return self._workspace.found.statements(path) if self._workspace is not None else ()

    def open(self, article: Article) -> None:
        """Read the tags of ``article``."""
        tagging = self._tagging
        if tagging is not None:
            self._read(tagging, article.path, lambda: tagging.open(article))

    def reload(self, article: Article) -> None:
        """Read the tags of ``article`` again, because another program changed its sidecar."""
        tagging = self._tagging
        if tagging is not None:
            self._read(tagging, article.path, lambda: tagging.reload(article))

    def reload_closed(self, path: str) -> None:
        """Read the tags of an article again that was open before, and may be so again."""
        workspace = self._workspace
        if workspace is not None and workspace.tagging.current(path) is not None:
            tagging = workspace.tagging
            self._read(tagging, path, lambda: tagging.reload(workspace.article(path)))

    def tag(self, path: str, span: Span, tags: Iterable[str]) -> None:
        """Tag a passage."""
        names = self.last_tags = tuple(tags)
        self._change(path, lambda tagging: tagging.tag(path, span, names))

    def repeat(self, path: str, span: Span) -> None:
        """Tag a passage with what was used last."""
        if self.last_tags:
            self.tag(path, span, self.last_tags)

    def mark_nothing(self, path: str, span: Span) -> None:
        """Mark a passage as read, with nothing to tag in it."""
        self._change(path, lambda tagging: tagging.mark_nothing(path, span))

    def note(self, path: str, span: Span | None, note: str) -> None:
        """Write the note of a passage, or of the whole article."""
        self._change(path, lambda tagging: tagging.note(path, span, note))

    def move_edge(self, path: str, key: str, span: Span) -> None:
        """Have an annotation begin and end with ``span``."""
        self._change(path, lambda tagging: tagging.move_edge(path, key, span))

    def untag(self, path: str, key: str) -> None:
        """Take an annotation away."""
        self._change(path, lambda tagging: tagging.untag(path, key))

    def place(self, path: str, key: str, span: Span) -> None:
        """Tie an annotation to a passage of today's text."""
        self._change(path, lambda tagging: tagging.place(path, key, span))

    def correct(self, path: str, span: Span, field: Field, value: str, was: str) -> None:
        """Correct what the program found at a passage."""
        self._change(path, lambda tagging: tagging.correct(path, span, field, value, was))

    def link(self, path: str, span: Span, there: Article, other: Span, state: LinkState) -> None:
        """Link a passage with one of another article, or delete their link."""
        source = relative_source(path, there.path)
        passage = OtherPassage(source, there.text, other, there.sha256)
        self._change(path, lambda tagging: tagging.link(path, span, passage, state))

    def state(self, path: str, relation: Sameness, one: NameForm, other: NameForm) -> None:
        """State that two names are the same, or not, in the story of an article."""
        workspace = self._workspace
        if workspace is not None:
            self._jobs.change(
                lambda: workspace.found.state(path, relation, one, other),
                lambda _: self._names_stated(workspace),
            )

    def star(self, article: Article) -> None:
        """Star an article, or take its star away; it need not be open."""
        tagging = self._tagging
        if tagging is None:
            return

        def star() -> TagSet:
            tagging.open(article)
            return tagging.star(article.path)

        self._jobs.change(star, lambda tagset: self._changed(tagging, tagset), self.refused.emit)

    def restore(self, path: str) -> None:
        """Bring back what the newest good backup of an open article's tags holds."""
        tagging = self._tagging
        if tagging is not None and tagging.current(path) is not None:
            self._jobs.change(
                lambda: tagging.restore(path),
                lambda tagset: self._changed(tagging, tagset),
                self.refused.emit,
            )

    def undo(self) -> None:
        """Take the last step back."""
        if self._tagging is not None:
            self._played(self._tagging, self._tagging.undo())

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        if self._tagging is not None:
            self._played(self._tagging, self._tagging.redo())

    def save_again(self) -> None:
        """Try to save what could not be saved."""
        if self._tagging is not None:
            for path in self._tagging.unsaved:
                self._save(self._tagging, path)
        if self._workspace is not None and not self._workspace.codes.is_saved:
            self._save_names(self._workspace)

    def _read(self, tagging: Tagging, path: str, work: Callable[[], TagSet]) -> None:
        self._jobs.start(
            f"tags {path}",
            work,
            lambda tagset: self._show(tagging, tagset),
            lambda error: self.open_failed.emit(path, error),
        )

    def _change(self, path: str, change: Callable[[Tagging], TagSet]) -> None:
        """Change the tags of an article that is open, and save them."""
        tagging = self._tagging
        if tagging is None or tagging.current(path) is None:
            return
        try:
            tagset = change(tagging)
        except DiptychError as error:
            self.refused.emit(error)
        else:
            self._changed(tagging, tagset)

    def _played(self, tagging: Tagging, undone: Undone) -> None:
        for tagset in undone.tagsets:
            self._changed(tagging, tagset)
        if undone.is_restated and self._workspace is not None:
            self._names_stated(self._workspace)
        self.undone.emit(undone)
        self._tell_history()

    def _names_stated(self, workspace: Workspace) -> None:
        """Show what is stated about names now, and save it."""
        if workspace is self._workspace:
            self.names_changed.emit()
            self._tell_history()
        self._save_names(workspace)

    def _save_names(self, workspace: Workspace) -> None:
        failed = partial(self.save_failed.emit, FILE_NAME)
        self._jobs.change(workspace.codes.save, lambda _: None, failed)

    def _changed(self, tagging: Tagging, tagset: TagSet) -> None:
        self._show(tagging, tagset)
        self._tell_history()
        self._save(tagging, tagset.path)

    def _show(self, tagging: Tagging, tagset: TagSet) -> None:
        """Have ``tagset`` shown, unless another library is open by now."""
        if tagging is self._tagging:
            self.tags_changed.emit(tagset)

    def _save(self, tagging: Tagging, path: str) -> None:
        def saved(tagset: TagSet) -> None:
            if self._arrived(tagging):
                self._tell_state()
                self.tags_changed.emit(tagset)

        def failed(error: Exception) -> None:
            if self._arrived(tagging):
                self.state_changed.emit(SaveState.FAILED)
                self.save_failed.emit(path, error)

        if tagging is self._tagging:
            self._waiting += 1
            self.state_changed.emit(SaveState.SAVING)
        self._jobs.change(lambda: tagging.save(path), saved, failed)

    def _arrived(self, tagging: Tagging) -> bool:
        """Count a save as ended; False if another library is open by now."""
        if tagging is not self._tagging:
            return False
        self._waiting -= 1
        return True

    def _tell_state(self) -> None:
        if not self._waiting:
            unsaved = self._tagging.unsaved if self._tagging else ()
            self.state_changed.emit(SaveState.FAILED if unsaved else SaveState.SAVED)

    def _tell_history(self) -> None:
        tagging = self._tagging
        if tagging is not None:
            self.history_changed.emit(tagging.can_undo, tagging.can_redo)
