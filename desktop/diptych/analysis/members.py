"""Where a passage stands in the accounts of one story, and what links it to others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.model.story import Member
from diptych.text.spans import Span


def surroundings(reading: Reading, span: Span) -> Span:
    """The sentences that ``span`` reaches into, as one span; itself where it is in none."""
    starts = [sentence.start for sentence in reading.sentences]
    first = bisect_right(starts, span.start) - 1
    last = bisect_left(starts, span.end) - 1
    touched = reading.sentences[max(0, first) : last + 1]
    inside = [sentence for sentence in touched if sentence.overlaps(span)]
    return inside[0].joined(inside[-1]) if inside else span


def linked_pairs(
    places: Sequence[tuple[int, Span]], members: Sequence[Member], alignments: Iterable[Alignment]
) -> set[tuple[int, int]]:
    """Which of ``places``, each a member's number and a span, stand in linked sentences.

    Pairs of their numbers, the smaller one first.
    """
    by_text: dict[str, list[int]] = defaultdict(list)
    for at, (member, _) in enumerate(places):
        by_text[members[member].reading.text_sha256].append(at)
    pairs = set()
    for alignment in alignments:
        ours, theirs = by_text[alignment.left_sha256], by_text[alignment.right_sha256]
        for link in alignment.links:
            left = [at for at in ours if link.left.overlaps(places[at][1])]
            right = [at for at in theirs if link.right.overlaps(places[at][1])]
            pairs |= {(min(one, other), max(one, other)) for one in left for other in right}
    return pairs
