"""One segment of the index: a batch of documents and the words in them, as columns of numbers.

The terms stand in order, and so do their postings: all terms that begin alike are one stretch, and
the documents that hold any of them are one slice of one column. Nothing in the file is ever run
or unpickled, and nothing is copied into memory but what is asked for.

    terms                  their UTF-8, one after the other
    term_starts     uint32 where each begins, and where the last one ends
    posting_starts  uint32 the first posting of each term, and the number of all postings
    documents       uint16 the document of each posting, in order within a term
    place_starts    uint32 the first place of each posting, and the number of all places
    places          uint16 the places of a term in a document, in order
    files           uint32 the catalogue's id of the file behind each document
    lengths         uint16 the number of terms in each document
"""

from __future__ import annotations

import operator
import struct
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

COLUMNS: dict[str, Literal["B", "H", "I"]] = {
    "terms": "B",
    "term_starts": "I",
    "posting_starts": "I",
    "documents": "H",
    "place_starts": "I",
    "places": "H",
    "files": "I",
    "lengths": "H",
}
# Numbers are stored as this machine has them: the file is a cache and never travels.
_MAGIC = f"Diptych index 1 {sys.byteorder}\n".encode()
_HEADER = struct.Struct(f"<{len(COLUMNS)}Q")


class DamagedIndex(Exception):  # noqa: N818 (it says what is the case)
    """The index on disk is not what was written; it has to be built anew."""


class Segment:
    """A segment as it lies on disk."""

    def __init__(self, data: memoryview) -> None:
        start = len(_MAGIC) + _HEADER.size
        if data[: len(_MAGIC)] != _MAGIC or len(data) < start:
            raise DamagedIndex("a segment is not of this version")
        columns: list[memoryview] = []
        sizes = _HEADER.unpack(data[len(_MAGIC) : start])
        if start + sum(sizes) != len(data):
            raise DamagedIndex("a segment is cut short")
        for size, code in zip(sizes, COLUMNS.values(), strict=True):
            columns.append(data[start : start + size].cast(code))
            start += size
        self.terms, self.term_starts, self.posting_starts, *rest = columns
        self.documents, self.place_starts, self.places, self.files, self.lengths = rest

    def __len__(self) -> int:
        """The number of terms."""
        return len(self.term_starts) - 1

    def term(self, number: int) -> bytes:
        """The UTF-8 of this term."""
        return bytes(self.terms[self.term_starts[number] : self.term_starts[number + 1]])

    def __iter__(self) -> Iterator[str]:
        """The terms in order."""
        return (self.term(number).decode() for number in range(len(self)))

    def place_of(self, term: bytes) -> int:
        """The number of ``term``, or of the first one behind it."""
        return bisect_left(range(len(self)), term, key=self.term)

    def terms_like(self, term: bytes, *, is_beginning: bool) -> range:
        """The numbers of the terms that are ``term``, or that begin with it."""
        first = self.place_of(term)
        if is_beginning:
            return range(first, self.place_of(term + b"\xff"))  # no UTF-8 holds this byte
        is_there = first < len(self) and self.term(first) == term
        return range(first, first + is_there)

    def postings(self, terms: range) -> range:
        """The numbers of all postings of neighbouring terms."""
        return range(self.posting_starts[terms.start], self.posting_starts[terms.stop])

    def documents_of(self, postings: range) -> memoryview:
        """The documents of neighbouring postings, as often as they hold one of the terms."""
        return self.documents[postings.start : postings.stop]

    def frequencies(self, postings: range) -> Iterator[int]:
        """How often each of neighbouring postings has its term."""
        starts = self.place_starts[postings.start : postings.stop + 1].tolist()
        return map(operator.sub, starts[1:], starts)

    def places_of(self, posting: int) -> memoryview:
        """Where in its document this posting's term stands, in order."""
        return self.places[self.place_starts[posting] : self.place_starts[posting + 1]]


def segment_bytes(columns: Sequence[bytes]) -> Iterator[bytes]:
    """The file that holds these columns, in the order of `COLUMNS`, piece by piece."""
    yield _MAGIC + _HEADER.pack(*map(len, columns))
    yield from columns
