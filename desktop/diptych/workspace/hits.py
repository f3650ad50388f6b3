"""Where an article answers what the library was searched for."""

from __future__ import annotations

from diptych.library.query import parse
from diptych.library.snippets import hits_in
from diptych.model.article import Article
from diptych.text.spans import Span


def query_hits(article: Article, query: str) -> tuple[Span, ...]:
    """The words of ``article`` that ``query`` asks for, in order; site furniture is left out."""
    words = parse(query).wanted()
    if not words:
        return ()
    return tuple(hit for block in article.blocks for hit in hits_in(article, block, words))
