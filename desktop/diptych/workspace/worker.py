"""What runs inside a worker process: one task after the other, until the parent is gone.

Nothing here imports Qt, spaCy or numpy; a task imports what it needs when it first runs.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection, wait
from pathlib import Path
from traceback import format_exception
from typing import Any

from diptych.errors import AnalysisError, DiptychError
from diptych.workspace.queue import Task

_to_parent: Connection | None = None


class Kind(StrEnum):
    """What a message from a worker says."""

    READY = "ready"
    PROGRESS = "progress"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Message:
    """From a worker to its parent."""

    kind: Kind
    value: Any = None
    memory: int = 0
    """Bytes that the worker holds; 0 where it cannot be told."""
    trace: str = ""
    """Of an unexpected failure: for the parent's log, since a worker has none."""


def report(value: object) -> None:
    """Send ``value`` to the ``progress`` function of the job that is running.

    Outside a worker nobody listens, and nothing happens.
    """
    if _to_parent is not None:
        _to_parent.send(Message(Kind.PROGRESS, value))


def calculate_in_one_thread() -> None:
    """Keep numpy to one thread; of use before it is imported.

    Where several processes share the cores, or a core is busy, its threads wait for one another:
    encoding a sentence then takes 15 milliseconds in place of three.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def serve(connection: Connection) -> None:
    """Run the tasks that come over ``connection`` until None comes, or the parent ends."""
    global _to_parent  # noqa: PLW0603 - one worker has one parent
    _to_parent = connection
    # Control-C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    calculate_in_one_thread()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    connection.send(Message(Kind.READY))
    try:
        while (order := connection.recv()) is not None:
            _send(connection, _answer(*order))
    except (EOFError, OSError):
        return


def memory_in_use() -> int:
    """Bytes of physical memory that this process holds now; 0 where it cannot be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return 0


def _answer(task: Task, arguments: tuple[Any, ...]) -> Message:
    try:
        value = task(*arguments)
    except DiptychError as error:
        return Message(Kind.FAILED, error, memory_in_use())
    except MemoryError:
        gc.collect()
        return Message(Kind.FAILED, AnalysisError("There was not enough memory for this article."))
    except Exception as error:  # noqa: BLE001 - whatever it was, the next article still comes
        return _failure(error)
    return Message(Kind.DONE, value, memory_in_use())


def _send(connection: Connection, message: Message) -> None:
    try:
        connection.send(message)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a value that cannot be pickled
        connection.send(_failure(error))


def _failure(error: Exception) -> Message:
    """``error`` as one that the parent can surely unpickle and show."""
    reason = f"{type(error).__name__}: {error}"
    shown = AnalysisError("The analysis of this article failed ({reason}).", reason=reason)
    return Message(Kind.FAILED, shown, memory_in_use(), "".join(format_exception(error)))


def _end_with_parent() -> None:
    """End this process as soon as its parent is gone, however it went.

    A parent that is killed closes nothing in good order, and a worker in the middle of a task
    would not look at its connection for a long time.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
