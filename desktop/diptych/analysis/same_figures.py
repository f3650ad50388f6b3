"""Which numbers of two accounts are for the same thing.

Numbers meet by what they count, by what happened to the people counted, and by the sentences they
stand in. The more two numbers differ, the more must speak for them: an equal number in a like
sentence is enough, a conflict needs the same noun, no word that tells two things apart, and
accounts that do not contradict themselves about it. Doubt means no match.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from diptych.analysis.bounds import figure_relation, magnitude
from diptych.analysis.counts import Count
from diptych.analysis.encoder import encode
from diptych.analysis.grouping import Pair
from diptych.analysis.members import linked_pairs
from diptych.analysis.similarity import among
from diptych.analysis.units import MONEY
from diptych.model.figures import FigureRelation
from diptych.model.links import Alignment
from diptych.model.story import Member

_ALIKE: Final = 0.7
"""Likeness by the encoder from which two nouns name one thing: "sailors" and "seafarers"."""
_CLOSE, _NEAR, _SAME_MATTER = 0.3, 0.2, 0.12
"""Likeness of two sentences that tell the same, of one thing, or on one matter."""
_SMALL: Final = 13
"""Numbers below it are given for many things."""
_LARGE: Final = 1000
"""Numbers from which an account hardly counts two things by one noun."""
_SUM: Final = 1e6
"""Money from which the same sum is the same money, whatever it is said to be for."""
_MOST_APART: Final = 3.0
"""Times that one number may be the other and be for the same thing."""
_TOTALS: Final = frozenset({"dead", "hurt", "missing", "displaced", "found", "lost"})
"""Fates whose number is one for the whole event, wherever it stands."""
_AGE: Final = ("age",)


class _Noun(IntEnum):
    """How what two numbers count compares."""

    OTHER = 0
    OPEN = 1
    """One of them does not say."""
    SAME = 2


class SameFigures:
    """The pairs of ``found``, the numbers of ``members``, that are for the same thing."""

    def __init__(
        self, found: Sequence[Count], members: Sequence[Member], alignments: Iterable[Alignment]
    ) -> None:
        self._found = found
        self._near = among([one.around for one in found])
        self._linked = linked_pairs([(one.member, one.span) for one in found], members, alignments)
        self._of_member: dict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(found):
            self._of_member[one.member].append(at)
        self.relations: dict[Pair, FigureRelation] = {}
        """How the numbers of each pair compare."""
        by_dimension: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(found):
            by_dimension[one.dimension].append(at)
        for of_one_kind in by_dimension.values():
            for pair in itertools.combinations(of_one_kind, 2):
                relation = self._match(pair)
                if relation is not None:
                    self.relations[pair] = relation

    def _match(self, pair: Pair) -> FigureRelation | None:
        left, right = (self._found[at] for at in pair)
        is_other = left.fate != right.fate and left.fate and right.fate
        if left.member == right.member or is_other or not _are_like(left, right):
            return None
        relation = figure_relation(left.quantity, right.quantity)
        if relation in (FigureRelation.EQUAL, FigureRelation.ROUNDED):
            return relation if self._is_same_number(pair) else None
        return relation if self._is_same_thing(pair, relation) else None

    def _is_same_number(self, pair: Pair) -> bool:
        """Whether two equal numbers are for the same thing."""
        left, right = (self._found[at] for at in pair)
        near, size = float(self._near[pair]), magnitude(left.quantity)
        if pair in self._linked:
            return size >= _SMALL or self._noun(pair) is not _Noun.OTHER
        if left.nouns == right.nouns == _AGE:
            return False
        same_fate = left.is_people and right.is_people and left.fate == right.fate
        is_sum = left.dimension in MONEY and size >= _SUM
        match self._noun(pair):
            case _Noun.SAME:
                is_large = size >= _SMALL and not _are_told_apart(left, right)
                return near >= _SAME_MATTER or is_large
            case _Noun.OPEN:
                return near >= _CLOSE or same_fate or is_sum
            case _:
                return size >= _SMALL and same_fate

    def _is_same_thing(self, pair: Pair, relation: FigureRelation) -> bool:
        """Whether two numbers that differ are still for the same thing."""
        left, right = (self._found[at] for at in pair)
        if left.is_part or right.is_part or _AGE in (left.nouns, right.nouns):
            return False
        names = left.around.names & right.around.names
        is_total = left.fate == right.fate != "" and (left.fate in _TOTALS or bool(names))
        near = float(self._near[pair])
        # A link alone is not enough: an offer for shares and their price may be told in sentences
        # that mean the same otherwise.
        is_near = is_total or near >= _CLOSE
        if relation is FigureRelation.COMPATIBLE and not is_near:
            is_large = min(magnitude(left.quantity), magnitude(right.quantity)) >= _LARGE
            is_near = pair in self._linked or is_large or near >= _NEAR
        return (
            is_near
            and not _are_told_apart(left, right)
            and self._noun(pair) is _Noun.SAME
            and self._is_only(*pair)
            and self._is_only(*pair[::-1])
        )

    def _is_only(self, asked: int, given: int) -> bool:
        """Whether the account of ``given`` has no other number for the like that excludes it."""
        chosen = self._found[given]
        for at in self._of_member[chosen.member]:
            other = self._found[at]
            if (
                other.dimension == chosen.dimension
                and other.fate == chosen.fate
                and _are_like(self._found[asked], other)
                and figure_relation(other.quantity, chosen.quantity) is FigureRelation.CONFLICTING
                and self._noun((asked, at)) is _Noun.SAME
            ):
                return False
        return True

    def _noun(self, pair: Pair) -> _Noun:
        left, right = (self._found[at] for at in pair)
        ours, theirs = left.nouns, right.nouns
        if left.fate and left.fate == right.fate and left.is_anybody and right.is_anybody:
            return _Noun.SAME
        if not ours or not theirs:
            return _Noun.OPEN
        if ours[-1] == theirs[-1] or set(ours) <= set(theirs) or set(theirs) <= set(ours):
            return _Noun.SAME
        one, other = (self._meanings[count.quantity.what] for count in (left, right))
        if float(one @ other) >= _ALIKE:
            return _Noun.SAME
        return _Noun.OPEN if left.is_anybody or right.is_anybody else _Noun.OTHER

    @cached_property
    def _meanings(self) -> dict[str, NDArray[np.float32]]:
        """What is counted as vectors, all at once: the encoder is slow at single ones."""
        words = sorted({one.quantity.what for one in self._found})
        return dict(zip(words, encode(words), strict=True))


def _are_like(left: Count, right: Count) -> bool:
    """Whether two numbers are of a size that they could be for the same thing."""
    low, high = sorted((magnitude(left.quantity), magnitude(right.quantity)))
    return high <= low * _MOST_APART


def _are_told_apart(left: Count, right: Count) -> bool:
    """Whether each has a word that says of what kind, and they share none."""
    ours, theirs = set(left.nouns[:-1]), set(right.nouns[:-1])
    return bool(ours and theirs) and not ours & theirs
