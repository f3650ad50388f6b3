"""Quotation marks around something else than somebody's words.

Titles of works and programmes, nicknames, and single words that the writer holds at arm's length.
"""

from __future__ import annotations

import re
from typing import Final

from diptych.analysis.marks import Quoted
from diptych.analysis.scenes import Scene
from diptych.model.article import BlockKind
from diptych.text.words import words

_WORK: Final = re.compile(
    r"(?:\b(?:titled|entitled|film|movie|documentary|book|novel|memoir|song|album|single|show|"
    r"series|programme|program|podcast|episode|essay|column|commentary|editorial|article|play|"
    r"opera|painting|magazine|game|nickname|codenamed|of|on|in)|['’]s)[,:]?\s+$",
    re.IGNORECASE,
)
_NAME_BEFORE: Final = re.compile(r"[A-Z][\w’'-]*\.?\s+$")
_NAME_AFTER: Final = re.compile(r"\s+[A-Z][a-z]")
_SMALL: Final = frozenset(
    "a an and as at but by for from in into of off on or over the to with".split()
)
_MOST_TITLE_WORDS: Final = 8
_MOST_SCARE_WORDS: Final = 2
_MOST_SCARE_WORDS_IN_HEADLINE: Final = 3


def is_somebodys_words(scene: Scene, quoted: Quoted) -> bool:
    """Whether ``quoted`` is taken from what somebody said or wrote.

    A few words need a cue beside them; in a headline more of them do, unless a colon comes before.
    """
    if not quoted.is_closed:
        return True
    tokens = [word.text_in(scene.text) for word in words(scene.text, quoted.inner)]
    before = scene.text[max(scene.span.start, quoted.outer.start - 30) : quoted.outer.start]
    after = scene.text[quoted.outer.end : min(scene.span.end, quoted.outer.end + 4)]
    if len(tokens) == 1 and _NAME_BEFORE.search(before) and _NAME_AFTER.match(after):
        return tokens[0][:1].islower()
    if _is_title(tokens) and _WORK.search(before):
        return False
    in_headline = scene.block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    most = _MOST_SCARE_WORDS_IN_HEADLINE if in_headline else _MOST_SCARE_WORDS
    is_sentence = scene.is_alone(quoted) and not in_headline
    if len(tokens) > most or is_sentence or before.rstrip().endswith(":"):
        return True
    return bool(scene.cues_beside(quoted))


def _is_title(tokens: list[str]) -> bool:
    """Whether every word of weight has a capital (or is a number)."""
    heavy = [token for token in tokens if token.lower() not in _SMALL]
    return 0 < len(tokens) <= _MOST_TITLE_WORDS and all(not token[0].islower() for token in heavy)
