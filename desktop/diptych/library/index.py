"""The index: which articles hold which words.

Words and headlines alone are in it: what else an article has, and everything that a reader
changes, is answered by the catalogue. Queries come in as values, and files go out as the ids by
which the catalogue knows them. An id is never used again, so that a file which has gone since does
no harm here: the catalogue does not know it any more.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence, Set
from pathlib import Path
from typing import TypeVar

from diptych.library.index_matching import Ranking, documents_with
from diptych.library.index_place import current_folder
from diptych.library.index_segment import DamagedIndex, Segment
from diptych.library.query import Words

_Answer = TypeVar("_Answer")

_ATTEMPTS = 3
_REMEMBERED = 8
"""Words whose files are kept: while one types, all but the last stay the same."""


class Index:
    """The index that belongs to one catalogue, open for searching; any thread may ask.

    An index that is missing, damaged or made for another catalogue finds nothing and is not
    `is_usable`, until it was begun anew and `refresh` has seen it.
    """

    def __init__(self, cache: Path, identity: str) -> None:
        self._cache = cache
        self._identity = identity
        self._lock = threading.RLock()
        self._open: _Opened | None = None
        self.refresh()

    @property
    def is_usable(self) -> bool:
        """Whether it can be searched; if not, it has to be built anew."""
        return self._open is not None

    def refresh(self) -> None:
        """See what was committed since; quick where nothing was."""
        with self._lock:
            # A commit removes what it replaces, perhaps between two looks of ours.
            for _attempt in range(_ATTEMPTS):
                with contextlib.suppress(DamagedIndex):
                    folder = current_folder(self._cache, self._identity)
                    if self._open is None or self._open.folder != folder:
                        self._open = _Opened(folder)
                    self._open.refresh()
                    return
                self._open = None

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._open = None

    def file_ids(self) -> set[int]:
        """The ids of all files in the index."""
        return self._ask(lambda opened: opened.file_ids(), set())

    def find(self, words: Words) -> frozenset[int]:
        """The files that hold ``words``, among them perhaps some that are gone."""
        return self._ask(lambda opened: opened.find(words), frozenset())

    def rank(self, words: Sequence[Words], among: Set[int]) -> dict[int, float]:
        """How much each of the files ``among`` says of ``words``: more is better."""
        return self._ask(lambda opened: opened.rank(words, among), {})

    def _ask(self, question: Callable[[_Opened], _Answer], otherwise: _Answer) -> _Answer:
        with self._lock:
            if self._open is None:
                return otherwise
            try:
                return question(self._open)
            except (DamagedIndex, ValueError, LookupError):
                # The checksums were right when it was opened: the file was damaged since.
                self._open = None
                return otherwise


class _Opened:
    """An index as it was at one commit, with what is worked out from it once."""

    def __init__(self, folder: Path) -> None:
        # Whoosh takes a quarter of a second to load: not before something is searched.
        from diptych.library.index_storage import IndexStorage

        self.folder = folder
        self._storage = IndexStorage(folder)
        self._segments: list[Segment] = []
        self._gone: list[frozenset[int]] = []
        self._found: dict[Words, frozenset[int]] = {}
        self._ranking: Ranking | None = None

    def refresh(self) -> None:
        if self._segments and self._storage.is_newest():
            return
        segments = self._storage.segments()
        self._segments = [self._storage.columns(segment) for segment in segments]
        self._gone = [frozenset(segment.deleted_docs()) for segment in segments]
        self._found.clear()
        self._ranking = None

    def file_ids(self) -> set[int]:
        return {
            file
            for segment, gone in zip(self._segments, self._gone, strict=True)
            for document, file in enumerate(segment.files)
            if document not in gone
        }

    def find(self, words: Words) -> frozenset[int]:
        found = self._found.get(words)
        if found is None:
            found = frozenset().union(
                *(
                    map(segment.files.__getitem__, documents_with(segment, words))
                    for segment in self._segments
                )
            )
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[words] = found
        return found

    def rank(self, words: Sequence[Words], among: Set[int]) -> dict[int, float]:
        if self._ranking is None:
            self._ranking = Ranking(self._segments)
        return self._ranking.scores(words, among)
