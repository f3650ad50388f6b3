"""How alike the wording of two articles' sentences is, by their words and by their letters.

Two TF-IDF cosines are averaged: over terms, which a rare shared word or number decides, and over
character n-grams inside the terms, which survive inflection, transliteration and compounds
(Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, chapter 6; n-grams
after McNamee and Mayfield 2004). Only worker processes import this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from diptych.analysis.passages import Passage

Matrix = NDArray[np.float32]
Bag = dict[str, float]

_NAME_WEIGHT: Final = 0.4
"""A shared name says less than another shared word: all of a story is about the same people."""
_SIZES: Final = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Similarity:
    """For each passage on the left (rows) and on the right (columns), from 0 to 1."""

    cosine: Matrix
    """How alike the two are as a whole."""
    left_covered: Matrix
    """The share of the left one, by weight of its n-grams, that the right one has too."""
    right_covered: Matrix


def compare(left: Sequence[Passage], right: Sequence[Passage]) -> Similarity:
    """The similarity of every passage on the left to every one on the right."""
    by_term = _Bags([_bag(one) for one in left], [_bag(one) for one in right])
    by_letter = _Bags([_letters(one) for one in left], [_letters(one) for one in right])
    cosine = np.float32(0.5) * (by_term.cosine() + by_letter.cosine())
    return Similarity(np.minimum(1.0, cosine), *by_letter.covered())


def _bag(passage: Passage) -> Bag:
    bag: Bag = {}
    for term in passage.terms:
        bag[term] = bag.get(term, 0.0) + (_NAME_WEIGHT if term in passage.names else 1.0)
    return bag


def _letters(passage: Passage) -> Bag:
    grams: Bag = {}
    for term in passage.terms:
        weight = _NAME_WEIGHT if term in passage.names else 1.0
        padded = f" {term} "
        for size in _SIZES:
            for at in range(max(1, len(padded) - size + 1)):
                gram = padded[at : at + size]
                grams[gram] = grams.get(gram, 0.0) + weight
    return grams


class _Side:
    """The bags of one article, laid out as one row number, term number and count an entry."""

    def __init__(self, bags: Sequence[Bag], vocabulary: dict[str, int]) -> None:
        self.size = len(bags)
        lengths = [len(bag) for bag in bags]
        self.rows = np.repeat(np.arange(len(bags)), lengths)
        number = vocabulary.setdefault
        self.terms = np.fromiter(
            (number(term, len(vocabulary)) for bag in bags for term in bag), np.intp, sum(lengths)
        )
        self.counts = np.fromiter(
            (count for bag in bags for count in bag.values()), np.float64, sum(lengths)
        )

    def dense(self, values: NDArray[np.float64], columns: NDArray[np.signedinteger[Any]]) -> Matrix:
        """One row a bag; terms whose column is -1 are left out."""
        matrix = np.zeros((self.size, int(columns.max(initial=-1)) + 1), dtype=np.float32)
        where = columns[self.terms]
        kept = where >= 0
        matrix[self.rows[kept], where[kept]] = values[kept]
        return matrix

    def sums(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each entry the sum of ``values`` over its bag."""
        totals = np.bincount(self.rows, values, self.size).astype(np.float64)
        return totals[self.rows]


class _Bags:
    """The weighted terms of two articles' passages.

    Terms that only one article has get no column: they count in the norms alone, and leaving
    them out keeps the matrices small.
    """

    def __init__(self, left: Sequence[Bag], right: Sequence[Bag]) -> None:
        vocabulary: dict[str, int] = {}
        self._left, self._right = _Side(left, vocabulary), _Side(right, vocabulary)
        in_left, in_right = (
            np.bincount(side.terms, minlength=len(vocabulary)) for side in (self._left, self._right)
        )
        # Inverse document frequency over the passages of both articles, smoothed.
        self._weights = np.log((1 + len(left) + len(right)) / (1 + in_left + in_right)) + 1
        self._columns = _columns((in_left > 0) & (in_right > 0))

    def cosine(self) -> Matrix:
        """Cosine similarity; terms that occur again count with the logarithm of how often."""
        left, right = (
            _unit_rows(side, self._weights, self._columns) for side in (self._left, self._right)
        )
        return left @ right.T

    def covered(self) -> tuple[Matrix, Matrix]:
        """The share of each left bag that each right one has too, and the other way round."""
        return (
            self._shares(self._left) @ self._present(self._right).T,
            self._present(self._left) @ self._shares(self._right).T,
        )

    def _shares(self, side: _Side) -> Matrix:
        values = self._weights[side.terms]
        return side.dense(values / side.sums(values), self._columns)

    def _present(self, side: _Side) -> Matrix:
        return side.dense(np.ones_like(side.counts), self._columns)


def _columns(is_kept: NDArray[np.bool_]) -> NDArray[np.signedinteger[Any]]:
    """The column of each term that is kept, and -1 for the others."""
    return np.where(is_kept, np.cumsum(is_kept) - 1, -1)


def _unit_rows(
    side: _Side, weights: NDArray[np.float64], columns: NDArray[np.signedinteger[Any]]
) -> Matrix:
    """The weighted bags as vectors of length 1."""
    often = np.log(np.maximum(side.counts, 1.0)) + np.minimum(side.counts, 1.0)
    values = often * weights[side.terms]
    return side.dense(values / np.sqrt(side.sums(values * values)), columns)


def among(passages: Sequence[Passage]) -> Matrix:
    """How alike every two of ``passages`` are, by terms and letters.

    What stands in one of them alone counts in its length only; so the diagonal means nothing.
    """
    by_term = _cosine_among([_bag(one) for one in passages])
    by_letter = _cosine_among([_letters(one) for one in passages])
    cosine: Matrix = np.float32(0.5) * (by_term + by_letter)
    return cosine


def _cosine_among(bags: Sequence[Bag]) -> Matrix:
    vocabulary: dict[str, int] = {}
    side = _Side(bags, vocabulary)
    found = np.bincount(side.terms, minlength=len(vocabulary))
    weights = np.log((1 + len(bags)) / (1 + found)) + 1
    rows = _unit_rows(side, weights, _columns(found > 1))
    return rows @ rows.T
