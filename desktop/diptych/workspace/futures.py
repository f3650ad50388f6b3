"""Futures: kept by key, and one that follows from others."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

from diptych.workspace.queue import Priority

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Futures by key; the ones used longest ago are forgotten."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._futures: OrderedDict[Hashable, Future[Value]] = OrderedDict()

    def get(self, key: Hashable, priority: int) -> Future[Value] | None:
        """What was kept.

        What was cancelled is as good as not there, and so is what failed, once it is wanted on
        screen: a fault of one article is not met again with every step of the cursor, but opening
        it tries again.
        """
        future = self._futures.get(key)
        if future is None:
            return None
        self._futures.move_to_end(key)
        if not future.done():
            return future
        if future.cancelled() or (future.exception() and priority <= Priority.SCREEN):
            return None
        return future

    def put(self, key: Hashable, future: Future[Value]) -> None:
        self._futures[key] = future
        while len(self._futures) > self._size:
            self._futures.popitem(last=False)


def done(value: Value) -> Future[Value]:
    """A future that has its result."""
    future: Future[Value] = Future()
    future.set_result(value)
    return future


def broken(error: Exception) -> Future[Any]:
    """A future that has failed."""
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


def then(future: Future[Value], change: Callable[[Value], Value]) -> Future[Value]:
    """The future of what ``change`` makes of the result."""
    changed: Future[Value] = Future()
    follow(future, changed, change)
    return changed


def follow(
    future: Future[Value], to: Future[Value], change: Callable[[Value], Value] | None = None
) -> None:
    """Have ``to`` end as ``future`` ends, with its result changed."""

    def hand_over(ended: Future[Value]) -> None:
        if failed(ended, to):
            return
        try:
            result = change(ended.result()) if change else ended.result()
        except Exception as error:  # noqa: BLE001 - whoever waits is told, instead of waiting on
            to.set_exception(error)
        else:
            to.set_result(result)

    future.add_done_callback(hand_over)


def failed(ended: Future[Any], waiting: Future[Any]) -> bool:
    """Whether ``ended`` has no result; then ``waiting`` ends as it did."""
    if ended.cancelled():
        waiting.cancel()
        waiting.set_running_or_notify_cancel()
        return True
    error = ended.exception()
    if error is not None:
        waiting.set_exception(error)
    return error is not None


def result_of(future: Future[Value]) -> Value | None:
    """The result of ``future`` if it is there; what failed or was cancelled has none."""
    if not future.done() or future.cancelled() or future.exception() is not None:
        return None
    return future.result()


def when_all(futures: Sequence[Future[Any]], act: Callable[[], None]) -> None:
    """Have ``act`` called once, when all of ``futures`` (one at least) have ended somehow."""
    lock = threading.Lock()
    left = len(futures)

    def count(_ended: Future[Any]) -> None:
        nonlocal left
        with lock:
            left -= 1
            is_last = left == 0
        if is_last:
            act()

    for future in futures:
        future.add_done_callback(count)
