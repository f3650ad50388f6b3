"""Where the wording of two passages differs, by word and never by letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diptych.text.spans import Span
from diptych.text.words import folded, words

MOST = 0.55
"""The share of both passages' words that may differ and still be marked."""


@dataclass(frozen=True, slots=True)
class WordingDifference:
    """Words of each side that the other does not have, as runs in the order of the text."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]


def wording_difference(
    left_text: str, left: Span, right_text: str, right: Span
) -> WordingDifference:
    """The words of ``left`` and ``right`` that are not on a longest common subsequence.

    Words are compared without case, accents and possessive. A word that stands on both sides, but
    in another place, is not marked: it was moved, not changed. Where most words differ none is
    marked: the passages are told apart by reading them, not by a page of marks.
    """
    from rapidfuzz.distance import Indel  # loaded with the first pair, not with the window

    left_words, right_words = words(left_text, left), words(right_text, right)
    left_terms = [folded(word.text_in(left_text)) for word in left_words]
    right_terms = [folded(word.text_in(right_text)) for word in right_words]
    left_only: list[Span] = []
    right_only: list[Span] = []
    left_known, right_known = set(left_terms), set(right_terms)
    for step in Indel.opcodes(left_terms, right_terms):
        if step.tag in {"delete", "replace"}:
            left_only += _new(left_words, left_terms, step.src_start, step.src_end, right_known)
        if step.tag in {"insert", "replace"}:
            right_only += _new(right_words, right_terms, step.dest_start, step.dest_end, left_known)
    if len(left_only) + len(right_only) > MOST * (len(left_words) + len(right_words)):
        return WordingDifference((), ())
    return WordingDifference(runs(left_only, left_words), runs(right_only, right_words))


def _new(spans: list[Span], terms: list[str], start: int, end: int, known: set[str]) -> list[Span]:
    return [spans[index] for index in range(start, end) if terms[index] not in known]


def runs(changed: Iterable[Span], among: Iterable[Span]) -> tuple[Span, ...]:
    """The words of ``changed``, in order, with neighbours ``among`` all words joined into one."""
    place = {span: index for index, span in enumerate(among)}
    joined: list[Span] = []
    previous = -2
    for span in changed:
        if place[span] == previous + 1:
            joined[-1] = joined[-1].joined(span)
        else:
            joined.append(span)
        previous = place[span]
    return tuple(joined)
