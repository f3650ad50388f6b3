"""The numbers that several accounts of a story give for the same thing, and how they compare."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Final

from diptych.analysis.bounds import figure_relation, magnitude
from diptych.analysis.counts import Count, counts
from diptych.analysis.grouping import MayBeOne, Pair, grouped
from diptych.analysis.same_figures import SameFigures
from diptych.model.figures import Figure, FigureRelation, PairedFigure, SharedFigure
from diptych.model.links import Alignment
from diptych.model.reading import Quantity, Reading
from diptych.model.story import Member

_ORDER: Final = list(FigureRelation)


def shared_figures(
    members: Sequence[Member], alignments: Iterable[Alignment] = ()
) -> tuple[SharedFigure, ...]:
    """What several of ``members`` count, in the order in which it first comes.

    The relation is that of the two values that agree least. Dates and times are left out.
    """
    found = counts(members)
    if not found:
        return ()
    relations = SameFigures(found, members, alignments).relations

    def rank(pair: Pair) -> tuple[int, list[tuple[str, int]]]:
        places = sorted(
            (members[found[at].member].article.path, found[at].span.start) for at in pair
        )
        return _ORDER.index(relations[pair]), places

    groups = grouped(len(found), sorted(relations, key=rank), _may_be_one(found, relations))
    return tuple(
        _shared(members, [found[at] for at in group])
        for group in groups
        if len({found[at].member for at in group}) > 1
    )


def paired_figures(
    left: Member, right: Member, alignments: Iterable[Alignment] = ()
) -> tuple[PairedFigure, ...]:
    """What both accounts count, one pair for each two values, in the order of the left one."""
    pairs: dict[tuple[object, ...], PairedFigure] = {}
    for shared in shared_figures((left, right), alignments):
        ours, theirs = (
            [one for one in shared.values if one.path == article.path]
            for article, _ in (left, right)
        )
        for one, other in itertools.product(ours, theirs):
            relation = figure_relation(_quantity(one), _quantity(other))
            pair = PairedFigure(shared.what, one, other, relation)
            pairs.setdefault((shared, _stated(one), _stated(other)), pair)
    return tuple(pairs.values())


def _may_be_one(found: Sequence[Count], relations: dict[Pair, FigureRelation]) -> MayBeOne:
    """Lets no conflict into a group but those that two passages by themselves bear out."""

    def values(one: int, other: int) -> tuple[float, float]:
        return magnitude(found[one].quantity), magnitude(found[other].quantity)

    def may_be_one(ours: Sequence[int], theirs: Sequence[int]) -> bool:
        pairs = list(itertools.product(ours, theirs))
        known = {
            values(one, other)
            for one, other in pairs
            if relations.get((min(one, other), max(one, other))) is FigureRelation.CONFLICTING
        }
        return all(
            values(one, other) in known and found[one].member != found[other].member
            for one, other in pairs
            if figure_relation(found[one].quantity, found[other].quantity)
            is FigureRelation.CONFLICTING
        )

    return may_be_one


def _shared(members: Sequence[Member], group: Sequence[Count]) -> SharedFigure:
    pairs = [
        figure_relation(one.quantity, other.quantity)
        for one, other in itertools.combinations(group, 2)
        if one.member != other.member
    ]
    what = max((one.quantity.what for one in group), key=lambda what: (len(what.split()), what))
    fates = {one.fate for one in group if one.fate}
    if len(fates) == 1 and all(one.is_anybody for one in group):
        what = f"people {fates.pop()}"
    values = tuple(_figure(members[one.member], one.quantity) for one in group)
    return SharedFigure(what, max(pairs, key=_ORDER.index), values)


def _figure(member: Member, one: Quantity) -> Figure:
    article, reading = member
    given_by = _speaker(reading, one) or article.outlet
    return Figure(article.path, one.span, one.value, one.unit, one.qualifier, given_by, one.upper)


def _speaker(reading: Reading, one: Quantity) -> str:
    """Who is given in the innermost reported passage around the number, if anybody."""
    holding = [
        (len(quotation.span), quotation.speaker.name)
        for quotation in reading.quotations
        if quotation.speaker is not None and quotation.span.overlaps(one.span)
    ]
    return min(holding)[1] if holding else ""


def _quantity(figure: Figure) -> Quantity:
    return Quantity(
        figure.span, figure.value, figure.unit, "", figure.qualifier, upper=figure.upper
    )


def _stated(figure: Figure) -> tuple[object, ...]:
    """What a figure says, wherever it stands."""
    return figure.value, figure.unit, figure.qualifier, figure.upper
