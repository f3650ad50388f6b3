"""The words that say whether a number is exact: "more than", "about", "up to"."""

from __future__ import annotations

import re
from typing import Final

from diptych.analysis.numerals import Numeral
from diptych.analysis.units import LENGTHS, MONEY, TIME_UNITS
from diptych.text.spans import Span

EXACT: Final = "exact"
MORE_THAN: Final = "more_than"
_BEFORE: Final = {
    MORE_THAN: """more than | greater than | higher than | upwards of | in excess of | exceeding |
        well over | just over | slightly over | over | well above | just above | above | beyond""",
    "at_least": """at least | no fewer than | no less than | not less than | a minimum of |
        not fewer than | a confirmed minimum of""",
    "about": """about | around | some | approximately | roughly | an estimated | estimated |
        somewhere around | in the region of | on the order of | in the order of | circa | ca. |
        ca | an approximate | approx. | ~""",
    "nearly": """nearly | almost | close to | approaching | not quite | just short of |
        virtually""",
    "up_to": """up to | as many as | as much as | as high as | as long as""",
    "at_most": """at most | no more than | not more than | a maximum of | at the most""",
    "less_than": """less than | fewer than | lower than | just under | well under |
        slightly under | under | just below | well below | below""",
}
_AFTER: Final = {
    "at_least": "or more | or higher | at least | at a minimum | and counting",
    "about": "or so | or thereabouts | approximately",
    "at_most": "or less | or fewer | at most | at the most",
}
_WIDTH: Final = max(len(form.strip()) for forms in _BEFORE.values() for form in forms.split("|"))


def _forms(table: dict[str, str]) -> dict[str, str]:
    """The qualifier by each of its forms, white space made one space."""
    return {
        " ".join(form.split()): name
        for name, forms in table.items()
        for form in forms.split("|")
        if form.strip()
    }


_NAME_BEFORE: Final = _forms(_BEFORE)
_NAME_AFTER: Final = _forms(_AFTER)


def _any(forms: dict[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_LEADING: Final = re.compile(
    rf"(?<![\w-])({_any(_NAME_BEFORE)}) ?(?:the |an? |her |his )?$", re.IGNORECASE
)
_TRAILING: Final = re.compile(
    rf"(?P<plus>\+)(?!\d)|(?P<odd>-odd)\b|(?P<many>-plus)\b| (?P<words>{_any(_NAME_AFTER)})\b",
    re.IGNORECASE,
)
# These are also prepositions, of place, time or subject.
_PREPOSITIONS: Final = frozenset({"over", "under", "above", "below", "beyond"})
_EXTENT: Final = re.compile(
    r"\b(?:for|of|than|after|lasted|by|to|at|and|with|is|was) $", re.IGNORECASE
)
_BENEATH: Final = re.compile(r" of\b")


def qualified(text: str, one: Numeral) -> tuple[Span, str]:
    """The span of ``one`` with the words that qualify it, and the qualifier's name."""
    before = _leading(text, one)
    after = _TRAILING.match(text, one.span.end) or _TRAILING.match(text, one.number.end)
    if before is not None:
        name = _NAME_BEFORE[before[1].lower()]
        return Span(before.start(), one.span.end), name
    if after is not None:
        name = _trailing_name(after)
        return Span(one.span.start, max(one.span.end, after.end())), name
    return one.span, MORE_THAN if one.is_vague else EXACT


def _trailing_name(match: re.Match[str]) -> str:
    if match["plus"] or match["many"]:
        return "at_least"
    return "about" if match["odd"] else _NAME_AFTER[match["words"].lower()]


def _leading(text: str, one: Numeral) -> re.Match[str] | None:
    start = one.span.start
    match = _LEADING.search(text, max(0, start - _WIDTH - 6), start)
    if match is None:
        return None
    word = match[1].lower()
    preceding = text[max(0, match.start() - 12) : match.start()]
    if word in _PREPOSITIONS and one.unit not in MONEY:
        if one.unit in TIME_UNITS and not _EXTENT.search(preceding):
            # "over two days" is how long it took, "for over two days" how long at least.
            return None
        if one.unit in LENGTHS and _BENEATH.match(text, one.span.end):
            # "under two metres of water"
            return None
    return match
