"""Which words of one wording stand where the other has different ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]
"""From the first word, counted from 0, up to and without the last."""


def replaced(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Stretch, Stretch]]:
    """The stretches between the words of a longest common subsequence; one of two can be empty."""
    from rapidfuzz.distance import Indel  # loaded with the first pair, not with the window

    start, other_start = 0, 0
    for block in Indel.opcodes(left, right):
        if block.tag == "equal":
            if start < block.src_start or other_start < block.dest_start:
                yield (start, block.src_start), (other_start, block.dest_start)
            start, other_start = block.src_end, block.dest_end
    if start < len(left) or other_start < len(right):
        yield (start, len(left)), (other_start, len(right))


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the words of both that stand in the same order in both, from 0 to 1."""
    from rapidfuzz.distance import Indel  # loaded with the first pair, not with the window

    return Indel.normalized_similarity(left, right)
