"""Bringing a library up to date in the background, batch by batch, in a worker process."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from diptych.library.catalogue import Catalogue
from diptych.workspace.queue import Job, Priority
from diptych.workspace.tasks import forget_task, import_task, mend_task
from diptych.workspace.workers import Workers

if TYPE_CHECKING:
    from diptych.library.importer import Moved

Result = TypeVar("Result")

_PATIENCE = 0.2
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


class Importing:
    """Keeps the catalogue and index of one library in step with its files."""

    def __init__(self, root: Path, cache: Path, catalogue: Catalogue, workers: Workers) -> None:
        self._root, self._cache = root, cache
        self._catalogue, self._workers = catalogue, workers

    def run(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> Refreshed:
        """Import what was added or changed, forget what is gone, mend the index.

        Every batch is on disk when ``progress`` is told of it; a ``stop`` takes effect after the
        batch that is under way.

        Raises:
            LibraryError: the folder cannot be listed.
            StorageError: the catalogue or the index cannot be written.
        """
        # Loaded here: the readers behind it would delay the window's first article.
        from diptych.library import importer

        tell = progress or (lambda _: None)
        stop = stop or threading.Event()
        plan = importer.plan(self._root, self._catalogue)
        changed: set[str] = set()
        done = 0
        for batch in plan.batches:
            tell(Progress(done, plan.files))
            imported = self._result(self._submit(import_task, self._root, self._cache, batch), stop)
            if imported is None:
                return Refreshed(frozenset(changed), is_complete=False)
            changed.update(imported.read)
            done += len(batch)
            tell(Progress(done, plan.files))
        moved: tuple[Moved, ...] = ()
        if plan.removed:
            job = self._submit(forget_task, self._cache, plan.removed)
            moved = self._result(job, stop) or ()
        is_complete = self._mend(tell, stop)
        return Refreshed(frozenset(changed), frozenset(plan.removed), moved, is_complete)

    def _mend(self, tell: Callable[[Progress], None], stop: threading.Event) -> bool:
        """Put into the index what is missing there; whether it came to the end."""
        most = 0
        while True:
            missing = self._result(self._submit(mend_task, self._cache), stop)
            if not missing:
                return missing is not None
            most = max(most, missing)
            tell(Progress(most - missing, most, "indexing"))

    def _submit(self, task: Callable[..., Result], *arguments: object) -> Job[Result]:
        return self._workers.submit(task, *arguments, priority=Priority.LIBRARY)

    def _result(self, job: Job[Result], stop: threading.Event) -> Result | None:
        """What ``job`` returns, or None if it was stopped before it began."""
        while True:
            if stop.is_set() and job.cancel():
                return None
            try:
                return job.result(_PATIENCE)
            except TimeoutError:
                continue
            except CancelledError:
                return None
