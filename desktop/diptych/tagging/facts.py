"""What may not differ between a passage and a changed version of it: numbers and names."""

from __future__ import annotations

import re
from collections import Counter

from diptych.text.words import folded

_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")

# Words that begin sentences far more often than they begin names.
_OPENERS = frozenset(
    "a an the this that these those he she it they we i you his her its their our in on at by for"
    " from to of with as and but or if when while after before there here not no so yet what who"
    " how why is was were has had have will would".split()
)


def states_the_same(passage: str, version: str) -> bool:
    """Whether both hold the same numbers and the same names, each as often.

    A word that begins with a capital letter counts as a name, unless it only ever opens sentences.
    Written in small letters on the other side it is still the same word.
    """
    words, others = _WORD.findall(passage), _WORD.findall(version)
    if Counter(filter(_is_number, words)) != Counter(filter(_is_number, others)):
        return False
    return _holds_names_of(words, others) and _holds_names_of(others, words)


def _holds_names_of(words: list[str], others: list[str]) -> bool:
    """Whether every name among ``words`` occurs as often in ``others``."""
    names = Counter(folded(word) for word in words if _is_name(word))
    return names <= Counter(map(folded, others))


def _is_number(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _is_name(word: str) -> bool:
    return word[0].isupper() and folded(word) not in _OPENERS
