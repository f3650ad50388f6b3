"""What one passage denies or puts as less certain and the other does not.

Compared are words with the same stem, each once on its side; auxiliaries say too little by
themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diptych.analysis.compared import Compared
from diptych.analysis.inflection import is_past_or_present, uninflected
from diptych.analysis.passages import STOPWORDS
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.statements import Certainty, Modality
from diptych.text.spans import Span

_EMPTY: Final = frozenset("be have do get go make take will can may shall say".split())


_NEGATION: Final = 0.45, 2
_CERTAINTY: Final = 0.35, 1
"""Of the words of the shorter passage, without names, the share that the other has to have, and how
many besides the one that differs: a denial of something else is no difference."""
_BEFORE_NOUNS: Final = frozenset(
    "a an the this that these those no any some of in on at behind with by for its his her".split()
)


@dataclass(frozen=True)
class _Word:
    """A word of one passage with how certain it is put."""

    shown: tuple[Span, ...]
    certainty: Certainty
    negated: bool
    is_finite: bool
    """Whether its form alone says that it is or was: "left", not "leave" or "leaving"."""


def differing_certainty(left: Compared, right: Compared) -> Iterator[Difference]:
    """The words that both passages have and put with another certainty or polarity.

    None in headlines, whose grammar the parser does not know, in questions, and where the
    passages have little else in common: then they say it of something else.
    """
    if any(side.is_title or side.is_question for side in (left, right)):
        return
    ours, theirs = _by_stem(left), _by_stem(right)
    for stem in dict.fromkeys((*ours, *theirs)):
        one, other = _word(stem, ours, left), _word(stem, theirs, right)
        if one is None or other is None:
            continue
        if one.negated != other.negated and one.certainty is other.certainty:
            if _is_said_of_the_same(left, right, stem, _NEGATION):
                yield Difference(DifferenceKind.NEGATION, one.shown, other.shown)
        elif (
            one.negated == other.negated
            and one.certainty is not other.certainty
            and not _is_open(one, other)
            and _is_said_of_the_same(left, right, stem, _CERTAINTY)
        ):
            yield Difference(DifferenceKind.CERTAINTY, one.shown, other.shown)


def _is_said_of_the_same(
    left: Compared, right: Compared, stem: str, least: tuple[float, int]
) -> bool:
    """Whether the passages have enough in common besides the word itself."""
    share, words = least
    shared = left.own_stems & right.own_stems
    smaller = min(len(left.own_stems), len(right.own_stems))
    return len(shared) >= share * smaller and len(shared - {stem}) >= max(
        1, min(words, smaller - 1)
    )


def _is_open(one: _Word, other: _Word) -> bool:
    """Whether one is to come and the other may be, for all that its form says: "to leave"."""
    plain = {Certainty.CERTAIN, Certainty.INTENDED}
    certain = one if one.certainty is Certainty.CERTAIN else other
    return {one.certainty, other.certainty} == plain and not certain.is_finite


def _by_stem(side: Compared) -> dict[str, list[Modality]]:
    found: dict[str, list[Modality]] = {}
    for one in side.modalities:
        stem = uninflected(one.span.text_in(side.text))
        if stem not in _EMPTY:
            found.setdefault(stem, []).append(one)
    return found


def _word(stem: str, marked: dict[str, list[Modality]], side: Compared) -> _Word | None:
    """The word of ``side`` with this stem; None where there is none or more than one."""
    places = side.by_stem.get(stem, ())
    if len(places) != 1 or any(name.overlaps(places[0]) for name, _ in side.mentions):
        return None
    is_finite = is_past_or_present(places[0].text_in(side.text))
    here = marked.get(stem)
    if not here and _describes(side, places[0]):
        return None
    if not here:
        return _Word((places[0],), Certainty.CERTAIN, negated=False, is_finite=is_finite)
    one = here[0]
    number = side.words.index(places[0])
    if number and side.forms[number - 1] == "no":
        # "no candidate": what is denied is what is said of it.
        return None
    cues = [cue for cue in one.cues if side.span.covers(cue)]
    if all(cue.text_in(side.text).lower() in ("if", "unless") for cue in cues):
        return None
    return _Word(tuple(sorted({*cues, places[0]})), one.certainty, one.negated, is_finite)


def _describes(side: Compared, word: Span) -> bool:
    """Whether an unmarked word is no verb of its clause: "a closed lane", "waiting is hard"."""
    number = side.words.index(word)
    before = side.forms[number - 1] if number else ""
    after = side.forms[number + 1] if number + 1 < len(side.forms) else ""
    if side.forms[number].endswith("ing"):
        return uninflected(before) != "be"
    return before in _BEFORE_NOUNS and after not in STOPWORDS and not after[:1].isdigit()
