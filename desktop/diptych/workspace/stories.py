"""Which articles of a library tell the same event, kept between two starts."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import msgspec

from diptych.model.listing import Entry
from diptych.storage import text_fingerprint, write_atomically
from diptych.workspace.keeping import Keeper
from diptych.workspace.queue import Priority
from diptych.workspace.tasks import STORIES_VERSION, stories_task
from diptych.workspace.workers import Workers


@dataclass(frozen=True, slots=True)
class Grouping:
    """Articles grouped into stories; ``key`` tells for which articles, and by which method."""

    key: str = ""
    stories: tuple[tuple[str, ...], ...] = ()


class Stories:
    """The grouping of one library, which ``keeper`` stores.

    Safe to use from any thread.
    """

    def __init__(self, cache_folder: Path, workers: Workers, keeper: Keeper) -> None:
        self._folder, self._workers, self._keeper = cache_folder, workers, keeper
        self._path = cache_folder / "stories.json"
        self._lock = threading.Lock()
        self._pending: tuple[str, Future[list[list[str]]]] | None = None
        self._hold(self._loaded())

    @property
    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The grouping as far as it is known: a new article stands alone for a moment."""
        return self._grouping.stories

    def of(self, path: str) -> tuple[str, ...]:
        """The paths of all accounts of the story that ``path`` belongs to, itself among them."""
        return self._story_of.get(path, (path,))

    def renew(self, entries: Sequence[Entry]) -> Future[list[list[str]]] | None:
        """Group the articles anew, if they are not those that were grouped last.

        None where nothing has to be done; else the grouping holds when the future is done.
        """
        key = _key(entries)
        with self._lock:
            if key == self._grouping.key:
                return None
            if self._pending is not None and self._pending[0] == key:
                return self._pending[1]
            job = self._workers.submit(stories_task, self._folder, priority=Priority.STORY)
            grouped: Future[list[list[str]]] = Future()
            self._pending = key, grouped
        job.add_done_callback(lambda done: self._take(key, done, grouped))
        return grouped

    def _take(
        self, key: str, done: Future[list[list[str]]], grouped: Future[list[list[str]]]
    ) -> None:
        with self._lock:
            is_newest = self._pending is not None and self._pending[1] is grouped
            if is_newest:
                self._pending = None
        if done.cancelled():
            grouped.cancel()
            grouped.set_running_or_notify_cancel()
            return
        error = done.exception()
        if error is not None:
            grouped.set_exception(error)
            return
        if is_newest:
            stories = tuple(tuple(story) for story in done.result() if len(story) > 1)
            self._hold(Grouping(key, stories))
            self._keeper.keep(self._save)
        grouped.set_result(done.result())

    def _hold(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self._story_of = _by_path(grouping.stories)

    def _loaded(self) -> Grouping:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Grouping)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return Grouping()

    def _save(self) -> None:
        write_atomically(self._path, msgspec.json.encode(self._grouping))


def _by_path(stories: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {path: story for story in stories for path in story}


def _key(entries: Sequence[Entry]) -> str:
    listed = sorted(f"{entry.path}\0{entry.sha256}" for entry in entries if not entry.problem)
    return text_fingerprint("\n".join([STORIES_VERSION, *listed]))
