"""Worker processes for everything that takes the processor: reading, analysis, alignment.

Our own priority queue stands in front of the processes, and each of them holds one item at a
time: what is on screen never waits behind a whole library. `concurrent.futures` hands items over
ahead of time, cannot reorder them, and fails all of them when one process dies.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final, TypeVar

from diptych.errors import AnalysisError, WorkerLostError
from diptych.workspace.queue import Job, JobQueue, Priority, Progress, Task
from diptych.workspace.worker import Kind, Message, serve

Result = TypeVar("Result")

MEMORY_LIMIT: Final = 400 * 1024 * 1024
"""Bytes beyond which a worker is replaced, once its item is done."""

_FAILED_STARTS: Final = 3
"""Workers that may end in a row without ever having been ready."""

_log = logging.getLogger(__name__)


class _Worker:
    """One process, the connection to it, and the job it is at."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=serve, args=(theirs,), name="diptych-worker", daemon=True
        )
        self.process.start()
        # The other end lives in the process alone: when it dies, the connection says so.
        theirs.close()
        self.job: Job[Any] | None = None
        self.until = float("inf")
        self.is_ready = False
        self.prepared = 0
        """Preparations that it was given."""

    @property
    def is_idle(self) -> bool:
        return self.is_ready and self.job is None

    def end(self) -> None:
        """Kill the process, if it still runs, and let go of it."""
        self.connection.close()
        self.process.kill()
        self.process.join(0.5)


class Workers:
    """Processes that take jobs by priority.

    ``prepare`` are tasks that an idle worker runs once, in this order, before there is work for it
    (they load models); past the first one, one worker at a time, so that another is free. A job
    that runs longer than ``time_limit`` seconds fails, and so does one whose process dies; both
    with a `WorkerLostError`, and the other jobs never notice. Processes start with the first job.
    """

    def __init__(
        self,
        count: int = 1,
        *,
        prepare: Sequence[Task] = (),
        time_limit: float = 120.0,
        memory_limit: int = MEMORY_LIMIT,
    ) -> None:
        self._count = max(1, count)
        self._prepare = tuple(prepare)
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._queue = JobQueue()
        self._lock = threading.Lock()
        self._listener, self._bell = multiprocessing.get_context("spawn").Pipe(duplex=False)
        self._has_rung = False
        self._is_closing = False
        self._thread: threading.Thread | None = None
        # Touched by the dispatching thread alone:
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def submit(
        self,
        task: Callable[..., Result],
        *arguments: Any,
        priority: int = Priority.LIBRARY,
        progress: Progress | None = None,
    ) -> Job[Result]:
        """Queue ``task(*arguments)``, a function of a module; its future comes back.

        ``progress`` gets what the task hands to `worker.report`, in the thread of the workers.
        """
        job: Job[Result] = Job(task, arguments, progress)
        self._queue.put(job, priority)
        self.start()
        if self._is_closing:
            job.cancel()
        return job

    def prioritise(self, job: Job[Any], priority: int) -> None:
        """Move a job that still waits; any other stays as it is."""
        self._queue.move(job, priority)

    def start(self) -> None:
        """Start the processes now, so that they are ready (and prepared) for the first job."""
        with self._lock:
            if self._is_closing:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._dispatch, name="workers", daemon=True)
                self._thread.start()
            self._ring()

    def close(self) -> None:
        """End all processes; whatever is not done fails. Takes less than a second."""
        with self._lock:
            if self._is_closing:
                return
            self._is_closing = True
            self._ring()
        if self._thread is not None:
            self._thread.join()
        while (job := self._queue.take()) is not None:
            job.set_exception(_ended())
        self._bell.close()
        self._listener.close()

    def _ring(self) -> None:
        """Wake the dispatching thread; one unheard ring is enough, and never fills the pipe."""
        if not self._has_rung:
            self._has_rung = True
            self._bell.send_bytes(b"!")

    # The rest runs in the dispatching thread.

    def _dispatch(self) -> None:
        while not self._is_closing:
            self._fill()
            self._hand_out()
            ready = wait(self._connections(), self._patience())
            for connection in [one for one in self._connections() if one in ready]:
                self._listen(connection)
            self._end_overdue()
        for worker in self._workers:
            worker.end()
            if worker.job is not None:
                worker.job.set_exception(_ended())

    def _connections(self) -> list[Connection]:
        return [self._listener, *(worker.connection for worker in self._workers)]

    def _patience(self) -> float | None:
        """Seconds until the first running job is overdue; None if none runs."""
        nearest = min((worker.until for worker in self._workers), default=float("inf"))
        return None if nearest == float("inf") else max(0.0, nearest - time.monotonic())

    def _fill(self) -> None:
        """Start the workers that are missing; where none ever comes to life, say so instead."""
        while self._failed_starts < _FAILED_STARTS and len(self._workers) < self._count:
            try:
                self._workers.append(_Worker())
            except Exception:  # noqa: BLE001 - too many processes or files, no memory: try again
                self._failed_starts += 1
                _log.exception("a worker could not be started")
        if not self._workers:
            error = AnalysisError("The analysis cannot be started; Diptych's log says why.")
            while (job := self._queue.take()) is not None:
                job.set_exception(error)

    def _hand_out(self) -> None:
        for worker in [worker for worker in self._workers if worker.is_idle]:
            job = self._queue.take() or self._preparation(worker)
            if job is None:
                continue
            worker.job = job
            worker.until = time.monotonic() + self._time_limit
            try:
                worker.connection.send((job.task, job.arguments))
            except OSError:
                self._replace(worker, _died())
            except Exception as error:  # noqa: BLE001 - arguments that cannot cross: the caller's
                self._finish(worker).set_exception(error)

    def _preparation(self, worker: _Worker) -> Job[Any] | None:
        if worker.prepared == len(self._prepare):
            return None
        if worker.prepared and any(
            other.job is not None and other.job.task in self._prepare for other in self._workers
        ):
            return None
        job: Job[Any] = Job(self._prepare[worker.prepared])
        worker.prepared += 1
        job.set_running_or_notify_cancel()
        return job

    def _listen(self, connection: Connection) -> None:
        if connection is self._listener:
            with self._lock:
                self._listener.recv_bytes()
                self._has_rung = False
            return
        worker = next(worker for worker in self._workers if worker.connection is connection)
        try:
            message: Message = connection.recv()
        except (EOFError, OSError):
            self._replace(worker, _died())
        else:
            self._receive(worker, message)

    def _receive(self, worker: _Worker, message: Message) -> None:
        if message.kind is Kind.READY:
            worker.is_ready = True
            self._failed_starts = 0
        elif message.kind is Kind.PROGRESS:
            if worker.job is not None:
                worker.job.show(message.value)
        else:
            job = self._finish(worker)
            if message.memory > self._memory_limit:
                _log.info("a worker held %d bytes and is replaced", message.memory)
                self._replace(worker, None)
            if message.trace:
                _log.error("a task failed in a worker\n%s", message.trace)
            if message.kind is Kind.DONE:
                job.set_result(message.value)
            else:
                job.set_exception(message.value)

    def _finish(self, worker: _Worker) -> Job[Any]:
        job, worker.job = worker.job, None
        worker.until = float("inf")
        assert job is not None
        return job

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.until <= now]:
            sentence = "The analysis of this article took longer than {seconds} seconds."
            self._replace(worker, WorkerLostError(sentence, seconds=f"{self._time_limit:g}"))

    def _replace(self, worker: _Worker, error: AnalysisError | None) -> None:
        """Let go of ``worker``; its job, if it has one, fails with ``error``."""
        self._workers.remove(worker)
        worker.end()
        if not worker.is_ready:
            self._failed_starts += 1
            _log.error("a worker ended with %s as it started", worker.process.exitcode)
        if worker.job is not None and error is not None:
            self._finish(worker).set_exception(error)


def _died() -> WorkerLostError:
    return WorkerLostError("The process that analysed this article ended unexpectedly.")


def _ended() -> AnalysisError:
    return AnalysisError("Diptych was closed before this article was analysed.")
