"""The days that an account without a date means, told by accounts that have one.

"On Monday" in an undated account is the Monday of the sentence that it is linked to. A day that
two accounts would place differently is left open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from diptych.analysis.quantities import DATE
from diptych.model.figures import InferredDate
from diptych.model.links import Alignment
from diptych.model.reading import Quantity
from diptych.model.story import Member
from diptych.text.spans import Span
from diptych.text.words import folded_text

_WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")

Told = tuple[str, str]
"""A day in ISO 8601, and the path of the account that it is taken from."""


def inferred_dates(
    members: Sequence[Member], alignments: Iterable[Alignment]
) -> tuple[InferredDate, ...]:
    """The open dates of ``members`` that linked passages of others resolve, in order.

    The same words elsewhere in the account mean the same day, if all its links agree.
    """
    linked: dict[tuple[int, Span], set[Told]] = defaultdict(set)
    for at, one, told in _told(members, alignments):
        linked[at, one.span].add(told)
    found = []
    for at, (article, reading) in enumerate(members):
        dates = [one for one in reading.quantities if _is_open(one)]
        by_form: dict[str, set[Told]] = defaultdict(set)
        for one in dates:
            by_form[one.when] |= linked[at, one.span]
        for one in dates:
            days = linked[at, one.span] or by_form[one.when]
            if len({when for when, _ in days}) == 1:
                when, path = min(days)
                found.append(InferredDate(article.path, one.span, when, path))
    return tuple(found)


def _told(
    members: Sequence[Member], alignments: Iterable[Alignment]
) -> Iterator[tuple[int, Quantity, Told]]:
    """Each open date with a day that a passage linked to its own gives for it."""
    by_text: dict[str, list[int]] = defaultdict(list)
    for at, (_, reading) in enumerate(members):
        by_text[reading.text_sha256].append(at)
    for alignment in alignments:
        for side in (alignment, alignment.mirrored()):
            for at in by_text[side.left_sha256]:
                for other in by_text[side.right_sha256]:
                    for link in side.links:
                        for one, when in _fitting(members, (at, link.left), (other, link.right)):
                            yield at, one, (when, members[other].article.path)


def _fitting(
    members: Sequence[Member], asked: tuple[int, Span], told: tuple[int, Span]
) -> Iterator[tuple[Quantity, str]]:
    """The open dates in one passage, each with the only day of the other one that fits it."""
    ours, theirs = (
        [
            one
            for one in members[at].reading.quantities
            if one.unit == DATE and one.span.overlaps(span)
        ]
        for at, span in (asked, told)
    )
    texts = members[asked[0]].article.text, members[told[0]].article.text
    for one in ours:
        if _is_open(one):
            words = folded_text(one.span.text_in(texts[0]))
            days = {
                other.when
                for other in theirs
                if not _is_open(other)
                and (
                    _fits(one.when, other.when)
                    or words == folded_text(other.span.text_in(texts[1]))
                )
            }
            if len(days) == 1:
                yield one, days.pop()


def _is_open(one: Quantity) -> bool:
    return one.unit == DATE and ("X" in one.when or one.when.lstrip("-").startswith("P"))


def _fits(pattern: str, day: str) -> bool:
    """Whether ``day`` is one that the open date can be."""
    weekday = _WEEKDAY.fullmatch(pattern)
    if weekday is None:
        return re.fullmatch(re.escape(pattern).replace("X", r"\d"), day) is not None
    try:
        return dt.date.fromisoformat(day).isoweekday() == int(weekday[1])
    except ValueError:
        return False
