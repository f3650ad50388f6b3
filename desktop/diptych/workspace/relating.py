"""What is known of a whole story: from memory, from the catalogue, else from a worker process."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import msgspec

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.article import Article
from diptych.model.story import Member, StoryAnalysis
from diptych.storage import text_fingerprint
from diptych.workspace.articles import Articles
from diptych.workspace.correcting import Correcting
from diptych.workspace.futures import Kept, broken, done, failed, follow, result_of, when_all
from diptych.workspace.keeping import Keeper
from diptych.workspace.queue import Priority
from diptych.workspace.stories import Stories
from diptych.workspace.tasks import (
    ALIGNMENT_VERSION,
    READING_VERSION,
    RELATION_VERSION,
    relate_task,
)
from diptych.workspace.workers import Workers

_log = logging.getLogger(__name__)

_KEPT = 40


class Relating:
    """Relates the accounts of stories; safe to use from any thread.

    Everything returns at once with a future, and ``keeper`` stores the results in the catalogue.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        articles: Articles,
        stories: Stories,
        found: Correcting,
        workers: Workers,
        keeper: Keeper,
    ) -> None:
        self._catalogue, self._articles, self._stories = catalogue, articles, stories
        self._found, self._workers, self._keeper = found, workers, keeper
        self._lock = threading.RLock()
        self._kept: Kept[StoryAnalysis] = Kept(_KEPT)
        self._decoder = msgspec.json.Decoder(StoryAnalysis)

    def story(self, path: str, priority: int = Priority.STORY) -> Future[StoryAnalysis]:
        """What is known of the story that the article at ``path`` belongs to.

        An account that cannot be read or analysed is left out, and so is a pair that cannot be
        aligned; where no account is left, the future fails.
        """
        articles: list[Article] = []
        for member in sorted(self._stories.of(path)):
            try:
                articles.append(self._articles.article(member))
            except DiptychError as error:
                unreadable = error
        if not articles:
            return broken(unreadable)
        paths = [article.path for article in articles]
        key = story_key(articles, self._found.hash_of(paths))
        with self._lock:
            future = self._kept.get(key, priority)
            if future is None:
                stored = self._stored(articles, key)
                future = done(stored) if stored else self._related(articles, key, priority)
                self._kept.put(key, future)
            return future

    def _related(
        self, articles: Sequence[Article], key: str, priority: int
    ) -> Future[StoryAnalysis]:
        """An analysis from a worker, once all accounts have been read and aligned."""
        related: Future[StoryAnalysis] = Future()
        readings = [self._found.reading(article, priority) for article in articles]
        pairs = {
            (left.path, right.path): self._found.alignment(left, right, priority)
            for left, right in itertools.combinations(articles, 2)
        }
        waited_for: list[Future[Any]] = [*readings, *pairs.values()]

        def relate() -> None:
            members = [
                Member(article, reading)
                for article, future in zip(articles, readings, strict=True)
                if (reading := result_of(future)) is not None
            ]
            if not members:
                failed(readings[0], related)
                return
            alignments = {
                pair: alignment
                for pair, future in pairs.items()
                if (alignment := result_of(future)) is not None
            }
            job = self._workers.submit(relate_task, members, alignments, priority=priority)
            if len(members) + len(alignments) == len(waited_for):
                job.add_done_callback(lambda ended: self._keep(articles, key, ended))
            follow(job, related)

        when_all(waited_for, relate)
        return related

    def _stored(self, articles: Sequence[Article], key: str) -> StoryAnalysis | None:
        """What the catalogue holds; what it cannot give, or not in this shape, is found anew."""
        try:
            data = self._catalogue.load_story(articles[0].path, key)
            return None if data is None else self._decoder.decode(data)
        except (DiptychError, msgspec.MsgspecError) as error:
            _log.warning("a stored story is of no use: %s", error)
            return None

    def _keep(self, articles: Sequence[Article], key: str, ended: Future[StoryAnalysis]) -> None:
        found = result_of(ended)
        if found is not None:
            data, path = msgspec.json.encode(found), articles[0].path
            self._keeper.keep(lambda: self._catalogue.store_story(path, key, data))


def story_key(articles: Sequence[Article], corrections: str) -> str:
    """What tells an analysis of these accounts, by these methods and so corrected, from all others.

    The bytes of a file and its reader stand for what the article says of itself, such as its date.
    """
    members = sorted(
        f"{one.path}\0{one.sha256}\0{one.bytes_sha256}\0{one.reader}" for one in articles
    )
    versions = (RELATION_VERSION, ALIGNMENT_VERSION, READING_VERSION)
    return text_fingerprint("\n".join([*versions, corrections, *members]))
