"""The library as its list shows it: grouped by story, or the hits of a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.errors import QueryError
from diptych.library.catalogue import Catalogue
from diptych.library.search import Search
from diptych.model.listing import Entry, Facet, Hit, Order, SearchResult
from diptych.workspace.stories import Stories


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """The accounts of one event, in the order of the list; one alone where nobody else told it."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def is_story(self) -> bool:
        """Whether there is more than one account."""
        return len(self.entries) > 1


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows.

    Without a query ``groups`` hold every article and ``hits`` is empty; with one it is the other
    way round.
    """

    query: str
    order: Order
    total: int
    groups: tuple[StoryGroup, ...] = ()
    hits: tuple[tuple[Entry, Hit], ...] = ()
    facets: tuple[Facet, ...] = ()
    notice: QueryError | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The files of a library at one version of its catalogue."""

    version: int
    entries: tuple[Entry, ...]
    by_path: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class _Grouped:
    """The groups of one list of files, one grouping and one order."""

    known: _Known
    stories: object
    order: Order
    groups: tuple[StoryGroup, ...]


class Listings:
    """Lists one library; safe to use from any thread.

    What was read and sorted is kept until something is committed: while one types, nothing is.
    """

    def __init__(self, catalogue: Catalogue, search: Search, stories: Stories) -> None:
        self._catalogue, self._search, self._stories = catalogue, search, stories
        self._known: _Known | None = None
        self._grouped: _Grouped | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Every file, in the order of paths."""
        return self._current().entries

    def listing(self, query: str, order: Order) -> Listing:
        """What the list shows for a query as it is being typed; all stories where it is empty."""
        known = self._current()
        if not query.strip():
            facets = self._search.search("", order, limit=0).facets
            return Listing(
                query, order, len(known.entries), self._groups(known, order), facets=facets
            )
        result = self._search.search(query, order)
        hits = found(result, known.by_path)
        return Listing(
            query, order, result.total, hits=hits, facets=result.facets, notice=result.notice
        )

    def _current(self) -> _Known:
        version = self._catalogue.version()
        known = self._known
        if known is None or known.version != version:
            entries = tuple(self._catalogue.entries())
            known = _Known(version, entries, {entry.path: entry for entry in entries})
            self._known = known
        return known

    def _groups(self, known: _Known, order: Order) -> tuple[StoryGroup, ...]:
        stories, kept = self._stories.stories, self._grouped
        if (
            kept is None
            or kept.known is not known
            or kept.stories is not stories
            or kept.order is not order
        ):
            kept = _Grouped(known, stories, order, grouped(known.entries, stories, order))
            self._grouped = kept
        return kept.groups


def grouped(
    entries: Sequence[Entry], stories: Iterable[Sequence[str]], order: Order
) -> tuple[StoryGroup, ...]:
    """``entries`` by story.

    A group stands where its first article in ``order`` stands, and its articles are in that order
    too. Dates run from the newest to the oldest; undated articles come last.
    """
    stories = [story for story in stories if len(story) > 1]
    story_of = {path: number for number, story in enumerate(stories) for path in story}
    groups: dict[object, list[Entry]] = {}
    for entry in in_order(entries, order):
        number = story_of.get(entry.path)
        key: object = entry.path if number is None else number
        groups.setdefault(key, []).append(
            entry if number is None else replace(entry, story=str(number))
        )
    return tuple(StoryGroup(story_title(members), tuple(members)) for members in groups.values())


def story_title(entries: Sequence[Entry]) -> str:
    """The headline that stands for the story: of the account that was published first."""
    dated = [entry for entry in entries if entry.published]
    return min(dated or entries, key=lambda entry: (entry.published, entry.path)).headline


def in_order(entries: Iterable[Entry], order: Order) -> list[Entry]:
    """``entries`` sorted; files that could not be read come last, whatever the order."""
    by_title = sorted(entries, key=lambda entry: (entry.headline.casefold(), entry.path))
    if order is Order.OUTLET:
        by_title.sort(key=lambda entry: (not entry.outlet, entry.outlet.casefold()))
    elif order is not Order.TITLE:
        by_title.sort(key=lambda entry: entry.published or entry.updated, reverse=True)
    by_title.sort(key=lambda entry: bool(entry.problem))
    return by_title


def found(result: SearchResult, entries: Mapping[str, Entry]) -> tuple[tuple[Entry, Hit], ...]:
    """The hits of ``result`` with what the list knows of their articles."""
    return tuple((entries[hit.path], hit) for hit in result.hits if hit.path in entries)
