"""Disjoint groups of numbered things that grow pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from diptych.analysis.groups import Groups

Pair = tuple[int, int]
"""Two numbers, the smaller one first."""

MayBeOne = Callable[[Sequence[int], Sequence[int]], bool]


def grouped(size: int, pairs: Iterable[Pair], may_be_one: MayBeOne) -> list[list[int]]:
    """The numbers below ``size`` in groups, each in order, the groups by their first number.

    ``pairs`` are joined in turn, where ``may_be_one`` lets the groups that hold them be one.
    """
    groups = Groups(range(size))
    for left, right in pairs:
        ours, theirs = groups.of(left), groups.of(right)
        if ours is not theirs and may_be_one(ours, theirs):
            groups.join(left, right)
    return sorted(sorted(group) for group in groups.all())
