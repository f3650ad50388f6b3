"""One open library: the only thing that the command line and the window talk to."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from diptych.errors import DiptychError, LibraryError
from diptych.library.cache import Cache
from diptych.library.scan import LIBRARY_FILE, SIDECAR_SUFFIX
from diptych.model.article import Article
from diptych.model.listing import Entry, Order, SearchResult
from diptych.model.reading import Reading
from diptych.model.story import StoryAnalysis
from diptych.settings import Places
from diptych.tagging.store import SidecarStore
from diptych.workspace.analysing import Analyses
from diptych.workspace.articles import Articles
from diptych.workspace.closing import Closing
from diptych.workspace.codes import Codes
from diptych.workspace.comparing import Comparing
from diptych.workspace.correcting import Correcting
from diptych.workspace.counting import TagCounts
from diptych.workspace.importing import PATIENCE, Importing, Progress, Refreshed
from diptych.workspace.keeping import Keeper
from diptych.workspace.listing import Listing, Listings
from diptych.workspace.personal import PersonalFile
from diptych.workspace.queue import Priority
from diptych.workspace.relating import Relating
from diptych.workspace.standing import Standing
from diptych.workspace.stories import Stories
from diptych.workspace.tagging import Tagging
from diptych.workspace.workers import Workers

if TYPE_CHECKING:
    from diptych.library.watcher import Observed, Watcher

_log = logging.getLogger(__name__)


class Workspace:
    """The library in one folder, with its search, analysis and tags; any thread may ask.

    ``ended`` is done when the library was closed and what was under way has come to its end: then
    it can be opened again.
    """

    def __init__(
        self, root: Path, places: Places, workers: Workers, creator: str, *, anew: bool = False
    ) -> None:
        data = places.data_of(root)
        self.root = root
        self.codes = Codes(root, data)
        self._cache = cache = Cache(places.cache_of(root), anew=anew)
        self._keeper = keeper = Keeper(lambda: self.is_writer)
        self._workers = workers
        self._importing = Importing(root, cache, workers)
        self.analyses = Analyses(cache.catalogue, workers, keeper)
        self.stories = Stories(cache.folder, workers, keeper)
        self._articles = Articles(root, cache.catalogue)
        self._listings = Listings(cache.catalogue, cache.search, self.stories)
        self.personal = PersonalFile(data)
        sidecars = SidecarStore(root, data)
        self._counts = TagCounts(sidecars, cache.catalogue, lambda: self.is_writer)
        self.tagging = Tagging(sidecars, creator, self._counts.note, self.codes.restate)
        self.found = Correcting(
            self.analyses,
            self._articles,
            self.stories,
            self.tagging,
            self.codes,
            self._counts.corrections,
        )
        self.comparing = Comparing(self._articles, self.stories, self.found)
        self._relating = Relating(
            cache.catalogue, self._articles, self.stories, self.found, workers, keeper
        )
        self._watcher: Watcher | None = None
        self._closing = Closing(lambda: self._keeper.close(self._let_go))
        self.standing = Standing(cache, workers, self._closing)
        self.ended: Future[None] = Future()

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
            LibraryError: it is not a folder, or may not be listed; with ``anew``, it is open
                elsewhere.
            SidecarError: its codebook cannot be read.
            StorageError: the user's own folders cannot be written.
        """
        return cls(_library_folder(folder), places, workers or Workers(), creator, anew=anew)

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
        self.ended.result()

    def close(self) -> None:
        """Let go of the library's files; the workers may go on for another library.

        What is under way is told to stop, and nobody waits for it here (see ``ended``).
        """
        if self._closing.is_closed:
            return
        if self._watcher is not None:
            self._watcher.stop()
        for error in self.save():
            _log.error("closed all the same: %s", error)
        self.personal.close()
        self._closing.close()

    def save(self) -> list[DiptychError]:
        """Put tags, corrections, codebook and drafts on disk; returns why some cannot be."""
        saves: list[Callable[[], object]] = [
            partial(self.tagging.save, path) for path in self.tagging.unsaved
        ]
        if not self.codes.is_saved:
            saves.append(self.codes.save)
        if self.personal.state.drafts:
            saves.append(self.personal.save)
        errors = []
        for save in saves:
            try:
                save()
            except DiptychError as error:
                errors.append(error)
        return errors

    def _let_go(self) -> None:
        try:
            self._cache.close()
        finally:
            self.ended.set_result(None)

    @property
    def is_writer(self) -> bool:
        """Whether this process keeps the catalogue and the index."""
        return self._cache.may_write

    # The list

    def entries(self) -> tuple[Entry, ...]:
        """Every file of the library, in the order of paths."""
        return self._listings.entries()

    def entry(self, path: str) -> Entry | None:
        """What the list knows of one file."""
        return self._cache.catalogue.entry(path)

    def search(
        self, query: str, order: Order = Order.RELEVANCE, *, limit: int | None = None
    ) -> SearchResult:
        """The articles that ``query`` finds; see `Search.search`."""
        return self._cache.search.search(query, order, limit=limit, typing=False)

    def listing(self, query: str, order: Order) -> Listing:
        """What the list shows for a query as it is being typed; all stories where it is empty."""
        return self._listings.listing(query, order)

    @property
    def starred(self) -> frozenset[str]:
        """The paths of articles that carry a star."""
        return self._counts.starred

    # Keeping up with the folder

    def refresh(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> Refreshed:
        """Bring catalogue, index and tags in step with the folder; see `Importing.run`.

        A process that is not the writer only looks at the tags.
        """
        with self._closing.work():
            refreshed = Refreshed()
            if self.is_writer:
                refreshed = self._importing.run(progress or _nobody, self._stopped_by(stop))
            self._counts.scan()
            moved = {one.old: one.new for one in refreshed.moved}
            if moved:
                self.personal.update(lambda state: state.with_moved(moved))
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
        is passed over, and only the writer, who can keep what is found, does anything.
        """
        tell, is_stopped, count = progress or _nobody, self._stopped_by(stop), 0
        with self._closing.work():
            missing = self._unread() if self.is_writer else []
            for number, path in enumerate(missing):
                if is_stopped():
                    break
                tell(Progress(number, len(missing), "analysing"))
                with contextlib.suppress(DiptychError):
                    reading = self.analyses.reading(self.article(path), Priority.LIBRARY)
                    while not reading.done() and not is_stopped():
                        wait([reading], PATIENCE)
                    count += _has_result(reading)
            self._keeper.flush()
        return count

    def _unread(self) -> list[str]:
        """The paths of articles that were never analysed, one for each text."""
        texts = {one.sha256: one.path for one in self.entries() if not one.problem}
        for text in self.analyses.texts_read():
            texts.pop(text, None)
        return sorted(texts.values())

    def _stopped_by(self, stop: threading.Event | None) -> Callable[[], bool]:
        return lambda: self._closing.is_closed or (stop is not None and stop.is_set())

    def watch(self, report: Callable[[Observed], None]) -> None:
        """Report what other programs change in the folder, from a thread of its own.

        Sidecars are reported by the paths of their articles, the codebook by its own; tags are
        counted by then.
        """
        from diptych.library.watcher import Watcher

        def take(observed: Observed) -> None:
            tagged = {path.removesuffix(SIDECAR_SUFFIX) for path in observed.sidecars}
            if LIBRARY_FILE in tagged:
                with contextlib.suppress(DiptychError):  # as it was before, then
                    self.codes.reload()
            self._counts.renew(tagged - {LIBRARY_FILE})
            report(replace(observed, sidecars=frozenset(tagged)))

        if self._watcher is None and not self._closing.is_closed:
            self._watcher = Watcher(self.root, take)

    def paste(self, text: str, html: str) -> str:
        """Write an article from the clipboard into the library, and return its path.

        Raises:
            ReadError: there is no text in it.
            StorageError: it could not be written.
        """
        from diptych.workspace.pasting import paste

        return paste(self.root, text, html)

    # Articles and what relates them

    def article(self, path: str) -> Article:
        """The article at ``path``: as it is known if its file is as it was, else read anew.

        Raises:
            ReadError: its file cannot be read.
        """
        return self._articles.article(path)

    def story(self, path: str) -> Future[StoryAnalysis]:
        """What is known of the story that the article at ``path`` belongs to; see `Relating`."""
        return self._relating.story(path)


def _library_folder(folder: Path) -> Path:
    """The full path of ``folder``, which can be listed."""
    root = folder.expanduser().absolute()
    try:
        with os.scandir(root):
            return root
    except FileNotFoundError as error:
        raise LibraryError("There is no folder “{folder}”.", folder=root) from error
    except NotADirectoryError as error:
        raise LibraryError("“{folder}” is a file, not a folder.", folder=root) from error
    except OSError as error:
        template = "The folder “{folder}” cannot be opened: {reason}."
        raise LibraryError(template, folder=root, reason=error.strerror or error) from error


def _has_result(reading: Future[Reading]) -> bool:
    return reading.done() and not reading.cancelled() and reading.exception() is None


def _nobody(_progress: Progress) -> None:
    """Nobody follows the progress."""
