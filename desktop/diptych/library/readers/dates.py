"""When an article was published and updated, from the lines that say so."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from diptych.library.readers.months import MONTHS, WEEKDAYS, ZONES
from diptych.text.spans import Span

LONGEST_DATE_LINE = 160
"""Code points; a longer line is never a line of dates."""

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ZONE = "|".join(ZONES)
_DATE = re.compile(
    rf"""
      (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
    | (?<!\d)(?P<year_first>\d{{4}})[/.](?P<month_second>\d{{1,2}})[/.]
      (?P<day_third>\d{{1,2}})(?!\d)
    | (?<!\d)(?P<asian>\d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일])
    | (?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:de|of)\s+|[\s\-/]\s?|\s*)
      (?P<month>{_MONTH})\b\.?,?(?:\s+(?:de|del)\s+|[\s\-/]\s?)(?P<year>\d{{4}})(?!\d)
    | \b(?P<month_us>{_MONTH})\b\.?\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,?\s+
      (?P<year_us>\d{{4}})(?!\d)
    | (?<!\d)(?P<first>\d{{1,2}})(?P<mark>[./\-])(?P<second>\d{{1,2}})(?P=mark)
      (?P<year_last>\d{{4}})(?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    rf"""
    (?:(?<=\d)T|(?<![\d.:])(?:à\s|um\s|a\slas\s|at\s)?)
    (?:(?P<hour>[01]?\d|2[0-4])(?P<mark>[:h.])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?![\d:])
       \s*(?P<half>[ap]\.?m\b\.?)?
      |(?P<hour_alone>1[0-2]|0?\d)\s?(?P<half_alone>[ap]\.?m\b\.?))
    (?:\s*(?:Uhr|hrs|hours)\b)?
    (?:\s*\(?(?:(?:GMT|UTC)\s?)?(?P<offset>[+-](?:0\d|1[0-4]):?[0-5]\d)\)?
      |\s*\(?(?<![^\W\d_])(?P<zone>{_ZONE})\b\)?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_UPDATED = re.compile(
    r"(?:last |letzte )?(?:updated?|modified|revised|edited)\b|aktualisiert|stand\s*:|"
    r"mise? à jour|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|обновлен[оа]|оновлено|"
    r"aktualizacja|更新",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:first |originally )?(?:publish(?:ed)?|posted|issued|created|released|filed|date)\b|"
    r"veröffentlicht|erschienen|publi[ée]e?\b|publicad[oa]|pubblicat[oa]|gepubliceerd|"
    r"опубликован[оа]|опубліковано|opublikowano|发布|公開",
    re.IGNORECASE,
)
_JOINTS = frozenset("on at am le el il op um at: - – — | · • / , .".split())
_DAY_WITHOUT_YEAR = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:{_MONTH})\b|(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)


class Role(StrEnum):
    """What a moment is the moment of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with a time where one stands beside it, as ISO 8601."""

    iso: str
    role: Role
    span: Span
    """In the line it was found in."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that tells dates and hardly anything else; ``rest`` is what else it tells."""

    moments: tuple[Moment, ...]
    rest: str


def date_line(text: str) -> DateLine | None:
    """``text`` as a line of dates; None where it is something else.

    A day without a year counts as a line of dates only if nothing else stands there; it gives no
    moment.
    """
    if len(text) > LONGEST_DATE_LINE or not any(letter.isdigit() for letter in text):
        return None
    moments = moments_in(text)
    if not moments:
        rest = _rest(_TIME.sub(" ", _DAY_WITHOUT_YEAR.sub(" ", text)))
        return DateLine((), "") if not rest and _DAY_WITHOUT_YEAR.search(text) else None
    rest = _rest(_without(text, [moment.span for moment in moments]))
    return DateLine(tuple(moments), rest) if len(rest.split()) <= 5 else None


def moments_in(text: str) -> list[Moment]:
    """Every date that ``text`` gives with its year, in order."""
    found: list[Moment] = []
    after = 0
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is None:
            continue
        time, span = _time_beside(text, Span(*match.span()), after)
        role = _role(text[after : span.start])
        if role is Role.UNSAID and found:
            role = found[-1].role
        found.append(Moment(day + time, role, span))
        after = span.end
    return found


def published_and_updated(moments: list[Moment]) -> tuple[str, str]:
    """The first publication and the last update; a date without a label is one of publication."""
    published = [moment.iso for moment in moments if moment.role is Role.PUBLISHED]
    unsaid = [moment.iso for moment in moments if moment.role is Role.UNSAID]
    updated = [moment.iso for moment in moments if moment.role is Role.UPDATED]
    return next(iter([*published, *unsaid]), ""), updated[-1] if updated else ""


def _day(match: re.Match[str]) -> str | None:
    """The date as ``YYYY-MM-DD``; None where there is no such day, or two could be meant."""
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    elif match["asian"]:
        year, month, day = map(int, re.findall(r"\d+", match["asian"]))
    elif match["year_first"]:
        year, month, day = (int(match[key]) for key in ("year_first", "month_second", "day_third"))
    elif match["month"]:
        year, month, day = int(match["year"]), MONTHS[match["month"].lower()], int(match["day"])
    elif match["month_us"]:
        year, month = int(match["year_us"]), MONTHS[match["month_us"].lower()]
        day = int(match["day_us"])
    else:
        first, second, year = int(match["first"]), int(match["second"]), int(match["year_last"])
        if match["mark"] == "/" and first <= 12 and second <= 12 and first != second:
            return None  # 03/04/2022 is April in London and March in New York
        day, month = (second, first) if second > 12 else (first, second)
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _time_beside(text: str, date: Span, after: int) -> tuple[str, Span]:
    """The time next to ``date`` as ``THH:MM`` and offset, and the stretch that holds both."""
    following = _TIME.search(text, date.end, date.end + 40)
    if following and _is_joint(text[date.end : following.start()]):
        return _clock(following), Span(date.start, following.end())
    for before in reversed(list(_TIME.finditer(text, max(after, date.start - 40), date.start))):
        if _is_joint(text[before.end() : date.start]):
            return _clock(before), Span(before.start(), date.end)
    return "", date


def _is_joint(between: str) -> bool:
    words = re.findall(r"[^\W\d_]+", between.lower())
    return all(word in _JOINTS or word in WEEKDAYS or word in ("a", "las", "à") for word in words)


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"] or match["hour_alone"])
    half = (match["half"] or match["half_alone"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    zone = ""
    if match["offset"]:
        zone = f"{match['offset'][:3]}:{match['offset'][-2:]}"
    elif match["zone"]:
        minutes = ZONES[match["zone"].lower()]
        zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return f"T{hour % 24:02}:{match['minute'] or '00'}{zone}"


def _role(before: str) -> Role:
    """What the words in front of a date say it is; the last of them counts."""
    updated = [match.start() for match in _UPDATED.finditer(before)]
    published = [match.start() for match in _PUBLISHED.finditer(before)]
    if not updated and not published:
        return Role.UNSAID
    return Role.UPDATED if max(updated, default=-1) > max(published, default=-1) else Role.PUBLISHED


def _without(text: str, spans: list[Span]) -> str:
    kept = []
    start = 0
    for span in spans:
        kept.append(text[start : span.start])
        start = span.end
    return " ".join([*kept, text[start:]])


def _rest(text: str) -> str:
    """``text`` without labels, days of the week and separators."""
    text = _PUBLISHED.sub(" ", _UPDATED.sub(" ", text))
    words = [
        word
        for word in re.split(r"[\s|·•]+", text)
        if word.lower().strip(",.:()") not in WEEKDAYS
        and word.lower().strip(",.:()-–—") not in _JOINTS
        and word.strip(",.:;()-–—/\\")
    ]
    return " ".join(words).strip(" ,.:;|-–—/()")
