"""The codec by which Whoosh keeps articles.

Whoosh knows what segments there are: it locks, numbers generations, commits, merges and forgets.
What lies in a segment is `diptych.library.index_segment`, written when Whoosh closes it. Whoosh's
own format keeps postings as pickles in blocks of 128, and its matchers step through them one
document at a time; columns of numbers are written several times as fast, hold no code, and the
documents of a word, or of all words that begin alike, are one slice of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.codec.base import Codec, FieldWriter, PerDocumentWriter
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.codec.whoosh3 import W3Segment

from diptych.library.index_storage import IndexStorage

if TYPE_CHECKING:
    from whoosh.writing import SegmentWriter

    from diptych.library.index_builder import SegmentBuilder

MOST_SEGMENTS = 8
"""Segments from which on some of them are made one."""
LARGEST_MERGE = 8192
"""Documents that are brought together at most, which bounds the memory that it takes."""
_SMALL = 64


class ArticleCodec(Codec):
    """Hands whatever is put in a segment to one builder."""

    length_stats = False

    def new_segment(self, storage: object, indexname: str) -> WhooshSegment:  # noqa: ARG002
        return W3Segment(self, indexname)

    # Whoosh's bases leave abstract what only other kinds of fields are asked for.

    def per_document_writer(self, storage: IndexStorage, segment: WhooshSegment) -> ArticleWriter:
        return ArticleWriter(storage.path_of(segment))  # type: ignore[abstract]

    def field_writer(self, storage: object, segment: object) -> FieldWriter:  # noqa: ARG002
        return _NoFields()  # type: ignore[abstract]


class ArticleWriter(PerDocumentWriter):
    """Takes the file and the words of each document, and writes them all when it is closed."""

    def __init__(self, path: Path) -> None:
        # Whoever reads a list of segments loads this module, and should not load numpy.
        from diptych.library.index_builder import SegmentBuilder

        self.is_closed = False
        self.builder: SegmentBuilder | None = SegmentBuilder()
        self._path = path
        self._values: dict[str, Any] = {}

    def start_doc(self, docnum: int) -> None:  # noqa: ARG002
        self._values = {}

    def add_field(self, fieldname: str, fieldobj: object, value: Any, length: int) -> None:  # noqa: ARG002
        self._values[fieldname] = value

    def finish_doc(self) -> None:
        assert self.builder is not None
        self.builder.add(self._values["file"], self._values["words"])

    def discard(self) -> None:
        """Have nothing written on closing."""
        self.builder = None

    def close(self) -> None:
        self.is_closed = True
        if self.builder:
            self.builder.write(self._path)


class _NoFields(FieldWriter):
    is_closed = False

    def add_postings(self, schema: object, lengths: object, items: object) -> None:
        """Do nothing: all fields are stored, so that there are no postings."""

    def close(self) -> None:
        self.is_closed = True


def merge_small(writer: SegmentWriter, segments: list[WhooshSegment]) -> list[WhooshSegment]:
    """Bring the smaller segments into the new one where there are many; what is left of them.

    Whoosh calls it when it commits: its merge policies are functions of this form. A segment
    without a living document is left out.
    """
    living = sorted((each for each in segments if each.doc_count()), key=_size)
    if len(living) < MOST_SEGMENTS or not writer.doc_count():
        return living
    for place, segment in enumerate(living):
        # Of like sizes only, so that one changed article does not write thousands anew.
        are_few = len(living) - place < MOST_SEGMENTS
        is_large = _size(segment) > writer.doc_count() + _SMALL
        if writer.doc_count() + _size(segment) > LARGEST_MERGE or (are_few and is_large):
            return living[place:]
        dropped = frozenset(segment.deleted_docs())
        writer.perdocwriter.builder.absorb(writer.storage.columns(segment), dropped)
        writer.docnum += segment.doc_count()
    return []


def _size(segment: WhooshSegment) -> int:
    return int(segment.doc_count())
