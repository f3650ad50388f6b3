"""The numbers of a story's accounts, in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.bounds import dimension
from diptych.analysis.fates import PEOPLE, fate
from diptych.analysis.members import surroundings
from diptych.analysis.passages import STOPWORDS, Passage, passages, stem
from diptych.analysis.quantities import DATE, TIME
from diptych.model.reading import Quantity
from diptych.model.story import Member
from diptych.text.spans import Span
from diptych.text.words import WORD, folded

_NO_FIGURE: Final = frozenset({DATE, TIME})
_PEOPLE: Final = frozenset(stem(word) for word in PEOPLE)
_ANYBODY: Final = frozenset(
    stem(word)
    for word in """people person others dead death toll deaths killed injured wounded hurt missing
    casualties fatalities victims injuries""".split()
)
_EMPLOYED: Final = frozenset(stem(word) for word in "employees workers staff jobs".split())
_PART: Final = re.compile(
    r" (?:other|others|more|additional|extra|further|of (?:them|these|those|whom|which))\b"
)


@dataclass(frozen=True, slots=True)
class Count:
    """One number of one account with what tells what it counts."""

    member: int
    quantity: Quantity
    around: Passage
    """The sentence it stands in."""
    dimension: str
    nouns: tuple[str, ...]
    """Stems of what is counted; the last one is its head, in "price of bread" too."""
    fate: str
    """What happened to those counted, or empty."""
    is_part: bool
    """Whether it counts a part: "19 other children", "two of them"."""

    @property
    def span(self) -> Span:
        return self.quantity.span

    @property
    def is_people(self) -> bool:
        return bool(self.fate) and (not self.nouns or self.nouns[-1] in _PEOPLE)

    @property
    def is_anybody(self) -> bool:
        """Whether people are counted, without a word on who they are."""
        known = _ANYBODY | _EMPLOYED if self.fate == "employed" else _ANYBODY
        return self.quantity.unit == "" and set(self.nouns) <= known


def counts(members: Sequence[Member]) -> list[Count]:
    """The numbers of all accounts but dates and times of day, in the order of each text."""
    found = []
    for number, (article, reading) in enumerate(members):
        figures = [one for one in reading.quantities if one.unit not in _NO_FIGURE]
        hosts = [surroundings(reading, one.span) for one in figures]
        for one, host in zip(figures, passages(article, reading, hosts), strict=True):
            nouns = tuple(
                stem(folded(word))
                for word in WORD.findall(one.what)
                if folded(word) not in STOPWORDS
            )
            is_person = not one.unit and (not nouns or nouns[-1] in _PEOPLE)
            what_became = fate(article.text, one, host.span, of_people=is_person)
            is_part = _PART.match(article.text, one.span.end) is not None
            found.append(Count(number, one, host, dimension(one), nouns, what_became, is_part))
    return found
