"""Overlapping spans laid flat, for whatever can only be drawn or formatted once."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from diptych.text.spans import Span

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Item]):
    """A stretch that the same items cover from its start to its end."""

    span: Span
    items: tuple[Item, ...]


def flattened(marked: Iterable[tuple[Span, Item]]) -> list[Segment[Item]]:
    """Disjoint segments in order, each with the items that cover it, in the order they were given.

    Stretches that nothing covers are left out; so are empty spans. Takes time in proportion to
    n log n for n spans, and to the number of items on each segment.
    """
    spans = [(span, item) for span, item in marked if len(span)]
    edges = sorted({edge for span, _ in spans for edge in (span.start, span.end)})
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, (span, _) in enumerate(spans):
        starts.setdefault(span.start, []).append(number)
        ends.setdefault(span.end, []).append(number)
    segments = []
    active: set[int] = set()
    for edge, following in itertools.pairwise(edges):
        active.difference_update(ends.get(edge, ()))
        active.update(starts.get(edge, ()))
        if active:
            items = tuple(spans[number][1] for number in sorted(active))
            segments.append(Segment(Span(edge, following), items))
    return segments
