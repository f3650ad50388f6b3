"""Which quotations of a story's accounts are versions of one utterance.

Remarks that resemble each other are joined, the surest pairs first, quotations before reported
speech. An account makes a remark once, unless it repeats it or gives it in parts: that keeps two
utterances apart that both resemble a third.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diptych.analysis.members import Member
from diptych.analysis.remarks import Remark, remarks
from diptych.analysis.resemblance import Resemblance
from diptych.analysis.voices import Same
from diptych.model.links import Alignment
from diptych.model.utterances import Utterance, Version


def utterances(
    members: Sequence[Member], alignments: Iterable[Alignment] = ()
) -> tuple[Utterance, ...]:
    """Every quotation of ``members`` in one utterance, in the order in which they first come.

    Reported speech around quoted words is left out: the quoted words are the version.
    """
    found = remarks(members)
    if not found:
        return ()
    groups = _Groups(found, Resemblance(found, members, alignments))
    return tuple(_utterance(members, [found[at] for at in group]) for group in groups.in_order())


class _Groups:
    """Disjoint groups of remarks that grow pair by pair."""

    def __init__(self, found: Sequence[Remark], resemblance: Resemblance) -> None:
        self._found, self._resemblance = found, resemblance
        self._of = list(range(len(found)))
        self._groups = {at: [at] for at in self._of}
        for left, right in resemblance.pairs():
            self._join(left, right)

    def in_order(self) -> list[list[int]]:
        return sorted(sorted(group) for group in self._groups.values())

    def _join(self, left: int, right: int) -> None:
        """Make one group of the two that hold these remarks, if they can be one utterance."""
        first, second = sorted((self._of[left], self._of[right]))
        if first != second and self._may_be_one(self._groups[first], self._groups[second]):
            for at in self._groups[second]:
                self._of[at] = first
            self._groups[first] += self._groups.pop(second)

    def _may_be_one(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return all(
            self._resemblance.joins(one, other) or self._are_parts(one, other, [*ours, *theirs])
            for one in ours
            for other in theirs
            if self._found[one].member == self._found[other].member
        )

    def _are_parts(self, one: int, other: int, together: Sequence[int]) -> bool:
        """Whether two neighbouring remarks of an account are one remark of another account."""
        ours, theirs = self._found[one], self._found[other]
        if abs(one - other) != 1 or ours.voice.same(theirs.voice) is Same.NO:
            return False
        return any(
            self._found[at].member != ours.member
            and self._resemblance.joins(at, one)
            and self._resemblance.joins(at, other)
            for at in together
        )


def _utterance(members: Sequence[Member], group: Sequence[Remark]) -> Utterance:
    quotations = [(remark.member, one) for remark in group for one in remark.quotations]
    speakers = [one.speaker for _, one in quotations if one.speaker is not None]
    # A name before a description, and the fullest of several.
    names = [(who.entity != "", len(who.name.split()), who.name) for who in speakers]
    versions = [Version(members[at][0].path, one.span, one.kind) for at, one in quotations]
    return Utterance(max(names)[2] if names else "", tuple(versions))
