"""Terms: the words of a text as search compares them.

A term is a run of letters and digits, folded. Hyphens, apostrophes and full stops part words: a
query that holds them is searched as a phrase, which finds the same places. The ’s of a possessive
is left out, and so are the separators of thousands: “130,000” is found as 130000 too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diptych.text.spans import Span
from diptych.text.words import folded

_SEPARATORS = ".,'’\u00a0\u2009\u202f"
_THOUSANDS = rf"\d(?<![^\W_]\d)(?<![\u0300-\u036f]\d)\d{{0,2}}(?:[{_SEPARATORS}]\d{{3}})+(?![^\W_])"
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_POSSESSIVE = r"['’](?<=[^\W_].)s(?![^\W_])"

# Three quick passes for the terms alone, one slower one where their places are wanted too.
_IS_THOUSANDS = re.compile(_THOUSANDS)
_IS_SEPARATOR = re.compile(f"[{_SEPARATORS}]")
_IS_POSSESSIVE = re.compile(_POSSESSIVE)
_IS_WORD = re.compile(_WORD)
_IS_TERM = re.compile(f"({_THOUSANDS})|({_WORD})(?:{_POSSESSIVE})?")

# Scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana and Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order; their places in the list are what phrases count in."""
    found = list(map(term_of, _words(text)))
    if text.isascii() or not _UNSPACED.search(text):
        return found
    return [part for term in found for part in _pairs(term)]


def wanted_terms(text: str) -> list[str]:
    """The terms to look for where ``text`` is wanted.

    Of a script without spaces these are the pairs alone: what follows in the article is part of
    the next pair there. A single character is the beginning of a pair.
    """
    return [part for term in map(term_of, _words(text)) for part in _pairs(term)[:-1] or [term]]


def located_terms(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The terms of ``text`` inside ``within`` in order, each with the characters it stands for."""
    for match in _IS_TERM.finditer(text, within.start, within.end):
        kind = match.lastindex or 0
        start, end = match.span(kind)
        term = _IS_SEPARATOR.sub("", match[kind]) if kind == 1 else term_of(match[kind])
        parts = _pairs(term)
        if len(parts) == 1:
            yield term, Span(start, end)
            continue
        for place, part in enumerate(parts):
            first = min(start + place, end - 1)
            yield part, Span(first, min(first + len(part), end))


def words(text: str) -> list[str]:
    """The terms of ``text`` before they are folded, which one by one is done by `term_of`.

    The quicker way where the same words come again and again.
    """
    if text.isascii() or not _UNSPACED.search(text):
        return _words(text)
    return terms(text)


def term_of(word: str) -> str:
    """A word as it is compared: in lower case and without accents."""
    return word.lower() if word.isascii() else folded(word)


def spans_at(text: str, within: Span, places: Iterable[int]) -> dict[int, Span]:
    """The characters of the terms at these places in `terms` of ``text`` inside ``within``."""
    if not _UNSPACED.search(text, within.start, within.end):
        matches = list(_IS_TERM.finditer(text, within.start, within.end))
        return {
            place: Span(*matches[place].span(matches[place].lastindex or 0)) for place in places
        }
    spans = [span for _, span in located_terms(text, within)]
    return {place: spans[place] for place in places}


def is_unspaced(term: str) -> bool:
    """Whether ``term`` comes from a script that puts no space between words."""
    return not term.isascii() and bool(_UNSPACED.search(term))


def _words(text: str) -> list[str]:
    text = _IS_THOUSANDS.sub(lambda match: _IS_SEPARATOR.sub("", match[0]), text)
    return _IS_WORD.findall(_IS_POSSESSIVE.sub("", text))


def _pairs(term: str) -> list[str]:
    """``term``, or where its script has no spaces its overlapping pairs of characters.

    The last character stands alone at the end, so that each begins one of the parts.
    """
    if not is_unspaced(term):
        return [term]
    return [term[start : start + 2] for start in range(len(term))]
