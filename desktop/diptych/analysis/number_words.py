"""English words for numbers and their values."""

from __future__ import annotations

import re
from typing import Final

_ONES: Final = {
    word: value
    for value, word in enumerate("one two three four five six seven eight nine".split(), 1)
}
_TEENS: Final = {
    word: value
    for value, word in enumerate(
        """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen""".split(),
        10,
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SMALL: Final = _ONES | _TEENS | _TENS
MAGNITUDES: Final = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
}
"""What a number is multiplied by; the short ones stand right after digits only."""
_PARTS: Final = {
    word: 1 / value
    for value, word in enumerate(
        "half third quarter fifth sixth seventh eighth ninth tenth".split(), 2
    )
} | {"hundredth": 0.01}


def _any(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(words)})"


_BELOW_HUNDRED: Final = rf"(?:{_any(_TENS)}(?:[ -]{_any(_ONES)})?|{_any(_TEENS)}|{_any(_ONES)})"
_BELOW_THOUSAND: Final = (
    rf"(?:(?:{_BELOW_HUNDRED}|an?)[ -]hundred(?: (?:and )?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
)
COUNT: Final = (
    rf"(?:(?:{_BELOW_THOUSAND}|an?)(?:[ -](?:dozen|thousand|[mb]illion|trillion)"
    rf"(?: (?:and )?{_BELOW_THOUSAND})?){{1,4}}|{_BELOW_THOUSAND}(?: point(?: {_any(_ONES)})+)?)"
)
"""A pattern for numbers in words: "forty-one", "a hundred and six", "two dozen"."""
_MANY: Final = "(?:dozens|hundreds|thousands|millions|billions)"
VAGUE: Final = (
    rf"(?:(?:tens|dozens|hundreds|thousands) of )?{_MANY}"
    r"|(?:several|a few|many) (?:dozen|hundred|thousand|million|billion)"
)
"""A pattern for words that give only what a number is beyond: "tens of thousands"."""
HALF_OF: Final = r"half an? (?:dozen|hundred|thousand|[mb]illion|trillion)"
PART: Final = rf"(?:(?:an?|{_any(_ONES)}|[1-9])[ -](?:{'|'.join(_PARTS)})s?|half)"
"""A pattern for fractions; whether "a third" is one depends on what stands around it."""
_WORD: Final = re.compile(r"[a-z]+")


def value_of(words: str) -> float:
    """The number that a match of `COUNT` stands for."""
    total = group = 0.0
    whole, _, decimals = words.lower().partition(" point ")
    if decimals:
        digits = "".join(str(_ONES[word]) for word in decimals.split())
        group = float(f"0.{digits}")
    for word in _WORD.findall(whole):
        if word in ("a", "an"):
            group = 1
        elif word in _SMALL:
            group += _SMALL[word]
        elif word == "hundred":
            group *= 100
        elif word in MAGNITUDES:
            # "five hundred thousand" multiplies what is open, "two million five" starts anew.
            total += group * MAGNITUDES[word]
            group = 0
    return total + group


def value_of_vague(words: str) -> float:
    """The number that a match of `VAGUE` is more than: 10,000 for "tens of thousands"."""
    product = 1.0
    for word in _WORD.findall(words.lower()):
        product *= 10 if word == "tens" else MAGNITUDES.get(word.removesuffix("s"), 1)
    return product


def value_of_part(words: str) -> float:
    """The fraction that a match of `PART` stands for, between 0 and 1."""
    *count, part = re.findall(r"[a-z]+|\d", words.lower())
    portion = _PARTS.get(part) or _PARTS[part.removesuffix("s")]
    if not count or count[0] in ("a", "an"):
        return portion
    return portion * (int(count[0]) if count[0].isdigit() else _ONES[count[0]])
