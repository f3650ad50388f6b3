"""Long work and closing: what is under way comes to its end before its files are let go."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from diptych.errors import LibraryError


class Closing:
    """Lets `close` return at once: whoever leaves last calls ``end``.

    `is_closed` tells long work to stop. Safe to use from any thread.
    """

    def __init__(self, end: Callable[[], None]) -> None:
        self._end = end
        self._lock = threading.Lock()
        self._at_work = 0
        self._closed = threading.Event()

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed.is_set()

    @contextlib.contextmanager
    def work(self) -> Iterator[None]:
        """Keep what is worked with open for the ``with`` block.

        Raises:
            LibraryError: it was closed before.
        """
        with self._lock:
            if self._closed.is_set():
                raise LibraryError("The library was closed.")
            self._at_work += 1
        try:
            yield
        finally:
            with self._lock:
                self._at_work -= 1
                is_last = self._closed.is_set() and not self._at_work
            if is_last:
                self._end()

    def close(self) -> None:
        """Have ``end`` called as soon as nobody is at work; once, however often it is asked."""
        with self._lock:
            if self._closed.is_set():
                return
            self._closed.set()
            is_last = not self._at_work
        if is_last:
            self._end()
