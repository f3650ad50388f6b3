"""Search: from what a reader types to the articles that answer it."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Collection, Mapping, Sequence

from diptych.library.catalogue import Catalogue
from diptych.library.index import Index
from diptych.library.query import And, Dates, Field, FieldName, Not, Or, Query, Words, parse
from diptych.library.shelf import Shelf, counted, holds
from diptych.library.snippets import snippet
from diptych.library.terms import terms
from diptych.model.listing import Facet, Hit, Order, SearchResult

ON_SCREEN = 20
"""Hits that come with a snippet unless another number is asked for."""

Stories = Mapping[str, Collection[str]]
"""The paths of the articles of each story, by a name that holds for this grouping only."""


class Search:
    """Searches one library; safe to use from several threads, which take turns."""

    def __init__(self, catalogue: Catalogue, index: Index) -> None:
        self._catalogue = catalogue
        self._index = index
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def search(
        self,
        text: str,
        order: Order = Order.DATE,
        *,
        limit: int | None = None,
        offset: int = 0,
        snippets: int = ON_SCREEN,
        typing: bool = True,
        stories: Stories | None = None,
    ) -> SearchResult:
        """The articles that answer ``text``, in this order, from the one at ``offset`` on.

        No text finds every file. ``snippets`` says how many of the hits given back come with one:
        those that are on screen. With ``typing`` the last word may be the beginning of longer
        ones. Facets count all that was found: outlets, months and tags, each with the greatest
        number first.
        """
        parsed = parse(text, typing=typing)
        wanted = parsed.wanted()
        with self._lock:
            shelf = self._current_shelf()
            found = _Evaluation(self._catalogue, self._index, shelf, stories or {}).of(parsed.query)
            scores = self._index.rank(wanted, found) if order is Order.RELEVANCE else {}
            files = _ordered(found, shelf, order, scores, _end(offset, limit))[offset:]
            facets = (*shelf.facets(found), *self._tag_facets(found, shelf))
            notice = parsed.notice
            if wanted and not self._index.is_usable:
                notice = notice or "The index is being built: not everything is found yet."
            hits = self._hits(files, scores, wanted, snippets)
        return SearchResult(hits, len(found), facets, notice)

    def _current_shelf(self) -> Shelf:
        if self._shelf is None or self._shelf.revision != self._catalogue.revision():
            self._shelf = Shelf(self._catalogue)
        self._index.refresh()
        return self._shelf

    def _hits(
        self,
        files: Sequence[int],
        scores: Mapping[int, float],
        wanted: Sequence[Words],
        snippets: int,
    ) -> tuple[Hit, ...]:
        assert self._shelf is not None
        shown = self._catalogue.articles(files[:snippets]) if wanted else {}
        hits = []
        for file in files:
            found = snippet(shown[file], wanted) if file in shown else None
            parts = () if found is None else (found,)
            hits.append(Hit(self._shelf.path(file), scores.get(file, 0.0), parts))
        return tuple(hits)

    def _tag_facets(self, found: Collection[int], shelf: Shelf) -> list[Facet]:
        rows = self._catalogue.tag_rows()
        everything = len(found) == len(shelf.all)
        return list(counted("tag", (tag for file, tag in rows if everything or file in found)))


class _Evaluation:
    """Answers one query part by part, with sets of files."""

    def __init__(self, catalogue: Catalogue, index: Index, shelf: Shelf, stories: Stories) -> None:
        self._catalogue = catalogue
        self._index = index
        self._shelf = shelf
        self._stories = stories

    def of(self, query: Query) -> Collection[int]:
        """The files that answer ``query``."""
        return self._of(query) & self._shelf.all

    def _of(self, query: Query) -> frozenset[int] | set[int]:
        match query:
            case Words():
                return self._index.find(query)
            case Field():
                return self._of_field(query)
            case Dates():
                return self._shelf.of_dates(query)
            case Not(part):
                return self._shelf.all - self._of(part)
            case Or(parts):
                return set().union(*map(self._of, parts))
            case And(parts):
                return self._of_all(parts)

    def _of_all(self, parts: Sequence[Query]) -> frozenset[int] | set[int]:
        wanted = sorted((self._of(part) for part in parts if not isinstance(part, Not)), key=len)
        found = frozenset.intersection(self._shelf.all, *wanted) if not wanted else wanted[0]
        for files in wanted[1:]:
            found = found & files
        for part in parts:
            if isinstance(part, Not):
                found = found - self._of(part.part)
        return found

    def _of_field(self, field: Field) -> set[int]:
        match field.name:
            case FieldName.OUTLET:
                return self._shelf.of_outlet(field.words)
            case FieldName.NAME:
                return self._catalogue.named(field.words.terms, is_prefix=field.words.is_prefix)
            case FieldName.TAG:
                tags = [tag for tag in self._catalogue.tags() if holds(terms(tag), field.words)]
                return self._catalogue.tagged(tags)
            case FieldName.STORY:
                return self._shelf.at(self._stories.get(field.value, ()))
            case FieldName.DATE:
                raise AssertionError("dates have a value of their own")


def _end(offset: int, limit: int | None) -> int | None:
    return None if limit is None else offset + limit


def _ordered(
    found: Collection[int],
    shelf: Shelf,
    order: Order,
    scores: Mapping[int, float],
    end: int | None,
) -> list[int]:
    place = shelf.place(order)

    def key(file: int) -> tuple[float, int]:
        return -scores.get(file, 0.0), place(file)

    chosen = key if scores else place
    if end is not None and end < len(found) // 8:
        return heapq.nsmallest(end, found, key=chosen)
    return sorted(found, key=chosen)[:end]
