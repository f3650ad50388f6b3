"""Which passages of two accounts report the same thing.

Sentences are linked that are each other's best match and alike enough; a sentence that one outlet
split or shortened is linked to the one that holds it. Neighbours that are linked in the same order
count as support. A missing link costs a reader less than a wrong one, so doubt means none.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

import numpy as np

from diptych.analysis.similarity import Matrix, Passage, Similarity, compare, passages
from diptych.model.article import Article, BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Reading
from diptych.text.spans import Span

MAX_SENTENCES: Final = 800
"""Sentences of each article that are compared; the work grows with the product."""

MUTUAL: Final = 0.30
"""The least score of two sentences that are each other's best match."""
HELD: Final = 0.62
"""The least share of a sentence that another one has to hold, to be linked as part of it."""
_SUPPORT: Final = 0.15


def align(
    left: Article, right: Article, left_reading: Reading, right_reading: Reading
) -> Alignment:
    """The links between two articles, and the sentences of each that have none.

    Headlines link to headlines alone; captions and site furniture to nothing.
    """
    left_passages = passages(left.text, _compared(left, left_reading))
    right_passages = passages(right.text, _compared(right, right_reading))
    links = _title_links(left, right)
    if left_passages and right_passages:
        similarity = compare(left_passages, right_passages)
        scores = _supported(similarity.cosine)
        pairs = _mutual(scores) | _held(similarity, scores)
        links += [
            _link(left_passages[row], right_passages[column], similarity, scores, row, column)
            for row, column in pairs
        ]
    links.sort(key=lambda link: (link.left, link.right))
    return Alignment(
        left.sha256,
        right.sha256,
        tuple(links),
        _alone(left_passages, {link.left for link in links}),
        _alone(right_passages, {link.right for link in links}),
    )


def _compared(article: Article, reading: Reading) -> list[Span]:
    titles = [block.span for block in article.blocks_of(BlockKind.TITLE)]
    sentences = [
        sentence
        for sentence in reading.sentences
        if not any(title.covers(sentence) for title in titles)
    ]
    return sentences[:MAX_SENTENCES]


def _supported(cosine: Matrix) -> Matrix:
    """The similarity with a part of what the neighbours before and after have in the same order."""
    padded = np.pad(cosine, 1)
    neighbours = np.maximum(padded[:-2, :-2], padded[2:, 2:])
    return np.minimum(1.0, cosine + _SUPPORT * cosine.clip(max=0.5) * 2 * neighbours)


def _mutual(scores: Matrix) -> set[tuple[int, int]]:
    best_right = scores.argmax(axis=1)
    best_left = scores.argmax(axis=0)
    return {
        (row, int(column))
        for row, column in enumerate(best_right)
        if best_left[column] == row and scores[row, column] >= MUTUAL
    }


def _held(similarity: Similarity, scores: Matrix) -> set[tuple[int, int]]:
    """Sentences most of which stands in one sentence of the other side."""
    found = set()
    for row, column in enumerate(scores.argmax(axis=1)):
        if similarity.left_covered[row, column] >= HELD and scores[row, column] >= MUTUAL:
            found.add((row, int(column)))
    for column, row in enumerate(scores.argmax(axis=0)):
        if similarity.right_covered[row, column] >= HELD and scores[row, column] >= MUTUAL:
            found.add((int(row), column))
    return found


def _link(
    left: Passage, right: Passage, similarity: Similarity, scores: Matrix, row: int, column: int
) -> Link:
    covered = (
        float(similarity.left_covered[row, column]),
        float(similarity.right_covered[row, column]),
    )
    relation = _relation(left.words, right.words, covered)
    return Link(left.span, right.span, relation, round(float(scores[row, column]), 3))


def _relation(left: Sequence[str], right: Sequence[str], covered: tuple[float, float]) -> Relation:
    if left == right or difflib.SequenceMatcher(None, left, right, False).ratio() >= 0.95:
        return Relation.SAME
    if max(covered) >= 0.5 and min(covered) < 0.6 * max(covered):
        return Relation.PARTIAL
    return Relation.REWORDED


def _title_links(left: Article, right: Article) -> list[Link]:
    ours = left.blocks_of(BlockKind.TITLE)[:1]
    theirs = right.blocks_of(BlockKind.TITLE)[:1]
    if not ours or not theirs:
        return []
    (one,) = passages(left.text, [ours[0].span])
    (other,) = passages(right.text, [theirs[0].span])
    similarity = compare([one], [other])
    if similarity.cosine[0, 0] < MUTUAL:
        return []
    return [_link(one, other, similarity, similarity.cosine, 0, 0)]


def _alone(all_passages: Sequence[Passage], linked: set[Span]) -> tuple[Span, ...]:
    return tuple(one.span for one in all_passages if one.span not in linked)
