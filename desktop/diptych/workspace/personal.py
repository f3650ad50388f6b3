"""What is one person's own about a library: what is done, where reading was left off, and drafts.

It lives in the user's data folder, never in the library, which others may share.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from diptych.errors import DiptychError
from diptych.model.annotation import Anchor
from diptych.storage import locked, write_atomically

SAVE_AFTER = 1.0
"""Seconds after which a change is on disk, if nobody asks for it sooner."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone was in an article, in code points of its text.

    The passage under the cursor (empty for none), and what stood at the top of the view.
    """

    start: int = 0
    end: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A note as far as it was written; it is no note of the article's before it is saved."""

    path: str
    note: str
    """In Markdown."""
    anchor: Anchor | None = None
    """The passage it is about; None for the article as a whole."""


@dataclass(frozen=True, slots=True)
class Personal:
    """One person's state of one library; paths are those of articles."""

    done: frozenset[str] = frozenset()
    places: dict[str, Place] = field(default_factory=dict)
    opened: tuple[str, ...] = ()
    """The articles in the panes, from left to right; an empty path is an empty pane."""
    focused: int = 0
    drafts: dict[str, Draft] = field(default_factory=dict)
    """By ids, the latest one last; `diptych.workspace.drafts` finds their places."""

    def with_done(self, path: str, *, done: bool) -> Personal:
        """This state with ``path`` done, or to do again."""
        return replace(self, done=self.done | {path} if done else self.done - {path})

    def with_place(self, path: str, place: Place) -> Personal:
        """This state with reading of ``path`` left off at ``place``."""
        return replace(self, places={**self.places, path: place})

    def with_draft(self, key: str, draft: Draft | None) -> Personal:
        """This state with ``draft`` as the latest one, or with none under ``key``."""
        drafts = {other: kept for other, kept in self.drafts.items() if other != key}
        if draft is not None:
            drafts[key] = draft
        return replace(self, drafts=drafts)

    def with_moved(self, moved: Mapping[str, str]) -> Personal:
        """This state after files have got other paths: from the keys of ``moved`` to its values."""
        return replace(
            self,
            done=frozenset(moved.get(path, path) for path in self.done),
            places={moved.get(path, path): place for path, place in self.places.items()},
            drafts={
                key: replace(draft, path=moved.get(draft.path, draft.path))
                for key, draft in self.drafts.items()
            },
        )

    def joined(self, base: Personal, theirs: Personal) -> Personal:
        """This state with what ``theirs`` has changed since ``base``.

        What is in the panes and in the search field belongs to one window, and stays.
        """
        done = (theirs.done | (self.done - base.done)) - (base.done - self.done)
        changed = {
            path: place for path, place in self.places.items() if base.places.get(path) != place
        }
        return replace(
            self,
            done=done,
            places={**theirs.places, **changed},
            drafts=_joined_drafts(self.drafts, base.drafts, theirs.drafts),
        )


def _joined_drafts(
    ours: dict[str, Draft], base: dict[str, Draft], theirs: dict[str, Draft]
) -> dict[str, Draft]:
    """Both sides' drafts; what we are done with goes, unless the other side has written on."""
    kept = {key: draft for key, draft in theirs.items() if key in ours or base.get(key) != draft}
    changed = {key: draft for key, draft in ours.items() if base.get(key) != draft}
    return {**{key: draft for key, draft in kept.items() if key not in changed}, **changed}


class PersonalFile:
    """`Personal` in its file; safe to use from any thread.

    A change is saved by itself ``save_after`` seconds later, joined with what another window of
    the same person saved in the meantime.
    """

    def __init__(self, folder: Path, *, save_after: float = SAVE_AFTER) -> None:
        self._path = folder / "personal.json"
        self._save_after = save_after
        self._lock = threading.Lock()
        self._saving = threading.Lock()
        self._timer: threading.Timer | None = None
        self._is_closed = False
        self._state = self._saved = self._on_disk() or Personal()

    @property
    def state(self) -> Personal:
        """What is known now, whether it is on disk yet or not."""
        return self._state

    def place(self, path: str) -> Place:
        """Where reading of ``path`` was left off; its beginning for a new one."""
        return self._state.places.get(path, Place())

    def update(self, change: Callable[[Personal], Personal]) -> Personal:
        """Change the state in memory, and return it; it is saved soon."""
        with self._lock:
            self._state = change(self._state)
            if self._timer is None and not self._is_closed:
                self._timer = threading.Timer(self._save_after, self._save_or_log)
                self._timer.daemon = True
                self._timer.start()
            return self._state

    def save(self) -> None:
        """Write the state now.

        Raises:
            StorageError: it could not be written; the old state still stands on disk.
        """
        with self._saving:
            with self._lock:
                self._forget_timer()
                state = self._state
            if state is self._saved:
                return
            with locked(self._path.with_suffix(".lock")):
                theirs = self._on_disk() or self._saved
                joined = state.joined(self._saved, theirs)
                write_atomically(self._path, msgspec.json.encode(joined))
            with self._lock:
                changed_meanwhile = self._state is not state
                self._saved = joined
                self._state = self._state.joined(state, joined) if changed_meanwhile else joined

    def close(self) -> None:
        """Save what is not saved yet, and save nothing by itself any more."""
        with self._lock:
            self._is_closed = True
            self._forget_timer()
        self._save_or_log()

    def _save_or_log(self) -> None:
        try:
            self.save()
        except DiptychError as error:
            # The next change tries again; a window that closes asks first where words would go.
            _log.warning(
                "what is done, where reading was left off and drafts were not saved: %s", error
            )

    def _forget_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _on_disk(self) -> Personal | None:
        """What the file holds; None where there is none that can be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Personal)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            # It is written in one step, so this is none of our doing: set aside, and go on.
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".damaged.json"))
            return None
