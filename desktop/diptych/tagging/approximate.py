"""Places in a text that might be a changed version of a passage.

A changed passage still holds stretches of its old words, or stands between its old neighbours.
These are looked up first, exactly, which is fast at any length; only around them are words
aligned.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from diptych.model.annotation import Anchor
from diptych.text.spans import Span

_PIECE = 10
"""Code points of the stretches that are looked up."""

_PIECES = 32
"""Stretches of one passage, spread evenly over it."""

_HITS = 20
"""Occurrences of one stretch on each side of the old place."""

_PLACES = 8
"""Places whose words are aligned: those on which most stretches agree."""

_LONG = 20_000
"""Code points from which a passage is found by its ends, and compared by sentences."""

_SHORT = 500
"""Code points up to which the likest stretch of characters is looked for as well."""

_EDGES_TRIED = 2
"""Places tried for each edge of a long passage."""

_END = 1_000
"""Code points of the ends of a long passage."""

# Scripts without spaces between words count letter by letter, everything else by words and marks.
_TOKEN = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]|[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]+|[^\\w\\s]"
)
_SENTENCE = re.compile(r"[^.!?\n]*[.!?\n]?")


def similarity(passage: str, version: str) -> float:
    """From 0 to 1: the share of characters (of a long passage: sentences) that need no change."""
    from rapidfuzz.distance import Levenshtein  # takes long to load; few texts ever change

    if max(len(passage), len(version)) <= _LONG:
        return Levenshtein.normalized_similarity(passage, version)
    return Levenshtein.normalized_similarity(_SENTENCE.findall(passage), _SENTENCE.findall(version))


def candidates(lost: Anchor, text: str) -> list[Span]:
    """Spans of ``text`` that may hold a changed version of the passage; several at one place.

    The work is bounded by the number and length of stretches looked up, whatever the text holds.
    """
    if len(lost.exact) > _LONG:
        return list(_between_ends(lost, text))
    spans = itertools.chain.from_iterable(
        _aligned(lost, text, start) for start in _likely_starts(lost, text)
    )
    return list(dict.fromkeys(spans))


def _between_ends(lost: Anchor, text: str) -> Iterator[Span]:
    """Spans from where a long passage's first words are to where its last ones are."""
    length = len(lost.exact)
    head = replace(lost, exact=lost.exact[:_END], suffix="")
    tail_span = Span(lost.span.start + length - _END, lost.span.start + length)
    tail = Anchor(tail_span, lost.exact[-_END:], "", lost.suffix)
    starts = _likest(
        {span.start for span in candidates(head, text)},
        lambda start: similarity(head.exact, text[start : start + _END]),
    )
    ends = _likest(
        {span.end for span in candidates(tail, text)},
        lambda end: similarity(tail.exact, text[max(0, end - _END) : end]),
    )
    for start, end in itertools.product(starts, ends):
        if length / 2 <= end - start <= length * 2:
            yield Span(start, end)


def _likest(edges: Iterable[int], likeness: Callable[[int], float]) -> list[int]:
    """The likeliest of the edges of a long passage: comparing all of it takes long."""
    return sorted(edges, key=likeness, reverse=True)[:_EDGES_TRIED]


def _likely_starts(lost: Anchor, text: str) -> list[int]:
    """Where the passage would begin, judging by its stretches; the best supported first."""
    slack = _slack(lost)
    votes: Counter[int] = Counter()
    for offset, piece in _pieces(lost):
        hits = {hit - offset for hit in _occurrences(text, piece, lost.span.start + offset)}
        votes.update({start // slack for start in hits})
    # Two stretches of one place can fall on both sides of a border between buckets.
    support = {bucket: votes[bucket] + votes[bucket + 1] for bucket in votes}
    ranked = sorted(
        support, key=lambda bucket: (-support[bucket], abs(bucket * slack - lost.span.start))
    )
    return [bucket * slack for bucket in ranked[:_PLACES]]


def _slack(lost: Anchor) -> int:
    """By how much the passage may have grown or shrunk."""
    return max(32, len(lost.exact) // 3)


def _pieces(lost: Anchor) -> list[tuple[int, str]]:
    """Stretches of the passage and its surroundings, with their distance from its beginning."""
    words = lost.exact
    step = max(_PIECE // 2, -(-len(words) // _PIECES))
    pieces = [(at, words[at : at + _PIECE]) for at in range(0, len(words), step)]
    whole = [(at, piece) for at, piece in pieces if len(piece) == _PIECE]
    before, after = lost.prefix[-_PIECE:], lost.suffix[:_PIECE]
    around = [(-len(before), before), (len(words), after)]
    return whole + [(at, piece) for at, piece in around if len(piece) >= _PIECE // 2]


def _occurrences(text: str, piece: str, near: int) -> Iterator[int]:
    """Where ``piece`` is: the next `_HITS` from ``near`` on, and as many before it."""
    near = max(0, near)
    position = near - 1
    for _ in range(_HITS):
        position = text.find(piece, position + 1)
        if position < 0:
            break
        yield position
    position = near
    for _ in range(_HITS):
        position = text.rfind(piece, 0, position + len(piece) - 1)
        if position < 0:
            break
        yield position


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The words of a passage with its surroundings, and their counterparts in a window."""

    counterparts: dict[int, int]
    """From the number of a word to the number of the same word in the window."""
    window: list[Span]
    first: int
    """The number of the passage's first word."""
    last: int
    """The number of its last word."""

    def starts(self) -> Iterator[int]:
        """Where the passage may begin: at its first word left, or after its old neighbour."""
        inside = [word for word in self.counterparts if self.first <= word <= self.last]
        if inside:
            place = self.counterparts[inside[0]] - (inside[0] - self.first)
            yield self.window[self.counterparts[inside[0]]].start
            yield self.window[max(0, place)].start
        neighbour = self.counterparts.get(self.first - 1, len(self.window))
        if neighbour + 1 < len(self.window):
            yield self.window[neighbour + 1].start

    def ends(self) -> Iterator[int]:
        """Where the passage may end: at its last word left, or before its old neighbour."""
        inside = [word for word in self.counterparts if self.first <= word <= self.last]
        if inside:
            place = self.counterparts[inside[-1]] + (self.last - inside[-1])
            yield self.window[self.counterparts[inside[-1]]].end
            yield self.window[min(len(self.window) - 1, place)].end
        neighbour = self.counterparts.get(self.last + 1, 0)
        if neighbour > 0:
            yield self.window[neighbour - 1].end


def _aligned(lost: Anchor, text: str, start: int) -> Iterator[Span]:
    """The spans near ``start`` whose words are the passage's."""
    from rapidfuzz.distance import LCSseq

    slack = _slack(lost) + len(lost.prefix)
    begin = max(0, start - slack)
    end = max(0, start + len(lost.exact) + 2 * slack)
    window = [Span(*match.span()) for match in _TOKEN.finditer(text, begin, end)]
    before = _TOKEN.findall(lost.prefix)
    passage = _TOKEN.findall(lost.exact)
    words = [*before, *passage, *_TOKEN.findall(lost.suffix)]
    if not window or not passage:
        return
    counterparts: dict[int, int] = {}
    for block in LCSseq.opcodes(words, [span.text_in(text) for span in window]):
        if block.tag == "equal":
            pairs = zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
            counterparts.update(pairs)
    aligned = _Aligned(counterparts, window, len(before), len(before) + len(passage) - 1)
    edges = set(itertools.product(set(aligned.starts()), set(aligned.ends())))
    if len(lost.exact) <= _SHORT:
        edges.add(_likest_stretch(lost.exact, text, window))
    for first, last in sorted(edges):
        if len(lost.exact) / 2 <= last - first <= len(lost.exact) * 2:
            yield Span(first, last)


def _likest_stretch(passage: str, text: str, window: list[Span]) -> tuple[int, int]:
    """From the beginning to the end of words: the stretch of the window most like ``passage``.

    Where words recur, aligning all of them can tear the passage apart; this cannot.
    """
    from rapidfuzz import fuzz

    begin = window[0].start
    best = fuzz.partial_ratio_alignment(passage, text[begin : window[-1].end])
    assert best is not None  # It is for a lowest score only, and none is asked for.
    first = next(word for word in window if word.end > begin + best.dest_start)
    last = next(word for word in reversed(window) if word.start < begin + max(1, best.dest_end))
    return first.start, last.end
