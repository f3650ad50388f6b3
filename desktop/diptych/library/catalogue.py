"""The catalogue: what is known of a library's files, their analysis and their tags.

Everything in it is derived from the files and their sidecars and may be thrown away at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from diptych.errors import StorageError
from diptych.library import schema
from diptych.library.database import Database
from diptych.library.scan import FileState
from diptych.library.seal import BrokenSealError, seal, unseal
from diptych.model.article import Article

if TYPE_CHECKING:
    from diptych.model.listing import Entry

FILE_NAME = "catalogue.sqlite"


@dataclass(frozen=True, slots=True)
class Record:
    """One file as it was read: its article, or the problem that stood in the way."""

    state: FileState
    article: Article | None
    words: int = 0
    """Of the account itself, without site furniture."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What tells whether a file has to be read again."""

    id: int
    state: FileState
    bytes_sha256: str
    sha256: str
    reader: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What search filters and sorts a file by; ``date`` is that of publication, else of update."""

    id: int
    path: str
    title: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Revision:
    """How often the list of files and their tags have changed."""

    files: int
    tags: int


class Catalogue:
    """The catalogue in one folder; safe to use from several threads and processes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._articles = msgspec.json.Decoder(Article)
        ((identity,),) = database.read("SELECT value FROM meta WHERE key = 'identity'")
        self.identity = str(identity)
        """Differs for each catalogue ever made: an index that holds another's ids is of no use."""

    @classmethod
    def open(cls, folder: Path, *, may_create: bool = True) -> Catalogue:
        """The catalogue in ``folder``; see `Database.open`."""
        path = folder / FILE_NAME
        return cls(Database.open(path, schema.TABLES, schema.VERSION, may_create=may_create))

    def is_intact(self) -> bool:
        """Whether the catalogue is as it was written; reads all of it.

        If it is not, it is made anew the next time it is opened by a process that may.
        """
        try:
            if self._database.is_intact() and self._is_as_written():
                return True
        except StorageError:
            pass
        self._database.condemn()
        return False

    def _is_as_written(self) -> bool:
        """Whether everything has its checksum, and every file is listed as its article says."""
        for (data,) in self._database.each(_ALL_DATA):
            self._unsealed(data)
        return all(
            facts == _facts(self._article(data)) for *facts, data in self._database.each(_ALL_FACTS)
        )

    def _article(self, sealed: bytes) -> Article:
        return self._articles.decode(self._unsealed(sealed))

    def _unsealed(self, data: bytes) -> bytes:
        try:
            return unseal(data)
        except (BrokenSealError, TypeError):  # it may have become something else than bytes
            raise self._database.condemn() from None

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # What is listed

    def version(self) -> int:
        """A number that is another one when anything in it has changed, by whatever process."""
        return self._database.version()

    def entries(self) -> list[Entry]:
        """Every file, in the order of paths."""
        from diptych.model.listing import Entry

        return [Entry(*row) for row in self._database.read(f"{_ENTRIES} ORDER BY files.path")]

    def entry(self, path: str) -> Entry | None:
        """The file at ``path``, None where there is none."""
        from diptych.model.listing import Entry

        rows = self._database.read(f"{_ENTRIES} WHERE files.path = ?", (path,))
        return Entry(*rows[0]) if rows else None

    def article(self, path: str) -> Article | None:
        """The article at ``path`` as it was last read; None where there is none."""
        query = "SELECT article FROM articles JOIN files ON id = file WHERE path = ?"
        rows = self._database.read(query, (path,))
        return self._article(rows[0][0]) if rows else None

    def articles(self, ids: Iterable[int]) -> dict[int, Article]:
        """The articles of these files by id; files without one are missing."""
        query = "SELECT article FROM articles WHERE file = ?"
        found = ((file, self._database.read(query, (file,))) for file in ids)
        return {file: self._article(rows[0][0]) for file, rows in found if rows}

    def known(self) -> dict[str, Known]:
        """Every file by its path."""
        return {row[1]: _known(row) for row in self._database.read(_KNOWN)}

    def known_at(self, paths: Iterable[str]) -> dict[str, Known]:
        """The files at these paths, those that there are."""
        query = f"{_KNOWN} WHERE path = ?"
        return {
            row[1]: _known(row) for path in paths for row in self._database.read(query, (path,))
        }

    def known_by_text(self, sha256: str) -> dict[str, Known]:
        """The files that hold the text with this fingerprint, by their paths."""
        rows = self._database.read(f"{_KNOWN} WHERE sha256 = ?", (sha256,))
        return {row[1]: _known(row) for row in rows}

    def article_ids(self) -> set[int]:
        """The ids of the files that hold an article: those that the index should hold."""
        return {row[0] for row in self._database.read("SELECT file FROM articles")}

    # What import writes

    def replace(self, records: Sequence[Record]) -> list[int]:
        """Put ``records`` in the place of what was known of their files; the new ids, in order.

        All or nothing, and on disk when it returns.
        """
        with self._database.write() as connection:
            _grow(connection, "files")
            return [_insert(connection, record) for record in records]

    def remove(self, paths: Iterable[str]) -> None:
        """Forget the files at ``paths``."""
        with self._database.write() as connection:
            _grow(connection, "files")
            for path in paths:
                connection.execute("DELETE FROM files WHERE path = ?", (path,))
                connection.execute("DELETE FROM tags WHERE path = ?", (path,))

    def touch(self, states: Iterable[FileState]) -> None:
        """Note the new size and time of files whose bytes are the same."""
        with self._database.write() as connection:
            connection.executemany(
                "UPDATE files SET size = ?, changed_ns = ? WHERE path = ?",
                [(state.size, state.changed_ns, state.path) for state in states],
            )

    # What analysis found

    def load_reading(self, sha256: str, version: str) -> bytes | None:
        """What was stored for a text, None where nothing was."""
        query = "SELECT data FROM readings WHERE sha256 = ? AND version = ?"
        return self._data(query, sha256, version)

    def store_reading(
        self,
        sha256: str,
        version: str,
        data: bytes,
        *,
        quotations: int = 0,
        names: Iterable[str] = (),
    ) -> None:
        """Keep what analysis found in a text, with what the list shows and ``name:`` finds of it.

        ``names`` are all forms in which the text names someone.
        """
        with self._database.write() as connection:
            connection.execute("DELETE FROM readings WHERE sha256 = ?", (sha256,))
            connection.execute(
                "INSERT INTO readings VALUES (?, ?, ?)", (sha256, version, seal(data))
            )
            connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (sha256, quotations))
            _note_names(connection, sha256, names)

    def texts_read(self, version: str) -> set[str]:
        """The texts of which something of this version is stored."""
        query = "SELECT sha256 FROM readings WHERE version = ?"
        return {row[0] for row in self._database.read(query, (version,))}

    def load_relation(self, left: str, right: str, version: str) -> bytes | None:
        """What was stored for a pair of texts in this order, None where nothing was."""
        query = (
            "SELECT data FROM relations WHERE left_sha256 = ? AND right_sha256 = ? AND version = ?"
        )
        return self._data(query, left, right, version)

    def _data(self, query: str, *key: str) -> bytes | None:
        rows = self._database.read(query, key)
        return self._unsealed(rows[0][0]) if rows else None

    def store_relation(self, left: str, right: str, version: str, data: bytes) -> None:
        """Keep what relates two texts; of other versions nothing is kept."""
        with self._database.write() as connection:
            connection.execute(
                "DELETE FROM relations WHERE left_sha256 = ? AND right_sha256 = ?", (left, right)
            )
            connection.execute(
                "INSERT INTO relations VALUES (?, ?, ?, ?)", (left, right, version, seal(data))
            )

    def load_story(self, path: str, key: str) -> bytes | None:
        """What was stored under ``key`` for the story whose first article is at ``path``."""
        query = "SELECT data FROM stories WHERE path = ? AND key = ?"
        return self._data(query, path, key)

    def store_story(self, path: str, key: str, data: bytes) -> None:
        """Keep what is known of a story, in place of what was."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO stories VALUES (?, ?, ?)", (path, key, seal(data))
            )

    # What the sidecars say

    def set_tags(self, path: str, tags: Mapping[str, int]) -> None:
        """Note which tags the article at ``path`` has, and on how many passages each."""
        self.set_all_tags({path: tags})

    def set_all_tags(self, tags: Mapping[str, Mapping[str, int]]) -> None:
        """As `set_tags`, for several articles at once, by their paths."""
        rows = [(path, tag, count) for path, each in tags.items() for tag, count in each.items()]
        with self._database.write() as connection:
            _grow(connection, "tags")
            connection.executemany("DELETE FROM tags WHERE path = ?", [(path,) for path in tags])
            connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", rows)

    def tag_counts(self) -> dict[str, dict[str, int]]:
        """On how many passages each article that is tagged has each of its tags, by path."""
        counts: dict[str, dict[str, int]] = {}
        for path, tag, passages in self._database.read("SELECT path, tag, passages FROM tags"):
            counts.setdefault(path, {})[tag] = passages
        return counts

    # What search filters by

    def revision(self) -> Revision:
        """What grows with every change to the list of files and to their tags, by any process."""
        query = "SELECT value FROM meta WHERE key IN ('files', 'tags') ORDER BY key"
        (files,), (tags,) = self._database.read(query)
        return Revision(files, tags)

    def facts(self) -> list[Fact]:
        """What search filters and sorts by, of every file, in the order of paths."""
        query = (
            "SELECT id, path, title, outlet, CASE published WHEN '' THEN updated ELSE published END"
            " FROM files ORDER BY path"
        )
        return [Fact(*row) for row in self._database.read(query)]

    def named(self, words: Sequence[str], *, is_prefix: bool) -> set[int]:
        """The files whose text names someone with these folded words in a row.

        With ``is_prefix`` the last word may go on.
        """
        query = (
            "SELECT DISTINCT files.id FROM name_forms JOIN names ON form = name_forms.id"
            " JOIN files USING (sha256) WHERE ' ' || folded || ' ' LIKE ? ESCAPE '!'"
        )
        escaped = " ".join(words).replace("!", "!!").replace("%", "!%").replace("_", "!_")
        pattern = f"% {escaped}%" if is_prefix else f"% {escaped} %"
        return {row[0] for row in self._database.read(query, (pattern,))}

    def tag_rows(self) -> list[tuple[int, str]]:
        """Every pair of a file's id and a tag that it has."""
        query = "SELECT id, tag FROM tags JOIN files USING (path)"
        return [(row[0], row[1]) for row in self._database.read(query)]


_ENTRIES = """
SELECT files.path, title, outlet, published, updated, language, words, coalesce(quotations, 0),
    coalesce(passages, 0), '', files.sha256, problem
FROM files LEFT JOIN facts USING (sha256)
LEFT JOIN (SELECT path, sum(passages) AS passages FROM tags GROUP BY path) AS tagged
    ON tagged.path = files.path
"""

_KNOWN = "SELECT id, path, size, changed_ns, bytes_sha256, sha256, reader FROM files"

_ALL_DATA = " UNION ALL ".join(
    f"SELECT data FROM {table}"  # noqa: S608 - tables of our own
    for table in ("readings", "relations", "stories")
)

_ALL_FACTS = """
SELECT bytes_sha256, files.sha256, reader, title, outlet, published, updated, language, article
FROM files JOIN articles ON file = id
"""

_INSERT = """
INSERT INTO files (path, size, changed_ns, bytes_sha256, sha256, reader, title, outlet, published,
    updated, language, words, problem)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _known(row: tuple[Any, ...]) -> Known:
    return Known(row[0], FileState(*row[1:4]), *row[4:])


def _insert(connection: sqlite3.Connection, record: Record) -> int:
    """Put one file in, under a new id, which is returned."""
    state, article = record.state, record.article
    connection.execute("DELETE FROM files WHERE path = ?", (state.path,))
    facts = _facts(article) if article is not None else [""] * 8
    row = (state.path, state.size, state.changed_ns, *facts, record.words, record.problem)
    file = connection.execute(_INSERT, row).lastrowid
    assert file is not None
    if article is not None:
        stored = seal(msgspec.json.encode(article))
        connection.execute("INSERT INTO articles VALUES (?, ?)", (file, stored))
    return file


def _facts(article: Article) -> list[str]:
    """What the row of a file repeats of its article, in the order of the columns."""
    return [
        article.bytes_sha256,
        article.sha256,
        article.reader,
        article.title,
        article.outlet,
        article.published,
        article.updated,
        article.language,
    ]


def _note_names(connection: sqlite3.Connection, sha256: str, names: Iterable[str]) -> None:
    from diptych.library.terms import terms

    connection.execute("DELETE FROM names WHERE sha256 = ?", (sha256,))
    for form in {" ".join(terms(name)) for name in names}:
        connection.execute("INSERT OR IGNORE INTO name_forms (folded) VALUES (?)", (form,))
        connection.execute(
            "INSERT INTO names SELECT id, ? FROM name_forms WHERE folded = ?", (sha256, form)
        )


def _grow(connection: sqlite3.Connection, key: str) -> None:
    connection.execute("UPDATE meta SET value = value + 1 WHERE key = ?", (key,))
