"""Numbers, dates and times that two passages give differently.

Two numbers are compared only where they count the same: they share the noun, or, for nouns as
general as "people" and for sums and durations, also a word beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from diptych.analysis.compared import Compared
from diptych.analysis.inflection import uninflected
from diptych.analysis.passages import STOPWORDS
from diptych.analysis.quantities import DATE, TIME
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.reading import Quantity
from diptych.text.spans import Span
from diptych.text.words import folded

_GENERAL: Final = frozenset(map(uninflected, "people persons men women others".split()))
_LOOSE: Final = ({"exact", "about"}, {"more_than", "at_least"}, {"up_to", "at_most"})
"""Qualifiers that make no difference to the same value."""
_LEAST_ALIKE: Final = 0.6
"""The share of the words of the shorter passage that the other has to have, to compare dates."""
_PASSED_OVER: Final = STOPWORDS | {"still", "already", "yet", "so", "far"}
_ALIKE: Final = {
    uninflected(word): row.split()[0]
    for row in ("kill dead die death fatal toll", "injure hurt wound", "lift pull rescue save")
    for word in row.split()
}
"""Words that say the same of those who are counted."""
_NAMES_OF_UNITS: Final = {"ton": "tonne"}
"""Units that one account's translation puts for the other's."""


@dataclass(frozen=True)
class Matched:
    """What two passages' quantities come to."""

    equal: tuple[tuple[Span, Span], ...]
    """Pairs that say the same, whatever their form."""
    differences: tuple[Difference, ...]


def matched_quantities(left: Compared, right: Compared) -> Matched:
    """The quantities of two linked passages, matched by what they count."""
    equal: list[tuple[Span, Span]] = []
    differences: list[Difference] = []
    for kind, ours, theirs, same, may_pair in (
        (DifferenceKind.NUMBER, _numbers(left), _numbers(right), _same_number, _count_the_same),
        (
            DifferenceKind.DATE,
            _dated(left, DATE),
            _dated(right, DATE),
            _may_be_same_date,
            _date_the_same,
        ),
        (DifferenceKind.DATE, _dated(left, TIME), _dated(right, TIME), _same_time, _date_the_same),
    ):
        for one in list(ours):
            other = next((two for two in theirs if same(one, two)), None)
            if other is not None:
                ours.remove(one)
                theirs.remove(other)
                equal.append((one.span, other.span))
        for one in ours:
            partners = [two for two in theirs if may_pair(left, one, right, two)]
            rivals = [two for two in ours if partners and may_pair(left, two, right, partners[0])]
            if len(partners) == 1 and len(rivals) == 1:
                differences.append(Difference(kind, (one.span,), (partners[0].span,)))
    return Matched(tuple(equal), tuple(differences))


def _numbers(side: Compared) -> list[Quantity]:
    return [one for one in side.quantities if one.unit not in (DATE, TIME)]


def _dated(side: Compared, unit: str) -> list[Quantity]:
    return [one for one in side.quantities if one.unit == unit]


def _same_number(left: Quantity, right: Quantity) -> bool:
    same_qualifier = left.qualifier == right.qualifier or any(
        {left.qualifier, right.qualifier} <= loose for loose in _LOOSE
    )
    return (
        left.value == right.value
        and left.upper == right.upper
        and same_qualifier
        and _unit(left) == _unit(right)
    )


def _unit(quantity: Quantity) -> str:
    return _NAMES_OF_UNITS.get(quantity.unit, quantity.unit)


def _count_the_same(left: Compared, one: Quantity, right: Compared, other: Quantity) -> bool:
    if _unit(one) != _unit(other):
        return False
    shared = _noun(one) & _noun(other)
    if shared - _GENERAL:
        return True
    if (one.what or other.what) and not shared:
        return False
    return bool(_beside(left, one) & _beside(right, other))


def _noun(quantity: Quantity) -> set[str]:
    return {uninflected(word) for word in quantity.what.split() if len(word) > 2}


def _beside(side: Compared, quantity: Quantity) -> set[str]:
    """The nearest word on each side that carries meaning, beyond the noun that is counted."""
    before: list[str] = []
    after: list[str] = []
    counted = _noun(quantity)
    for word in side.words:
        form = folded(word.text_in(side.text))
        stem = uninflected(form)
        is_named = any(name.overlaps(word) for name, _ in side.mentions)
        if form in _PASSED_OVER or stem in counted or is_named or word.overlaps(quantity.span):
            continue
        (before if word.start < quantity.span.start else after).append(_ALIKE.get(stem, stem))
    return {*before[-1:], *after[:1]}


def _date_the_same(left: Compared, one: Quantity, right: Compared, other: Quantity) -> bool:
    """Whether two dates are of one grain, a day and a day, and have a word beside them in common.

    A date in quotation marks counts from when it was said, which nobody knows.
    """
    is_one_grain = len(one.when) == len(other.when) and (one.upper is None) == (other.upper is None)
    is_quoted = any(
        voice.is_direct and voice.content.covers(date.span)
        for side, date in ((left, one), (right, other))
        for voice in side.voices
    )
    shared = len(left.own_stems & right.own_stems)
    is_close = shared >= _LEAST_ALIKE * min(len(left.own_stems), len(right.own_stems))
    has_neighbour = bool(_beside(left, one) & _beside(right, other))
    return is_one_grain and not is_quoted and is_close and has_neighbour


def _same_time(left: Quantity, right: Quantity) -> bool:
    return left.value == right.value


def _may_be_same_date(left: Quantity, right: Quantity) -> bool:
    """Whether nothing in two dates says that they are different days."""
    if left.value and right.value:
        return left.value <= (right.upper or right.value) and right.value <= (
            left.upper or left.value
        )
    ours, theirs = _weekday(left), _weekday(right)
    if ours is not None and theirs is not None:
        return ours == theirs
    pairs = zip(left.when, right.when, strict=False)
    is_calendar = "W" not in left.when + right.when
    return not is_calendar or all(one == other or "X" in (one, other) for one, other in pairs)


def _weekday(quantity: Quantity) -> int | None:
    """The day of the week from 1, Monday, if a single day has one."""
    if quantity.value and quantity.upper is None:
        return date.fromordinal(int(quantity.value)).isoweekday()
    if "W" in quantity.when and quantity.when[-1:].isdigit() and quantity.when[-2:-1] == "-":
        return int(quantity.when[-1])
    return None
