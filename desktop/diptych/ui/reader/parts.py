"""Which part of a very long article is in the window."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from diptych.model.article import Article, Block

LONG = 200_000
"""Code points from which an article is opened in parts: more takes too long to lay out."""
STEP = 40_000
"""Code points by which the part moves on; a part is two steps, so that neighbours overlap."""


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks ``first <= number < last``; ``step`` counts the parts from 0 to ``count`` - 1."""

    first: int
    last: int
    step: int = 0
    count: int = 1

    @property
    def has_before(self) -> bool:
        """Whether the article has text before this part."""
        return self.step > 0

    @property
    def has_after(self) -> bool:
        """Whether the article has text after this part."""
        return self.step < self.count - 1


def part_at(article: Article, step: int) -> Part:
    """The ``step``-th part, or the nearest there is; short articles are one part."""
    blocks, length = article.blocks, len(article.text)
    if length <= LONG:
        return Part(0, len(blocks))
    count = max(1, -(-length // STEP) - 1)
    step = min(max(step, 0), count - 1)
    first = bisect_left(blocks, step * STEP, key=_start)
    last = bisect_left(blocks, (step + 2) * STEP, key=_start)
    return Part(first, last if step < count - 1 else len(blocks), step, count)


def part_around(article: Article, position: int) -> Part:
    """The part that has ``position`` nearest to its middle."""
    return part_at(article, round(position / STEP) - 1)


def _start(block: Block) -> int:
    return block.span.start
