"""Snippets: the places in an article that answer a query, short enough for a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.library.query import Words
from diptych.library.terms import spans_at, terms
from diptych.model.article import Article, Block, BlockKind
from diptych.model.listing import Snippet
from diptych.text.spans import Span, merged

LENGTH = 160
"""Characters of a snippet, at most."""
_LEAD = 40
"""Characters before the first hit, where there are as many."""


def hits_in(article: Article, block: Block, words: Sequence[Words]) -> list[Span]:
    """Where ``block`` answers one of ``words``, in order; site furniture never does."""
    return list(merged(span for _, span in _numbered_hits(article, block, words)))


def snippet(article: Article, words: Sequence[Words]) -> Snippet | None:
    """The stretch of one block that answers the most of ``words``, the earliest of those.

    The headline stands in the list anyway and serves only where nothing else does; None where
    nothing answers them.
    """
    best_value, best = (False, 0), None
    for block in article.blocks:
        hits = sorted(_numbered_hits(article, block, words), key=lambda hit: hit[1])
        for place, (_, first) in enumerate(hits):
            end = first.start - _LEAD + LENGTH
            seen = [hit for hit in hits[place:] if hit[1].end <= end] or [hits[place]]
            value = block.kind is not BlockKind.TITLE, len({number for number, _ in seen})
            if value > best_value:
                best_value = value
                best = block.span, list(merged(span for _, span in seen))
        if best_value == (True, len(words)):
            break
    return _cut(article.text, *best) if best else None


def _numbered_hits(
    article: Article, block: Block, words: Sequence[Words]
) -> list[tuple[int, Span]]:
    """Where ``block`` answers which of ``words``, by their numbers."""
    if block.kind is BlockKind.NOISE:
        return []
    found = terms(block.span.text_in(article.text))
    matches = [
        (number, place, place + len(part.terms) - 1)
        for number, part in enumerate(words)
        for place in _places(found, part)
    ]
    if not matches:
        return []
    # Where the characters of a term are is worked out for those alone that are marked.
    places = {place for _, first, last in matches for place in (first, last)}
    spans = spans_at(article.text, block.span, places)
    return [(number, spans[first].joined(spans[last])) for number, first, last in matches]


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


def _places(found: Sequence[str], words: Words) -> Iterator[int]:
    """The places in ``found`` at which these terms begin to stand next to each other."""
    *before, last = words.terms
    for place, term in enumerate(found[len(before) :]):
        is_last = term.startswith(last) if words.is_prefix else term == last
        if is_last and found[place : place + len(before)] == before:
            yield place
