"""Which of two accounts the other was made from.

Dates decide where both are known, then a credit that names the other outlet; else what rewording
and translation leave in a text (see `signs`), of which several have to agree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from diptych.analysis.credits import Credit, credit_to
from diptych.analysis.signs import signs
from diptych.analysis.telling import Telling
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.story import Evidence, EvidenceKind, Side

ENOUGH: Final = 2
"""The weight of all signs for one side, less those for the other, from which it is the original."""
_OFFSET: Final = re.compile(r"T.*(?:Z|[+-]\d\d:?\d\d)$")


def origin_of(
    left: Telling, right: Telling, alignment: Alignment
) -> tuple[Side | None, tuple[Evidence, ...]]:
    """The side that the other was made from, None where nothing tells, and what speaks for it."""
    earlier = earlier_of(left.article, right.article)
    if earlier is not None:
        return earlier, (Evidence(EvidenceKind.EARLIER),)
    credited = {side for side, _ in credits_between(left, right)}
    if len(credited) == 1:
        return credited.pop(), ()
    weights: Counter[Side] = Counter()
    evidence: dict[Side, list[Evidence]] = {Side.LEFT: [], Side.RIGHT: []}
    for sign in signs(left, right, alignment):
        weights[sign.origin] += sign.weight
        evidence[sign.origin] += sign.evidence
    side, other = (Side.LEFT, Side.RIGHT)
    if weights[side] < weights[other]:
        side, other = other, side
    if weights[side] - weights[other] < ENOUGH:
        return None, ()
    return side, tuple(evidence[side])


def earlier_of(left: Article, right: Article) -> Side | None:
    """The account that was published on an earlier day; None where that is not certain.

    On one day the time decides, if both give their offset from UTC. A date of update alone only
    says that its account was there by then.
    """
    if _precedes(left, right):
        return Side.LEFT
    return Side.RIGHT if _precedes(right, left) else None


def _precedes(one: Article, other: Article) -> bool:
    known, published = one.published or one.updated, other.published
    if not known or not published:
        return False
    if _OFFSET.search(known) and _OFFSET.search(published):
        return dt.datetime.fromisoformat(known) < dt.datetime.fromisoformat(published)
    return known[:10] < published[:10]


def credits_between(left: Telling, right: Telling) -> Iterator[tuple[Side, Evidence]]:
    """The sides whose outlet the other one credits, with the words that do."""
    kind = EvidenceKind.CREDIT
    if (found := _credit(left, right)) is not None:
        yield Side.RIGHT, Evidence(kind, found.span)
    if (found := _credit(right, left)) is not None:
        yield Side.LEFT, Evidence(kind, None, found.span)


def _credit(by: Telling, to: Telling) -> Credit | None:
    """Where ``by`` names the outlet of ``to``, which is another one than its own."""
    outlet = to.article.outlet
    return credit_to(outlet, by.credits) if outlet != by.article.outlet else None
