"""The shelf: what search filters, sorts and counts a library by, held in memory."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set

from diptych.library.catalogue import Catalogue, Fact
from diptych.library.query import Dates, Words
from diptych.library.terms import terms
from diptych.model.listing import Facet, Order
from diptych.text.words import folded

MONTH = len("2022-02")

Groups = Mapping[str, set[int]]
"""Which files have each value of a field."""


class Shelf:
    """The files of a catalogue at one revision of it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.revision = catalogue.revision().files
        self._facts = sorted(catalogue.facts(), key=lambda fact: (fact.date, fact.path))
        self._dates = [fact.date for fact in self._facts]
        self._paths = {fact.id: fact.path for fact in self._facts}
        self._outlets = _grouped((fact.outlet, fact.id) for fact in self._facts)
        self._months = _grouped((fact.date[:MONTH], fact.id) for fact in self._facts)
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
        return _with_words(self._outlets, words)

    def of_dates(self, dates: Dates) -> set[int]:
        """The files of these days; files without a date are of none."""
        # A day is a beginning of the times on it, and "~" comes behind all that go on from it.
        first = bisect.bisect_left(self._dates, dates.first or "0")
        end = bisect.bisect_left(self._dates, f"{dates.last}~")
        return {fact.id for fact in self._facts[first:end]}

    def facets(self, files: Set[int]) -> Iterator[Facet]:
        """How many of ``files`` each outlet and each month has, the greatest number first."""
        yield from _facets("outlet", self._outlets, files)
        yield from _facets("month", self._months, files)

    def ordered(self, order: Order) -> Sequence[int]:
        """All files in this order; relevance alone has none and is as by date.

        By date the newest stand first; what is not known stands last.
        """
        if order not in self._ordered:
            key = _KEYS.get(order)
            facts = sorted(self._facts, key=key) if key else reversed(self._facts)
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
        self._files = _grouped((tag, file) for file, tag in catalogue.tag_rows())

    def of_tag(self, words: Words) -> set[int]:
        """The files with a tag that has these words in its name."""
        return _with_words(self._files, words)

    def facets(self, files: Set[int]) -> Iterator[Facet]:
        """How many of ``files`` each tag has, the greatest number first."""
        return _facets("tag", self._files, files)


def _grouped(pairs: Iterable[tuple[str, int]]) -> Groups:
    groups: dict[str, set[int]] = defaultdict(set)
    for value, file in pairs:
        groups[value].add(file)
    return groups


def _with_words(groups: Groups, words: Words) -> set[int]:
    found: set[int] = set()
    for value, files in groups.items():
        if _holds(terms(value), words):
            found |= files
    return found


def _holds(found: Sequence[str], words: Words) -> bool:
    """Whether these terms stand in a row in what was ``found``, the last one perhaps longer."""
    *before, last = words.terms
    size = len(words.terms)
    for start in range(len(found) - size + 1):
        *ahead, end = found[start : start + size]
        if ahead == before and (end.startswith(last) if words.is_prefix else end == last):
            return True
    return False


def _facets(field: str, groups: Groups, files: Set[int]) -> Iterator[Facet]:
    """How many of ``files`` are in each group, without what is not known or not there."""
    counts = ((value, len(group & files)) for value, group in groups.items() if value)
    for value, count in sorted(counts, key=lambda item: (-item[1], item[0])):
        if count:
            yield Facet(field, value, count)


def _by_outlet(fact: Fact) -> tuple[bool | str, ...]:
    return (not fact.outlet, folded(fact.outlet), fact.path)


def _by_title(fact: Fact) -> tuple[bool | str, ...]:
    return (folded(fact.title or fact.path.rpartition("/")[2]), fact.path)


_KEYS: dict[Order, Callable[[Fact], tuple[bool | str, ...]]] = {
    Order.OUTLET: _by_outlet,
    Order.TITLE: _by_title,
}
