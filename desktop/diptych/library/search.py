"""Search: from what a reader types to the articles that answer it."""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Collection, Mapping, Sequence, Set

from diptych.errors import QueryError
from diptych.library.catalogue import Catalogue
from diptych.library.index import Index
from diptych.library.query import And, Dates, Field, FieldName, Not, Or, Query, Words, parse
from diptych.library.shelf import Shelf, TagShelf
from diptych.library.snippets import snippet
from diptych.model.listing import Hit, Order, SearchResult

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
        self._tags: TagShelf | None = None

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
            self._index.refresh()
            shelf, tags = self._shelves()
            evaluation = _Evaluation(self._catalogue, self._index, shelf, tags, stories or {})
            found = evaluation.of(parsed.query)
            scores = self._index.rank(wanted, found) if order is Order.RELEVANCE else {}
            files = _ordered(found, shelf, order, scores, _end(offset, limit))[offset:]
            facets = (*shelf.facets(found), *tags.facets(found))
            notice = parsed.notice
            if wanted and not self._index.is_usable:
                words = "The index is being built: not everything is found yet."
                notice = notice or QueryError(words)
            hits = self._hits(files, scores, wanted, snippets)
        return SearchResult(hits, len(found), facets, notice)

    def _shelves(self) -> tuple[Shelf, TagShelf]:
        revision = self._catalogue.revision()
        if self._shelf is None or self._shelf.revision != revision.files:
            self._shelf = Shelf(self._catalogue)
        if self._tags is None or self._tags.revision != revision:
            self._tags = TagShelf(self._catalogue)
        return self._shelf, self._tags

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


class _Evaluation:
    """Answers one query part by part, with sets of files."""

    def __init__(
        self,
        catalogue: Catalogue,
        index: Index,
        shelf: Shelf,
        tags: TagShelf,
        stories: Stories,
    ) -> None:
        self._catalogue = catalogue
        self._index = index
        self._shelf = shelf
        self._tags = tags
        self._stories = stories

    def of(self, query: Query) -> Set[int]:
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
        found = wanted.pop(0) if wanted else self._shelf.all
        for files in wanted:
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
                return self._tags.of_tag(field.words)
            case FieldName.STORY:
                return self._shelf.at(self._stories.get(field.value, ()))
            case FieldName.DATE:
                raise AssertionError("dates have a value of their own")


def _end(offset: int, limit: int | None) -> int | None:
    return None if limit is None else offset + limit


def _ordered(
    found: Set[int],
    shelf: Shelf,
    order: Order,
    scores: Mapping[int, float],
    end: int | None,
) -> list[int]:
    """The files found in this order, up to the one at ``end``."""
    if not scores and len(found) > len(shelf.all) // 8:
        return list(itertools.islice((file for file in shelf.ordered(order) if file in found), end))
    place = shelf.place(order)

    def best_first(file: int) -> tuple[float, int]:
        return -scores.get(file, 0.0), place(file)

    key = best_first if scores else place
    if end is not None and end < len(found) // 8:
        return heapq.nsmallest(end, found, key=key)
    return sorted(found, key=key)[:end]
