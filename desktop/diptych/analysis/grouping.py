"""Disjoint groups of numbered things that grow pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Pair = tuple[int, int]
"""Two numbers, the smaller one first."""

MayBeOne = Callable[[Sequence[int], Sequence[int]], bool]


def grouped(size: int, pairs: Iterable[Pair], may_be_one: MayBeOne) -> list[list[int]]:
    """The numbers below ``size`` in groups, each in order, the groups by their first number.

    ``pairs`` are joined in turn, where ``may_be_one`` lets the groups that hold them be one.
    """
    group_of = list(range(size))
    groups = {number: [number] for number in group_of}
    for left, right in pairs:
        first, second = sorted((group_of[left], group_of[right]))
        if first != second and may_be_one(groups[first], groups[second]):
            for number in groups[second]:
                group_of[number] = first
            groups[first] += groups.pop(second)
    return sorted(sorted(group) for group in groups.values())
