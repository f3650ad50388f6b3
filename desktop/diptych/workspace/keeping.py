"""Writing down what was worked out, while those who want the answer have it already."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from diptych.errors import DiptychError

_log = logging.getLogger(__name__)


class Keeper:
    """Does what it is given one after the other, in a thread of its own, until it is closed.

    What it writes can be worked out again: where it fails the log says so, and nothing else. While
    ``may_write`` says no, another process keeps what it finds out, and nothing is written here.
    """

    def __init__(self, may_write: Callable[[], bool] = lambda: True) -> None:
        self._may_write = may_write
        self._lock = threading.Lock()
        self._is_closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="diptych-keep")

    def keep(self, write: Callable[[], None]) -> None:
        """Have ``write`` called soon; after closing nothing is written any more."""
        with self._lock:
            if not self._is_closed and self._may_write():
                self._thread.submit(_tried, write)

    def flush(self) -> None:
        """Wait until everything is written that was handed over before."""
        with self._lock:
            if self._is_closed:
                return
            last = self._thread.submit(_nothing)
        last.result()

    def close(self, then: Callable[[], None]) -> None:
        """Write what was handed over, and call ``then`` as the very last thing."""
        with self._lock:
            self._is_closed = True
            self._thread.submit(then)
            self._thread.shutdown(wait=False)


def _tried(write: Callable[[], None]) -> None:
    try:
        write()
    except (DiptychError, OSError) as error:
        _log.warning("what was found out was not kept: %s", error)


def _nothing() -> None:
    pass
