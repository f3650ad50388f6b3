"""Readings and alignments: from memory, from the catalogue, else from a worker process."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import partial
from typing import Any, Generic, TypeVar

import msgspec

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import QuotationKind, Reading
from diptych.workspace.keeping import Keeper
from diptych.workspace.queue import Job, Priority
from diptych.workspace.tasks import ALIGNMENT_VERSION, READING_VERSION, align_task, read_task
from diptych.workspace.workers import Workers

Value = TypeVar("Value")

_log = logging.getLogger(__name__)

_READINGS_KEPT = 400
_ALIGNMENTS_KEPT = 2000


MAX_TEXT = 1_000_000
"""Code points beyond which a text is shown and searched, but never sent to a worker.

Handing over the blocks of a text of 50 MB stops the window for seconds, and no article is so long.
"""


class _Kept(Generic[Value]):
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


class _Aligning(Future[Alignment]):
    """An alignment that waits for two readings, then for a worker."""

    def __init__(self, left: Article, right: Article, priority: int) -> None:
        super().__init__()
        self.articles = left, right
        self.priority = priority
        self.job: Job[Alignment] | None = None


class Analyses:
    """What analysis found, once for each text and pair of texts.

    Everything returns at once with a future. Where there is a ``keeper``, results are stored in
    the catalogue. Safe to use from any thread.
    """

    def __init__(self, catalogue: Catalogue, workers: Workers, keeper: Keeper | None) -> None:
        self._catalogue, self._workers, self._keeper = catalogue, workers, keeper
        self._lock = threading.RLock()
        self._readings: _Kept[Reading] = _Kept(_READINGS_KEPT)
        self._alignments: _Kept[Alignment] = _Kept(_ALIGNMENTS_KEPT)
        self._reading_decoder = msgspec.json.Decoder(Reading)
        self._alignment_decoder = msgspec.json.Decoder(Alignment)

    def texts_read(self) -> set[str]:
        """The hashes of all texts whose readings are stored."""
        return self._catalogue.texts_read(READING_VERSION)

    def reading(self, article: Article, priority: int = Priority.SCREEN) -> Future[Reading]:
        """What analysis finds in ``article``; asked for again, it can only become more urgent."""
        with self._lock:
            future = self._readings.get(article.sha256, priority)
            if future is not None:
                self._hurry(future, priority)
                return future
            stored = self._stored_reading(article.sha256)
            if stored is not None:
                future = _done(stored)
            elif len(article.text) > MAX_TEXT:
                future = _done(Reading(article.sha256, READING_VERSION, ()))
                self._keep_reading(article.text, future)
            else:
                future = self._workers.submit(read_task, article, priority=priority)
                future.add_done_callback(partial(self._keep_reading, article.text))
            self._readings.put(article.sha256, future)
            return future

    def alignment(
        self, left: Article, right: Article, priority: int = Priority.SCREEN
    ) -> Future[Alignment]:
        """The links from ``left`` to ``right``.

        A pair is aligned once, whichever side is asked from.
        """
        if left.sha256 > right.sha256:
            return then(self.alignment(right, left, priority), Alignment.mirrored)
        key = left.sha256, right.sha256
        with self._lock:
            future = self._alignments.get(key, priority)
            if future is not None:
                self._hurry(future, priority)
                return future
            stored = self._stored_alignment(*key)
            future = _done(stored) if stored else self._aligned(left, right, priority)
            self._alignments.put(key, future)
            return future

    def _aligned(self, left: Article, right: Article, priority: int) -> Future[Alignment]:
        """An alignment from a worker, once both articles have been read."""
        if max(len(left.text), len(right.text)) > MAX_TEXT:
            return _done(Alignment(left.sha256, right.sha256, (), (), ()))
        aligned = _Aligning(left, right, priority)
        readings = [self.reading(left, priority), self.reading(right, priority)]
        missing = threading.Semaphore(1)

        def read(_reading: Future[Reading]) -> None:
            # The first of the two takes the permit and leaves; the second goes on.
            if missing.acquire(blocking=False) or any(_failed(one, aligned) for one in readings):
                return
            found = [reading.result() for reading in readings]
            with self._lock:
                job = self._workers.submit(
                    align_task, left, right, *found, priority=aligned.priority
                )
                aligned.job = job
            job.add_done_callback(self._keep_alignment)
            _follow(job, aligned)

        for reading in readings:
            reading.add_done_callback(read)
        return aligned

    def _hurry(self, future: Future[Value], priority: int) -> None:
        """Move what ``future`` still waits for up, if it is wanted sooner than it was."""
        if isinstance(future, _Aligning) and priority < future.priority:
            future.priority = priority
            if future.job is not None:
                self._hurry(future.job, priority)
            else:
                for article in future.articles:
                    self.reading(article, priority)
        elif isinstance(future, Job) and priority < future.priority:
            self._workers.prioritise(future, priority)

    def _stored_reading(self, sha256: str) -> Reading | None:
        return self._stored(
            lambda: self._catalogue.load_reading(sha256, READING_VERSION), self._reading_decoder
        )

    def _stored_alignment(self, left: str, right: str) -> Alignment | None:
        return self._stored(
            lambda: self._catalogue.load_relation(left, right, ALIGNMENT_VERSION),
            self._alignment_decoder,
        )

    def _stored(
        self, load: Callable[[], bytes | None], decoder: msgspec.json.Decoder[Value]
    ) -> Value | None:
        """What the catalogue holds; what it cannot give, or not in this shape, is found anew."""
        try:
            data = load()
            return None if data is None else decoder.decode(data)
        except (DiptychError, msgspec.MsgspecError) as error:
            _log.warning("a stored analysis is of no use: %s", error)
            return None

    def _keep_reading(self, text: str, done: Future[Reading]) -> None:
        if self._keeper is None or done.cancelled() or done.exception() is not None:
            return
        reading = done.result()
        direct = sum(one.kind is QuotationKind.DIRECT for one in reading.quotations)
        mentions = (span for entity in reading.entities for span in entity.mentions)
        names = {span.text_in(text) for span in mentions}
        self._keeper.keep(
            lambda: self._catalogue.store_reading(
                reading.text_sha256,
                READING_VERSION,
                msgspec.json.encode(reading),
                quotations=direct,
                names=names,
            )
        )

    def _keep_alignment(self, done: Future[Alignment]) -> None:
        if self._keeper is None or done.cancelled() or done.exception() is not None:
            return
        alignment = done.result()
        self._keeper.keep(
            lambda: self._catalogue.store_relation(
                alignment.left_sha256,
                alignment.right_sha256,
                ALIGNMENT_VERSION,
                msgspec.json.encode(alignment),
            )
        )


def _done(value: Value) -> Future[Value]:
    future: Future[Value] = Future()
    future.set_result(value)
    return future


def then(future: Future[Value], change: Callable[[Value], Value]) -> Future[Value]:
    """A future that ends as ``future`` ends, with its result changed."""
    changed: Future[Value] = Future()
    _follow(future, changed, change)
    return changed


def _follow(
    future: Future[Value], to: Future[Value], change: Callable[[Value], Value] | None = None
) -> None:
    """Have ``to`` end as ``future`` ends, with its result changed."""

    def hand_over(done: Future[Value]) -> None:
        if _failed(done, to):
            return
        try:
            result = change(done.result()) if change else done.result()
        except Exception as error:  # noqa: BLE001 - whoever waits is told, instead of waiting on
            to.set_exception(error)
        else:
            to.set_result(result)

    future.add_done_callback(hand_over)


def _failed(done: Future[Any], waiting: Future[Any]) -> bool:
    """Whether ``done`` has no result; then ``waiting`` ends as it did."""
    if done.cancelled():
        waiting.cancel()
        waiting.set_running_or_notify_cancel()
        return True
    error = done.exception()
    if error is not None:
        waiting.set_exception(error)
    return error is not None
