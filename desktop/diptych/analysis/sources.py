"""What kind of source a speaker is: a person, a body, a document, somebody without a name.

Read off the entity's kind, else off the noun that names the source, in the closed lists below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from diptych.analysis.inflection import uninflected
from diptych.analysis.source_words import (
    BODIES,
    COUNTING,
    DOCUMENTS,
    KNOWN_NAMES,
    KNOWN_OUTLETS,
    LAST_WORDS,
    OFFICES,
    OUTLETS,
    PEOPLE,
    SHORT_NAMES,
)
from diptych.model.reading import Entity, EntityKind, Speaker
from diptych.model.statements import BasisKind, Source
from diptych.text.words import folded

_AGENCY: Final = re.compile(r"(?:news|press|wire|telegraph|information) agency|press association$")
_CUT: Final = re.compile(
    r",| (?:of|for|in|on|at|from|with|to|who|which|that|whom|whose|near|by|close|familiar|briefed|"
    r"speaking|and|or|outside|inside|involved|aboard|here|there)\b"
)
_OF: Final = re.compile(r" of (?:the |its |his |her |their |those |these )?")
_PARTICLES: Final = frozenset("de da di du la le van von der den bin al el ibn ter".split())
_ARTICLES: Final = frozenset("a an the this that these those its his her their our my".split())
_PRONOUNS: Final = frozenset("he she it they who which that this we i you one".split())
_PERSON: Final = frozenset({BasisKind.NAMED_PERSON, BasisKind.UNNAMED_OFFICIAL})
_THING: Final = frozenset({BasisKind.ORGANISATION, BasisKind.DOCUMENT, BasisKind.OTHER_OUTLET})
_MEANT_BY: Final = {"he": _PERSON, "she": _PERSON, "who": _PERSON, "it": _THING, "they": _THING}
"""What a pronoun without a name can stand for, of the sources before it."""
_DEFINITE: Final = re.compile(
    r"(?:the|his|her|its|their|our|my|this|that)\b|.*[’']s? ", re.IGNORECASE
)


_OF_THINGS: Final = frozenset(
    map(uninflected, "suggest indicate show signal imply reveal find mean underline".split())
)
"""Reporting words that also go with what nobody says: "the meeting suggested otherwise"."""


class Sources:
    """Tells the kinds of the speakers of one article."""

    def __init__(self, entities: Iterable[Entity], outlet: str) -> None:
        self._kinds = {entity.id: entity.kind for entity in entities}
        self._own = {word for word in folded_words(outlet) if word not in _ARTICLES}
        self._last: Source | None = None

    def source(self, speaker: Speaker, cue: str = "") -> Source | None:
        """What ``speaker`` is; None for the outlet itself, and where it is nobody.

        That is a pronoun without anybody, or a thing that ``cue``, the reporting word, goes with.
        """
        kind = self._kinds.get(speaker.entity) if speaker.entity else None
        if kind is EntityKind.PERSON:
            found: Source | None = Source(
                BasisKind.NAMED_PERSON, speaker.name, speaker.entity, speaker.span
            )
        elif kind is not None:
            found = self._body(speaker)
        else:
            found = self._described(speaker)
            if found is not None and not found.entity and uninflected(cue) in _OF_THINGS:
                found = found if is_source_noun(head_noun(found.name)) else None
        if found is not None:
            self._last = found
        return found

    def _body(self, speaker: Speaker) -> Source | None:
        kind = BasisKind.ORGANISATION
        if is_outlet(speaker.name):
            if self.is_own(speaker.name):
                return None
            kind = BasisKind.OTHER_OUTLET
        return Source(kind, speaker.name, speaker.entity, speaker.span)

    def is_own(self, name: str) -> bool:
        """Whether ``name`` is that of the article's outlet ("the Herald")."""
        words = {word for word in folded_words(name) if word not in _ARTICLES}
        return bool(words) and words <= self._own

    def _described(self, speaker: Speaker) -> Source | None:
        if speaker.name.lower() in _PRONOUNS:
            last = self._last
            if last is None or last.kind not in _MEANT_BY.get(speaker.name.lower(), ()):
                return None
            return Source(last.kind, last.name, last.entity, speaker.span, last.by_office)
        noun = head_noun(speaker.name)
        if is_outlet(speaker.name) and self.is_own(speaker.name):
            return None
        is_office = noun in OFFICES and _DEFINITE.match(speaker.name) is not None
        kind = _kind_of(noun, speaker.name)
        by_office = kind is BasisKind.UNNAMED_OFFICIAL and is_office
        return Source(kind, speaker.name, "", speaker.span, by_office)


def _kind_of(noun: str, name: str) -> BasisKind:
    if is_outlet(name) or noun in OUTLETS:
        return BasisKind.OTHER_OUTLET
    if noun in DOCUMENTS:
        return BasisKind.DOCUMENT
    if noun in BODIES:
        return BasisKind.ORGANISATION
    if _looks_like_name(name) and noun not in OFFICES:
        return BasisKind.NAMED_PERSON
    return BasisKind.UNNAMED_OFFICIAL


def is_outlet(name: str) -> bool:
    """Whether ``name`` is that of a newspaper, broadcaster or agency."""
    words = folded_words(name)
    plain = " ".join(word for word in words if word != "the")
    last = name.rsplit(maxsplit=1)[-1] if words else ""
    if not words or not any(letter.isupper() for letter in name):
        return False
    return (
        words[-1] in KNOWN_OUTLETS
        or plain in SHORT_NAMES
        or plain in KNOWN_NAMES
        or " ".join(words) in KNOWN_NAMES
        or (len(words) > 1 and words[-1] in LAST_WORDS and last[0].isupper())
        or _AGENCY.search(plain) is not None
    )


def is_source_noun(noun: str) -> bool:
    """Whether ``noun`` (as `head_noun` gives it) names a source whatever is said of it."""
    return noun in DOCUMENTS or noun in OUTLETS or noun in BODIES or noun in PEOPLE


def has_name(phrase: str) -> bool:
    """Whether a phrase that names somebody does so by a name: not "he", nor "the minister"."""
    first, *rest = phrase.split() or [""]
    is_name = first[:1].isupper() and first.lower() not in (*_PRONOUNS, *_ARTICLES)
    return is_name or any(word[:1].isupper() for word in rest)


def is_several(phrase: str) -> bool:
    """Whether a description is of more than one person ("her aides", "port officials")."""
    noun = folded_words(_CUT.split(phrase, maxsplit=1)[0])[-1:]
    return bool(noun) and _singular(noun[0]) != noun[0]


def head_noun(phrase: str) -> str:
    """The noun that a phrase is about, lower case and in the singular: "officials in Vell"."""
    words = folded_words(_CUT.split(phrase, maxsplit=1)[0])
    noun = words[-1] if words else ""
    if noun in COUNTING:
        rest = _OF.split(phrase, maxsplit=1)
        if len(rest) > 1:
            return head_noun(rest[1])
    if noun in BODIES or noun in DOCUMENTS:
        return noun
    return _singular(noun)


def _singular(noun: str) -> str:
    for ending, replacement in (("ies", "y"), ("men", "man"), ("sses", "ss"), ("s", "")):
        if noun.endswith(ending) and len(noun) - len(ending) >= 2 and not noun.endswith("ss"):
            return noun[: -len(ending)] + replacement
    return noun


def _looks_like_name(phrase: str) -> bool:
    words = phrase.split()
    return len(words) > 1 and all(word[0].isupper() or word in _PARTICLES for word in words)


def folded_words(name: str) -> list[str]:
    """The words of ``name``, lower case, without accents, possessives and marks around them."""
    return [
        folded(word.strip(".,“”\"'‘’()[]")) for word in name.split() if word.strip(".,“”\"'‘’()[]")
    ]


_SPOKEN_TO: Final = re.compile(
    r"\b(?:told|carried by|shown (?:on|by)|aired (?:on|by)|broadcast (?:on|by)|"
    r"interview (?:with|to|on)|published (?:in|by)|speaking to|speaking on|spoke to|"
    r"(?:statement|remarks|comments) to)\s+"
)
_NAME_ENDS: Final = re.compile(
    r"[,.;:“\"—\n]| (?:that|in|on|at|outside|from|as|after|before|when|during|by)\b"
)


def outlet_spoken_to(text: str, sources: Sources) -> Source | None:
    """The other outlet to which a sentence, given without what is said, has its source speak."""
    for match in _SPOKEN_TO.finditer(text):
        name = _NAME_ENDS.split(text[match.end() :], maxsplit=1)[0].strip()
        if (is_outlet(name) or head_noun(name) in OUTLETS) and not sources.is_own(name):
            return Source(BasisKind.OTHER_OUTLET, name)
    return None


_REPORTED_BY: Final = re.compile(
    r"(?:first|initially|earlier|previously|originally) (?:reported|published|revealed|disclosed) "
    r"by (?:the )?(?P<after>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})"
    r"|(?P<before>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4}) "
    r"(?:was the first to report|first reported|initially reported|had earlier reported)"
)


def outlet_reporting(sentence: str, sources: Sources) -> Source | None:
    """The other outlet that a sentence says was the first to report it."""
    match = _REPORTED_BY.search(sentence)
    name = (match["after"] or match["before"]) if match else ""
    name = name.removesuffix("’s").removesuffix("'s").rstrip(".")
    if match is None or sources.is_own(name):
        return None
    return Source(BasisKind.OTHER_OUTLET, name)
