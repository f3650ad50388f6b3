"""How long the window's thread was at something before it came back to its events."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer


class Heartbeat:
    """The CPU seconds that the window's thread spent between two beats, the longest last."""

    def __init__(self) -> None:
        self.turns: list[float] = []

    @contextmanager
    def beating(self) -> Iterator[None]:
        before = time.thread_time()

        def beat() -> None:
            nonlocal before
            now = time.thread_time()
            self.turns.append(now - before)
            before = now

        timer = QTimer(interval=1)
        timer.timeout.connect(beat)
        timer.start()
        yield
        timer.stop()
        self.turns.sort()
