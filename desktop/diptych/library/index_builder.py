"""Segments are built here, by worker processes alone: it loads numpy."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from diptych.library.index_segment import Segment, segment_bytes
from diptych.library.terms import term_of

MOST = 65_535
"""Documents of a segment, and words of a document: both are counted in 16 bits."""


@dataclass(frozen=True, slots=True)
class _Occurrences:
    """Each time a term stands somewhere: its number, the document and the place in it."""

    terms: npt.NDArray[np.uint32]
    documents: npt.NDArray[np.uint16]
    places: npt.NDArray[np.uint16]


class _Numbering(dict[str, int]):
    """Gives each word, as it is written, the number of its term; new terms get new numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.terms.setdefault(term_of(word), len(self.terms))
        return number


class SegmentBuilder:
    """Gathers documents in memory until they are written as one segment."""

    def __init__(self) -> None:
        self._numbering = _Numbering()
        self._files = array("I")
        self._lengths = array("H")
        self._numbers = array("I")
        self._absorbed: list[_Occurrences] = []
        self._added = 0

    def __len__(self) -> int:
        """The number of documents."""
        return len(self._files)

    def add(self, file: int, words: Sequence[str]) -> None:
        """Put in a document of these words, at most `MOST`."""
        assert not self._absorbed, "documents are numbered in the order in which they come"
        self._added += 1
        self._files.append(file)
        self._lengths.append(len(words))
        self._numbers.extend(map(self._numbering.__getitem__, words))

    def absorb(self, segment: Segment, dropped: Collection[int]) -> None:
        """Put in the documents of ``segment`` but those ``dropped``, after all that are added."""
        kept = np.ones(len(segment.files), bool)
        kept[list(dropped)] = False
        numbers = np.cumsum(kept) - 1 + len(self)
        self._files.frombytes(np.asarray(segment.files)[kept].tobytes())
        self._lengths.frombytes(np.asarray(segment.lengths)[kept].tobytes())
        number_of = self._numbering.terms
        terms = np.fromiter(
            (number_of.setdefault(term, len(number_of)) for term in segment), np.uint32
        )
        posting_terms = np.repeat(terms, np.diff(np.asarray(segment.posting_starts)))
        counts = np.diff(np.asarray(segment.place_starts))
        documents = np.repeat(np.asarray(segment.documents), counts)
        chosen = kept[documents]
        self._absorbed.append(
            _Occurrences(
                np.repeat(posting_terms, counts)[chosen],
                numbers[documents[chosen]].astype(np.uint16),
                np.asarray(segment.places)[chosen],
            )
        )

    def write(self, path: Path) -> None:
        """Write the segment to a new file at ``path``."""
        terms = sorted(self._numbering.terms)
        rank = np.empty(len(terms), np.uint32)
        rank[[self._numbering.terms[term] for term in terms]] = np.arange(len(terms))
        found = self._occurrences()
        # Within one term, documents and their places already come in order: a stable sort by
        # term leaves them so.
        ranks = rank[found.terms]
        order = np.argsort(ranks, kind="stable")
        ranks, documents, places = ranks[order], found.documents[order], found.places[order]
        is_new = np.ones(len(ranks), bool)
        is_new[1:] = (ranks[1:] != ranks[:-1]) | (documents[1:] != documents[:-1])
        place_starts = np.append(np.flatnonzero(is_new), len(ranks)).astype(np.uint32)
        posting_starts = np.searchsorted(ranks[place_starts[:-1]], np.arange(len(terms) + 1))
        encoded = [term.encode() for term in terms]
        columns = (
            b"".join(encoded),
            np.cumsum([0, *map(len, encoded)]).astype(np.uint32).tobytes(),
            posting_starts.astype(np.uint32).tobytes(),
            documents[place_starts[:-1]].tobytes(),
            place_starts.tobytes(),
            places.tobytes(),
            self._files.tobytes(),
            self._lengths.tobytes(),
        )
        with path.open("xb") as file:
            file.writelines(segment_bytes(columns))

    def _occurrences(self) -> _Occurrences:
        """All of them, by document and place for those added, by term for those absorbed."""
        lengths = np.frombuffer(self._lengths, np.uint16)[: self._added]
        starts = np.repeat(np.cumsum(lengths, dtype=np.int64) - lengths, lengths)
        added = _Occurrences(
            np.frombuffer(self._numbers, np.uint32),
            np.repeat(np.arange(self._added, dtype=np.uint16), lengths),
            (np.arange(len(self._numbers)) - starts).astype(np.uint16),
        )
        parts = [added, *self._absorbed]
        return _Occurrences(
            np.concatenate([part.terms for part in parts]),
            np.concatenate([part.documents for part in parts]),
            np.concatenate([part.places for part in parts]),
        )
