"""How this process stands to the cache of a library: who writes it, and whether it is sound."""

from __future__ import annotations

from concurrent.futures import Future

from diptych.library.cache import Cache
from diptych.workspace.closing import Closing
from diptych.workspace.queue import Priority
from diptych.workspace.tasks import check_task
from diptych.workspace.workers import Workers


class Standing:
    """Of several processes that have one library open the first keeps its cache, the others read.

    Safe to use from any thread.
    """

    def __init__(self, cache: Cache, workers: Workers, closing: Closing) -> None:
        self._cache, self._workers, self._closing = cache, workers, closing

    @property
    def is_writer(self) -> bool:
        """Whether this process keeps the catalogue and the index."""
        return self._cache.may_write

    def take_over(self) -> bool:
        """Whether this process is the writer: it is from now on, if the one before has ended.

        Raises:
            LibraryError: the library was closed.
        """
        with self._closing.work():
            return self._cache.take_over()

    def check(self) -> Future[bool]:
        """Have everything that is stored read once, when there is nothing else to do.

        Where that finds damage, the library `is_outdated`.
        """
        return self._workers.submit(check_task, self._cache.folder, priority=Priority.SPARE)

    def is_outdated(self) -> bool:
        """Whether the library has to be opened again, because of what happened to its cache."""
        return self._cache.is_outdated()

    def version(self) -> int:
        """A number that is another one when any process has changed what the list shows.

        Raises:
            StorageError: the catalogue cannot be read.
        """
        return self._cache.catalogue.version()
