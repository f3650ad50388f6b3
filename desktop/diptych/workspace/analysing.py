"""Readings and alignments: from memory, from the catalogue, else from a worker process."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import partial
from typing import Generic, TypeVar

import msgspec

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import QuotationKind, Reading
from diptych.workspace.queue import Job, Priority
from diptych.workspace.tasks import ALIGNMENT_VERSION, READING_VERSION, align_task, read_task
from diptych.workspace.workers import Workers

Value = TypeVar("Value")

_log = logging.getLogger(__name__)

_READINGS_KEPT = 400
_ALIGNMENTS_KEPT = 2000


class _Kept(Generic[Value]):
    """Futures by key; the ones used longest ago are forgotten, failures at once."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._futures: OrderedDict[Hashable, Future[Value]] = OrderedDict()

    def get(self, key: Hashable) -> Future[Value] | None:
        future = self._futures.get(key)
        if future is None:
            return None
        if future.done() and (future.cancelled() or future.exception() is not None):
            del self._futures[key]
            return None
        self._futures.move_to_end(key)
        return future

    def put(self, key: Hashable, future: Future[Value]) -> None:
        self._futures[key] = future
        while len(self._futures) > self._size:
            self._futures.popitem(last=False)


class Analyses:
    """What analysis found, once for each text and pair of texts.

    Everything returns at once with a future. Results are kept in the catalogue where
    ``may_store`` says that this process may write it. Safe to use from any thread.
    """

    def __init__(self, catalogue: Catalogue, workers: Workers, *, may_store: bool) -> None:
        self._catalogue, self._workers, self._may_store = catalogue, workers, may_store
        self._lock = threading.RLock()
        self._readings: _Kept[Reading] = _Kept(_READINGS_KEPT)
        self._alignments: _Kept[Alignment] = _Kept(_ALIGNMENTS_KEPT)
        self._reading_decoder = msgspec.json.Decoder(Reading)
        self._alignment_decoder = msgspec.json.Decoder(Alignment)

    def has_reading(self, sha256: str) -> bool:
        """Whether the text with this hash was analysed before."""
        with self._lock:
            future = self._readings.get(sha256)
        return future is not None or self._stored_reading(sha256) is not None

    def reading(self, article: Article, priority: int = Priority.SCREEN) -> Future[Reading]:
        """What analysis finds in ``article``; asked for again, it can only become more urgent."""
        with self._lock:
            future = self._readings.get(article.sha256)
            if future is not None:
                if isinstance(future, Job) and priority < future.priority:
                    self._workers.prioritise(future, priority)
                return future
            stored = self._stored_reading(article.sha256)
            if stored is not None:
                future = _done(stored)
            else:
                future = self._workers.submit(read_task, article, priority=priority)
                future.add_done_callback(partial(self._store_reading, article.text))
            self._readings.put(article.sha256, future)
            return future

    def alignment(
        self, left: Article, right: Article, priority: int = Priority.SCREEN
    ) -> Future[Alignment]:
        """The links from ``left`` to ``right``.

        A pair is aligned once, whichever side is asked from.
        """
        if left.sha256 > right.sha256:
            return _then(self.alignment(right, left, priority), Alignment.mirrored)
        key = left.sha256, right.sha256
        with self._lock:
            future = self._alignments.get(key)
            if future is not None:
                return future
            stored = self._stored_alignment(*key)
            future = _done(stored) if stored else self._aligned(left, right, priority)
            self._alignments.put(key, future)
            return future

    def _aligned(self, left: Article, right: Article, priority: int) -> Future[Alignment]:
        """An alignment from a worker, once both articles have been read."""
        aligned: Future[Alignment] = Future()
        readings = [self.reading(left, priority), self.reading(right, priority)]
        missing = threading.Semaphore(1)

        def read(_reading: Future[Reading]) -> None:
            # The first of the two takes the permit and leaves; the second goes on.
            if missing.acquire(blocking=False):
                return
            try:
                found = [reading.result() for reading in readings]
                job = self._workers.submit(align_task, left, right, *found, priority=priority)
            except Exception as error:  # noqa: BLE001 - it belongs to whoever waits
                aligned.set_exception(error)
            else:
                job.add_done_callback(self._store_alignment)
                job.add_done_callback(lambda done: _hand_over(done, aligned))

        for reading in readings:
            reading.add_done_callback(read)
        return aligned

    def _stored_reading(self, sha256: str) -> Reading | None:
        return _decoded(
            self._catalogue.load_reading(sha256, READING_VERSION), self._reading_decoder
        )

    def _stored_alignment(self, left: str, right: str) -> Alignment | None:
        stored = self._catalogue.load_relation(left, right, ALIGNMENT_VERSION)
        return _decoded(stored, self._alignment_decoder)

    def _store_reading(self, text: str, done: Future[Reading]) -> None:
        if not self._may_store or done.cancelled() or done.exception() is not None:
            return
        reading = done.result()
        direct = sum(one.kind is QuotationKind.DIRECT for one in reading.quotations)
        mentions = (span for entity in reading.entities for span in entity.mentions)
        names = {span.text_in(text) for span in mentions}
        self._store(
            lambda: self._catalogue.store_reading(
                reading.text_sha256,
                READING_VERSION,
                msgspec.json.encode(reading),
                quotations=direct,
                names=names,
            )
        )

    def _store_alignment(self, done: Future[Alignment]) -> None:
        if not self._may_store or done.cancelled() or done.exception() is not None:
            return
        alignment = done.result()
        self._store(
            lambda: self._catalogue.store_relation(
                alignment.left_sha256,
                alignment.right_sha256,
                ALIGNMENT_VERSION,
                msgspec.json.encode(alignment),
            )
        )

    def _store(self, write: Callable[[], None]) -> None:
        # A cache that cannot be written costs time at the next start and nothing else.
        try:
            write()
        except (DiptychError, OSError) as error:
            _log.warning("the analysis was not kept: %s", error)


def _done(value: Value) -> Future[Value]:
    future: Future[Value] = Future()
    future.set_result(value)
    return future


def _then(future: Future[Value], change: Callable[[Value], Value]) -> Future[Value]:
    changed: Future[Value] = Future()
    future.add_done_callback(lambda done: _hand_over(done, changed, change))
    return changed


def _hand_over(
    done: Future[Value], to: Future[Value], change: Callable[[Value], Value] | None = None
) -> None:
    if done.cancelled():
        to.cancel()
        to.set_running_or_notify_cancel()
        return
    error = done.exception()
    if error is not None:
        to.set_exception(error)
    else:
        value = done.result()
        to.set_result(change(value) if change else value)


def _decoded(data: bytes | None, decoder: msgspec.json.Decoder[Value]) -> Value | None:
    if data is None:
        return None
    try:
        return decoder.decode(data)
    except msgspec.MsgspecError:
        return None  # of another shape: as good as not there
