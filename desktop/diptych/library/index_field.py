"""The fields of the index, filled with terms that are made once an article."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from whoosh.columns import NumericColumn
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Positions

from diptych.library.query import SHORTEST_PREFIX
from diptych.library.terms import terms
from diptych.model.article import Article, BlockKind

TEXT = "text"
BEGINNINGS = "beginnings"
FILE = "file"

TITLE_WEIGHT = 2.0
"""What each word of the headline counts for, above the one that it counts for in the text."""

_Postings = Generator[tuple[bytes, int, float, bytes], Any, None]
_FILE_ID = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index takes in of an article."""

    terms: Sequence[str]
    title: frozenset[str]


def indexed(article: Article) -> Indexed:
    """The words of ``article`` without site furniture, and those of its headline."""
    noise = article.blocks_of(BlockKind.NOISE)
    text = article.text
    if noise:
        kept = (block for block in article.blocks if block.kind is not BlockKind.NOISE)
        text = "\n".join(block.span.text_in(article.text) for block in kept)
    title = terms(article.title)
    found = terms(text)
    if not article.blocks_of(BlockKind.TITLE):
        found = title + found
    return Indexed(found, frozenset(title))


class PlacesFormat(Positions):
    """The places of a word in an article, as a plain array of numbers."""

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // 4


class TextField(FieldType):
    """The words of an article with their places; takes `Indexed`."""

    def __init__(self) -> None:
        self.format = PlacesFormat()
        self.scorable = True

    def index(self, value: Any, **_options: object) -> _Postings:
        places: dict[str, list[int]] = {}
        for place, term in enumerate(value.terms):
            if term in places:
                places[term].append(place)
            else:
                places[term] = [place]
        for term, found in places.items():
            weight = len(found) + (TITLE_WEIGHT if term in value.title else 0.0)
            yield term.encode(), len(found), weight, array("I", found).tobytes()


class BeginningsField(FieldType):
    """The distinct beginnings of an article's words, for search as one types."""

    def __init__(self) -> None:
        self.format = Existence()

    def index(self, value: Any, **_options: object) -> _Postings:
        beginnings = {term[:SHORTEST_PREFIX] for term in value.terms if len(term) > SHORTEST_PREFIX}
        for beginning in beginnings:
            yield beginning.encode(), 1, 1.0, b""


class FileField(FieldType):
    """The id of the file in the catalogue, to find and to be found by."""

    def __init__(self) -> None:
        self.format = Existence()
        self.unique = True
        self.column_type = NumericColumn("I")

    def index(self, value: Any, **_options: object) -> _Postings:
        yield self.to_bytes(value), 1, 1.0, b""

    def to_bytes(self, value: Any) -> bytes:
        return value if isinstance(value, bytes) else _FILE_ID.pack(value)

    def to_column_value(self, value: Any) -> Any:
        return value

    def from_column_value(self, value: Any) -> Any:
        return value


SCHEMA = Schema(**{TEXT: TextField(), BEGINNINGS: BeginningsField(), FILE: FileField()})
