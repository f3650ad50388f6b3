"""Organisations and places of a story: which names of several accounts are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from diptych.analysis.aliases import initials, plain
from diptych.analysis.gazetteer import KNOWN, full_form
from diptych.analysis.kinds import ORGANISATION_WORDS
from diptych.analysis.named import Named, NamedGroups
from diptych.analysis.spelling import spelling_key
from diptych.model.reading import EntityKind
from diptych.text.words import folded

_SMALL: Final = frozenset("of the and de la du des".split())
_COMMON: Final = ORGANISATION_WORDS | frozenset(
    "house senate state national international american british european world united first royal "
    "federal supreme central general public high red white new north south east west".split()
)
"""Words that begin the names of many bodies."""
_PART_OF: Final = re.compile(
    r"(?:(?:north|south)?-?(?:east|west)ern|northern|southern|central) "
    r"(?P<whole>europe|africa|asia|america)"
)


def join_bodies_and_places(groups: NamedGroups) -> None:
    """Join the entities that are no persons: other spellings, abbreviations and short forms."""
    bodies, others = [], []
    for one in groups.items:
        if one.entity.kind is EntityKind.ORGANISATION:
            bodies.append(one)
        elif one.entity.kind is not EntityKind.PERSON:
            others.append(one)
    short = _short_forms(bodies, others)
    first: dict[str, Named] = {}
    for one in (*bodies, *others):
        for form in one.forms:
            for key in {_key(form), *short.get(form, ())}:
                groups.join(first.setdefault(key, one), one)


def _key(form: str) -> str:
    """What all spellings of a name have in common.

    The words of an unknown one count in any order, "Strait of Kaldar" as "Kaldar Strait". A part
    of a continent counts with it.
    """
    bare = full_form(form.replace(",", ""))
    if (part := _PART_OF.fullmatch(plain(bare))) is not None:
        return part["whole"]
    if bare in KNOWN:
        return plain(bare)
    words = [word for word in re.findall(r"[\w’'.-]+", bare) if folded(word) not in _SMALL]
    return " ".join(sorted(map(spelling_key, words)))


def _short_forms(bodies: Sequence[Named], others: Sequence[Named]) -> dict[str, set[str]]:
    """For each short form of a body the key of the only body of the story that it can mean.

    What is also the name of a place is no short form.
    """
    taken = {form for one in others for form in one.forms}
    owners: dict[str, set[str]] = defaultdict(set)
    for form in {form for one in bodies for form in one.forms if " " in form}:
        for short in _shortened(form):
            owners[short].add(_key(form))
    found = {
        form: owners[form.replace(".", "")] - {_key(form)}
        for one in bodies
        for form in one.forms
        if form not in KNOWN and form not in taken
    }
    return {form: keys for form, keys in found.items() if len(keys) == 1}


def _shortened(form: str) -> Iterator[str]:
    """The initials of a name, and its first word where there are two and it is no common one."""
    yield from initials(form)
    words = form.split()
    if len(words) == 2 and words[0].lower() not in _COMMON:
        yield words[0]
