"""Tags of the open library: changed in memory at once, saved behind, taken back by undo."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from diptych.errors import SidecarError
from diptych.model.annotation import Body, Purpose
from diptych.model.article import Article
from diptych.tagging import edits, history
from diptych.tagging.corrections import Field, LinkState
from diptych.tagging.edits import OtherPassage
from diptych.tagging.history import Edit, History, Step
from diptych.tagging.instants import now
from diptych.tagging.names import Restated
from diptych.tagging.store import SidecarStore
from diptych.tagging.tagset import Change, TagSet
from diptych.text.spans import Span

Editing = Callable[[TagSet, str], tuple[TagSet, Change]]
"""What makes a change: takes a set and the instant, gives the new set and what it changed."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did."""

    name: str
    tagsets: tuple[TagSet, ...]
    skipped: int
    """Changes left alone, because somebody else has changed the same annotation since."""
    is_restated: bool = False
    """Whether it changed what is stated about names, which has to be saved."""


def _refuse(_change: Restated) -> bool:
    return False


class Tagging:
    """The tags of the articles that are in use.

    A change is in memory when it returns, and has to be saved then: `save` may run in another
    thread, and what is changed while it runs is kept. Safe to use from any thread.
    """

    def __init__(
        self,
        store: SidecarStore,
        creator: str,
        saved: Callable[[TagSet], None] | None = None,
        restate: Callable[[Restated], bool] = _refuse,
    ) -> None:
        """``restate`` changes what is stated about names, where that can still be done."""
        self.creator = creator
        self._store, self._saved, self._restate = store, saved, restate
        self._lock = threading.RLock()
        self._saving = threading.Lock()
        self._tagsets: dict[str, TagSet] = {}
        self._unsaved: dict[str, list[Change]] = {}
        self._history = History()

    def open(self, article: Article) -> TagSet:
        """The tags of ``article``: those in memory if it is in use, else those in its sidecar.

        Raises:
            SidecarError: its sidecar is there but cannot be read.
        """
        with self._lock:
            current = self._tagsets.get(article.path)
            if current is not None and current.text == article.text:
                return current
        return self.reload(article)

    def reload(self, article: Article) -> TagSet:
        """The tags of ``article`` from disk, with what is not saved yet done again on them."""
        # Not beside a save: what was loaded before it would take the place of what it wrote.
        with self._saving:
            loaded = self._store.load(article)
            with self._lock:
                return self._take(article.path, loaded)

    def current(self, path: str) -> TagSet | None:
        """The tags of the article at ``path``, None where it was not opened."""
        return self._tagsets.get(path)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._history.undone)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The paths of articles with changes that are not on disk."""
        with self._lock:
            return tuple(path for path, changes in self._unsaved.items() if changes)

    def change(self, path: str, name: str, editing: Editing) -> TagSet:
        """Change the tags of one article; ``name`` is the command, for undo.

        Raises:
            KeyError: the article was not opened.
            SidecarError: a newer program wrote its tags, so that a change could not be saved.
        """
        with self._lock:
            if self._tagsets[path].is_read_only:
                template = (
                    "The tags of “{name}” were written by a newer version of Diptych. They can be"
                    " read here, but not changed."
                )
                raise SidecarError(template, name=self._tagsets[path].source)
            tagset, change = editing(self._tagsets[path], now())
            if not change.is_nothing:
                self._keep(path, tagset, change)
                self._history = self._history.with_step(Step(name, (Edit(path, change),)))
            return tagset

    def tag(self, path: str, span: Span, tags: Iterable[str]) -> TagSet:
        """Tag a passage."""
        names = tuple(tags)
        return self.change(
            path,
            "tag",
            lambda tagset, when: edits.tagged(tagset, span, names, "", self.creator, when),
        )

    def note(self, path: str, span: Span | None, note: str) -> TagSet:
        """Write the note of a passage, or of the article, in the place of the one it has."""

        def write(tagset: TagSet, when: str) -> tuple[TagSet, Change]:
            own = tagset.noted_at(span)
            if own is not None:
                return edits.with_note(tagset, own.id, note, when)
            return edits.tagged(tagset, span, (), note, self.creator, when)

        return self.change(path, "note", write)

    def untag(self, path: str, key: str) -> TagSet:
        """Take an annotation away."""
        return self.change(path, "untag", lambda tagset, when: edits.untagged(tagset, key, when))

    def place(self, path: str, key: str, span: Span) -> TagSet:
        """Tie an annotation to a passage: the one where it was found again, or another."""
        return self.change(
            path, "place", lambda tagset, when: edits.moved_edge(tagset, key, span, when)
        )

    def move_edge(self, path: str, key: str, span: Span) -> TagSet:
        """Have an annotation begin and end with ``span``."""
        return self.change(
            path, "edge", lambda tagset, when: edits.moved_edge(tagset, key, span, when)
        )

    def mark_nothing(self, path: str, span: Span) -> TagSet:
        """Mark a passage as read, with nothing to tag in it."""
        return self.change(
            path,
            "nothing",
            lambda tagset, when: edits.nothing_here(tagset, span, self.creator, when),
        )

    def star(self, path: str) -> TagSet:
        """Mark the article as one to come back to, or no longer."""
        return self.change(
            path, "star", lambda tagset, when: edits.star(tagset, self.creator, when)
        )

    def correct(self, path: str, span: Span, field: Field, value: str, was: str) -> TagSet:
        """Correct ``field`` of what the program found at a passage, which ``was`` otherwise."""
        body = Body(Purpose.EDITING, value, field.value, was)
        return self.change(
            path,
            "correct",
            lambda tagset, when: edits.corrected(tagset, span, body, self.creator, when),
        )

    def link(self, path: str, span: Span, other: OtherPassage, state: LinkState) -> TagSet:
        """Link a passage with one of another article, or delete their link."""
        return self.change(
            path,
            "link",
            lambda tagset, when: edits.linked(tagset, span, other, state, self.creator, when),
        )

    def restate(self, change: Restated) -> bool:
        """Change what is stated about names; False where it says otherwise by now."""
        with self._lock:
            if change.is_nothing or not self._restate(change):
                return False
            self._history = self._history.with_step(Step("correct", restated=change))
            return True

    def undo(self) -> Undone:
        """Take the last step back, wherever what it left still stands."""
        with self._lock:
            return self._played(history.undo(self._history, self._tagsets, now()))

    def redo(self) -> Undone:
        """Do the step that was taken back last again."""
        with self._lock:
            return self._played(history.redo(self._history, self._tagsets, now()))

    def restore(self, path: str) -> TagSet:
        """Bring back what the newest good backup of one article's tags holds, beside today's.

        Without a backup nothing changes. What comes back has to be saved, as any change.

        Raises:
            SidecarError: the backup cannot be read.
        """
        with self._lock:
            before = self._tagsets[path]
            if before.backup is None:
                return before
            restored = self._store.restored(before, before.backup)
            self._tagsets[path] = restored
            self._unsaved.setdefault(path, []).extend(_differences(before, restored))
            return restored

    def save(self, path: str) -> TagSet:
        """Put the tags of one article on disk, merged with what is there.

        Raises:
            StorageError: they could not be written; they stay in memory, unsaved.
            SidecarError: what is on disk was written by a newer program.
        """
        with self._saving:
            with self._lock:
                tagset = self._tagsets[path]
                changes = len(self._unsaved.get(path, ()))
            merged = self._store.save(tagset)
            with self._lock:
                self._unsaved[path] = self._unsaved.get(path, [])[changes:]
                current = self._take(path, merged)
        if self._saved is not None:
            self._saved(current)
        return current

    def _take(self, path: str, tagset: TagSet) -> TagSet:
        """Make what was read or merged the current set, with the unsaved changes on top."""
        when = now()
        for change in self._unsaved.get(path, ()):
            tagset = tagset.applied(change, when)
        self._tagsets[path] = tagset
        return tagset

    def _keep(self, path: str, tagset: TagSet, change: Change) -> None:
        self._tagsets[path] = replace(tagset, notices=())
        self._unsaved.setdefault(path, []).append(change)

    def _played(self, outcome: history.Outcome) -> Undone:
        self._history = outcome.history
        for path, tagset in outcome.changed.items():
            before = self._tagsets[path]
            self._tagsets[path] = tagset
            self._unsaved.setdefault(path, []).extend(_differences(before, tagset))
        wanted = not outcome.restated.is_nothing
        is_restated = wanted and self._restate(outcome.restated)
        skipped = len(outcome.skipped) + (wanted and not is_restated)
        return Undone(outcome.name, tuple(outcome.changed.values()), skipped, is_restated)


def _differences(before: TagSet, after: TagSet) -> list[Change]:
    """What leads from one set to the other, annotation by annotation."""
    old = {one.id: one for one in before.annotations}
    new = {one.id: one for one in after.annotations}
    changes = [Change(key, old.get(key), new.get(key)) for key in {**old, **new}]
    return [change for change in changes if not change.is_nothing]
