"""Which passages of two accounts report the same thing.

Sentences are linked that are each other's best match and alike enough; one that the other outlet
split or shortened is linked to the sentence that holds it; and between two links that follow each
other on both sides, less likeness is enough. A missing link costs a reader less than a wrong one,
so doubt means none.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from diptych.analysis.passages import Passage, passages
from diptych.analysis.similarity import Matrix, Similarity, compare
from diptych.model.article import Article, BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Reading
from diptych.text.spans import Span

MAX_SENTENCES: Final = 800
"""Sentences of each article that are compared; the work grows with the product."""

MUTUAL: Final = 0.30
"""The least likeness of two sentences that are each other's best match."""
BETWEEN: Final = 0.17
"""The same between two links that follow each other on both sides."""
HELD: Final = 0.62
"""The least share of a sentence that another one has to hold, to be linked as part of it."""
_MOST_BETWEEN: Final = 12
"""Pairs of sentences between two links, beyond which their order says nothing."""
_SUPPORT: Final = 0.3

Pair = tuple[int, int]


def align(
    left: Article, right: Article, left_reading: Reading, right_reading: Reading
) -> Alignment:
    """The links between two articles, and the sentences of each that have none.

    Headlines link to headlines alone, headings, captions and site furniture to nothing.
    """
    ours, theirs = _passages(left, left_reading), _passages(right, right_reading)
    links = [*_title_links(left, right)]
    if ours and theirs:
        similarity = compare(ours, theirs)
        scores = _supported(similarity.cosine)
        for row, column in sorted(_pairs(similarity, scores)):
            links.append(_link(ours[row], theirs[column], similarity, (row, column), scores))
    links.sort(key=lambda link: (link.left, link.right))
    return Alignment(
        left.sha256,
        right.sha256,
        tuple(links),
        _alone(ours, {link.left for link in links}),
        _alone(theirs, {link.right for link in links}),
    )


def _passages(article: Article, reading: Reading) -> list[Passage]:
    """The sentences that are compared: neither headlines nor headings."""
    apart = [block.span for block in article.blocks_of(BlockKind.TITLE, BlockKind.HEADING)]
    sentences = [
        sentence
        for sentence in reading.sentences
        if not any(block.covers(sentence) for block in apart)
    ]
    return passages(article.text, sentences[:MAX_SENTENCES], reading.entities)


def _supported(cosine: Matrix) -> Matrix:
    """The likeness with a part of what the neighbours before and after have in the same order."""
    padded = np.pad(cosine, 1)
    neighbours = np.maximum(padded[:-2, :-2], padded[2:, 2:])
    return np.minimum(1.0, cosine + _SUPPORT * cosine.clip(max=0.5) * neighbours)


def _pairs(similarity: Similarity, scores: Matrix) -> set[Pair]:
    sure = set(_mutual(scores, MUTUAL)) | set(_held(similarity, scores))
    return sure | set(_between(sorted(sure), scores))


def _mutual(scores: Matrix, least: float) -> Iterator[Pair]:
    """The pairs that are each other's best match."""
    best_left = scores.argmax(axis=0)
    for row, column in enumerate(scores.argmax(axis=1)):
        if best_left[column] == row and scores[row, column] >= least:
            yield row, int(column)


def _held(similarity: Similarity, scores: Matrix) -> Iterator[Pair]:
    """Sentences most of which stands in one sentence of the other side."""
    for row, column in enumerate(scores.argmax(axis=1)):
        if similarity.left_covered[row, column] >= HELD and scores[row, column] >= MUTUAL:
            yield row, int(column)
    for column, row in enumerate(scores.argmax(axis=0)):
        if similarity.right_covered[row, column] >= HELD and scores[row, column] >= MUTUAL:
            yield int(row), column


def _between(sure: Sequence[Pair], scores: Matrix) -> Iterator[Pair]:
    """The best matches among the sentences between two links in a row, if they are few."""
    edges = [(-1, -1), *sure, scores.shape]
    for (row, column), (next_row, next_column) in itertools.pairwise(edges):
        rows, columns = next_row - row - 1, next_column - column - 1
        if rows > 0 and columns > 0 and rows * columns <= _MOST_BETWEEN:
            box = scores[row + 1 : next_row, column + 1 : next_column]
            for inner_row, inner_column in _mutual(box, BETWEEN):
                yield row + 1 + inner_row, column + 1 + inner_column


def _link(
    left: Passage, right: Passage, similarity: Similarity, pair: Pair, scores: Matrix
) -> Link:
    covered = float(similarity.left_covered[pair]), float(similarity.right_covered[pair])
    relation = _relation(left.written, right.written, covered)
    return Link(left.span, right.span, relation, round(float(scores[pair]), 3))


def _relation(left: Sequence[str], right: Sequence[str], covered: tuple[float, float]) -> Relation:
    alike = difflib.SequenceMatcher(None, left, right, autojunk=False)
    if left == right or alike.ratio() >= 0.95:
        return Relation.SAME
    if max(covered) >= 0.5 and min(covered) < 0.6 * max(covered):
        return Relation.PARTIAL
    return Relation.REWORDED


def _title_links(left: Article, right: Article) -> Iterator[Link]:
    ours = left.blocks_of(BlockKind.TITLE)[:1]
    theirs = right.blocks_of(BlockKind.TITLE)[:1]
    if ours and theirs:
        (one,) = passages(left.text, [ours[0].span])
        (other,) = passages(right.text, [theirs[0].span])
        similarity = compare([one], [other])
        if similarity.cosine[0, 0] >= MUTUAL:
            yield _link(one, other, similarity, (0, 0), similarity.cosine)


def _alone(compared: Sequence[Passage], linked: set[Span]) -> tuple[Span, ...]:
    return tuple(one.span for one in compared if one.span not in linked)
