"""Spellings of one name that only a transliteration or a language keeps apart.

Romanisation tables differ in a handful of letters (Sergei and Sergey, Zelensky, Zelenskiy and
Zelenskyy, Kuleba and Kouleba), and some first names have a form in each language of one region
(Volodymyr is Vladimir in Russian). Two names with one key may be one person; nothing else may.
"""

from __future__ import annotations

import re
from typing import Final

from diptych.text.words import folded

_VARIANTS: Final = """
vladimir volodymyr wladimir uladzimir; sergei serhiy serhii siarhei; alexander aleksandr oleksandr
aliaksandr alexandr; alexei aleksei oleksiy oleksii; nikolai mykola mikalai; dmitri dmitry dmytro;
mikhail mykhailo mihail; yuri yuriy iurii; andrei andriy andrii; evgeny yevgeny yevhen evgeni;
pavel pavlo; pyotr petr petro; vasily vasyl; grigory hryhoriy; konstantin kostyantyn;
viktor victor; mohammed muhammad mohamed mohammad muhammed mohamad; ahmed ahmad; hussein husayn
hossein hussain; yusuf youssef yousef; ibrahim ebrahim; abdullah abdallah; omar umar;
katherine catherine katharine; natalia natalya nataliia; yulia julia iuliia; olena elena; hanna anna
"""

_RULES: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ou", "u"),
        (r"kh", "h"),
        (r"ks", "x"),
        (r"w", "v"),
        (r"tch", "ch"),
        (r"[yj]", "i"),
        (r"([a-z])\1+", r"\1"),
        (r"(?<=[aeou])i(?=[aeou])", ""),
        (r"(?<=...)e?i$", ""),
    )
)


def spelling_key(part: str) -> str:
    """What all spellings of one part of a name have in common; only for comparing."""
    key = folded(part).replace("'", "").replace("-", "")
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key


_LOOSE_RULES: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ph", "f"),
        (r"qu?v?", "kv"),
        (r"c(?!h)", "k"),
        (r"z", "s"),
        (r"(?<=.)h", ""),
        (r"([a-z])\1+", r"\1"),
    )
)


def loose_key(part: str) -> str:
    """`first_name_key`, the same too for what languages of one alphabet write differently.

    Erik and Eric, Thomas and Tomas, Lindqvist and Lindquist, Ono and Ohno: too little to join two
    single names, enough where first and last name both agree.
    """
    key = first_name_key(part)
    for pattern, replacement in _LOOSE_RULES:
        key = pattern.sub(replacement, key)
    return key


def _variants() -> dict[str, str]:
    table = {}
    for row in _VARIANTS.split(";"):
        keys = [spelling_key(form) for form in row.split()]
        table.update(dict.fromkeys(keys, keys[0]))
    return table


_FIRST_NAMES: Final = _variants()


def first_name_key(part: str) -> str:
    """`spelling_key`, the same too for the forms that a first name has in related languages."""
    key = spelling_key(part)
    return _FIRST_NAMES.get(key, key)
