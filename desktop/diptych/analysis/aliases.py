"""Which mentions are the same person, organisation or place.

Joining two different people is worse than leaving one apart, so a short form joins a long one only
where no second long form could be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diptych.analysis.gazetteer import full_form
from diptych.analysis.names import Mention
from diptych.analysis.spelling import first_name_key, spelling_key
from diptych.model.reading import Entity, EntityKind
from diptych.text.spans import Span
from diptych.text.words import folded

_SMALL_WORDS = frozenset("of the and for de la le du des in on to & et und".split())
_NO_PART = re.compile(r"\b(?:Jr|Sr|II|III|IV)\b\.?|[(\"“”‘].*?[)\"“”’]")


def entities(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """One entity for each person, organisation or place, in the order they are first named."""
    groups: dict[tuple[EntityKind, str], list[Mention]] = defaultdict(list)
    for kind in EntityKind:
        of_kind = [mention for mention in mentions if mention.kind is kind]
        keys = _keys(kind, {mention.form for mention in of_kind})
        for mention in of_kind:
            groups[kind, keys[mention.form]].append(mention)
    ordered = sorted(groups.values(), key=lambda group: group[0].span)
    return tuple(
        Entity(f"e{number}", group[0].kind, _name(group), _spans(group))
        for number, group in enumerate(ordered, 1)
    )


def _keys(kind: EntityKind, forms: set[str]) -> dict[str, str]:
    if kind is EntityKind.PERSON:
        return person_keys(forms)
    if kind is EntityKind.ORGANISATION:
        return _organisation_keys(forms)
    return {form: plain(full_form(form.replace(",", ""))) for form in forms}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, each as all its spellings have it."""

    first: str
    """Empty where there is one name alone."""
    middle: str
    last: str
    """The only part of a single name."""
    given: str
    """The first letter of the first name; of a single name what it is as a first name."""

    @classmethod
    def of(cls, form: str) -> PersonName:
        parts = [part.strip(".,") for part in _NO_PART.sub(" ", form).split()]
        parts = [part for part in parts if part] or [form]
        if len(parts) == 1:
            return cls("", "", spelling_key(parts[0]), first_name_key(parts[0]))
        middle = " ".join(spelling_key(part) for part in parts[1:-1])
        first, last = first_name_key(parts[0]), spelling_key(parts[-1])
        return cls(first, middle, last, spelling_key(parts[0])[0:1])

    @property
    def key(self) -> str:
        return f"{self.first} {self.middle} {self.last}"

    def may_be(self, full: PersonName) -> bool:
        """Whether this may be a shorter way to write ``full``."""
        if not self.first:
            return self.last == full.last or self.given == full.first
        if self.last != full.last:
            return False
        if self.first == full.first:
            return not self.middle or not full.middle or self.middle[0] == full.middle[0]
        is_initial = len(self.first) == 1 and full.given == self.given
        return is_initial or f"{full.middle} {full.last}".endswith(f"{self.first} {self.last}")


def person_keys(forms: set[str]) -> dict[str, str]:
    """For each form of a person's name the key of the person.

    A surname alone, or a first name, goes to the only full name that has it; where two people
    share it, it stays apart from both.
    """
    names = {form: PersonName.of(form) for form in forms}
    full = {name for name in names.values() if name.first}
    heads = {name: _head(name, full) for name in full}
    keys = {}
    for form, name in names.items():
        if name.first:
            keys[form] = heads[name].key
            continue
        by_surname = {heads[other].key for other in full if name.last == other.last}
        owners = by_surname or {heads[other].key for other in full if name.may_be(other)}
        keys[form] = owners.pop() if len(owners) == 1 else name.key
    return keys


def _head(name: PersonName, full: set[PersonName]) -> PersonName:
    """The fullest of the names that ``name`` shortens, if they are all one person's."""
    longer = {other for other in full if other != name and name.may_be(other)}
    if not longer:
        return name
    fullest = max(longer, key=lambda other: (len(other.key), other.key))
    are_one = all(other.may_be(fullest) for other in longer)
    return fullest if are_one and len(fullest.key) >= len(name.key) else name


def _organisation_keys(forms: set[str]) -> dict[str, str]:
    owners_of: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if " " in form:
            for letters in initials(form):
                owners_of[letters].add(form)
    keys = {}
    for form in forms:
        known = full_form(form)
        letters = form.replace(".", "").upper()
        owners = owners_of.get(letters, set()) if form == known and " " not in form else set()
        keys[form] = plain(next(iter(owners)) if len(owners) == 1 else known)
    return keys


def initials(form: str) -> set[str]:
    """What may stand for ``form``: the first letters of all its words, and of the large ones."""
    parts = re.findall(r"\w+", form)
    every = "".join(part[0] for part in parts).upper()
    large = "".join(part[0] for part in parts if part.lower() not in _SMALL_WORDS).upper()
    return {letters for letters in (every, large) if len(letters) > 1}


def plain(form: str) -> str:
    """``form`` as it is compared: without case, accents and possessives."""
    return " ".join(folded(part) for part in form.split())


def _name(group: Iterable[Mention]) -> str:
    """The fullest form; among equally full ones the one that is used most."""
    forms = [mention.form for mention in group]
    return max(forms, key=lambda form: (len(form.split()), forms.count(form), len(form)))


def _spans(group: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(sorted(mention.span for mention in group))
