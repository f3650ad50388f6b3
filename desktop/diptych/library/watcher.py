"""Notice what changes in a library's folder while it is open."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from diptych.library.scan import is_article, is_sidecar

QUIET = 0.3
"""Seconds without a further change after which what has changed is reported."""
LONGEST = 2.0
"""Seconds after which it is reported even if changes go on: a download of many files does."""
POLL = 5.0
"""Seconds between two looks where the system cannot tell of changes by itself."""

_READS = {EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE}


@dataclass(frozen=True, slots=True)
class Observed:
    """What has changed, come or gone: paths relative to the library, with forward slashes.

    A path that ends with a slash is a folder, of whose files nothing is known but that something
    happened to them.
    """

    articles: frozenset[str]
    sidecars: frozenset[str]


class Watcher:
    """Watches a folder until it is stopped, and reports from a thread of its own.

    Where the system has no watches left, the folder is looked through every few seconds instead.
    """

    def __init__(
        self,
        root: Path,
        report: Callable[[Observed], None],
        *,
        quiet: float = QUIET,
        poll: float = POLL,
        observer: Callable[[], BaseObserver] = Observer,
    ) -> None:
        self._root = root.resolve()
        self._report = report
        self._quiet = quiet
        self._poll = poll
        self._changed = threading.Condition()
        self._articles: set[str] = set()
        self._sidecars: set[str] = set()
        self._stopped = False
        self._reporter = threading.Thread(target=self._wait, name="watcher", daemon=True)
        self._observer = self._started(observer)
        self._reporter.start()

    @property
    def is_polling(self) -> bool:
        """Whether changes are found by looking, and so some seconds late."""
        return isinstance(self._observer, PollingObserver)

    def stop(self) -> None:
        """End; nothing is reported once it returns, unless it is called by the report itself."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._observer.stop()
        for thread in (self._observer, self._reporter):
            if thread is not threading.current_thread():
                thread.join()

    def _started(self, make: Callable[[], BaseObserver]) -> BaseObserver:
        for attempt in (make, lambda: PollingObserver(timeout=self._poll)):
            observer = attempt()
            observer.schedule(_Handler(self._note), str(self._root), recursive=True)
            try:
                observer.start()
            except OSError:  # no watches left, or a file system that has none
                continue
            return observer
        raise AssertionError("a folder can always be looked through")

    def _note(self, path: str, *, is_folder: bool) -> None:
        relative = Path(os.path.relpath(path, self._root)).as_posix()
        if relative.startswith("..") or any(part.startswith(".") for part in relative.split("/")):
            return
        with self._changed:
            if is_folder:
                self._articles.add(f"{relative}/")
            elif is_sidecar(relative):
                self._sidecars.add(relative)
            elif is_article(relative):
                self._articles.add(relative)
            else:
                return
            self._changed.notify_all()

    def _wait(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._stopped or self._articles or self._sidecars)
                self._let_settle()
                if self._stopped:
                    return
                observed = Observed(frozenset(self._articles), frozenset(self._sidecars))
                self._articles.clear()
                self._sidecars.clear()
            self._report(observed)

    def _let_settle(self) -> None:
        """Wait until no change has come for a while, or changes have gone on for too long."""
        end = time.monotonic() + LONGEST
        while not self._stopped and time.monotonic() < end:
            if not self._changed.wait(self._quiet):
                return


class _Handler(FileSystemEventHandler):
    def __init__(self, note: Callable[..., None]) -> None:
        self._note = note

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READS or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._note(os.fsdecode(path), is_folder=event.is_directory)
