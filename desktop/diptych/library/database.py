"""A disposable SQLite database that several threads and processes use at once."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from diptych.errors import StorageError

BUSY_SECONDS = 30.0
"""How long a write waits for another process's; a batch of articles is written in well under."""


class Database:
    """One file of SQLite in WAL mode: readers never wait for a writer, nor it for them.

    Each thread has a connection of its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._observer: sqlite3.Connection | None = None

    @classmethod
    def open(cls, path: Path, tables: str, version: int, *, may_create: bool = True) -> Database:
        """The database at ``path``; made when missing, damaged or of another version.

        Since all in it is derived, one that cannot be used is removed and begun anew; but only
        by a process that may, since another one could be using it.

        Raises:
            StorageError: it can neither be opened nor made.
        """
        database = cls(path)
        try:
            if not database._is_sound(version):
                database.close()
                if not may_create:
                    template = "The list of articles in “{folder}” is not ready yet."
                    raise StorageError(template, folder=path.parent)
                _remove(path)
                database._create(tables, version)
        except (sqlite3.Error, OSError) as error:
            database.close()
            template = "The list of articles cannot be kept in “{folder}”: {reason}."
            raise StorageError(template, folder=path.parent, reason=error) from error
        return database

    def close(self) -> None:
        """Close the connections of all threads; the next use opens new ones."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._local = threading.local()
            self._observer = None

    def read(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows that ``query`` gives.

        Raises:
            StorageError: the database cannot be read.
        """
        try:
            return self._connection().execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """As `read`, for more rows than should be in memory at once."""
        try:
            yield from self._connection().execute(query)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on disk when the block ends, undone when it raises.

        Raises:
            StorageError: it could not be written; what was there before still stands.
        """
        connection = self._connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def version(self) -> int:
        """A number that is another one when anything was committed since, by whatever process.

        Raises:
            StorageError: the database cannot be read.
        """
        try:
            with self._lock:
                # SQLite tells a connection of the commits of all others: this one makes none.
                if self._observer is None:
                    self._observer = self._connected()
                ((version,),) = self._observer.execute("PRAGMA data_version").fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return int(version)

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._connections.append(connection)
        return connection

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with self._lock:
                connection = self._connected()
            self._local.connection = connection
            connection.execute("PRAGMA foreign_keys = ON")
            # An id that the index holds must not be given out again after a power cut.
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def is_intact(self) -> bool:
        """Whether SQLite finds its pages and indexes in order; reads all of the file.

        It keeps no checksums: what stands in a row may be another word than was written.

        Raises:
            StorageError: the database cannot be read.
        """
        ((report,), *_) = self.read("PRAGMA integrity_check(1)")
        return bool(report == "ok")

    def condemn(self) -> StorageError:
        """Have the file made anew the next time it is opened by a process that may.

        What comes back says that it is damaged.
        """
        with contextlib.suppress(OSError):
            _mark(self._path).touch()
        template = "The list of articles in “{folder}” is damaged."
        return StorageError(template, folder=self._path.parent)

    def _is_sound(self, version: int) -> bool:
        if not self._path.exists() or _mark(self._path).exists():
            return False
        try:
            (found,) = self._connection().execute("PRAGMA user_version").fetchone()
            self._connection().execute("SELECT value FROM meta").fetchall()
        except sqlite3.Error as error:
            if _is_damage(error) or error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                return False  # the file is none of SQLite's, or has none of our tables
            raise
        return bool(found == version)

    def _create(self, tables: str, version: int) -> None:
        connection = self._connection()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN; {tables}; PRAGMA user_version = {version:d}; COMMIT;")
        with self.write() as connection:
            connection.execute("INSERT INTO meta VALUES ('identity', ?)", (uuid.uuid4().hex,))

    def _unusable(self, error: sqlite3.Error) -> StorageError:
        if _is_damage(error):
            self.condemn()
        template = "The list of articles in “{folder}” cannot be used: {reason}."
        return StorageError(template, folder=self._path.parent, reason=error)


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and no lock, full disk or the like."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:  # Python's own: a text is no UTF-8, or else the connection was used wrongly
        return isinstance(error, sqlite3.OperationalError)
    return code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}.damaged")


def _remove(path: Path) -> None:
    _mark(path).unlink(missing_ok=True)
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
