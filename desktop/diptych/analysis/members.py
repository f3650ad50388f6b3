"""The accounts of one story, as functions that relate several of them take them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from diptych.model.article import Article
from diptych.model.reading import Reading
from diptych.text.spans import Span

Member = tuple[Article, Reading]


def surroundings(reading: Reading, span: Span) -> Span:
    """The sentences that ``span`` reaches into, as one span; itself where it is in none."""
    starts = [sentence.start for sentence in reading.sentences]
    first = bisect_right(starts, span.start) - 1
    last = bisect_left(starts, span.end) - 1
    touched = reading.sentences[max(0, first) : last + 1]
    inside = [sentence for sentence in touched if sentence.overlaps(span)]
    return inside[0].joined(inside[-1]) if inside else span
