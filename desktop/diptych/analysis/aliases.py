"""Which mentions are the same person, organisation or place.

Joining two different people is worse than leaving one apart, so a short form joins a long one only
where no second long form could be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from diptych.analysis.gazetteer import full_form
from diptych.analysis.names import Mention
from diptych.model.reading import Entity, EntityKind
from diptych.text.spans import Span
from diptych.text.words import folded

_SMALL_WORDS = frozenset("of the and for de la le du des in on to & et und".split())


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
        return _person_keys(forms)
    if kind is EntityKind.ORGANISATION:
        return _organisation_keys(forms)
    return {form: _plain(full_form(_without_comma(form))) for form in forms}


def _person_keys(forms: set[str]) -> dict[str, str]:
    parts = {form: _parts(form) for form in forms}
    full = [form for form in forms if len(parts[form]) > 1]
    keys = {}
    for form in forms:
        owners = {
            " ".join(_core(parts[other])) for other in full if _may_be(parts[form], parts[other])
        }
        own = " ".join(_core(parts[form]))
        keys[form] = owners.pop() if len(owners) == 1 else own
    return keys


def _parts(form: str) -> tuple[str, ...]:
    bare = re.sub(r"\b(?:Jr|Sr|II|III)\b\.?|[\"“”‘].*?[\"“”’]", " ", form)
    return tuple(folded(part.strip(".,")) for part in bare.split() if part.strip(".,"))


def _core(parts: tuple[str, ...]) -> tuple[str, ...]:
    """First and last name: a middle name or initial does not make another person."""
    return (parts[0], parts[-1]) if len(parts) > 2 and len(parts[1]) == 1 else parts


def _may_be(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a person written ``short`` could be the one written ``full``."""
    if len(short) == 1:
        return short[0] in (full[0], full[-1])
    return _core(short) == _core(full) or (len(short) > 1 and short == full[-len(short) :])


def _organisation_keys(forms: set[str]) -> dict[str, str]:
    initials: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        if " " in form:
            for letters in _initials(form):
                initials[letters].add(form)
    keys = {}
    for form in forms:
        known = full_form(form)
        letters = form.replace(".", "").upper()
        owners = initials.get(letters, set()) if form == known and " " not in form else set()
        keys[form] = _plain(next(iter(owners)) if len(owners) == 1 else known)
    return keys


def _initials(form: str) -> set[str]:
    words = re.findall(r"\w+", form)
    every = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS).upper()
    return {letters for letters in (every, large) if len(letters) > 1}


def _plain(form: str) -> str:
    return " ".join(folded(part) for part in form.split())


def _without_comma(form: str) -> str:
    return form.replace(",", "")


def _name(group: Iterable[Mention]) -> str:
    """The fullest form; among equally full ones the one that is used most."""
    forms = [mention.form for mention in group]
    return max(forms, key=lambda form: (len(form.split()), len(form), forms.count(form)))


def _spans(group: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(sorted(mention.span for mention in group))
