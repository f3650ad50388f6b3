"""Which documents of a segment hold words next to each other, and how much they say of them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from diptych.library.index_segment import Segment
from diptych.library.query import Words

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75
_LEAST_WEIGHT = 0.05


def documents_with(segment: Segment, words: Words) -> Iterable[int]:
    """The documents that hold ``words``, some perhaps more than once."""
    stretches = _stretches(segment, words)
    if not all(stretches):
        return ()
    documents = [segment.documents_of(stretch) for stretch in stretches]
    if len(stretches) == 1:
        return documents[0]
    rarest, *others = sorted(documents, key=len)
    candidates = set(rarest).intersection(*others)
    return _adjacent(segment, stretches, candidates, words) if candidates else candidates


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
    segment: Segment, stretches: Sequence[range], candidates: Set[int], words: Words
) -> Iterator[int]:
    """Those of the documents in which the words stand next to each other."""
    last = len(stretches) - 1
    views = [
        _places_of_any(segment, stretch, candidates)
        if words.is_prefix and ahead == last
        else _places_of_one(segment, stretch)
        for ahead, stretch in enumerate(stretches)
    ]
    # The rarest word leaves the fewest places to compare with.
    first, *others = sorted(range(len(stretches)), key=lambda ahead: len(stretches[ahead]))
    for document in candidates:
        places, at = set(views[first](document)), first
        for ahead in others:
            step, at = ahead - at, ahead
            places = {place + step for place in places}.intersection(views[ahead](document))
            if not places:
                break
        else:
            yield document


def _places_of_one(segment: Segment, stretch: range) -> Callable[[int], Iterable[int]]:
    """What gives the places of one term in a document that has it."""
    posting_of = dict(zip(segment.documents_of(stretch), stretch, strict=True))
    starts, places = segment.place_starts, segment.places

    def in_document(document: int) -> Iterable[int]:
        posting = posting_of[document]
        return places[starts[posting] : starts[posting + 1]]

    return in_document


def _places_of_any(
    segment: Segment, stretch: range, candidates: Set[int]
) -> Callable[[int], Iterable[int]]:
    """What gives the places of several terms in a document that has one of them."""
    places: dict[int, list[int]] = defaultdict(list)
    for posting, document in zip(stretch, segment.documents_of(stretch), strict=True):
        if document in candidates:
            places[document].extend(segment.places_of(posting))
    return places.__getitem__


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

    def scores(self, words: Iterable[Words], among: Set[int]) -> dict[int, float]:
        """By file, how much each of those ``among`` says of ``words``; more is better.

        The words of a phrase count one by one. A word that nearly every document has says nothing
        of any of them.
        """
        wanted = {
            Words((term,), each.is_prefix and place == len(each.terms) - 1)
            for each in words
            for place, term in enumerate(each.terms)
        }
        stretches = [[_stretches(part, each)[0] for part in self._segments] for each in wanted]
        weighted = [(own, self._weight(own)) for own in stretches]
        scores: dict[int, float] = {}
        for number, segment in enumerate(self._segments):
            files = segment.files
            found = {document: 0.0 for document, file in enumerate(files) if file in among}
            for own, weight in weighted:
                if found and weight >= _LEAST_WEIGHT:
                    self._add(found, number, own[number], weight * (_SATURATION + 1))
            for document, score in found.items():
                file = files[document]
                if score > scores.get(file, 0.0):
                    scores[file] = score
        return scores

    def _weight(self, stretches: Iterable[range]) -> float:
        """How much a word tells that has these postings: the rarer, the more."""
        found = min(sum(map(len, stretches)), self._documents)
        return math.log(1 + (self._documents - found + 0.5) / (found + 0.5))

    def _add(self, found: dict[int, float], number: int, stretch: range, weight: float) -> None:
        segment, norms = self._segments[number], self._norms[number]
        documents = segment.documents_of(stretch).tolist()
        times = segment.frequencies(stretch)
        for document, often in zip(documents, times, strict=True):
            if document in found:
                found[document] += weight * often / (often + norms[document])
