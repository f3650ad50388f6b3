"""Who stands behind the sample's sentences, how certain they are put, and what differs.

Floors are half a point under what was measured when they were last set.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from tests.accuracy.gold import GOLD, Score, added, alignment, article, reading

from diptych.analysis.differences import differences
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.links import Link
from diptych.model.statements import Statement
from diptych.text.spans import Span


def answered() -> Iterator[tuple[dict[str, Any], Statement]]:
    """Yield each statement of the gold with the one that was found."""
    for key in {row["article"] for row in GOLD["statements"]}:
        found = {one.span.text_in(article(key).text): one for one in reading(key).statements}
        rows = [row for row in GOLD["statements"] if row["article"] == key]
        yield from ((row, found[row["text"]]) for row in rows)


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_the_basis_of_sentences(figure):
    right = [one.basis in row["basis"] for row, one in answered()]
    figure("sample: basis of a sentence", share(right), at_least=0.958)


def test_what_rests_on_nobody_named(figure):
    pairs = [
        (row.get("unnamed", False), one.rests_on_unnamed)
        for row, one in answered()
        if row.get("unnamed") or "unnamed_official" not in row["basis"] or len(row["basis"]) == 1
    ]
    score = Score(
        sum(wanted and found for wanted, found in pairs),
        sum(found for _, found in pairs),
        sum(wanted for wanted, _ in pairs),
    )
    figure("sample: rests on nobody named, f1", score.f1, at_least=0.99)


def test_certainty_and_negation_of_sentences(figure):
    certain = [one.certainty in row["certainty"] for row, one in answered()]
    figure("sample: certainty of a sentence", share(certain), at_least=0.97)
    denied = [
        one.negated == row["negated"] for row, one in answered() if row["negated"] is not None
    ]
    figure("sample: negation of a sentence", share(denied), at_least=0.99)


@cache
def differing(pair: str) -> list[tuple[Link, Difference]]:
    """Return every difference of a pair that is more than mere wording, with its link."""
    left, right = pair.split(" | ")
    links = alignment(left, right).links
    found = differences(article(left), reading(left), article(right), reading(right), links)
    return [
        (link, one)
        for link, of_link in zip(links, found, strict=True)
        for one in of_link
        if one.kind is not DifferenceKind.WORDING
    ]


def places(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def is_marked(words: str, text: str, marks: tuple[Span, ...]) -> bool:
    return any(place.overlaps(mark) for place in places(words, text) for mark in marks)


def matches(pair: str, row: dict[str, Any], link: Link, one: Difference) -> bool:
    """Whether the words of the gold are marked, or in the passage where it is who says it."""
    left, right = (article(key).text for key in pair.split(" | "))
    is_passage = one.kind is DifferenceKind.SPEAKER
    return (
        one.kind == row["kind"]
        and is_marked(row["left"], left, (link.left,) if is_passage or not one.left else one.left)
        and is_marked(
            row["right"], right, (link.right,) if is_passage or not one.right else one.right
        )
    )


def scored(pair: str, kinds: set[str]) -> Score:
    """Return how the differences of these kinds score; optional ones are not wanted."""
    rows = [row for row in GOLD["differences"][pair] if row["kind"] in kinds]
    found = [(link, one) for link, one in differing(pair) if one.kind in kinds]
    wanted = [row for row in rows if not row.get("optional")]
    hits = sum(any(matches(pair, row, *one) for one in found) for row in wanted)
    wrong = sum(not any(matches(pair, row, *one) for row in rows) for one in found)
    return Score(hits, hits + wrong, len(wanted))


@pytest.mark.parametrize(
    ("name", "kinds", "precision", "recall"),
    [
        ("numbers, dates, names", {"number", "date", "name"}, 0.99, 0.99),
        ("speakers", {"speaker"}, 0.99, 0.79),
        ("negation, certainty", {"negation", "certainty"}, 0.99, 0.66),
        ("quoted words", {"quoted_words"}, 0.99, 0.97),
    ],
)
def test_differences_between_linked_sentences(figure, name, kinds, precision, recall):
    score = added(scored(pair, kinds) for pair in GOLD["differences"])
    figure(f"sample: differing {name}, precision", score.precision, at_least=precision)
    figure(f"sample: differing {name}, recall", score.recall, at_least=recall)
