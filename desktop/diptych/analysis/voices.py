"""Whether the speakers that two accounts name may be one.

A person's name is compared as `aliases` compares it: by what all its spellings have in common.
Names of bodies and places say less, since a ministry, a spokesman and a capital stand for each
other; only two persons with different names are two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from rapidfuzz.distance.Indel import normalized_similarity

from diptych.analysis.aliases import person_keys
from diptych.analysis.gazetteer import full_form
from diptych.model.reading import EntityKind, Quotation
from diptych.model.story import Member
from diptych.text.words import folded

_NEAR: Final = 0.8
"""Likeness of two names from which they may be one name, spelled by ear."""
_ARTICLE: Final = re.compile(r"^(?:the|an?|his|her|its|their) ")


class Same(IntEnum):
    """Whether two voices are one, by their names alone."""

    NO = -1
    PERHAPS = 0
    YES = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: ``key`` is the same for all spellings, and empty for nobody named."""

    key: str
    is_person: bool = False

    def same(self, other: Voice) -> Same:
        if not self.key or not other.key:
            return Same.PERHAPS
        if self == other:
            return Same.YES
        if not (self.is_person and other.is_person):
            return Same.PERHAPS
        ours, theirs = set(self.key.split()), set(other.key.split())
        # A surname that several people have goes with each of them.
        if ours <= theirs or theirs <= ours or normalized_similarity(self.key, other.key) >= _NEAR:
            return Same.PERHAPS
        return Same.NO


def voices(members: Sequence[Member], quotations: Sequence[Sequence[Quotation]]) -> list[Voice]:
    """The voice of each of the quotations of each member, in one row."""
    persons = person_keys(
        {
            entity.name
            for _, reading in members
            for entity in reading.entities
            if entity.kind is EntityKind.PERSON
        }
    )
    found = []
    for (_, reading), spoken in zip(members, quotations, strict=True):
        kinds = {entity.id: entity.kind for entity in reading.entities}
        for quotation in spoken:
            speaker = quotation.speaker
            if speaker is None:
                found.append(Voice(""))
            elif kinds.get(speaker.entity) is EntityKind.PERSON:
                found.append(Voice(persons[speaker.name], is_person=True))
            else:
                found.append(Voice(_described(speaker.name)))
    return found


def _described(name: str) -> str:
    """What forms of a description or of a body's name have in common."""
    words = " ".join(folded(word) for word in full_form(name).split())
    return _ARTICLE.sub("", words)
