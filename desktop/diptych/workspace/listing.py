"""The library as its list shows it: grouped by story, or the hits of a query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.model.listing import Entry, Facet, Hit, Order, SearchResult


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
    notice: str = ""


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
