"""Numbers in a text, in digits and in words, with the unit or currency that goes with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from diptych.analysis.number_words import (
    COUNT,
    HALF_OF,
    MAGNITUDES,
    PART,
    VAGUE,
    value_of,
    value_of_part,
    value_of_vague,
)
from diptych.analysis.units import AFTER, BEFORE, MONEY, unit_after, unit_before
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number, or a range from ``value`` to ``upper``; ``span`` holds its currency and unit.

    ``number`` is where the number alone stands, ``multiplied`` what its magnitude stands for
    (1e6 in "2.5 million").
    """

    span: Span
    number: Span
    value: float
    unit: str = ""
    upper: float | None = None
    multiplied: float = 1
    is_vague: bool = False
    in_words: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether there is neither unit nor currency."""
        return not self.unit


_DIGITS: Final = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)"
    r"|\d+(?:\.\d+)?"
)
_FINDER: Final = re.compile(
    # Not inside a word, an address or a longer number; a hyphen before it only in a range.
    r"(?<![\w#@/.:+=&])(?<!\d,)(?<![^\W\d]-)(?:"
    rf"(?P<digits>{_DIGITS})(?!/\d)(?P<half> and a half| ?[½¼¾])?"
    r"(?:[ \u00a0-](?P<word>dozen|hundred|thousand|million|billion|trillion|lakh|crore)(?!\w)"
    r"|[ \u00a0]?(?P<short>bn|mn|mln|tn|k|m|b)(?!\w))?"
    r"|(?i:(?P<vague>" + VAGUE + ")"
    rf"|(?P<half_of>{HALF_OF})"
    rf"|(?P<part>{PART})"
    rf"|(?P<count>{COUNT})(?P<count_half> and a half(?: (?P<count_word>[mb]illion))?)?)(?!\w)"
    r")"
)
_PHONE: Final = re.compile(
    r"(?<![\w.,])(?:(?:\+\d|0\d)[\d ()-]{6,20}\d|\(?\d{3}\)?[ -]\d{3}-\d{4})(?!\w)"
)
# What follows the fraction "a third" and never the ordinal "a third day".
_AFTER_PART: Final = re.compile(
    r" of\b|[.,;:)”’\"]|$| (?:in|since|from|over|after|to|on|last|this|compared|the|its|their|his|"
    r"her|as|more|less|but|while|when|because|which|an?) "
)
# "the second half", "the southern half", "cut in half", "one and a half", "the last two quarters"
_BEFORE_HALF: Final = re.compile(
    r"(?:first|second|third|fourth|last|next|past|previous|final|other|better|top|bottom|upper|"
    r"lower|latter|early|\w+ern|and|in)[ -]$",
    re.IGNORECASE,
)
_PERIOD_AFTER: Final = re.compile(r" (?:of )?an? (decade|century)\b")
_ARTICLE_AFTER: Final = re.compile(r" (?:of )?an? ")
_PLURAL: Final = re.compile(r" (?:[a-z]+ ){0,2}?(?:[a-z]+s|people|men|women|children)\b")
_DASH: Final = re.compile(r" ?[–—-] ?")
_SCORE_DASHES: Final = frozenset("–—-")
_JOINING: Final = re.compile(r"-? (?:to|or|and) ")
_BETWEEN: Final = re.compile(r"\bbetween $", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom $", re.IGNORECASE)
_RANGING: Final = re.compile(
    r"\b(?:rang|vary|varie|anywhere|aged|somewhere)\w* from $", re.IGNORECASE
)
_PERIODS: Final = {"decade": ("year", 10.0), "century": ("year", 100.0)}
_HALVES: Final = {"and a half": 0.5, "½": 0.5, "¼": 0.25, "¾": 0.75}
_LONGEST_GAP: Final = 5
"""Characters between the two numbers of a range."""
_LONGEST: Final = 15
"""Digits in a row beyond which nobody counts anything with them."""


def numerals(text: str) -> list[Numeral]:
    """The numbers in ``text``, in order; ordinals, phone numbers and scores are none."""
    single = [_measured(text, one) for one in _single(text)]
    return _joined(text, single)


def _single(text: str) -> Iterator[Numeral]:
    phones = [Span(match.start(), match.end()) for match in _PHONE.finditer(text)]
    for match in _FINDER.finditer(text):
        found = _of_digits(text, match) if match["digits"] else _of_words(text, match)
        if found is not None and not any(found.span.overlaps(phone) for phone in phones):
            yield found


def _of_digits(text: str, match: re.Match[str]) -> Numeral | None:
    digits = match["digits"]
    plain = re.sub(r"[^\d.]", "", digits)
    leading_zero = len(plain) > 1 and plain[0] == "0" and plain[1] != "."
    if leading_zero or len(plain) > _LONGEST:
        return None
    end = match.end()
    magnitude = match["word"] or match["short"]
    if match["short"] and not _is_magnitude(text, match):
        magnitude, end = None, match.end("half" if match["half"] else "digits")
    multiplied = MAGNITUDES[magnitude] if magnitude else 1.0
    if magnitude is None and _is_code(text, end):
        return None
    more = _HALVES[match["half"].strip()] if match["half"] else 0
    value = (float(plain) + more) * multiplied
    span = Span(match.start(), end)
    return Numeral(span, span, _round(value), multiplied=multiplied)


def _is_magnitude(text: str, match: re.Match[str]) -> bool:
    """Whether "m" is a million and not a metre: with a currency, or before what is counted."""
    if match["short"] not in ("m", "b", "k"):
        return True
    is_money = BEFORE.search(text, max(0, match.start() - 6), match.start()) is not None
    return is_money or _PLURAL.match(text, match.end()) is not None


def _is_code(text: str, end: int) -> bool:
    """Whether letters right after the digits make them an ordinal or a name ("16th", "3D")."""
    following = text[end : end + 1]
    return following.isalpha() and AFTER.match(text, end) is None


def _of_words(text: str, match: re.Match[str]) -> Numeral | None:
    span = Span(match.start(), match.end())
    words = match[0].lower()
    if match["vague"]:
        return Numeral(span, span, value_of_vague(words), is_vague=True, in_words=True)
    if match["half_of"]:
        return Numeral(span, span, MAGNITUDES[words.split()[-1]] / 2, in_words=True)
    if match["part"]:
        return _part(text, span)
    value = value_of(match["count"])
    multiplied = 1.0
    if match["count_half"]:
        multiplied = MAGNITUDES[(match["count_word"] or "").lower()] if match["count_word"] else 1.0
        value = (value + 0.5) * multiplied
    elif words.split()[-1] in MAGNITUDES:
        multiplied = MAGNITUDES[words.split()[-1]]
    return Numeral(span, span, value, multiplied=multiplied, in_words=True)


def _part(text: str, span: Span) -> Numeral | None:
    """A fraction as percentages; of a decade or century as years; with a unit as part of it."""
    words = span.text_in(text).lower()
    value = value_of_part(words)
    period = _PERIOD_AFTER.match(text, span.end)
    if period is not None:
        name, years = _PERIODS[period[1]]
        return Numeral(Span(span.start, period.end()), span, value * years, name, in_words=True)
    article = _ARTICLE_AFTER.match(text, span.end)
    unit = AFTER.match(text, article.end()) if article is not None else None
    if unit is not None:
        whole = Span(span.start, unit.end())
        return Numeral(whole, span, value, unit_after(unit), in_words=True)
    if _BEFORE_HALF.search(text, max(0, span.start - 10), span.start):
        return None
    is_plural = words.endswith("s") or "-" in words
    if not is_plural and not _AFTER_PART.match(text, span.end):
        return None
    return Numeral(span, span, _round(100 * value), "percent", in_words=True)


def _round(value: float) -> float:
    """``value`` without what binary fractions add: 2.4 million is 2,400,000."""
    return float(f"{value:.10g}")


def _measured(text: str, one: Numeral) -> Numeral:
    """``one`` with the currency before it or the unit after it."""
    if one.unit:
        return one
    before = BEFORE.search(text, max(0, one.span.start - 6), one.span.start)
    if before is not None:
        unit = unit_before(before)
        twice = AFTER.match(text, one.span.end)
        is_twice = twice is not None and twice["long"] and unit.endswith(unit_after(twice))
        end = twice.end() if twice is not None and is_twice else one.span.end
        return replace(one, span=Span(before.start(), end), unit=unit)
    after = AFTER.match(text, one.span.end)
    if after is None or (after["short"] and one.in_words) or after[0] == " second":
        return one
    return replace(one, span=Span(one.span.start, after.end()), unit=unit_after(after))


def _joined(text: str, single: list[Numeral]) -> list[Numeral]:
    """The numbers with ranges as one; scores and odds ("52–48", "4 to 1") are dropped."""
    found: list[Numeral] = []
    before: Numeral | None = None
    for one in single:
        gap = text[before.span.end : one.span.start] if before is not None else ""
        if before is None or len(gap) > _LONGEST_GAP:
            found.append(one)
        elif (pair := _range(text, before, one, gap)) is not None:
            if found[-1:] == [before]:
                found.pop()
            found.append(pair)
        elif one.is_bare and before.is_bare and _is_score(text, before, gap):
            if found[-1:] == [before]:
                found.pop()
        else:
            found.append(one)
        before = one
    return found


def _is_score(text: str, before: Numeral, gap: str) -> bool:
    return gap in _SCORE_DASHES or (gap == " to " and not _is_change(text, before))


def _is_change(text: str, lower: Numeral) -> bool:
    """Whether "from" stands before the number."""
    start = lower.span.start
    return _FROM.search(text, max(0, start - 20), start) is not None


def _range(text: str, lower: Numeral, upper: Numeral, gap: str) -> Numeral | None:
    """The range from ``lower`` to ``upper``, if the text means one."""
    value = lower.value
    is_joined = _JOINING.fullmatch(gap) or _DASH.fullmatch(gap)
    if lower.multiplied == 1 and upper.multiplied > 1 and value < upper.value / upper.multiplied:
        value *= upper.multiplied
    same_unit = lower.unit in ("", upper.unit) or (lower.unit in MONEY and upper.is_bare)
    is_money = lower.unit in MONEY
    if not same_unit or value >= upper.value or lower.upper is not None:
        return None
    start = lower.span.start
    preceding = text[max(0, start - 20) : start]
    word = gap.strip(" -")
    if word == "and":
        between = _BETWEEN.search(preceding)
        if between is None:
            return None
        start -= len("between ")
    elif word == "to" and _FROM.search(preceding):
        if not _RANGING.search(preceding):
            return None
        start -= len("from ")
    elif not is_joined:
        return None
    return replace(
        upper,
        span=Span(start, upper.span.end),
        number=Span(lower.number.start, upper.number.end),
        value=_round(value),
        unit=lower.unit if is_money else upper.unit,
        upper=upper.value,
    )
