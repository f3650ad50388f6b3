"""The shelf: what search filters, sorts and counts a library by, held in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from diptych.library.catalogue import Catalogue, Fact
from diptych.library.query import Dates, Words
from diptych.library.terms import terms
from diptych.model.listing import Facet, Order
from diptych.text.words import folded

MONTH = len("2022-02")


class Shelf:
    """The files of a catalogue at one revision of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision = catalogue.revision()
        facts = catalogue.facts()
        self._facts = facts
        self._paths = {fact.id: fact.path for fact in facts}
        self._outlets = {fact.id: fact.outlet for fact in facts}
        self._dates = {fact.id: fact.date for fact in facts}
        self._months = {fact.id: fact.date[:MONTH] for fact in facts}
        self._places: dict[Order, dict[int, int]] = {}
        self.all = frozenset(self._paths)

    def path(self, file: int) -> str:
        """The path of this file."""
        return self._paths[file]

    def at(self, paths: Collection[str]) -> set[int]:
        """The files at these paths."""
        return {file for file, path in self._paths.items() if path in paths}

    def of_outlet(self, words: Words) -> set[int]:
        """The files whose outlet has these words in its name."""
        outlets = set(self._outlets.values())
        wanted = {outlet for outlet in outlets if holds(terms(outlet), words)}
        return {file for file, outlet in self._outlets.items() if outlet in wanted}

    def of_dates(self, dates: Dates) -> set[int]:
        """The files of these days; files without a date are of none."""
        wanted = {date for date in set(self._dates.values()) if date in dates}
        return {file for file, date in self._dates.items() if date in wanted}

    def facets(self, files: Collection[int]) -> Iterator[Facet]:
        """How many of ``files`` each outlet and each month has, the greatest number first."""
        yield from counted("outlet", map(self._outlets.__getitem__, files))
        yield from counted("month", map(self._months.__getitem__, files))

    def place(self, order: Order) -> Callable[[int], int]:
        """What gives a file's place in this order; relevance alone has none and is as by date.

        By date the newest stand first; what is not known stands last.
        """
        if order not in self._places:
            ordered = sorted(self._facts, key=_KEYS[order])
            if order in {Order.DATE, Order.RELEVANCE}:
                ordered.reverse()
            self._places[order] = {fact.id: place for place, fact in enumerate(ordered)}
        return self._places[order].__getitem__


def holds(found: Sequence[str], words: Words) -> bool:
    """Whether these terms stand in a row in what was ``found``, the last one perhaps longer."""
    *before, last = words.terms
    size = len(words.terms)
    for start in range(len(found) - size + 1):
        *ahead, end = found[start : start + size]
        if ahead == before and (end.startswith(last) if words.is_prefix else end == last):
            return True
    return False


def counted(field: str, values: Iterable[str]) -> Iterator[Facet]:
    """How often each value is there, the greatest number first; the empty one is left out."""
    counts = Counter(values)
    for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if value:
            yield Facet(field, value, count)


def _by_date(fact: Fact) -> tuple[str, ...]:
    return (fact.date, fact.path)


def _by_outlet(fact: Fact) -> tuple[bool, str, str]:
    return (not fact.outlet, folded(fact.outlet), fact.path)


def _by_title(fact: Fact) -> tuple[str, str]:
    return (folded(fact.title or fact.path.rpartition("/")[2]), fact.path)


_KEYS: dict[Order, Callable[[Fact], tuple[bool | str, ...]]] = {
    Order.DATE: _by_date,
    Order.RELEVANCE: _by_date,
    Order.OUTLET: _by_outlet,
    Order.TITLE: _by_title,
}
