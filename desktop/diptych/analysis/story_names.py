"""One entity for each person, organisation and place that the accounts of a story name.

What an article joined or kept apart stays so; between accounts, joining two different people is
worse than leaving one apart. Full names are one person where all their parts are spellings of one
another; a surname goes to the only person of the story who has it. The kind is the one that most
mentions in all accounts have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from diptych.analysis.gazetteer import known_kind
from diptych.analysis.named import Named, NamedGroups
from diptych.analysis.story_bodies import join_bodies_and_places
from diptych.analysis.story_persons import join_persons
from diptych.model.reading import EntityKind
from diptych.model.story import Member, NameForm, StoryEntity
from diptych.text.words import folded

_ABBREVIATED: Final = 5
"""Letters that an abbreviation has at most."""


def story_entities(members: Sequence[Member]) -> tuple[StoryEntity, ...]:
    """The entities of all accounts, in the order in which the accounts first name them."""
    named = [Named(member, entity) for member in members for entity in member.reading.entities]
    groups = NamedGroups(named)
    join_bodies_and_places(groups)
    join_persons(groups)
    _join_kinds(groups)
    outlets = {folded(member.article.outlet) for member in members}
    return tuple(_entity(number, group, outlets) for number, group in enumerate(groups.all(), 1))


def _join_kinds(groups: NamedGroups) -> None:
    """Join what one account takes for a person and another one for something else.

    A name of several words is one thing whatever it is; a single one, which may also be somebody's
    surname, only where nobody has it.
    """
    others = {
        folded(form): one
        for one in groups.items
        if one.entity.kind is not EntityKind.PERSON
        for form in one.forms
    }
    for one in groups.items:
        if one.entity.kind is EntityKind.PERSON:
            is_somebody = any(other.full for other in groups.of(one))
            for form in one.forms:
                other = others.get(folded(form))
                if other is not None and (" " in form or not is_somebody):
                    groups.join(one, other)


def _entity(number: int, group: Sequence[Named], outlets: Collection[str]) -> StoryEntity:
    kind = _kind(group, outlets)
    paths: dict[str, dict[str, None]] = {}
    counts: Counter[str] = Counter()
    for one in group:
        counts.update(one.forms)
        for form in one.forms:
            paths.setdefault(form, {})[one.path] = None
    ranked = sorted(counts, key=lambda form: (-len(paths[form]), -counts[form], form))
    forms = tuple(NameForm(form, tuple(paths[form])) for form in ranked)
    return StoryEntity(f"e{number}", kind, _name(ranked, kind), forms)


def _kind(group: Sequence[Named], outlets: Collection[str]) -> EntityKind:
    """What everybody knows the name to be, else what most mentions are."""
    known = next(_known_kinds(group), None)
    if known is not None:
        return known
    if any(folded(form) in outlets for one in group for form in one.forms):
        return EntityKind.ORGANISATION
    votes: Counter[EntityKind] = Counter()
    for one in group:
        votes[one.entity.kind] += len(one.entity.mentions)
    return votes.most_common(1)[0][0]


def _known_kinds(group: Sequence[Named]) -> Iterator[EntityKind]:
    for one in group:
        for form in one.forms:
            kind = known_kind(form)
            if kind is not None:
                yield kind


def _name(ranked: Sequence[str], kind: EntityKind) -> str:
    """The first of ``ranked`` forms that is full: no surname alone, and no abbreviation."""

    def fullness(form: str) -> tuple[bool, int]:
        is_short = form.replace(".", "").isupper() and len(form) <= _ABBREVIATED
        parts = len(form.split())
        # Persons are known by two names; a body by all its words; a place by what it is called.
        weight = {EntityKind.PERSON: min(parts, 2), EntityKind.PLACE: 0}.get(kind, parts)
        return not is_short, weight

    return max(ranked, key=fullness)
