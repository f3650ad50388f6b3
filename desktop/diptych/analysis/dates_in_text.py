"""Dates and times of day in a text, resolved against the day the text was published.

A date is a period of whole days: "16 February" is one of them, "2014" has 365. What the text
leaves open is written X, after the Extended Date/Time Format (ISO 8601-2:2019): ``XXXX-02-16``; a
weekday of an unknown week is ``XXXX-WXX-1``, as in TimeML (Pustejovsky et al., "TimeML: robust
specification of event and temporal expressions in text", IWCS 2003).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from diptych.text.spans import Span

Ahead = Callable[[Span], bool]
"""Whether the clause around a place in the text speaks of what is to come."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days; ``first`` and ``last`` are None where the text does not tell."""

    span: Span
    when: str
    first: date | None = None
    last: date | None = None


_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        """January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|
        September Sept Sep|October Oct|November Nov|December Dec""".split("|"),
        1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    )
}
_LONG_MONTHS: Final = "|".join(
    name for name in _MONTHS if len(name) > 4 or name in ("May", "June", "July")
)
_MONTH: Final = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH: Final = rf"{_DAY}(?:st|nd|rd|th)?(?![\d:])"
_SECOND: Final = r"(?: ?[–-] ?| (?:to|or|and|until) )(?:the )?"
_YEAR: Final = r"(?:1[5-9]|20)\d\d"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FINDER: Final = re.compile(
    rf"(?<![\w/.,-])(?:(?:{_WEEKDAY}|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?,? )?(?:"
    rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)"
    rf"|(?:the )?(?P<d1>{_NTH})(?:{_SECOND}(?P<d2>{_NTH}))?(?: of | |-)(?P<m1>{_MONTH})"
    rf"(?:,? |-)?(?P<y1>(?<=[ -]){_YEAR})?"
    rf"|(?:\((?P<m4>{_MONTH})\)|(?P<m2>{_MONTH})) (?P<d3>{_NTH})"
    rf"(?:{_SECOND}(?P<d4>{_NTH}))?(?:,? (?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH})(?:,| of)? (?P<y3>{_YEAR})"
    rf"|the (?P<d5>{_DAY}(?:st|nd|rd|th))(?:{_SECOND}(?P<d6>{_DAY}(?:st|nd|rd|th)))?"
    r"(?=[,.;:)”\"]|$)"
    r")(?![\w%])"
    rf"|(?<![\w.,/:-])(?P<from>{_YEAR})(?:[–-](?P<to>{_YEAR}|\d\d)\b)?(?!s\b|[,.:]?\d|-)"
    r"|\b(?P<decade>(?:1[5-9]|20)\d0)s\b"
    rf"|(?P<which>\b(?:last|next|this|coming) )?\b(?P<weekday>{_WEEKDAY})\b"
    r"|\b(?P<part>(?:in|since|until|by|last|next|this|early|late|mid|of|from|before|after|during)"
    r"[ -])"
    rf"(?P<month>{_LONG_MONTHS})\b(?!,? \d)"
    r"|\b(?P<near>(?i:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)"
    r"|(?:last|this|next) (?:week|month|year)|last night))\b"
)
_NAMED_DAYS: Final = re.compile(
    r"\b(?:Black|Bloody|Good|Easter|Holy|Cyber|Super|Palm|Ash|Shrove) $"
)
_BEFORE_YEAR: Final = re.compile(
    r"\b(?:in|since|by|until|till|from|of|before|after|during|between|early|late|mid|through|to|and|"
    r"the|an?|this|its|their|his|her|autumn|spring|summer|winter|fall)[ -]$|[(–-]$",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r" (?:[a-z]+ )?(?:[a-z]+s|people|men|women|children|more|dead|or so|or more)\b|[ -]?[%°$€£]"
    r"| (?:percent|per cent|km|kg|sq|million|billion)\b"
)
_BEFORE_COUNT: Final = re.compile(
    r"(?:[$€£#]|\b(?:about|around|some|than|nearly|almost|least|No|no|number) ?)$"
)
_DAYS_BEFORE: Final = {"yesterday": 1, "last night": 1, "tomorrow": -1}


def moments(text: str, published: date | None, ahead: Ahead) -> Iterator[Moment]:
    """The dates in ``text``, in order; without ``published`` the relative ones stay open.

    A day without its month or year is the one nearest to ``published``; a weekday is the last
    one, up to the day itself, and where ``ahead`` says so the next.
    """
    for match in _FINDER.finditer(text):
        found = _moment(text, match, published, ahead)
        if found is not None:
            yield found


def _moment(text: str, match: re.Match[str], published: date | None, ahead: Ahead) -> Moment | None:
    span = Span(match.start(), match.end())
    if match["from"]:
        return _years(text, match)
    if match["decade"]:
        year = int(match["decade"])
        return Moment(span, f"{year // 10}X", date(year, 1, 1), date(year + 9, 12, 31))
    if match["weekday"]:
        if _NAMED_DAYS.search(text, max(0, span.start - 8), span.start):
            return None
        return _weekday(match, published, is_ahead=ahead(span))
    if match["month"]:
        return _month(match, published, is_ahead=ahead(span))
    if match["near"]:
        return _near(span, match["near"].lower(), published)
    try:
        return _calendar(match, span, published)
    except ValueError:
        # 30 February
        return None


def _calendar(match: re.Match[str], span: Span, published: date | None) -> Moment:
    """A date with a day, a month or both.

    Raises:
        ValueError: no such day.
    """
    if match["iso"]:
        return _days(span, date.fromisoformat(match["iso"]))
    name = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    month = _MONTHS[name.rstrip(".")] if name else None
    year = match["y1"] or match["y2"] or match["y3"]
    if month is not None and match["m3"]:
        return _whole_month(span, int(year), month)
    first = match["d1"] or match["d3"] or match["d5"]
    last = match["d2"] or match["d4"] or match["d6"] or first
    days = [int(re.sub(r"\D", "", day)) for day in (first, last)]
    if span.start and match[0].endswith(" "):
        span = Span(span.start, span.end - 1)
    if year is None and published is None:
        forms = [f"XXXX-{month or 'XX':0>2}-{day:02}" for day in days]
        return Moment(span, forms[0] if days[0] == days[1] else "/".join(forms))
    chosen = [
        date(int(year), month, day) if year and month else _nearest(published, month, day)
        for day in days
    ]
    return _days(span, chosen[0], chosen[1])


def _nearest(published: date | None, month: int | None, day: int) -> date:
    """The day of that month, or of any month, that is nearest to ``published``."""
    if published is None:
        raise ValueError(day)
    choices = []
    for months in range(-12, 13):
        ordinal = published.year * 12 + published.month - 1 + months
        year, index = divmod(ordinal, 12)
        if month in (None, index + 1) and day <= monthrange(year, index + 1)[1]:
            choices.append(date(year, index + 1, day))
    return min(choices, key=lambda one: abs(one - published))


def _days(span: Span, first: date, last: date | None = None) -> Moment:
    last = last or first
    when = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Moment(span, when, first, last)


def _whole_month(span: Span, year: int, month: int) -> Moment:
    last = date(year, month, monthrange(year, month)[1])
    return Moment(span, f"{year}-{month:02}", date(year, month, 1), last)


def _whole_year(span: Span, year: int) -> Moment:
    """All days of ``year``."""
    return Moment(span, str(year), date(year, 1, 1), date(year, 12, 31))


def _years(text: str, match: re.Match[str]) -> Moment | None:
    """A year or a range of them, unless the number counts something."""
    start = match.start("from")
    preceding = text[max(0, start - 12) : start]
    is_dated = _BEFORE_YEAR.search(preceding) is not None
    if _BEFORE_COUNT.search(preceding) and not is_dated:
        return None
    if not is_dated and _COUNTED.match(text, match.end()):
        return None
    first, last = int(match["from"]), match["to"]
    span = Span(start, match.end())
    if last is None:
        return _whole_year(span, first)
    final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if final <= first:
        return None
    return Moment(span, f"{first}/{final}", date(first, 1, 1), date(final, 12, 31))


def _weekday(match: re.Match[str], published: date | None, *, is_ahead: bool) -> Moment:
    span = Span(match.start(), match.end())
    number = _WEEKDAYS[match["weekday"]]
    if published is None:
        return Moment(span, f"XXXX-WXX-{number + 1}")
    which = (match["which"] or "").strip()
    away = (number - published.weekday()) % 7
    is_past = not (is_ahead or which == "this")
    if which in ("next", "coming"):
        away = away or 7
    elif which == "last" or (away and is_past):
        away -= 7
    return _days(span, published + timedelta(away))


def _month(match: re.Match[str], published: date | None, *, is_ahead: bool) -> Moment:
    """A month by its name alone: the last one that has begun, or the next."""
    span = Span(match.start("month"), match.end())
    month = _MONTHS[match["month"]]
    if published is None:
        return Moment(span, f"XXXX-{month:02}")
    which = match["part"][:-1].lower()
    year = published.year
    if which == "next" or (is_ahead and which != "last"):
        year += month < published.month or (which == "next" and month == published.month)
    else:
        year -= month > published.month or (which == "last" and month == published.month)
    return _whole_month(span, year, month)


def _near(span: Span, words: str, published: date | None) -> Moment | None:
    which, _, period = words.partition(" ")
    if period in ("week", "month", "year"):
        return before(span, published, period, {"last": 1, "this": 0, "next": -1}[which])
    return before(span, published, "day", _DAYS_BEFORE.get(words, 0))


def before(span: Span, published: date | None, period: str, count: int) -> Moment | None:
    """The day, week, month or year that was ``count`` of them before ``published``.

    Without ``published`` the distance alone, as ISO 8601 writes a duration: ``-P8Y``.
    """
    if published is None:
        return Moment(span, f"{'-' if count > 0 else ''}P{abs(count)}{period[0].upper()}")
    try:
        if period == "day":
            return _days(span, published - timedelta(count))
        if period == "week":
            monday = published - timedelta(published.weekday() + 7 * count)
            year, week, _ = monday.isocalendar()
            return Moment(span, f"{year}-W{week:02}", monday, monday + timedelta(6))
        if period == "month":
            year, index = divmod(published.year * 12 + published.month - 1 - count, 12)
            return _whole_month(span, year, index + 1)
        return _whole_year(span, published.year - count)
    except (ValueError, OverflowError):
        return None
