"""Snippets: the places in an article that answer a query, short enough for a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.library.query import Words
from diptych.library.terms import located_terms
from diptych.model.article import Article, Block, BlockKind
from diptych.model.listing import Snippet
from diptych.text.spans import Span, merged

LENGTH = 160
"""Characters of a snippet, at most."""
_LEAD = 40
"""Characters before the first hit, where there are as many."""


def hits_in(article: Article, block: Block, words: Sequence[Words]) -> list[Span]:
    """Where ``block`` answers one of ``words``, in order; site furniture never does."""
    if block.kind is BlockKind.NOISE:
        return []
    located = list(located_terms(article.text, block.span))
    return list(merged(span for part in words for span in _matches(located, part)))


def snippet(article: Article, words: Sequence[Words]) -> Snippet | None:
    """The stretch of one block with the most hits, the earliest of those; None without a hit.

    The headline stands in the list anyway and serves only where nothing else does.
    """
    best: tuple[tuple[bool, int], Block, list[Span]] | None = None
    for block in article.blocks:
        hits = hits_in(article, block, words)
        for first in range(len(hits)):
            end = hits[first].start - _LEAD + LENGTH
            seen = [hit for hit in hits[first:] if hit.end <= end] or hits[first : first + 1]
            value = (block.kind is not BlockKind.TITLE, len(seen))
            if best is None or value > best[0]:
                best = (value, block, seen)
    return _cut(article.text, best[1].span, best[2]) if best else None


def _cut(text: str, block: Span, hits: list[Span]) -> Snippet:
    """The characters of ``block`` around ``hits``, whole words, and dots for the rest."""
    start = max(block.start, min(hits[0].start - _LEAD, block.end - LENGTH))
    end = min(block.end, max(start + LENGTH, hits[-1].end))
    if start > block.start:
        space = text.find(" ", start, hits[0].start)
        start = space + 1 if space >= 0 else hits[0].start
    if end < block.end:
        space = text.rfind(" ", hits[-1].end, end)
        end = space if space >= 0 else max(hits[-1].end, end)
    lead = "… " if start > block.start else ""
    trail = " …" if end < block.end else ""
    shift = len(lead) - start
    return Snippet(
        f"{lead}{text[start:end]}{trail}",
        tuple(hit.shifted(shift) for hit in hits if hit.end <= end),
    )


def _matches(located: Sequence[tuple[str, Span]], words: Words) -> Iterator[Span]:
    *before, last = words.terms
    ahead = len(before)
    for place in range(ahead, len(located)):
        term, span = located[place]
        if not (term.startswith(last) if words.is_prefix else term == last):
            continue
        start = place - ahead
        if all(located[start + step][0] == term for step, term in enumerate(before)):
            yield located[start][1].joined(span)
