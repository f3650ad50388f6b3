"""Whether two names, in two accounts, may name one person, body or place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from diptych.analysis.gazetteer import full_form
from diptych.analysis.replaced import likeness
from diptych.analysis.spelling import first_name_key, spelling_key
from diptych.model.reading import EntityKind
from diptych.text.words import folded

_ALIKE: Final = 0.75
"""How alike two spellings of a surname have to be, as the share of letters in order."""
_FIRST_ALIKE: Final = 0.7
_NICKNAMES: Final = """
william bill billy will; robert bob bobby rob; james jim jimmy jamie; joseph joe; michael mike mick;
richard dick rick; thomas tom tommy; edward ed ted eddie; anthony tony; charles charlie chuck;
christopher chris; daniel dan danny; david dave; donald don; elizabeth liz beth betty;
katherine kate katie cathy kathy; margaret maggie peggy meg; matthew matt; nicholas nick;
patrick pat; peter pete; ronald ron; samuel sam; stephen steve steven; susan sue; andrew andy;
benjamin ben; gerald gerry jerry; gregory greg; henry harry; jacob jake; john jack johnny;
jonathan jon; kenneth ken; lawrence larry; leonard len; louis lou; philip phil; raymond ray;
rebecca becky; timothy tim; victoria vicky; walter walt; barbara barb; deborah debbie; judith judy
"""
_FULL: Final = {
    first_name_key(form): first_name_key(row.split()[0])
    for row in _NICKNAMES.split(";")
    for form in row.split()
}
"""First names by the short forms in English."""
_ARTICLE_OF_NAME: Final = re.compile(r"^(?:al|el|an|ash)-(?=\w)", re.IGNORECASE)
_SMALL: Final = frozenset("of the and for de la le du des in on to & et und".split())
_STANDING_FOR: Final = """
Russia, Moscow, Kremlin, Russian Federation; United States, Washington, White House, Pentagon;
United Kingdom, Britain, London, Downing Street, Great Britain; Germany, Berlin; Ukraine, Kyiv;
China, Beijing; France, Paris, Elysee; European Union, Brussels; Iran, Tehran; Israel, Jerusalem;
Turkey, Ankara; Japan, Tokyo; India, New Delhi, Delhi; Italy, Rome; Spain, Madrid; Poland, Warsaw;
Canada, Ottawa; Australia, Canberra; North Korea, Pyongyang; South Korea, Seoul; Taiwan, Taipei;
Saudi Arabia, Riyadh; Egypt, Cairo; Pakistan, Islamabad; Syria, Damascus; Belarus, Minsk
"""
_CAPITALS: Final = {
    folded(name.strip()): row.split(",")[0].strip()
    for row in _STANDING_FOR.split(";")
    for name in row.split(",")
}
"""Names that stand for a state's government, by the state."""


@lru_cache(maxsize=4096)
def may_be_same(kind: EntityKind, left: str, right: str) -> bool:
    """Whether ``left`` and ``right`` may be forms of one name, both of ``kind``.

    Wide on purpose: a difference in names is shown only where this says no.
    """
    if folded(left) == folded(right):
        return True
    if kind is EntityKind.PERSON:
        return _same_person(left, right)
    ours, theirs = _body(left), _body(right)
    if _standing_for(left) == _standing_for(right) or ours <= theirs or theirs <= ours:
        return True
    if _initials(left) == _plain(right) or _initials(right) == _plain(left):
        return True
    return _ratio(" ".join(sorted(ours)), " ".join(sorted(theirs))) >= _ALIKE


def _same_person(left: str, right: str) -> bool:
    ours, theirs = _parts(left), _parts(right)
    if not ours or not theirs:
        return True
    if len(ours) == 1 or len(theirs) == 1:
        single, full = (ours, theirs) if len(ours) == 1 else (theirs, ours)
        return any(_ratio(spelling_key(single[0]), spelling_key(part)) >= _ALIKE for part in full)
    if _ratio(spelling_key(ours[-1]), spelling_key(theirs[-1])) < _ALIKE:
        return False
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return _same_first_name(ours[0], theirs[0])


def shares_surname_only(left: str, right: str) -> bool:
    """Whether two full names of persons differ in the first name alone."""
    ours, theirs = _parts(left), _parts(right)
    if len(ours) < 2 or len(theirs) < 2:
        return False
    alike = _ratio(spelling_key(ours[-1]), spelling_key(theirs[-1])) >= _ALIKE
    return alike and not _same_first_name(ours[0], theirs[0])


def _same_first_name(left: str, right: str) -> bool:
    ours, theirs = first_name_key(left), first_name_key(right)
    if _FULL.get(ours, ours) == _FULL.get(theirs, theirs):
        return True
    if min(len(left), len(right)) == 1:
        return spelling_key(left)[:1] == spelling_key(right)[:1]
    return _ratio(ours, theirs) >= _FIRST_ALIKE


def _parts(name: str) -> list[str]:
    parts = (_ARTICLE_OF_NAME.sub("", part.strip(".,")) for part in name.split())
    return [part for part in parts if part]


@lru_cache(maxsize=4096)
def _body(name: str) -> frozenset[str]:
    words = re.findall(r"[\w.]+", full_form(name))
    return frozenset(spelling_key(word.strip(".")) for word in words if word.lower() not in _SMALL)


def _standing_for(name: str) -> str:
    full = full_form(name)
    return _CAPITALS.get(folded(full), _CAPITALS.get(folded(name), folded(full)))


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in _SMALL]
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _plain(name: str) -> str:
    return folded(name.replace(".", ""))


def _ratio(left: str, right: str) -> float:
    return likeness(left, right)
