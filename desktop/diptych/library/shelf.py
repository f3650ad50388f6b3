"""The shelf: what search filters, sorts and counts a library by, held in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set

from diptych.library.catalogue import Catalogue, Fact
from diptych.library.query import Dates, Words
from diptych.library.terms import terms
from diptych.model.listing import Facet, Order
from diptych.text.words import folded

MONTH = len("2022-02")


class Shelf:
    """The files of a catalogue at one revision of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision = catalogue.revision().files
        facts = catalogue.facts()
        self._facts = facts
        self._paths = {fact.id: fact.path for fact in facts}
        self._outlets = {fact.id: fact.outlet for fact in facts}
        self._dates = {fact.id: fact.date for fact in facts}
        self._months = {fact.id: fact.date[:MONTH] for fact in facts}
        self._ordered: dict[Order, list[int]] = {}
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
        yield from _facets("outlet", Counter(map(self._outlets.__getitem__, files)))
        yield from _facets("month", Counter(map(self._months.__getitem__, files)))

    def ordered(self, order: Order) -> Sequence[int]:
        """All files in this order; relevance alone has none and is as by date.

        By date the newest stand first; what is not known stands last.
        """
        if order not in self._ordered:
            facts = sorted(self._facts, key=_KEYS[order])
            if order in {Order.DATE, Order.RELEVANCE}:
                facts.reverse()
            self._ordered[order] = [fact.id for fact in facts]
        return self._ordered[order]

    def place(self, order: Order) -> Callable[[int], int]:
        """What gives a file's place in this order."""
        if order not in self._places:
            ordered = self.ordered(order)
            self._places[order] = dict(zip(ordered, range(len(ordered)), strict=True))
        return self._places[order].__getitem__


class TagShelf:
    """Which files have which tags, at one revision of them and of the files."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision = catalogue.revision()
        self._files: dict[str, set[int]] = defaultdict(set)
        for file, tag in catalogue.tag_rows():
            self._files[tag].add(file)

    def of_tag(self, words: Words) -> set[int]:
        """The files with a tag that has these words in its name."""
        wanted = (files for tag, files in self._files.items() if holds(terms(tag), words))
        return set().union(*wanted)

    def facets(self, files: Set[int]) -> Iterator[Facet]:
        """How many of ``files`` each tag has, the greatest number first."""
        yield from _facets("tag", {tag: len(own & files) for tag, own in self._files.items()})


def holds(found: Sequence[str], words: Words) -> bool:
    """Whether these terms stand in a row in what was ``found``, the last one perhaps longer."""
    *before, last = words.terms
    size = len(words.terms)
    for start in range(len(found) - size + 1):
        *ahead, end = found[start : start + size]
        if ahead == before and (end.startswith(last) if words.is_prefix else end == last):
            return True
    return False


def _facets(field: str, counts: Mapping[str, int]) -> Iterator[Facet]:
    """The counts from the greatest on, without what is not known or not there."""
    for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if value and count:
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
