"""Bringing a library up to date in the background, batch by batch, in a worker process."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from diptych.errors import WorkerLostError
from diptych.library import importer
from diptych.library.cache import Cache
from diptych.library.importer import Imported, Moved
from diptych.workspace.queue import Job, Priority
from diptych.workspace.tasks import forget_task, import_task, mend_task
from diptych.workspace.workers import Workers

Result = TypeVar("Result")

_log = logging.getLogger(__name__)

PATIENCE = 0.2
"""Seconds between two looks at whether the reader wants the work stopped."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come, in files or articles."""

    done: int
    total: int
    what: str = "importing"
    """importing, indexing or analysing."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh changed."""

    changed: frozenset[str] = frozenset()
    """The paths whose articles are new or different."""
    removed: frozenset[str] = frozenset()
    moved: tuple[Moved, ...] = ()
    is_complete: bool = True
    """Whether it came to its end, and was not stopped."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


class Stopped(Exception):  # noqa: N818 - no error: somebody wished it
    """The work was stopped before a part of it began."""


class Importing:
    """Keeps the catalogue and index of one library in step with its files."""

    def __init__(self, root: Path, cache: Cache, workers: Workers) -> None:
        self._root, self._cache, self._workers = root, cache, workers

    def run(self, tell: Callable[[Progress], None], is_stopped: Callable[[], bool]) -> Refreshed:
        """Import what was added or changed, forget what is gone, mend the index.

        Every batch is on disk when ``tell`` is told of it; a stop takes effect after the batch
        that is under way.

        Raises:
            LibraryError: the folder cannot be listed.
            StorageError: the catalogue or the index cannot be written.
        """
        plan = importer.plan(self._root, self._cache.catalogue)
        changed: set[str] = set()
        removed: frozenset[str] = frozenset()
        moved: tuple[Moved, ...] = ()
        done = 0
        folder = self._cache.folder
        try:
            for batch in plan.batches:
                tell(Progress(done, plan.files))
                imported = self._imported(is_stopped, batch)
                changed.update(imported.read)
                done += len(batch)
                tell(Progress(done, plan.files))
            if plan.removed:
                moved = self._done(is_stopped, forget_task, folder, plan.removed)
                removed = frozenset(plan.removed)
            self._mend(tell, is_stopped)
        except Stopped:
            return Refreshed(frozenset(changed), removed, moved, is_complete=False)
        return Refreshed(frozenset(changed), removed, moved)

    def _imported(self, is_stopped: Callable[[], bool], batch: Sequence[str]) -> Imported:
        """What came of ``batch``; a file that no process survives is listed and read no further."""
        given_up: dict[str, str] = {}
        arguments = self._root, self._cache.folder, batch, given_up
        while True:
            begun = [""]
            try:
                return self._done(is_stopped, import_task, *arguments, progress=begun.append)
            except WorkerLostError as error:
                path = begun[-1]
                if not path:
                    raise
                _log.error("%s was given up: %s", path, error)
                given_up[path] = str(error)

    def _mend(self, tell: Callable[[Progress], None], is_stopped: Callable[[], bool]) -> None:
        """Put into the index what is missing there."""
        most = 0
        missing = 1 if self._needs_mending() else 0
        while missing:
            missing = self._done(is_stopped, mend_task, self._cache.folder)
            most = max(most, missing)
            tell(Progress(most - missing, most, "indexing"))

    def _needs_mending(self) -> bool:
        """Whether the index holds other articles than the catalogue; asks no worker."""
        index = self._cache.index
        index.refresh()
        return not index.is_usable or index.file_ids() != self._cache.catalogue.article_ids()

    def _done(
        self,
        is_stopped: Callable[[], bool],
        task: Callable[..., Result],
        *arguments: object,
        progress: Callable[[str], None] | None = None,
    ) -> Result:
        """What ``task`` returns, from a worker; ``progress`` gets what it reports.

        Raises:
            Stopped: it was stopped before it began.
        """
        if is_stopped():
            raise Stopped
        job: Job[Result] = self._workers.submit(
            task, *arguments, priority=Priority.LIBRARY, progress=progress
        )
        while True:
            if is_stopped() and job.cancel():
                raise Stopped
            try:
                return job.result(PATIENCE)
            except TimeoutError:
                if job.done():
                    raise
            except CancelledError:
                raise Stopped from None
