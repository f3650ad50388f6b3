"""The cache of one library: the right to write it, and what is opened from it."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType

import filelock

from diptych.errors import LibraryError, StorageError
from diptych.library.catalogue import Catalogue
from diptych.library.index import Index
from diptych.library.search import Search
from diptych.storage import could_not_save, private_folder

_LOCK = "writer.lock"


class Cache:
    """A library's catalogue and index, open until it is closed.

    The first process to open it holds the lock for as long as it lives and may write, by itself
    and through its workers; any other one only reads, until it can `take_over`. The system lets go
    of the lock when a process ends, however it ends. With ``anew`` all that was there is thrown
    away first.

    Raises:
        StorageError: the folder or the catalogue can neither be used nor made.
        LibraryError: with ``anew``, while another process holds the lock.
    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self.folder = private_folder(folder)
        self._lock = filelock.FileLock(folder / _LOCK, thread_local=False)
        self.may_write = self._take_lock()
        try:
            if anew:
                self._empty()
            self.catalogue = Catalogue.open(folder, may_create=self.may_write)
        except BaseException:
            self._lock.release()
            raise
        self.index = Index(folder, self.catalogue.identity)
        self.search = Search(self.catalogue, self.index)

    def take_over(self) -> bool:
        """Whether this process may write: if the one that did has ended, it may from now on."""
        if not self.may_write:
            self.may_write = self._take_lock()
        return self.may_write

    def is_outdated(self) -> bool:
        """Whether it has to be opened again: what is open was damaged, taken away or replaced.

        A process that only reads has to wait until the one that writes has made another catalogue.
        """
        try:
            found = Catalogue.open(self.folder, may_create=False)
        except StorageError:
            return self.may_write
        found.close()
        return found.identity != self.catalogue.identity

    def close(self) -> None:
        """Let go of the files and of the lock."""
        self.index.close()
        self.catalogue.close()
        self._lock.release()

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _empty(self) -> None:
        if not self.may_write:
            raise LibraryError(
                "This library is open in another window, which is using what would be rebuilt."
                " Close that window first."
            )
        try:
            for entry in self.folder.iterdir():
                if entry.is_dir():
                    shutil.rmtree(entry, ignore_errors=True)
                elif entry.name != _LOCK:
                    entry.unlink(missing_ok=True)
        except OSError as error:
            raise could_not_save(self.folder, error) from error

    def _take_lock(self) -> bool:
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            return False
        except OSError as error:
            raise could_not_save(self.folder, error) from error
        return True
