"""Statements that nobody who could be asked again stands behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.model.statements import Statement
from diptych.text.spans import Span

_Place = tuple[str, Span]
"""An article's SHA-256 and a sentence of it."""


def unnamed_in_article(reading: Reading) -> tuple[Statement, ...]:
    """The statements of one article that rest on sources without a name alone, in order."""
    return tuple(one for one in reading.statements if one.rests_on_unnamed)


def unnamed_in_story(
    readings: Iterable[Reading], alignments: Iterable[Alignment]
) -> dict[str, tuple[Statement, ...]]:
    """By an article's SHA-256 those of its statements that the whole story has from nobody named.

    A statement is left out where a passage linked to it, also by way of others, names a source or
    is told in the outlet's own voice. ``alignments`` are those between the articles.
    """
    known = {one.text_sha256: one for one in readings}
    linked = _linked(known, alignments)
    found = {}
    for sha256, reading in known.items():
        unnamed = unnamed_in_article(reading)
        found[sha256] = tuple(
            one
            for one in unnamed
            if all(other.rests_on_unnamed for other in _told_with((sha256, one.span), linked))
        )
    return found


def _linked(
    readings: Mapping[str, Reading], alignments: Iterable[Alignment]
) -> dict[_Place, list[tuple[_Place, Statement]]]:
    """For each statement those that are linked to it."""
    linked: dict[_Place, list[tuple[_Place, Statement]]] = defaultdict(list)
    for alignment in alignments:
        left, right = readings.get(alignment.left_sha256), readings.get(alignment.right_sha256)
        if left is None or right is None:
            continue
        for link in alignment.links:
            for one in _inside(left.statements, link.left):
                for other in _inside(right.statements, link.right):
                    ours, theirs = (left.text_sha256, one.span), (right.text_sha256, other.span)
                    linked[ours].append((theirs, other))
                    linked[theirs].append((ours, one))
    return linked


def _inside(statements: Sequence[Statement], span: Span) -> list[Statement]:
    return [one for one in statements if one.span.overlaps(span)]


def _told_with(
    start: _Place, linked: Mapping[_Place, Sequence[tuple[_Place, Statement]]]
) -> Iterable[Statement]:
    """The statements that are linked to the one at ``start``, also by way of others."""
    seen, waiting = {start}, [start]
    while waiting:
        for place, statement in linked.get(waiting.pop(), ()):
            if place not in seen:
                seen.add(place)
                waiting.append(place)
                yield statement
