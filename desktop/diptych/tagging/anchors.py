"""Passages tied to their words, and found again when the text has changed.

Scored as Hypothesis does (50 words, 20 prefix, 20 suffix, 2 position; "Fuzzy anchoring", 2013, and
its client's ``match-quote``), with two things added: a floor with a margin over the runner-up, and
a check that no number or name was changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from diptych.model.annotation import Anchor
from diptych.tagging.approximate import candidates, similarity
from diptych.tagging.facts import states_the_same
from diptych.text.spans import Span

CONTEXT = 32
"""Code points of prefix and of suffix."""

FLOOR = 0.6
"""The lowest confidence at which a changed passage counts as found at all."""

CERTAIN = 0.8
"""The lowest confidence at which unchanged words count as the passage without a look by the reader;
words alone, among neighbours of which none is left, reach about 0.6."""

MARGIN = 0.05
"""By how much the best place has to beat the next one."""

_WORDS_LEFT = 0.5
"""The share of a passage that has to be left, however well its neighbours are."""

_MAX_PLACES = 1_000
"""Places looked at on each side of the old one; a text can hold a short word a million times."""

_DISTINCT = 32
"""Code points from which words that occur once are found by themselves, in any context."""


class Outcome(StrEnum):
    """How a passage was found again. Only the first two need no look by the reader."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


SILENT = frozenset({Outcome.EXACT, Outcome.MOVED})
"""The outcomes that need no look by the reader."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor's passage is now.

    ``span`` is, for an ambiguous one, the likeliest place, and None if it is lost; ``confidence``
    is from 0 to 1.
    """

    span: Span | None
    outcome: Outcome
    confidence: float


def anchor(text: str, span: Span) -> Anchor:
    """The anchor of ``span`` in ``text``."""
    return Anchor(
        span=span,
        exact=span.text_in(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def reanchor(lost: Anchor, text: str) -> Found:
    """Where the words of ``lost`` are in ``text``.

    Looks for the very words first, near the old place before further off, then for changed ones.
    Takes time in proportion to the length of the text, however often the words occur.
    """
    if lost.exact and _stands(lost, text):
        return Found(lost.span, Outcome.EXACT, 1.0)
    places = list(_places(lost, text))
    if places:
        return _found_words(lost, text, places)
    return _found_changed(lost, text)


def _stands(lost: Anchor, text: str) -> bool:
    """Whether words and context are where they were."""
    start, end = lost.span.start, lost.span.end
    before = text[max(0, start - len(lost.prefix)) : start]
    after = text[end : end + len(lost.suffix)]
    return (before, lost.span.text_in(text), after) == (lost.prefix, lost.exact, lost.suffix)


def _places(lost: Anchor, text: str) -> Iterator[Span]:
    """The spans of the very words, at and after the old place, then before it."""
    if not lost.exact:
        return
    length = len(lost.exact)
    start = min(lost.span.start, len(text))
    position = text.find(lost.exact, start)
    for _ in range(_MAX_PLACES):
        if position < 0:
            break
        yield Span(position, position + length)
        position = text.find(lost.exact, position + 1)
    position = text.rfind(lost.exact, 0, start + length - 1)
    for _ in range(_MAX_PLACES):
        if position < 0:
            break
        yield Span(position, position + length)
        position = text.rfind(lost.exact, 0, position + length - 1)


def _found_words(lost: Anchor, text: str, places: list[Span]) -> Found:
    """The likeliest of the places where the very words are."""
    scored = _scored(lost, text, places)
    best, span = scored[0]
    if best < CERTAIN:
        # The words may be a copy, and the passage itself still between its neighbours, changed.
        scored = sorted((*scored, *_changed(lost, text)), reverse=True)
    if scored[0][0] - _runner_up(scored) < MARGIN or scored[0][1] != span:
        return Found(scored[0][1], Outcome.AMBIGUOUS, scored[0][0])
    is_alone = len(places) == 1 and len(lost.exact) >= _DISTINCT
    if best < CERTAIN and not is_alone:
        return Found(span, Outcome.CHANGED, best)
    return Found(span, Outcome.EXACT if span == lost.span else Outcome.MOVED, best)


def _found_changed(lost: Anchor, text: str) -> Found:
    """The likeliest place of words that are not in the text as they were."""
    scored = _changed(lost, text)
    best, span = scored[0] if scored else (0.0, lost.span)
    if best < FLOOR or not states_the_same(lost.exact, span.text_in(text)):
        return Found(None, Outcome.LOST, best)
    is_ambiguous = best - _runner_up(scored) < MARGIN
    return Found(span, Outcome.AMBIGUOUS if is_ambiguous else Outcome.CHANGED, best)


def _changed(lost: Anchor, text: str) -> list[tuple[float, Span]]:
    """The places where enough of the words is left, the likeliest first."""
    spans = candidates(lost, text)
    left = [one for one in spans if similarity(lost.exact, one.text_in(text)) >= _WORDS_LEFT]
    return _scored(lost, text, left)


def _scored(lost: Anchor, text: str, spans: list[Span]) -> list[tuple[float, Span]]:
    """``spans`` with the confidence in each, the likeliest first."""
    return sorted(((confidence(lost, text, span), span) for span in spans), reverse=True)


def _runner_up(scored: list[tuple[float, Span]]) -> float:
    """The confidence in the likeliest place that is not the first one over again."""
    first = scored[0][1]
    return next((score for score, span in scored if not span.overlaps(first)), 0.0)


def confidence(lost: Anchor, text: str, span: Span) -> float:
    """From 0 to 1: how much speaks for ``span`` of ``text`` being the passage of ``lost``."""
    before = text[max(0, span.start - len(lost.prefix)) : span.start]
    after = text[span.end : span.end + len(lost.suffix)]
    distance = abs(span.start - lost.span.start) / max(1, len(text))
    score = (
        50 * similarity(lost.exact, span.text_in(text))
        + 20 * similarity(lost.prefix, before)
        + 20 * similarity(lost.suffix, after)
        + 2 * (1 - min(1.0, distance))
    )
    return score / 92
