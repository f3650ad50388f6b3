"""What is one person's own about a library: what is done, and where reading was left off.

It lives in the user's data folder, never in the library, which others may share.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from diptych.storage import write_atomically


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone was in an article, in code points of its text.

    The passage under the cursor (empty for none), and what stood at the top of the view.
    """

    start: int = 0
    end: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Personal:
    """One person's state of one library; paths are those of articles."""

    done: frozenset[str] = frozenset()
    places: dict[str, Place] = field(default_factory=dict)
    opened: tuple[str, ...] = ()
    """The articles in the panes, from left to right; an empty path is an empty pane."""
    focused: int = 0
    query: str = ""

    def with_done(self, path: str, *, done: bool) -> Personal:
        """This state with ``path`` done, or to do again."""
        return replace(self, done=self.done | {path} if done else self.done - {path})

    def with_place(self, path: str, place: Place) -> Personal:
        """This state with reading of ``path`` left off at ``place``."""
        return replace(self, places={**self.places, path: place})


class PersonalFile:
    """`Personal` in its file; safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "personal.json"
        self._lock = threading.Lock()
        self._state = self._loaded()

    @property
    def state(self) -> Personal:
        """What is known now, whether it is on disk yet or not."""
        return self._state

    def place(self, path: str) -> Place:
        """Where reading of ``path`` was left off; its beginning for a new one."""
        return self._state.places.get(path, Place())

    def update(self, change: Callable[[Personal], Personal]) -> Personal:
        """Change the state in memory, and return it."""
        with self._lock:
            self._state = change(self._state)
            return self._state

    def save(self) -> None:
        """Write the state.

        Raises:
            StorageError: it could not be written; the old state still stands on disk.
        """
        with self._lock:
            write_atomically(self._path, msgspec.json.encode(self._state))

    def _loaded(self) -> Personal:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Personal)
        except FileNotFoundError:
            return Personal()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            # Only conveniences are in it: set aside for whoever wants to look, and go on.
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".damaged.json"))
            return Personal()
