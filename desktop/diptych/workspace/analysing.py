"""Readings and alignments: from memory, from the catalogue, else from a worker process."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

import msgspec

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import QuotationKind, Reading
from diptych.workspace.futures import Kept, done, failed, follow, then
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


class _Aligning(Future[Alignment]):
    """An alignment that waits for two readings, then for a worker."""

    def __init__(self, left: Article, right: Article, priority: int) -> None:
        super().__init__()
        self.articles = left, right
        self.priority = priority
        self.job: Job[Alignment] | None = None


class Analyses:
    """What analysis found, once for each text and pair of texts.

    Everything returns at once with a future, and ``keeper`` stores the results in the catalogue.
    Safe to use from any thread.
    """

    def __init__(self, catalogue: Catalogue, workers: Workers, keeper: Keeper) -> None:
        self._catalogue, self._workers, self._keeper = catalogue, workers, keeper
        self._lock = threading.RLock()
        self._readings: Kept[Reading] = Kept(_READINGS_KEPT)
        self._alignments: Kept[Alignment] = Kept(_ALIGNMENTS_KEPT)
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
                future = done(stored)
            elif len(article.text) > MAX_TEXT:
                future = done(Reading(article.sha256, READING_VERSION, ()))
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
            future = done(stored) if stored else self._aligned(left, right, priority)
            self._alignments.put(key, future)
            return future

    def _aligned(self, left: Article, right: Article, priority: int) -> Future[Alignment]:
        """An alignment from a worker, once both articles have been read."""
        if max(len(left.text), len(right.text)) > MAX_TEXT:
            return done(Alignment(left.sha256, right.sha256, (), (), ()))
        aligned = _Aligning(left, right, priority)
        readings = [self.reading(left, priority), self.reading(right, priority)]
        missing = threading.Semaphore(1)

        def read(_reading: Future[Reading]) -> None:
            # The first of the two takes the permit and leaves; the second goes on.
            if missing.acquire(blocking=False) or any(failed(one, aligned) for one in readings):
                return
            found = [reading.result() for reading in readings]
            with self._lock:
                job = self._workers.submit(
                    align_task, left, right, *found, priority=aligned.priority
                )
                aligned.job = job
            job.add_done_callback(self._keep_alignment)
            follow(job, aligned)

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

    def _keep_reading(self, text: str, ended: Future[Reading]) -> None:
        if ended.cancelled() or ended.exception() is not None:
            return
        reading = ended.result()
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

    def _keep_alignment(self, ended: Future[Alignment]) -> None:
        if ended.cancelled() or ended.exception() is not None:
            return
        alignment = ended.result()
        self._keeper.keep(
            lambda: self._catalogue.store_relation(
                alignment.left_sha256,
                alignment.right_sha256,
                ALIGNMENT_VERSION,
                msgspec.json.encode(alignment),
            )
        )
