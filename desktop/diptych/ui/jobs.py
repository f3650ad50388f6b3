"""Work off the window's thread, and its results back on it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")
Then = Callable[[Any], None]


class Jobs(Protocol):
    """How the window has work done; tests hand in one that runs at once."""

    def start(
        self,
        lane: str,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` off the window's thread, then ``then`` on it.

        Newer work on the same lane makes the results of older work stale: they are dropped.
        Without ``failed`` an error goes to the default route.
        """

    def change(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """As `start`, for work that changes something: in order, one at a time, never dropped."""

    def follow(
        self,
        lane: str,
        future: Future[Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """As `start`, for work that a worker process is already doing."""

    def drop(self, lane: str) -> None:
        """Make the work on ``lane`` stale."""


class ThreadJobs(QObject):
    """`Jobs` on threads; results come back by one queued signal."""

    failed = Signal(object)
    """An exception that nobody asked for: the default route."""
    _returned = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = ThreadPoolExecutor(max_workers=4, thread_name_prefix="diptych-read")
        self._changing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="diptych-change")
        self._newest: dict[str, int] = {}
        self._closed = False
        self._returned.connect(self._bring_back, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: str,
        work: Callable[[], Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.follow(lane, self._reading.submit(work), then, failed)

    def change(
        self,
        work: Callable[[], Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._watch("", 0, self._changing.submit(work), then, failed)

    def follow(
        self,
        lane: str,
        future: Future[Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.drop(lane)
        self._watch(lane, self._newest[lane], future, then, failed)

    def drop(self, lane: str) -> None:
        self._newest[lane] = self._newest.get(lane, 0) + 1

    def close(self) -> None:
        """Wait for the changes that are under way; drop everything else."""
        for lane in list(self._newest):
            self.drop(lane)
        self._changing.shutdown(wait=True)
        self._closed = True
        self._reading.shutdown(wait=False, cancel_futures=True)

    def _watch(
        self,
        lane: str,
        number: int,
        future: Future[Any],
        then: Then,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        def returned(done: Future[Any]) -> None:
            if not self._closed:
                self._returned.emit((lane, number, done, then, failed))

        future.add_done_callback(returned)

    @Slot(object)
    def _bring_back(self, returned: tuple[str, int, Future[Any], Then, Any]) -> None:
        lane, number, future, then, failed = returned
        if lane and self._newest.get(lane) != number:
            return
        try:
            error = future.exception()
        except CancelledError:
            return
        if error is None:
            then(future.result())
        elif isinstance(error, Exception):
            (failed or self.failed.emit)(error)


class ImmediateJobs:
    """`Jobs` that run at once on the caller's thread: for tests and for drawing a screenshot."""

    def __init__(self, failed: Callable[[Exception], None] | None = None) -> None:
        self.failed = failed
        """The default route of errors; without one they are raised where the work was asked."""

    def start(
        self,
        lane: str,
        work: Callable[[], Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.change(work, then, failed)

    def change(
        self,
        work: Callable[[], Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        try:
            result = work()
        except Exception as error:
            route = failed or self.failed
            if route is None:
                raise
            route(error)
        else:
            then(result)

    def follow(
        self,
        lane: str,
        future: Future[Any],
        then: Then,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.change(future.result, then, failed)

    def drop(self, lane: str) -> None:
        """Nothing to do: what runs at once is never stale."""
