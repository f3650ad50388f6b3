"""Terms: the words of a text as search compares them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from diptych.text.spans import Span
from diptych.text.words import folded

# A number with its separators, an abbreviation with its full stops, or a run of letters and
# digits with the combining marks among them. Hyphens and apostrophes part words: a query that
# holds them is searched as a phrase, which finds the same places. The ’s of a possessive goes.
_TOKEN = re.compile(
    r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+)+"
    r"|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    r"|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?:['’]s(?![^\W_]))?"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,'’\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*")
_SEPARATORS = re.compile(r"[.,'’\u00a0\u2009\u202f]")

# Scripts that put no space between words: Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)


def terms(text: str) -> list[str]:
    """The terms of ``text`` in order; their places in the list are what phrases count in."""
    found = [_term(token) for token in _TOKEN.findall(text)]
    if text.isascii() or not _UNSPACED.search(text):
        return found
    return [part for term in found for part in _pairs(term)]


def wanted_terms(text: str) -> list[str]:
    """The terms to look for where ``text`` is wanted.

    Of a script without spaces these are the pairs alone: what follows in the article is part of
    the next pair there. A single character is the beginning of a pair.
    """
    found = [_term(token) for token in _TOKEN.findall(text)]
    return [part for term in found for part in _wanted_pairs(term)]


def located_terms(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """The terms of ``text`` inside ``within`` in order, each with the characters it stands for."""
    for match in _TOKEN.finditer(text, within.start, within.end):
        span = Span(*match.span())
        term = _term(match[0])
        parts = _pairs(term)
        if len(parts) == 1:
            yield term, span
            continue
        for place, part in enumerate(parts):
            start = min(span.start + place, span.end)
            yield part, Span(start, min(start + len(part), span.end))


def is_unspaced(term: str) -> bool:
    """Whether ``term`` comes from a script that puts no space between words."""
    return not term.isascii() and bool(_UNSPACED.search(term))


@lru_cache(maxsize=131_072)
def _term(token: str) -> str:
    if token[0].isdigit() and _THOUSANDS.fullmatch(token):
        return _SEPARATORS.sub("", token)
    return folded(token)


def _pairs(term: str) -> list[str]:
    """``term``, or where its script has no spaces its overlapping pairs of characters.

    The last character stands alone at the end, so that each begins one of the parts.
    """
    if not is_unspaced(term):
        return [term]
    return [term[start : start + 2] for start in range(len(term))]


def _wanted_pairs(term: str) -> list[str]:
    pairs = _pairs(term)
    return pairs if len(pairs) == 1 else pairs[:-1]
