"""How likely it is that two sentences report the same thing: all that speaks for it in one number.

The meaning of the sentences (`encoder`), their wording (`similarity`), a number that both give, and
whose words they give. Weights were fitted by logistic regression on linked paragraphs of eighteen
pairs of accounts, each story judged by the weights of the others, and rounded.

Only worker processes import this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from diptych.analysis.encoder import encode
from diptych.analysis.passages import Passage
from diptych.analysis.similarity import Matrix, compare

_MEANING: Final = 0.4
"""The weight of the encoder; the rest is that of the wording."""
_NUMBER: Final = 0.08
"""What a number adds that both give: few sentences of a story share one."""
_SPEAKER: Final = 0.05
"""What the same named speaker adds, and two different ones take off."""
_LEAD: Final = 0.1
"""What is added between the two leads, which both say what happened."""
_ACROSS_LANGUAGES: Final = -0.12
"""Added where meaning alone counts, whose cosines are higher than those of the wording."""
_OTHER_WORDS: Final = -0.3
"""Added to the meaning where that says more than both together: for what is told in quite other
words. It is low, since all that a story's sentences say they say about the same things."""
_SAME_WORD: Final = 0.03
"""What a word adds that is written alike in two languages, up to two of them: mostly names."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each passage on the left (rows) and on the right (columns), from 0 to 1."""

    scores: Matrix
    left_covered: Matrix
    """The share of the left one's wording that the right one has too."""
    right_covered: Matrix
    left_vectors: Matrix
    """The meaning of the passages, one row each."""
    right_vectors: Matrix


def likeness(
    left: Sequence[Passage], right: Sequence[Passage], *, across_languages: bool = False
) -> Likeness:
    """The likeness of every passage on the left to every one on the right."""
    ours, theirs = (encode([one.text for one in side]) for side in (left, right))
    wording = compare(left, right)
    meaning = ours @ theirs.T
    if across_languages:
        scores = meaning + _ACROSS_LANGUAGES
        scores += _SAME_WORD * _shared(left, right, _unusual).clip(max=2)
    else:
        scores = _MEANING * meaning + (1 - _MEANING) * wording.cosine
        scores = np.maximum(scores, meaning + _OTHER_WORDS)
        scores += _NUMBER * _shared(left, right, _numbers).clip(max=1)
        scores += _SPEAKER * _same_speaker(left, right)
    scores += _LEAD * np.outer([one.is_lead for one in left], [one.is_lead for one in right])
    return Likeness(scores.clip(0, 1), wording.left_covered, wording.right_covered, ours, theirs)


def _shared(
    left: Sequence[Passage], right: Sequence[Passage], terms: Callable[[Passage], frozenset[str]]
) -> Matrix:
    """How many of the terms two passages have in common."""
    ours, theirs = ([terms(one) for one in side] for side in (left, right))
    return np.array([[len(one & other) for other in theirs] for one in ours], dtype=np.float32)


def _numbers(passage: Passage) -> frozenset[str]:
    """The numbers of two digits and more; years say too little."""
    return frozenset(
        word
        for word in passage.written
        if sum(map(str.isdigit, word)) > 1 and not _YEAR.fullmatch(word)
    )


def _unusual(passage: Passage) -> frozenset[str]:
    """The words that two languages hardly have in common by chance, and numbers."""
    return frozenset(word for word in passage.written if len(word) > (1 if word.isdigit() else 3))


def _same_speaker(left: Sequence[Passage], right: Sequence[Passage]) -> Matrix:
    """1 where both give words of the same named speaker, -1 where of different ones, else 0."""
    return np.array(
        [[_agreement(one.speakers, other.speakers) for other in right] for one in left],
        dtype=np.float32,
    )


def _agreement(ours: frozenset[str], theirs: frozenset[str]) -> int:
    if not ours or not theirs:
        return 0
    return 1 if ours & theirs else -1
