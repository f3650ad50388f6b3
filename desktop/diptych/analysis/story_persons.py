"""Persons of a story: which names of several accounts are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from diptych.analysis.aliases import PersonName, person_keys
from diptych.analysis.name_slips import slips
from diptych.analysis.named import Named, NamedGroups
from diptych.analysis.spelling import loose_key, spelling_key
from diptych.model.reading import EntityKind


def join_persons(groups: NamedGroups) -> None:
    """Join the entities that are one person, full names first."""
    persons = [one for one in groups.items if one.entity.kind is EntityKind.PERSON]
    full = [one for one in persons if one.full]
    keys = person_keys({form for one in full for form in one.full})
    _join_by(groups, full, lambda one: keys[one.full[0]])
    _join_by(groups, full, _loosely)
    for slip, right in list(slips(groups, full)):
        groups.join(right, slip)
    owners: dict[str, list[Named]] = defaultdict(list)
    for one in full:
        for form in one.full:
            *first, last = form.split()
            owners[loose_key(last)].append(one)
            owners[f"{loose_key(first[0])} "].append(one)
    _join_single(groups, [one for one in persons if not one.full], owners)


def _loosely(one: Named) -> Hashable:
    *first, last = one.full[0].split()
    return loose_key(first[0]), loose_key(last)


def _join_by(groups: NamedGroups, named: Iterable[Named], key: Callable[[Named], Hashable]) -> None:
    """Join those with the same key, unless an account has both as two people."""
    first: dict[Hashable, Named] = {}
    for one in named:
        other = first.setdefault(key(one), one)
        ours, theirs = groups.of(one), groups.of(other)
        is_two = bool({a.path for a in ours} & {b.path for b in theirs})
        if ours is not theirs and not is_two and _agree(one, other):
            groups.join(other, one)


def _agree(one: Named, other: Named) -> bool:
    """Whether no middle names contradict."""
    middle, others = (PersonName.of(named.full[0]).middle for named in (one, other))
    return not middle or not others or middle[0] == others[0]


def _join_single(
    groups: NamedGroups, named: Iterable[Named], owners: dict[str, list[Named]]
) -> None:
    """Give surnames, else first names, to the only person who has them.

    A name that nobody has in full is one person's in all accounts.
    """
    lone: dict[str, Named] = {}
    for one in named:
        form = next(iter(one.forms))
        for key in (loose_key(form), f"{loose_key(form)} "):
            people = {id(groups.of(owner)): owner for owner in owners.get(key, ())}
            if people:
                if len(people) == 1:
                    groups.join(next(iter(people.values())), one)
                break
        else:
            groups.join(lone.setdefault(spelling_key(form), one), one)
