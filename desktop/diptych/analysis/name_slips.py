"""First names that a caption gets wrong: "Astrid Solheim" where everybody else has Ingrid.

Two people with one surname are two people. A slip is taken for one only where it stands in captions
alone, one other person of the story has the surname and is named in a text, no genders contradict,
and there is evidence: the same office before both names, or another caption with the right name and
the same company.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from diptych.analysis.gender import Gender, gender_of
from diptych.analysis.kinds import TITLES
from diptych.analysis.named import Named, NamedGroups
from diptych.analysis.spelling import loose_key
from diptych.model.article import Block, BlockKind

_FORMS_OF_ADDRESS: Final = frozenset("mr mrs ms miss mx dr sir".split())
_COMPANY: Final = 2
"""Others, the photographer among them, whom both captions name."""
_BEFORE: Final = re.compile(r"(?:[\w-]+ ){1,4}$")


def slips(groups: NamedGroups, full: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Entities that only captions name, each with one of the person who is meant."""
    family: dict[str, list[Named]] = defaultdict(list)
    for one in full:
        family[loose_key(one.full[0].split()[-1])].append(one)
    for relatives in family.values():
        people = list({id(group): group for group in map(groups.of, relatives)}.values())
        if len(people) != 2:
            continue
        for slip, right in (people, people[::-1]):
            if _in_captions_alone(slip) and not _in_captions_alone(right):
                offices = _offices(slip) & _offices(right)
                if _may_be_one(slip, right) and (offices or _company(groups, slip, right)):
                    yield slip[0], right[0]


def _in_captions_alone(group: Sequence[Named]) -> bool:
    return all(
        any(block.span.covers(span) for block in _captions(one))
        for one in group
        for span in one.entity.mentions
    )


def _captions(one: Named) -> list[Block]:
    return one.member.article.blocks_of(BlockKind.CAPTION)


def _may_be_one(group: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether no genders contradict."""
    genders = {gender_of(form) for named in (*group, *other) for form in named.full}
    return len(genders - {Gender.UNKNOWN}) < 2


def _offices(named: Sequence[Named]) -> set[tuple[str, ...]]:
    """The titles, as far as they say an office, right before any of the names."""
    found = set()
    for one in named:
        text = one.member.article.text
        for span in one.entity.mentions:
            words = _BEFORE.search(text, max(0, span.start - 60), span.start)
            titles: list[str] = []
            for word in reversed(words.group().lower().split() if words else []):
                if word not in TITLES:
                    break
                titles.insert(0, word)
            found.add(tuple(titles))
    return {titles for titles in found if set(titles) - _FORMS_OF_ADDRESS}


def _company(groups: NamedGroups, slip: Sequence[Named], right: Sequence[Named]) -> bool:
    """Whether captions with either name have enough others in common."""
    return any(
        len(beside & besides) >= _COMPANY
        for beside in _named_beside(groups, slip)
        for besides in _named_beside(groups, right)
    )


def _named_beside(groups: NamedGroups, named: Sequence[Named]) -> list[set[int]]:
    """For each caption that names one of ``named`` who else it names, by their groups."""
    return [
        {
            id(groups.of(other))
            for other in groups.items
            if other.path == one.path
            and other not in named
            and any(block.span.covers(span) for span in other.entity.mentions)
        }
        for one in named
        for block in _captions(one)
        if any(block.span.covers(span) for span in one.entity.mentions)
    ]
