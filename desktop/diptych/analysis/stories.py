"""Articles on one event, grouped by what they say and when.

Each article is a vector of its words, weighted by how rare they are (TF-IDF), names and the
headline above the rest. Pairs that share rare words are candidates; groups are joined greedily,
best pair first, while the mean similarity between their members stays above a threshold (average
linkage). With candidates alone the work grows nearly in proportion to the number of articles.

A small library says little about which words are rare in general: five accounts of one event share
all the words that matter. So frequencies start from those of an imagined background of articles,
in which every word occurs now and then.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diptych.text.words import WORD, folded

THRESHOLD = 0.235
"""Mean similarity from which two groups are one story.

With `_UNDATED` chosen on 150 undated news articles on 50 events and on the sample library. F1 over
pairs of those is 0.99, and at least 0.97 for thresholds from 0.22 to 0.25.
"""

_UNDATED = 0.76
"""What is left of the similarity of two articles of which one has no date."""
_FOREIGN = 1.25
"""Gained by articles in two languages, which can have little but names in common."""
_DAYS_APART = 6.0
"""Days after the first over which similarity falls to a third."""
_NAMED = 5.0
"""How much more a word counts that is written like a name, and one of the headline."""
_HEADLINE = 3.0
_STEM = 6
"""Letters that tell a word: "Kestria" and "Kestrien" are one."""
_BACKGROUND = 1000.0
_COMMON = 0.02
"""Articles of the background, and the share of them that any word is in."""
_RARE_TERMS = 24
_TOO_COMMON = 60
_PROMISING = 0.2
_COMPARED = 10
"""Members of a group whose days speak for all of it."""
_BODY = 4000
_LEAD = 600

_STOP = frozenset(
    "the a an of in on at to for from by with and or but as is are was were be been being it "
    "its he she they we i you his her their our your that this these those which who whom "
    "what when where why how not no nor so than then there here have has had do does did will "
    "would can could may might must shall should said says say told after before over under "
    "about into out up down if because while also more most other some any all one two new mr "
    "mrs ms us them him me my der die das und ein eine den dem des mit von zu im ist auf für "
    "sich nicht auch als an es am aus".split()
)


@dataclass(frozen=True, slots=True)
class Account:
    """What grouping needs to know of one article; ``published`` as in `Article`, or empty."""

    path: str
    title: str
    text: str
    published: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Vector:
    """One article: the weights of its terms, of length 1 together, and the day as a number."""

    terms: Mapping[str, float]
    day: float | None
    language: str


def group_stories(accounts: Sequence[Account], threshold: float = THRESHOLD) -> list[list[str]]:
    """The paths of ``accounts`` grouped into stories, in the order of their first article.

    An article that belongs to no other stands alone in a group of one.
    """
    vectors = [
        _Vector(terms, _day(account.published), account.language[:2])
        for account, terms in zip(accounts, _weighted(accounts), strict=True)
    ]
    groups = _Groups(vectors, threshold)
    for _similarity, left, right in sorted(_candidates(vectors, threshold), reverse=True):
        groups.join(left, right)
    return [[accounts[member].path for member in group] for group in groups.in_order()]


class _Groups:
    """Disjoint groups of article numbers that grow by average linkage.

    The mean cosine between two groups is that of their sums, over the number of pairs.
    """

    def __init__(self, vectors: Sequence[_Vector], threshold: float) -> None:
        self._vectors, self._threshold = vectors, threshold
        self._of = list(range(len(vectors)))
        self._members = {number: [number] for number in self._of}
        self._sums: dict[int, Mapping[str, float]] = {
            number: vector.terms for number, vector in enumerate(vectors)
        }
        self._refused: set[tuple[int, int, int, int]] = set()

    def join(self, left: int, right: int) -> None:
        """Make one group of the two that hold these articles, if they are alike enough."""
        first, second = self._of[left], self._of[right]
        if first == second:
            return
        sizes = len(self._members[first]), len(self._members[second])
        if (first, second, *sizes) in self._refused:
            return
        mean = _cosine(self._sums[first], self._sums[second]) / (sizes[0] * sizes[1])
        if mean * self._mean_nearness(first, second) < self._threshold:
            self._refused.add((first, second, *sizes))
            return
        for member in self._members[second]:
            self._of[member] = first
        self._members[first] += self._members.pop(second)
        total = Counter(self._sums[first])
        total.update(self._sums.pop(second))
        self._sums[first] = total

    def in_order(self) -> list[list[int]]:
        return sorted(sorted(members) for members in self._members.values())

    def _mean_nearness(self, first: int, second: int) -> float:
        ours, theirs = self._members[first][:_COMPARED], self._members[second][:_COMPARED]
        pairs = [(self._vectors[a], self._vectors[b]) for a in ours for b in theirs]
        return sum(_nearness(a, b) for a, b in pairs) / len(pairs)


def _cosine(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    return sum(weight * theirs[term] for term, weight in ours.items() if term in theirs)


def _nearness(left: _Vector, right: _Vector) -> float:
    """What days and languages leave of the similarity."""
    is_foreign = left.language and right.language and left.language != right.language
    foreign = _FOREIGN if is_foreign else 1.0
    if left.day is None or right.day is None:
        return foreign * _UNDATED
    return foreign * math.exp(-max(0.0, abs(left.day - right.day) - 1) / _DAYS_APART)


def _candidates(vectors: Sequence[_Vector], threshold: float) -> Iterator[tuple[float, int, int]]:
    """Pairs above the threshold with their similarity.

    Pairs are only looked for among those that share heavy terms which not too many have, and
    compared word for word if these make up `_PROMISING` of the threshold by themselves.
    """
    heaviest = [
        sorted(vector.terms, key=vector.terms.__getitem__, reverse=True)[:_RARE_TERMS]
        for vector in vectors
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for right, vector in enumerate(vectors):
        shared: dict[int, float] = defaultdict(float)
        for term in heaviest[right]:
            weight = vector.terms[term]
            if len(holders[term]) <= _TOO_COMMON:
                for left in holders[term]:
                    shared[left] += weight * vectors[left].terms[term]
                holders[term].append(right)
        for left, likeness in shared.items():
            nearness = _nearness(vectors[left], vector)
            if likeness * nearness >= _PROMISING * threshold:
                found = _cosine(vectors[left].terms, vector.terms) * nearness
                if found >= threshold:
                    yield found, left, right


def _weighted(accounts: Sequence[Account]) -> Iterator[dict[str, float]]:
    """The terms of each account with their weights, as vectors of length 1."""
    counts = [_terms(account) for account in accounts]
    frequency: Counter[str] = Counter()
    for count in counts:
        frequency.update(count.keys())
    total = len(counts) + _BACKGROUND
    common = _BACKGROUND * _COMMON
    for count in counts:
        vector = {
            term: (1 + math.log(number)) * math.log(total / (frequency[term] + common))
            for term, number in count.items()
        }
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        yield {term: weight / length for term, weight in vector.items()}


def _terms(account: Account) -> dict[str, float]:
    """Weighted counts of words: in the headline, in the lead, as names, elsewhere."""
    counts: dict[str, float] = defaultdict(float)
    body = account.text[:_BODY]
    names = {_stemmed(match[1]) for match in _NAME.finditer(body)}
    for words, weight in ((account.title, _HEADLINE), (body[:_LEAD], 1.0), (body, 1.0)):
        for match in WORD.finditer(words):
            term = _stemmed(match.group())
            if len(term) > 1 and term not in _STOP:
                counts[term] += weight * (_NAMED if term in names else 1.0)
    return counts


_NAME = re.compile(r"(?<![.!?:“\"‘„\n]\s)(?<![“\"‘„\n])(?<!^)\b([A-ZÀ-ÖØ-Þ][\w'’-]+)")
"""A word with a capital that does not begin a sentence."""


def _stemmed(word: str) -> str:
    """What tells a word from others: longer forms of it and those of cousins in other languages."""
    term = folded(word)
    if term in _STOP:
        return term
    return re.sub(r"(?<=[a-z]{3})(?:ies|es|s|ed|ing)$", "", term)[:_STEM]


def _day(published: str) -> float | None:
    try:
        return float(dt.date.fromisoformat(published[:10]).toordinal())
    except ValueError:
        return None
