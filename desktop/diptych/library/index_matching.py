"""Which documents of a segment hold words next to each other, and how much they say of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from diptych.library.index_segment import Segment
from diptych.library.query import Words

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75


def documents_with(segment: Segment, words: Words) -> set[int]:
    """The documents that hold ``words``."""
    stretches = _stretches(segment, words)
    if not all(stretches):
        return set()
    if len(stretches) == 1:
        return set(segment.documents_of(stretches[0]))
    found = [set(segment.documents_of(stretch)) for stretch in sorted(stretches, key=len)]
    candidates = found[0].intersection(*found[1:])
    return _adjacent(segment, stretches, candidates) if candidates else candidates


def _stretches(segment: Segment, words: Words) -> list[range]:
    """The postings of each of ``words``."""
    last = len(words.terms) - 1
    return [
        segment.postings(
            segment.terms_like(term.encode(), is_beginning=words.is_prefix and place == last)
        )
        for place, term in enumerate(words.terms)
    ]


def _adjacent(
    segment: Segment, stretches: Sequence[range], candidates: Collection[int]
) -> set[int]:
    """Those of the documents in which the words stand next to each other."""
    by_document = [_by_document(segment, stretch, candidates) for stretch in stretches]
    # The rarest word leaves the fewest places to compare with.
    order = sorted(range(len(stretches)), key=lambda ahead: len(stretches[ahead]))
    found = set()
    for document in candidates:
        starts: set[int] | None = None
        for ahead in order:
            postings = by_document[ahead][document]
            here = {place - ahead for each in postings for place in segment.places_of(each)}
            starts = here if starts is None else starts & here
            if not starts:
                break
        else:
            found.add(document)
    return found


def _by_document(
    segment: Segment, stretch: range, candidates: Collection[int]
) -> Mapping[int, list[int]]:
    postings = defaultdict(list)
    for posting, document in zip(stretch, segment.documents_of(stretch), strict=True):
        if document in candidates:
            postings[document].append(posting)
    return postings


class Ranking:
    """Scores documents by BM25 (Robertson and Zaragoza, 2009, with k1 = 1.2 and b = 0.75)."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._documents = sum(len(segment.files) for segment in segments)
        mean = sum(sum(segment.lengths) for segment in segments) / max(1, self._documents)
        self._norms = [
            [
                _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * length / mean)
                for length in segment.lengths
            ]
            for segment in segments
        ]

    def scores(self, words: Iterable[Words], among: Collection[int]) -> dict[int, float]:
        """By file, how much each of those ``among`` says of ``words``; more is better.

        The words of a phrase count one by one, and all words that begin alike count as one.
        """
        wanted = {
            Words((term,), each.is_prefix and place == len(each.terms) - 1)
            for each in words
            for place, term in enumerate(each.terms)
        }
        scores: dict[int, float] = {}
        stretches = {
            each: [_stretches(part, each)[0] for part in self._segments] for each in wanted
        }
        for number, segment in enumerate(self._segments):
            files = segment.files
            found: dict[int, float] = defaultdict(float)
            for own in stretches.values():
                weight = self._weight(own) * (_SATURATION + 1)
                self._add(found, number, own[number], weight)
            for document, score in found.items():
                file = files[document]
                if file in among:
                    scores[file] = max(score, scores.get(file, 0.0))
        return scores

    def _weight(self, stretches: Iterable[range]) -> float:
        """How much a word tells that has these postings: the rarer, the more."""
        found = min(sum(map(len, stretches)), self._documents)
        return math.log(1 + (self._documents - found + 0.5) / (found + 0.5))

    def _add(self, found: dict[int, float], number: int, stretch: range, weight: float) -> None:
        segment, norms = self._segments[number], self._norms[number]
        documents = segment.documents_of(stretch)
        for document, times in zip(documents, segment.frequencies(stretch), strict=True):
            found[document] += weight * times / (times + norms[document])
