"""One open library: the only thing that the command line and the window talk to."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import logging
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

import filelock

from diptych.errors import DiptychError, LibraryError
from diptych.library.catalogue import Catalogue
from diptych.library.index import Index
from diptych.library.readers import read_article
from diptych.library.scan import file_state
from diptych.library.search import Search
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.listing import Entry, Order, SearchResult
from diptych.settings import Places
from diptych.storage import write_atomically
from diptych.tagging.store import SidecarStore
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.workspace.accounts import (
    Accounts,
    LonePassage,
    found_passage,
    lone_passages,
    reference_passage,
)
from diptych.workspace.analysing import Analyses
from diptych.workspace.codes import Codes
from diptych.workspace.importing import Importing, Progress, Refreshed
from diptych.workspace.listing import Listing, found, grouped
from diptych.workspace.personal import PersonalFile
from diptych.workspace.queue import Priority
from diptych.workspace.stories import Stories
from diptych.workspace.tagging import Tagging
from diptych.workspace.tasks import prepare
from diptych.workspace.workers import Workers

if TYPE_CHECKING:
    from diptych.library.watcher import Observed, Watcher

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


class Workspace:
    """The library in one folder, with its search, analysis and tags; any thread may ask.

    ``is_writer`` says whether this process keeps the catalogue and the index: of several that have
    one library open, the first does, and the others see what it does.
    """

    def __init__(
        self, root: Path, places: Places, workers: Workers, creator: str, *, anew: bool = False
    ) -> None:
        self.root = root
        cache = places.cache_of(root)
        self._lock = filelock.FileLock(cache / "writer.lock")
        self.is_writer = self._take_lock()
        if anew and self.is_writer:
            _empty(cache)
        self.catalogue = Catalogue.open(cache, may_create=self.is_writer)
        self._index = Index(cache, self.catalogue.identity)
        self._search = Search(self.catalogue, self._index)
        self._importing = Importing(root, cache, self.catalogue, workers)
        self._workers = workers
        self.analyses = Analyses(self.catalogue, workers, may_store=self.is_writer)
        self.stories = Stories(cache, workers, may_store=self.is_writer)
        data = places.data_of(root)
        self.personal = PersonalFile(data)
        self.codes = Codes(root, data)
        self._sidecars = SidecarStore(root, data)
        self._starred: frozenset[str] = frozenset()
        self._watcher: Watcher | None = None
        self.tagging = Tagging(self._sidecars, creator, self._note_tags)

    @classmethod
    def open(
        cls,
        folder: Path,
        places: Places,
        *,
        creator: str = "",
        workers: Workers | None = None,
        anew: bool = False,
    ) -> Workspace:
        """The library in ``folder``; nothing is imported before `refresh`.

        With ``anew`` everything that was derived from the files before is thrown away.

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
        return cls(root, places, workers or Workers(prepare=prepare), creator, anew=anew)

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
        if self._watcher is not None:
            self._watcher.stop()
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
        """Bring catalogue, index and tags in step with the folder; see `Importing.run`.

        A process that is not the writer only looks at the tags.
        """
        refreshed = self._importing.run(progress, stop) if self.is_writer else Refreshed()
        self._note_all_tags()
        return refreshed

    def regroup(self) -> Future[list[list[str]]] | None:
        """Group the articles into stories again, if they are not those grouped last."""
        return self.stories.renew(self.entries())

    def analyse(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> int:
        """Have every article read that was not; how many were.

        One at a time and after everything that somebody waits for. An article whose analysis fails
        is passed over.
        """
        entries = [entry for entry in self.entries() if not entry.problem]
        missing = [entry for entry in entries if not self.analyses.has_reading(entry.sha256)]
        for number, entry in enumerate(missing):
            if stop is not None and stop.is_set():
                return number
            if progress is not None:
                progress(Progress(number, len(missing), "analysing"))
            with contextlib.suppress(DiptychError):
                self.analyses.reading(self.article(entry.path), Priority.LIBRARY).result()
        return len(missing)

    @property
    def starred(self) -> frozenset[str]:
        """The paths of articles that carry a star."""
        return self._starred

    def _note_all_tags(self) -> None:
        """Count the tags of all sidecars, and forget those of sidecars that are gone."""
        gone = {entry.path for entry in self.entries() if entry.tags}
        starred = set()
        for seen in self._sidecars.sidecars():
            if seen.sidecar is None or not seen.has_article:
                continue
            gone.discard(seen.path)
            if any(one.is_star for one in seen.sidecar.annotations):
                starred.add(seen.path)
            counts = Counter(tag for one in seen.sidecar.annotations for tag in one.tags)
            self._set_tags(seen.path, counts)
        for path in gone:
            self._set_tags(path, {})
        self._starred = frozenset(starred)

    def _note_tags(self, tagset: TagSet) -> None:
        """Keep what the list and the search know of an article's tags in step."""
        changed = {tagset.path}
        self._starred = self._starred | changed if tagset.star else self._starred - changed
        self._set_tags(tagset.path, tagset.tag_counts())

    def _set_tags(self, path: str, counts: Mapping[str, int]) -> None:
        if not self.is_writer:
            return
        try:
            self.catalogue.set_tags(path, counts)
        except DiptychError as error:
            # The tags themselves are safe on disk; the next start counts them again.
            _log.warning("the tags of %s were not counted: %s", path, error)

    def watch(self, report: Callable[[Observed], None]) -> None:
        """Report what other programs change in the folder, from a thread of its own."""
        # Loaded here, since a window shows its first article long before it needs to watch.
        from diptych.library.watcher import Watcher

        if self._watcher is None:
            self._watcher = Watcher(self.root, report)

    def paste(self, text: str, html: str) -> str:
        """Write an article from the clipboard into the library, and return its path.

        Raises:
            ReadError: there is no text in it.
            StorageError: it could not be written.
        """
        from diptych.library.readers.paste import article_from_clipboard

        pasted = article_from_clipboard(text, html or None, pasted=dt.datetime.now().astimezone())
        stem, suffix = pasted.name.rsplit(".", 1)
        names = itertools.chain([pasted.name], (f"{stem}-{n}.{suffix}" for n in itertools.count(2)))
        name = next(name for name in names if not (self.root / name).exists())
        write_atomically(self.root / name, pasted.data)
        return name

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
            state = file_state(path, (self.root / path).stat())
        except OSError:
            return None
        return self.catalogue.article(path) if state == known.state else None

    def relate(self, path: str) -> list[Future[Alignment]]:
        """Have the article at ``path`` aligned with every other account of its story."""
        article = self.article(path)
        return [
            self.analyses.alignment(article, other, Priority.STORY) for other in self._others(path)
        ]

    def accounts(self, path: str, passage: Span) -> Accounts:
        """``passage`` in every account of its story, as far as they are aligned by now."""
        article = self.article(path)
        reading = _finished(self.analyses.reading(article))
        rows = [reference_passage(article, reading, passage)]
        waiting = 0
        for other in self._others(path):
            alignment = _finished(self.analyses.alignment(article, other, Priority.STORY))
            if alignment is None:
                waiting += 1
                continue
            reading = _finished(self.analyses.reading(other, Priority.STORY))
            rows.append(found_passage(article, passage, other, reading, alignment))
        return Accounts(path, passage, tuple(rows), waiting)

    def lone_passages(self, path: str, facing: str) -> tuple[LonePassage, ...]:
        """What of ``path`` the account ``facing`` it does not tell, and who of the story does.

        Only accounts that are aligned by now are counted; none at all before these two are.
        """
        article, other = self.article(path), self.article(facing)
        alignment = _finished(self.analyses.alignment(article, other))
        if alignment is None:
            return ()
        rest = [third for third in self._others(path) if third.path != facing]
        futures = [self.analyses.alignment(article, third, Priority.STORY) for third in rest]
        elsewhere = [found for future in futures if (found := _finished(future)) is not None]
        return lone_passages(alignment.only_left, elsewhere)

    def _others(self, path: str) -> list[Article]:
        """The other accounts of the story of ``path`` that can be read."""
        others = []
        for other in self.stories.of(path):
            if other != path:
                with contextlib.suppress(DiptychError):
                    others.append(self.article(other))
        return others


def _empty(cache: Path) -> None:
    """Remove what is derived from a library's files; the lock is held and stays."""
    for entry in cache.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.suffix != ".lock":
            entry.unlink(missing_ok=True)


def _finished(future: Future[Answer]) -> Answer | None:
    """The result of ``future`` if it is there; what failed counts as not there."""
    if not future.done() or future.cancelled() or future.exception() is not None:
        return None
    return future.result()
