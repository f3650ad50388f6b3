"""Scrolling two articles together, by the passages that are linked. Knows nothing of Qt.

At the start of an article the point that is kept level is the top of the view, in its middle the
middle of the view, at its end the bottom: so both ends of both articles can be reached.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view ``height`` pixels high on a document of ``length`` pixels."""

    height: float
    length: float

    @property
    def farthest(self) -> float:
        """The largest scroll value."""
        return max(0.0, self.length - self.height)

    def level(self, scroll: float) -> float:
        """The height in the document that is kept level at ``scroll``; it rises with it."""
        if not self.farthest or not self.height:
            return min(self.height, self.length) / 2
        ramp = min(self.height, self.farthest) / 2
        rise = self.height / 2 / ramp
        if scroll < ramp:
            return scroll * (1 + rise)
        if scroll > self.farthest - ramp:
            return self.length - (self.farthest - scroll) * (1 + rise)
        return scroll + self.height / 2

    def scroll_for(self, level: float) -> float:
        """The scroll value at which ``level`` is the height that is kept level."""
        if not self.farthest or not self.height:
            return 0.0
        ramp = min(self.height, self.farthest) / 2
        slope = 1 + self.height / 2 / ramp
        if level < ramp * slope:
            found = level / slope
        elif level > self.length - ramp * slope:
            found = self.farthest - (self.length - level) / slope
        else:
            found = level - self.height / 2
        return min(max(found, 0.0), self.farthest)


@dataclass(frozen=True, slots=True)
class Tie:
    """A height in the left document, the one it belongs to in the right one, and how surely."""

    left: float
    right: float
    weight: float = 1.0


class Course:
    """Which height of one document belongs to which of the other.

    Of ties that cross, those of the heaviest chain in the order of both documents are kept;
    between two ties heights are interpolated, before the first and after the last to the ends.
    """

    def __init__(self, ties: Iterable[Tie], left_length: float, right_length: float) -> None:
        chain = _heaviest_chain(sorted(ties, key=lambda tie: (tie.left, tie.right)))
        inside = [
            tie for tie in chain if 0 < tie.left < left_length and 0 < tie.right < right_length
        ]
        self._left = [0.0, *(tie.left for tie in inside), left_length]
        self._right = [0.0, *(tie.right for tie in inside), right_length]

    def to_right(self, level: float) -> float:
        """The height in the right document for ``level`` in the left one."""
        return _interpolated(level, self._left, self._right)

    def to_left(self, level: float) -> float:
        """The height in the left document for ``level`` in the right one."""
        return _interpolated(level, self._right, self._left)


def _interpolated(value: float, source: Sequence[float], target: Sequence[float]) -> float:
    after = min(max(bisect_right(source, value), 1), len(source) - 1)
    low, high = source[after - 1], source[after]
    part = (value - low) / (high - low) if high > low else 0.0
    return target[after - 1] + min(max(part, 0.0), 1.0) * (target[after] - target[after - 1])


def _heaviest_chain(ties: Sequence[Tie]) -> list[Tie]:
    """Of ties sorted by left, those that rise on both sides and weigh most; n log n for n ties."""
    ranks = {right: rank for rank, right in enumerate(sorted({tie.right for tie in ties}), start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)  # a Fenwick tree of maxima
    before = [-1] * len(ties)
    start = 0
    while start < len(ties):
        # Ties with the same left are looked up before any of them is entered: none follows another.
        stop = start
        while stop < len(ties) and ties[stop].left == ties[start].left:
            stop += 1
        found = [_highest(best, ranks[tie.right] - 1) for tie in ties[start:stop]]
        for index, (weight, last) in enumerate(found, start=start):
            before[index] = last
            _enter(best, ranks[ties[index].right], (weight + ties[index].weight, index))
        start = stop
    chain: list[Tie] = []
    at = _highest(best, len(ranks))[1]
    while at >= 0:
        chain.append(ties[at])
        at = before[at]
    return chain[::-1]


def _highest(tree: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The heaviest entry of any rank from 1 to ``rank``."""
    found = (0.0, -1)
    while rank > 0:
        found = max(found, tree[rank])
        rank -= rank & -rank
    return found


def _enter(tree: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    while rank < len(tree):
        tree[rank] = max(tree[rank], entry)
        rank += rank & -rank
