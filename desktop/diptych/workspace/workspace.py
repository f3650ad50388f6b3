"""One open library: the only thing that the command line and the window talk to."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import filelock

from diptych.errors import DiptychError, LibraryError
from diptych.library.catalogue import Catalogue
from diptych.library.index import Index
from diptych.library.readers import read_article
from diptych.library.search import Search
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.listing import Entry, Order, SearchResult
from diptych.settings import Places
from diptych.tagging.store import SidecarStore
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.workspace import accounts
from diptych.workspace.analysing import Analyses
from diptych.workspace.importing import Importing, Progress, Refreshed
from diptych.workspace.listing import Listing, found, grouped
from diptych.workspace.personal import PersonalFile
from diptych.workspace.queue import Priority
from diptych.workspace.stories import Stories
from diptych.workspace.tagging import Tagging
from diptych.workspace.tasks import prepare
from diptych.workspace.workers import Workers

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


class Workspace:
    """The library in one folder, with its search, analysis and tags; any thread may ask.

    ``is_writer`` says whether this process keeps the catalogue and the index: of several that have
    one library open, the first does, and the others see what it does.
    """

    def __init__(self, root: Path, places: Places, workers: Workers, creator: str) -> None:
        self.root = root
        cache = places.cache_of(root)
        self._lock = filelock.FileLock(cache / "writer.lock")
        self.is_writer = self._take_lock()
        self.catalogue = Catalogue.open(cache, may_create=self.is_writer)
        self._index = Index(cache, self.catalogue.identity)
        self._search = Search(self.catalogue, self._index)
        self._importing = Importing(root, cache, self.catalogue, workers)
        self._workers = workers
        self.analyses = Analyses(self.catalogue, workers, may_store=self.is_writer)
        self.stories = Stories(cache, workers, may_store=self.is_writer)
        data = places.data_of(root)
        self.personal = PersonalFile(data)
        self._sidecars = SidecarStore(root, data)
        self.tagging = Tagging(self._sidecars, creator, self._note_tags)

    @classmethod
    def open(
        cls, folder: Path, places: Places, *, creator: str = "", workers: Workers | None = None
    ) -> Workspace:
        """The library in ``folder``; nothing is imported before `refresh`.

        Raises:
            LibraryError: it is not a folder, or may not be listed.
            StorageError: the user's own folders cannot be written.
        """
        root = folder.expanduser().absolute()
        try:
            next(root.iterdir(), None)
        except FileNotFoundError as error:
            raise LibraryError("There is no folder “{folder}”.", folder=root) from error
        except NotADirectoryError as error:
            raise LibraryError("“{folder}” is a file, not a folder.", folder=root) from error
        except OSError as error:
            template = "The folder “{folder}” cannot be opened: {reason}."
            raise LibraryError(template, folder=root, reason=error.strerror) from error
        return cls(root, places, workers or Workers(prepare=prepare), creator)

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()
        self._workers.close()

    def close(self) -> None:
        """Let go of the library's files; the workers may go on for another library."""
        with contextlib.suppress(DiptychError):
            self.personal.save()
        self._index.close()
        self.catalogue.close()
        self._lock.release()

    def _take_lock(self) -> bool:
        try:
            self._lock.acquire(blocking=False)
        except (filelock.Timeout, OSError):
            return False
        return True

    # The list

    def entries(self) -> list[Entry]:
        """Every file of the library, in the order of paths."""
        return self.catalogue.entries()

    def entry(self, path: str) -> Entry | None:
        """What the list knows of one file."""
        return self.catalogue.entry(path)

    def search(
        self, query: str, order: Order = Order.RELEVANCE, *, limit: int | None = None
    ) -> SearchResult:
        """The articles that ``query`` finds; see `Search.search`."""
        return self._search.search(query, order, limit=limit, typing=False)

    def listing(self, query: str, order: Order) -> Listing:
        """What the list shows for a query as it is being typed; all stories where it is empty."""
        entries = self.entries()
        if not query.strip():
            groups = grouped(entries, self.stories.stories, order)
            facets = self._search.search("", order, limit=0).facets
            return Listing(query, order, len(entries), groups, facets=facets)
        result = self._search.search(query, order)
        hits = found(result, {entry.path: entry for entry in entries})
        return Listing(
            query, order, result.total, hits=hits, facets=result.facets, notice=result.notice
        )

    # Keeping up with the folder

    def refresh(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> Refreshed:
        """Bring catalogue, index, tags and stories in step with the folder; see `Importing.run`.

        A process that is not the writer has nothing to do here.
        """
        if not self.is_writer:
            return Refreshed()
        refreshed = self._importing.run(progress, stop)
        self._note_all_tags()
        return refreshed

    def _note_all_tags(self) -> None:
        """Count the tags of all sidecars, and forget those of sidecars that are gone."""
        gone = {entry.path for entry in self.entries() if entry.tags}
        for found_sidecar in self._sidecars.sidecars():
            if found_sidecar.sidecar is not None and found_sidecar.has_article:
                gone.discard(found_sidecar.path)
                annotations = found_sidecar.sidecar.annotations
                counts = Counter(tag for one in annotations for tag in one.tags)
                self.catalogue.set_tags(found_sidecar.path, counts)
        for path in gone:
            self.catalogue.set_tags(path, {})

    def _note_tags(self, tagset: TagSet) -> None:
        """Keep what the list and the search know of an article's tags in step."""
        if not self.is_writer:
            return
        try:
            self.catalogue.set_tags(tagset.path, tagset.tag_counts())
        except DiptychError as error:
            # The tags themselves are safe on disk; the next start counts them again.
            _log.warning("the tags of %s were not counted: %s", tagset.path, error)

    # Articles and what relates them

    def article(self, path: str) -> Article:
        """The article at ``path``: from the catalogue if its file is as it was, else read anew.

        Raises:
            ReadError: its file cannot be read.
        """
        return self._known_article(path) or read_article(self.root, path)

    def _known_article(self, path: str) -> Article | None:
        known = self.catalogue.known_at((path,)).get(path)
        if known is None:
            return None
        try:
            info = (self.root / path).stat()
        except OSError:
            return None
        if (info.st_size, info.st_mtime_ns) != (known.state.size, known.state.mtime_ns):
            return None
        return self.catalogue.article(path)

    def relate(self, path: str) -> list[Future[Alignment]]:
        """Have the article at ``path`` aligned with every other account of its story."""
        article = self.article(path)
        return [
            self.analyses.alignment(article, other, Priority.STORY) for other in self._others(path)
        ]

    def accounts(self, path: str, passage: Span) -> accounts.Accounts:
        """``passage`` in every account of its story, as far as they are aligned by now."""
        article = self.article(path)
        reading = _finished(self.analyses.reading(article))
        rows = [accounts.reference_passage(article, reading, passage)]
        waiting = 0
        for other in self._others(path):
            alignment = _finished(self.analyses.alignment(article, other, Priority.STORY))
            if alignment is None:
                waiting += 1
                continue
            reading = _finished(self.analyses.reading(other, Priority.STORY))
            rows.append(accounts.found_passage(article, passage, other, reading, alignment))
        return accounts.Accounts(path, passage, tuple(rows), waiting)

    def _others(self, path: str) -> list[Article]:
        """The other accounts of the story of ``path`` that can be read."""
        others = []
        for other in self.stories.of(path):
            if other != path:
                with contextlib.suppress(DiptychError):
                    others.append(self.article(other))
        return others


def _finished(future: Future[Answer]) -> Answer | None:
    """The result of ``future`` if it is there; what failed counts as not there."""
    if not future.done() or future.cancelled() or future.exception() is not None:
        return None
    return future.result()
