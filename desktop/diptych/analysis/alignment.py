"""Which passages of two accounts report the same thing.

Sentences are linked that are each other's best match, alike enough, and more alike than either is
to any other. Where one outlet splits what the other tells in one sentence, only one half can be
its best match; the other half is linked if it stands near the first and the two together say more
of the whole than the first alone (after Thompson and Koehn, "Vecalign", EMNLP 2019, where a block's
vector is the sum of its sentences'), or if the whole holds most of its words. Links may cross. A
missing link costs a reader less than a wrong one, so doubt means none.
"""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from diptych.analysis.likeness import Likeness, likeness
from diptych.analysis.passages import Passage, passages
from diptych.analysis.similarity import Matrix
from diptych.model.article import Article, BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Reading
from diptych.text.spans import Span

MAX_SENTENCES: Final = 800
"""Sentences of each article that are compared; the work grows with the product."""

MUTUAL: Final = 0.38
"""The least certainty of two sentences that are each other's best match."""
PART: Final = 0.31
"""The least likeness of a sentence that the other outlet tells as part of a longer one."""
HEADLINES: Final = 0.55
"""The least cosine of two headlines, which are compared by meaning alone: two lines of one story
share its names anyway, and no other words need be the same."""

_DISTINCT: Final = 0.4
"""How much certainty is gained by the distance to the next best match."""
_HELD: Final = 0.62
"""The share of a sentence's wording that the longer one has to hold, if no other half is found."""
_NEAR: Final = 5
"""Sentences between two halves at most."""
_GAIN: Final = 0.03
"""What the second half has to add to the cosine of the first one."""
_ALONE: Final = 0.1
"""By how much a cosine of meaning alone is higher than the certainty it gives."""
_EVEN: Final = 0.373
_STEEP: Final = 13.3
"""The logistic curve that turns certainty into the share of right links, fitted with the weights of
`likeness`: half of those at `_EVEN` are right, 96 of 100 at 0.6."""

Pair = tuple[int, int]


def align(
    left: Article, right: Article, left_reading: Reading, right_reading: Reading
) -> Alignment:
    """The links between two articles, and the sentences of each that have none.

    Headlines link to headlines alone, headings, captions and site furniture to nothing. The score
    of a link is the share of such links that are right.
    """
    ours, theirs = _passages(left, left_reading), _passages(right, right_reading)
    links = [*_title_links(left, right, left_reading, right_reading)]
    if ours and theirs:
        alike = likeness(ours, theirs, across_languages=_differ(left.language, right.language))
        links += [
            _link(ours[match.row], theirs[match.column], alike, match) for match in _matches(alike)
        ]
    links.sort(key=lambda link: (link.left, link.right))
    return Alignment(
        left.sha256,
        right.sha256,
        tuple(links),
        _alone(ours, {link.left for link in links}),
        _alone(theirs, {link.right for link in links}),
    )


def _passages(article: Article, reading: Reading) -> list[Passage]:
    """The sentences that are compared: no headlines, no headings, and nothing without a word."""
    apart = [block.span for block in article.blocks_of(BlockKind.TITLE, BlockKind.HEADING)]
    sentences = [
        sentence
        for sentence in reading.sentences
        if not any(block.covers(sentence) for block in apart)
    ]
    found = passages(article, reading, sentences[:MAX_SENTENCES])
    return [passage for passage in found if passage.written]


def _differ(language: str, other: str) -> bool:
    """Whether both languages are known and two."""
    return bool(language and other) and language[:2].lower() != other[:2].lower()


@dataclass(frozen=True, slots=True)
class _Match:
    """Two sentences that are linked; ``is_part`` if one of them says more than the other."""

    row: int
    column: int
    certainty: float
    is_part: bool = False


def _matches(alike: Likeness) -> list[_Match]:
    scores = alike.scores
    certainty = scores + _DISTINCT * (scores - _rivals(scores))
    first = {pair for pair in _mutual(scores) if certainty[pair] >= MUTUAL}
    parts = {
        *_parts(scores, alike.left_covered, alike.left_vectors, alike.right_vectors, first),
        *(
            (row, column)
            for column, row in _parts(
                scores.T,
                alike.right_covered.T,
                alike.right_vectors,
                alike.left_vectors,
                {(column, row) for row, column in first},
            )
        ),
    }
    split = _repeated(first | parts)
    return [
        _Match(
            row,
            column,
            float((certainty if (row, column) in first else scores)[row, column]),
            (row, column) in split,
        )
        for row, column in first | parts
    ]


def _rivals(scores: Matrix) -> Matrix:
    """For each pair the highest score that one of the two has with a third."""

    def in_rows(matrix: Matrix) -> Matrix:
        if matrix.shape[1] < 2:
            return np.zeros_like(matrix)
        highest = np.partition(matrix, -2, axis=1)
        second, best = highest[:, -2:-1], highest[:, -1:]
        return np.where(matrix >= best, second, best)

    return np.maximum(in_rows(scores), in_rows(scores.T).T)


def _mutual(scores: Matrix) -> Iterator[Pair]:
    """The pairs that are each other's best match."""
    best_left = scores.argmax(axis=0)
    for row, column in enumerate(scores.argmax(axis=1)):
        if best_left[column] == row:
            yield row, int(column)


def _parts(
    scores: Matrix, covered: Matrix, rows: Matrix, columns: Matrix, first: set[Pair]
) -> Iterator[Pair]:
    """Rows that are told by a column as part of more, while the column's best match is another."""
    half_of = {column: row for row, column in first}
    for row, best in enumerate(scores.argmax(axis=1)):
        column = int(best)
        if scores[row, column] < PART or (row, column) in first:
            continue
        half = half_of.get(column)
        if covered[row, column] >= _HELD:
            yield row, column
        elif half is not None and abs(row - half) <= _NEAR:
            both = rows[row] + rows[half]
            together = float(both @ columns[column]) / float(np.linalg.norm(both))
            if together >= float(rows[half] @ columns[column]) + _GAIN:
                yield row, column


def _repeated(pairs: set[Pair]) -> set[Pair]:
    """Those of ``pairs`` that share a row or a column with another one."""
    rows, columns = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    return {(row, column) for row, column in pairs if rows[row] > 1 or columns[column] > 1}


def _link(left: Passage, right: Passage, alike: Likeness, match: _Match) -> Link:
    pair = match.row, match.column
    covered = float(alike.left_covered[pair]), float(alike.right_covered[pair])
    relation = _relation(left.written, right.written, covered, is_part=match.is_part)
    return Link(left.span, right.span, relation, _score(match.certainty))


def _score(certainty: float) -> float:
    """The share of links of this certainty that are right."""
    return round(1 / (1 + math.exp(_STEEP * (_EVEN - certainty))), 3)


def _relation(
    left: Sequence[str], right: Sequence[str], covered: tuple[float, float], *, is_part: bool
) -> Relation:
    alike = difflib.SequenceMatcher(None, left, right, autojunk=False)
    if left == right or alike.ratio() >= 0.95:
        return Relation.SAME
    if is_part or (max(covered) >= 0.5 and min(covered) < 0.6 * max(covered)):
        return Relation.PARTIAL
    return Relation.REWORDED


def _title_links(
    left: Article, right: Article, left_reading: Reading, right_reading: Reading
) -> Iterator[Link]:
    ours = left.blocks_of(BlockKind.TITLE)[:1]
    theirs = right.blocks_of(BlockKind.TITLE)[:1]
    if ours and theirs:
        one = passages(left, left_reading, [ours[0].span])
        other = passages(right, right_reading, [theirs[0].span])
        alike = likeness(one, other)
        cosine = float(alike.left_vectors[0] @ alike.right_vectors[0])
        if cosine >= HEADLINES:
            yield _link(one[0], other[0], alike, _Match(0, 0, cosine - _ALONE))


def _alone(compared: Sequence[Passage], linked: set[Span]) -> tuple[Span, ...]:
    return tuple(one.span for one in compared if one.span not in linked)
