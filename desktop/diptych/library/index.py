"""The index: which articles hold which words.

Whoosh does the storing and the finding. Words and headlines alone are in it: what else an article
has, and everything that a reader changes, is answered by the catalogue. Queries come in as values
and files go out as the ids by which the catalogue knows them.
"""

from __future__ import annotations

import contextlib
import shutil
import threading
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from whoosh.index import TOC, FileIndex
from whoosh.query.compound import Or
from whoosh.query.positional import Phrase
from whoosh.query.spans import SpanNear2
from whoosh.query.terms import Prefix, Term
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

from diptych.library.index_field import BEGINNINGS, FILE, SCHEMA, TEXT, indexed
from diptych.library.index_storage import INDEX_NAME, DamagedIndex, IndexStorage
from diptych.library.query import SHORTEST_PREFIX, Words
from diptych.model.article import Article
from diptych.storage import could_not_save, private_folder, write_atomically

VERSION = 1
"""Of what is stored in the index and how; another one found on disk is built anew."""

FOLDER = "index"
_CURRENT = "current"


class Index:
    """The index that belongs to one catalogue, open for searching; any thread may ask.

    An index that is missing, damaged or made for another catalogue finds nothing and says so in
    `is_usable`, until it was built anew and `refresh` has seen it.
    """

    def __init__(self, folder: Path, identity: str) -> None:
        self._folder = folder / FOLDER
        self._identity = f"{VERSION} {identity}"
        self._lock = threading.RLock()
        self._open: _Opened | None = None
        self.refresh()

    @property
    def is_usable(self) -> bool:
        """Whether it can be searched; if not, it has to be built anew."""
        return self._open is not None

    def refresh(self) -> None:
        """See what was committed since; quick where nothing was."""
        with self._lock, self._guarded():
            folder = _current_folder(self._folder, self._identity)
            if self._open is None or self._open.folder != folder:
                self.close()
                self._open = _Opened(folder)
            else:
                self._open.refresh()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._open is not None:
                self._open.close()
            self._open = None

    def file_ids(self) -> set[int]:
        """The ids of all files in the index."""
        with self._lock, self._guarded():
            if self._open is not None:
                return set(self._open.ids(self._open.all_documents()))
        return set()

    def find(self, words: Words) -> frozenset[int]:
        """The files that hold ``words``."""
        with self._lock, self._guarded():
            if self._open is not None:
                return self._open.find(words)
        return frozenset()

    def rank(self, words: Sequence[Words], among: Collection[int]) -> dict[int, float]:
        """How well each of the files ``among`` answers ``words``: more is better (BM25)."""
        with self._lock, self._guarded():
            if self._open is not None:
                return self._open.rank(words, among)
        return {}

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except Exception:  # noqa: BLE001 (damaged files make Whoosh raise whatever there is)
            self.close()


class _Opened:
    """An index as it was at one commit, with what is read of it once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._storage = IndexStorage(folder)
        self._check()
        self._index = FileIndex(self._storage, schema=SCHEMA)
        self._searcher: Searcher = self._index.searcher()
        self._load()

    def _check(self) -> None:
        toc = self._storage.latest_commit()
        self._storage.check(toc, [toc])
        segments = TOC.read(self._storage, INDEX_NAME, schema=SCHEMA).segments
        self._storage.check(toc, [f"{segment.segment_id()}." for segment in segments])

    def _load(self) -> None:
        self._found: dict[Words, frozenset[int]] = {}
        reader = self._searcher.reader()
        self._ids: list[int] = []
        for leaf, _offset in reader.leaf_readers():
            if leaf.doc_count_all():
                self._ids.extend(leaf.column_reader(FILE))

    def refresh(self) -> None:
        if self._searcher.up_to_date():
            return
        self._check()
        self._searcher = self._searcher.refresh()
        self._load()

    def close(self) -> None:
        self._searcher.close()

    def writer(self) -> SegmentWriter:
        return SegmentWriter(self._index, compound=False)

    def all_documents(self) -> Iterator[int]:
        return self._searcher.reader().all_doc_ids()

    def ids(self, documents: Iterable[int]) -> Iterator[int]:
        return map(self._ids.__getitem__, documents)

    def find(self, words: Words) -> frozenset[int]:
        found = self._found.get(words)
        if found is None:
            documents = self._searcher.docs_for_query(_as_query(words))
            found = self._found[words] = frozenset(self.ids(documents))
        return found

    def rank(self, words: Sequence[Words], among: Collection[int]) -> dict[int, float]:
        query = Or([_as_query(part) for part in words])
        results = self._searcher.search(query, limit=None)
        scores = {self._ids[document]: score for score, document in results.top_n}
        return {file: scores[file] for file in among if file in scores}


def _as_query(words: Words) -> Any:
    *before, last = words.terms
    if not words.is_prefix:
        if before:
            return Phrase(TEXT, list(words.terms))
        return Term(TEXT, last)
    if len(last) == SHORTEST_PREFIX and not before:
        exact = Term(TEXT, last)
        return Or([exact, Term(BEGINNINGS, last)])
    beginning = Prefix(TEXT, last)
    if not before:
        return beginning
    places = [Term(TEXT, term) for term in before]
    return SpanNear2([*places, beginning], slop=1, ordered=True)


def update(
    folder: Path, identity: str, added: Mapping[int, Article], removed: Collection[int]
) -> None:
    """Put articles in under their ids and take others out, durably when it returns.

    An index that cannot be used is begun anew: then only what is ``added`` is in it.

    Raises:
        StorageError: it cannot be written; what was there before still stands.
    """
    home = folder / FOLDER
    identity = f"{VERSION} {identity}"
    try:
        _write(_current_folder(home, identity), added, removed)
    except OSError as error:
        raise could_not_save(home, error) from error
    except Exception:  # noqa: BLE001 (damaged files make Whoosh raise whatever there is)
        _write(_begun_anew(home, identity), added, ())


def _write(folder: Path, added: Mapping[int, Article], removed: Collection[int]) -> None:
    opened = _Opened(folder)
    writer = opened.writer()
    try:
        for file in removed:
            writer.delete_by_query(Term(FILE, file))
        for file, article in added.items():
            value = indexed(article)
            writer.add_document(text=value, beginnings=value, file=file)
        writer.commit()
    except BaseException:
        with contextlib.suppress(Exception):
            writer.cancel()
        raise
    finally:
        opened.close()


def _current_folder(home: Path, identity: str) -> Path:
    """The folder of the index in use.

    Raises:
        DamagedIndex: there is none, or it is not the one for ``identity``.
    """
    try:
        found, name = msgspec.json.decode((home / _CURRENT).read_bytes(), type=tuple[str, str])
    except (OSError, msgspec.MsgspecError) as error:
        raise DamagedIndex(f"there is no index: {error}") from error
    if found != identity or not name.isalnum():
        raise DamagedIndex("the index belongs to another catalogue")
    return home / name


def _begun_anew(home: Path, identity: str) -> Path:
    """A new, empty index in a folder of its own, in use when it returns."""
    private_folder(home)
    name = uuid.uuid4().hex
    FileIndex.create(IndexStorage(private_folder(home / name)), SCHEMA)
    write_atomically(home / _CURRENT, msgspec.json.encode((identity, name)))
    for old in home.iterdir():
        # Windows keeps files that another process has open; they go the next time.
        if old.is_dir() and old.name != name:
            shutil.rmtree(old, ignore_errors=True)
    return home / name
