"""Times of day in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diptych.analysis.number_words import COUNT, value_of
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Minutes after midnight, where the text is."""

    span: Span
    minutes: int

    @property
    def when(self) -> str:
        """ISO 8601, without a date: ``T16:20``."""
        return f"T{self.minutes // 60:02}:{self.minutes % 60:02}"


_HOUR_WORDS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HALF_DAY: Final = r"(?:(?<=\d)| )[ap]\.?m\b\.?"
_ZONE: Final = r" ?(?:GMT|UTC|BST|C?EST|CET|E[SD]?T|P[SD]?T|MSK|local time|hours)\b"
_AFTER_AT: Final = (
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\bfrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter ))"
)
_CLOCK: Final = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d%:]|[.,]\d)"
_FINDER: Final = re.compile(
    rf"(?<![\w:.,/$€£-])(?:"
    rf"(?P<clock>{_AFTER_AT}{_CLOCK}|{_CLOCK}(?={_HALF_DAY}|{_ZONE}))(?:{_HALF_DAY})?"
    rf"|(?P<hour>\d{{1,2}}|{_HOUR_WORDS})(?:{_HALF_DAY}| o[’']clock)"
    rf"|(?P<past>{COUNT}|half|(?:a )?quarter)(?: minutes?)? (?P<side>past|to) "
    rf"(?P<near>{_HOUR_WORDS})\b"
    rf"|(?<=\bat )(?P<bare>{_HOUR_WORDS})(?=[.,;:?!]| (?:in the|this|that|every|each|on|the) |$)"
    r"|(?P<noon>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_HALF: Final = re.compile(r"([ap])\.?m\.?$", re.IGNORECASE)
_LATER: Final = re.compile(r"\b(?:afternoon|evening|tonight|night)\b", re.IGNORECASE)
_NEAR: Final = 24
"""Characters on either side within which "evening" and "afternoon" tell the half of the day."""


def times_of_day(text: str) -> Iterator[TimeOfDay]:
    """The times of day in ``text``, in order; without a sign of the afternoon as they stand."""
    for match in _FINDER.finditer(text):
        span = Span(match.start(), match.end())
        minutes = _minutes(match)
        if minutes is None:
            continue
        half = _HALF.search(match[0])
        around = text[max(0, span.start - _NEAR) : span.end + _NEAR]
        is_spoken = half is None and not (match["noon"] or match["clock"])
        if (half is not None and half[1] in "pP") or (is_spoken and _LATER.search(around)):
            minutes += 720 if minutes < 720 else 0
        elif half is not None and minutes >= 720:
            minutes -= 720
        yield TimeOfDay(span, minutes)


def _minutes(match: re.Match[str]) -> int | None:
    """Minutes after midnight as the words stand; None where the hour is none."""
    if match["noon"]:
        return 0 if match["noon"].lower() == "midnight" else 720
    if match["clock"]:
        hour, minutes = re.split(r"[:.]", match["clock"])
        return 60 * int(hour) + int(minutes)
    words = (match["hour"] or match["near"] or match["bare"]).lower()
    hour_of_day = int(words) if words.isdigit() else int(value_of(words))
    if hour_of_day > 24:
        return None
    away = _past(match["past"].lower()) if match["past"] else 0
    is_to = (match["side"] or "").lower() == "to"
    return (60 * hour_of_day + (-away if is_to else away)) % 1440


def _past(words: str) -> int:
    if words == "half":
        return 30
    return 15 if words.endswith("quarter") else int(value_of(words))
