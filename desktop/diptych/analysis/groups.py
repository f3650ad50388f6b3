"""Things that turn out to be one, joined step by step (disjoint sets)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Disjoint groups that grow; at first every item is alone."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(dict.fromkeys(items))
        self._group_of = {item: [item] for item in self.items}

    def of(self, item: Item) -> list[Item]:
        """The group that holds ``item``; the same list for all of its items."""
        return self._group_of[item]

    def join(self, one: Item, other: Item) -> None:
        """Make one group of the two that hold these."""
        ours, theirs = self._group_of[one], self._group_of[other]
        if ours is not theirs:
            ours += theirs
            self._group_of.update(dict.fromkeys(theirs, ours))

    def all(self) -> list[list[Item]]:
        """Every group, in the order of the first of its items."""
        return list({id(group): group for group in map(self.of, self.items)}.values())
