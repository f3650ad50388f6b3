"""How alike the passages of two articles are, by their words and by their letters.

Two TF-IDF cosines are averaged: over folded words, which a rare shared name or number decides, and
over character n-grams inside words, which survive inflection, transliteration and compounds
(Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, chapter 6; character
n-grams as in McNamee and Mayfield 2004). Only worker processes import this module.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diptych.text.spans import Span
from diptych.text.words import folded, words

Matrix = NDArray[np.float32]

_STOPWORDS = frozenset(
    """
    a about after again all also am an and any are as at be because been before being between both
    but by can could did do does doing down during each for from further had has have having he her
    here hers him his how i if in into is it its itself just me more most my no nor not now of off
    on once only or other our out over own s said same say says she should so some such t than that
    the their them then there these they this those through to too under until up very was we were
    what when where which while who whom why will with would you your mr mrs ms
    """.split()
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as it is compared."""

    span: Span
    words: tuple[str, ...]
    """Its folded words in order."""


def passages(text: str, spans: Sequence[Span]) -> list[Passage]:
    """``spans`` of ``text`` with their folded words."""
    return [
        Passage(span, tuple(folded(word.text_in(text)) for word in words(text, span)))
        for span in spans
    ]


@dataclass(frozen=True, slots=True)
class Similarity:
    """For each passage on the left (rows) and on the right (columns), from 0 to 1."""

    cosine: Matrix
    """How alike the two are as a whole."""
    left_covered: Matrix
    """The weight of the left one's words that the right one has too, as a share."""
    right_covered: Matrix


def compare(left: Sequence[Passage], right: Sequence[Passage]) -> Similarity:
    """The similarity of every passage on the left to every one on the right."""
    word_bags = (
        [Counter(content(one.words)) for one in left],
        [Counter(content(one.words)) for one in right],
    )
    letter_bags = [_letters(one.words) for one in left], [_letters(one.words) for one in right]
    by_word = _cosine(*word_bags)
    by_letter = _cosine(*letter_bags)
    return Similarity(
        np.float32(0.5) * (by_word + by_letter),
        _covered(*letter_bags),
        _covered(letter_bags[1], letter_bags[0]).T,
    )


def content(folded_words: Sequence[str]) -> list[str]:
    """The words that say what a passage is about."""
    return [word for word in folded_words if word not in _STOPWORDS]


def _letters(folded_words: Sequence[str]) -> Counter[str]:
    grams: Counter[str] = Counter()
    for word in content(folded_words):
        padded = f" {word} "
        for size in (3, 4, 5):
            grams.update(padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
    return grams


def _weights(left: Sequence[Counter[str]], right: Sequence[Counter[str]]) -> dict[str, float]:
    """Inverse document frequency over the passages of both articles, smoothed."""
    frequency: Counter[str] = Counter()
    for bag in (*left, *right):
        frequency.update(bag.keys())
    total = len(left) + len(right)
    return {term: math.log((1 + total) / (1 + count)) + 1 for term, count in frequency.items()}


def _cosine(left: Sequence[Counter[str]], right: Sequence[Counter[str]]) -> Matrix:
    weights = _weights(left, right)
    shared = _shared(left, right)
    return _rows(left, shared, weights) @ _rows(right, shared, weights).T


def _shared(left: Sequence[Counter[str]], right: Sequence[Counter[str]]) -> dict[str, int]:
    """A column for each term of both articles; the others weigh only in the norms."""
    terms = set().union(*left) & set().union(*right)
    return {term: column for column, term in enumerate(terms)}


def _rows(
    bags: Sequence[Counter[str]], columns: dict[str, int], weights: dict[str, float]
) -> Matrix:
    rows = np.zeros((len(bags), len(columns)), dtype=np.float32)
    for number, bag in enumerate(bags):
        valued = {term: (1 + math.log(count)) * weights[term] for term, count in bag.items()}
        norm = math.sqrt(sum(value * value for value in valued.values())) or 1.0
        for term, value in valued.items():
            column = columns.get(term)
            if column is not None:
                rows[number, column] = value / norm
    return rows


def _covered(covered: Sequence[Counter[str]], by: Sequence[Counter[str]]) -> Matrix:
    """The share of each first bag's weight that lies in terms of each second one."""
    weights = _weights(covered, by)
    columns = _shared(covered, by)
    present = np.zeros((len(by), len(columns)), dtype=np.float32)
    for number, bag in enumerate(by):
        for term in bag:
            column = columns.get(term)
            if column is not None:
                present[number, column] = 1
    shares = np.zeros((len(covered), len(columns)), dtype=np.float32)
    for number, bag in enumerate(covered):
        total = sum(weights[term] for term in bag) or 1.0
        for term in bag:
            column = columns.get(term)
            if column is not None:
                shares[number, column] = weights[term] / total
    return shares @ present.T
