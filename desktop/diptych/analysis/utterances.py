"""Which quotations of a story's accounts are versions of one utterance.

Remarks that resemble each other are joined, the surest pairs first, quotations before reported
speech. An account makes a remark once, unless it repeats it or gives it in parts: that keeps two
utterances apart that both resemble a third.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diptych.analysis.grouping import MayBeOne, grouped
from diptych.analysis.remarks import Remark, remarks
from diptych.analysis.resemblance import Resemblance
from diptych.analysis.voices import Same
from diptych.model.links import Alignment
from diptych.model.story import Member
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
    resemblance = Resemblance(found, members, alignments)
    groups = grouped(len(found), resemblance.pairs(), _may_be_one(found, resemblance))
    return tuple(_utterance(members, [found[at] for at in group]) for group in groups)


def _may_be_one(found: Sequence[Remark], resemblance: Resemblance) -> MayBeOne:
    def are_parts(one: int, other: int, together: Sequence[int]) -> bool:
        """Whether two neighbouring remarks of an account are one remark of another account."""
        ours, theirs = found[one], found[other]
        if abs(one - other) != 1 or ours.voice.same(theirs.voice) is Same.NO:
            return False
        return any(
            found[at].member != ours.member
            and resemblance.joins(at, one)
            and resemblance.joins(at, other)
            for at in together
        )

    def may_be_one(ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return all(
            resemblance.joins(one, other) or are_parts(one, other, [*ours, *theirs])
            for one in ours
            for other in theirs
            if found[one].member == found[other].member
        )

    return may_be_one


def _utterance(members: Sequence[Member], group: Sequence[Remark]) -> Utterance:
    quotations = [(remark.member, one) for remark in group for one in remark.quotations]
    speakers = [one.speaker for _, one in quotations if one.speaker is not None]
    # A name before a description, and the fullest of several.
    names = [(who.entity != "", len(who.name.split()), who.name) for who in speakers]
    versions = [Version(members[at].article.path, one.span, one.kind) for at, one in quotations]
    return Utterance(max(names)[2] if names else "", tuple(versions))
