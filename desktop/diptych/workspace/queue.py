"""Jobs for the workers, and the order they are taken in."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Task = Callable[..., Any]
"""A function of a module, so that its name alone crosses to a worker."""
Progress = Callable[[Any], None]

_log = logging.getLogger(__name__)


class Priority(IntEnum):
    """What comes first; the window moves jobs up as the reader turns to them.

    Nobody waits for what is done in the ``SPARE`` time.
    """

    SCREEN = 0
    NEAR = 1
    STORY = 2
    LIBRARY = 3
    SPARE = 4


class Job(Future[Result], Generic[Result]):
    """One item of work: a future whose place in the queue can be changed.

    ``cancel`` works while it is queued. Done callbacks run in the thread of the workers, or at
    once if the job is done already.
    """

    def __init__(
        self, task: Task, arguments: tuple[Any, ...] = (), progress: Progress | None = None
    ) -> None:
        super().__init__()
        self.task = task
        self.arguments = arguments
        self.progress = progress
        self.priority: int = Priority.LIBRARY

    def show(self, value: object) -> None:
        """Hand ``value`` to whoever follows the job's progress."""
        if self.progress is None:
            return
        try:
            self.progress(value)
        except Exception:  # noqa: BLE001 - as a future treats its callbacks: the work goes on
            _log.exception("following the progress of a job failed")


class JobQueue:
    """Jobs by priority, and by age within one; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._heap: list[tuple[int, int, Job[Any]]] = []
        self._numbers = itertools.count()

    def put(self, job: Job[Any], priority: int) -> None:
        """Add ``job``, or move it if it is here already."""
        with self._lock:
            job.priority = priority
            heapq.heappush(self._heap, (priority, next(self._numbers), job))

    def move(self, job: Job[Any], priority: int) -> None:
        """Change the place of a job that still waits; any other stays as it is."""
        if job.priority != priority and not job.running() and not job.done():
            self.put(job, priority)

    def take(self) -> Job[Any] | None:
        """The next job, now marked as running; None if there is none."""
        with self._lock:
            while self._heap:
                priority, _, job = heapq.heappop(self._heap)
                # A moved job left its old place behind; a cancelled one may still be here.
                waits = priority == job.priority and not job.running() and not job.done()
                if waits and job.set_running_or_notify_cancel():
                    return job
        return None
