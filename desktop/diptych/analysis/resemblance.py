"""How much speaks for two remarks being versions of one utterance.

The likeness of their words decides: two remarks that one person makes side by side share all the
rest. What one account shortens stands word for word in the other (`partial_ratio`: the best match
of the shorter text inside the longer). The sentences around them, a link between these and the
same speaker add to it. Thresholds were chosen on the sample library and five accounts of one event,
read by hand, and on what was joined in 50 stories of three accounts each.

What another account says in words of its own, or in another language, only an encoder of sentences
finds; it is asked where the sentences around are linked, which also keeps it cheap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from rapidfuzz.fuzz import partial_ratio

from diptych.analysis.encoder import encode
from diptych.analysis.grouping import Pair
from diptych.analysis.members import linked_pairs
from diptych.analysis.passages import Passage, stem
from diptych.analysis.remarks import Remark
from diptych.analysis.similarity import among
from diptych.analysis.voices import Same
from diptych.model.links import Alignment
from diptych.model.story import Member
from diptych.text.spans import Span

DIRECT: Final = 0.66
"""The least evidence that joins two quotations."""
INDIRECT: Final = 0.75
"""The same where one of the two is reported speech."""
MEANING: Final = 0.58
"""The least likeness by the encoder, where the words are not enough and the sentences linked."""
FOREIGN: Final = 0.2
"""The same for the only quotations of two sentences that are linked across languages."""

_LEAST: Final = 0.22
"""Likeness of the words without which no other evidence counts."""
_EITHER: Final = 0.9
"""Likeness as a whole and of the best matching parts, together."""
_LONG: Final = 10
"""Terms from which two remarks share words because they are on one subject."""
_LONG_ALIKE, _LONG_HELD = 0.45, 0.7
_SAME_PLACE: Final = 0.25
"""Likeness of the sentences around without which one shared term says nothing."""
_VERBATIM: Final = 0.85
_RARE: Final = 4
"""Terms that two people do not happen to say in the same words."""
_REPORTED_TERMS: Final = 3
"""Terms of reported speech below which it may be a report of anything."""
_PART, _PART_WEIGHT = 0.75, 0.85
"""The least match of a part that counts in place of the whole, and how much of it counts."""
_AROUND, _MOST_AROUND = 0.6, 0.5
"""How much the likeness of the sentences around adds, and up to which it does."""
_NUMBER: Final = 0.08
_LINKED: Final = 0.1
_SAME_VOICE: Final = 0.1


class Resemblance:
    """The evidence for every pair of ``found``, the remarks of ``members``."""

    def __init__(
        self,
        found: Sequence[Remark],
        members: Sequence[Member],
        alignments: Iterable[Alignment],
    ) -> None:
        self._found = found
        self._members = members
        self._texts = [" ".join(one.words.written) for one in found]
        self._terms = [frozenset(one.words.terms) for one in found]
        self._cosine = among([one.words for one in found])
        self._near = among([one.around for one in found])
        self._numbers = [_numbers(one.around) for one in found]
        self._linked = linked_pairs([(one.member, one.span) for one in found], members, alignments)
        self._strength: dict[Pair, float] = {}
        for left, right in zip(*np.nonzero(np.triu(self._cosine >= _LEAST, 1)), strict=True):
            pair = int(left), int(right)
            strength = self._by_words(pair)
            if strength:
                self._strength[pair] = strength
        self._add_meanings()

    def joins(self, left: int, right: int) -> bool:
        """Whether the two are versions of one utterance, as far as they alone can tell."""
        return (min(left, right), max(left, right)) in self._strength

    def pairs(self) -> list[Pair]:
        """The pairs that `joins`: quotations before reported speech, the surest first."""

        def rank(pair: Pair) -> tuple[int, float, list[tuple[str, Span]]]:
            reported = sum(not self._found[at].is_direct for at in pair)
            # Ties go by place and not by number, so that the order of the members changes nothing.
            return reported, -round(self._strength[pair], 4), sorted(map(self._place, pair))

        return sorted(self._strength, key=rank)

    def _place(self, at: int) -> tuple[str, Span]:
        one = self._found[at]
        return self._members[one.member].article.path, one.span

    def _by_words(self, pair: Pair) -> float:
        """The evidence for a pair, or 0 where it is not enough."""
        ours, theirs = (self._found[at] for at in pair)
        are_direct = ours.is_direct and theirs.is_direct
        if ours.member == theirs.member:
            return float(are_direct and _repeats(ours, theirs))
        linked = pair in self._linked
        near, cosine = self._nearness(pair), float(self._cosine[pair])
        held = partial_ratio(*(self._texts[at] for at in pair)) / 100
        voice = ours.voice.same(theirs.voice)
        shared = len(self._terms[pair[0]] & self._terms[pair[1]])
        fewest = min(len(self._terms[at]) for at in pair)
        if (
            cosine + held < _EITHER
            or (fewest >= _LONG and cosine < _LONG_ALIKE and held < _LONG_HELD)
            or (shared == 1 and near < _SAME_PLACE and not linked)
            or (voice is Same.NO and (held < _VERBATIM or (shared < _RARE and not linked)))
        ):
            return 0.0
        if not are_direct and (
            shared < 2 or fewest < _REPORTED_TERMS or not (voice is Same.YES or linked)
        ):
            return 0.0
        alike = max(cosine, _PART_WEIGHT * held) if shared > 1 and held >= _PART else cosine
        total = alike + _AROUND * near + _SAME_VOICE * (voice is Same.YES) + _LINKED * linked
        return total if total >= (DIRECT if are_direct else INDIRECT) else 0.0

    def _nearness(self, pair: Pair) -> float:
        """How alike the sentences around are, with a number that both give."""
        shared = self._numbers[pair[0]] & self._numbers[pair[1]]
        return min(_MOST_AROUND, float(self._near[pair]) + _NUMBER * bool(shared))

    def _add_meanings(self) -> None:
        """Join remarks in linked sentences that say the same in other words."""
        hosts = Counter((one.member, one.around.span) for one in self._found if one.is_direct)
        alone = {
            at
            for at, one in enumerate(self._found)
            if one.is_direct and hosts[one.member, one.around.span] == 1
        }
        asked = [pair for pair in self._linked if pair not in self._strength and self._may(pair)]
        wanted = sorted({at for pair in asked for at in pair})
        rows = dict(zip(wanted, encode([self._written(at) for at in wanted]), strict=True))
        for pair in asked:
            likeness = float(rows[pair[0]] @ rows[pair[1]])
            foreign = self._is_foreign(pair) and alone.issuperset(pair)
            if likeness >= (FOREIGN if foreign else MEANING):
                self._strength[pair] = likeness

    def _may(self, pair: Pair) -> bool:
        """Whether the speakers let two remarks in linked sentences be one."""
        ours, theirs = (self._found[at] for at in pair)
        voice = ours.voice.same(theirs.voice)
        return voice is Same.YES or (voice is Same.PERHAPS and ours.is_direct and theirs.is_direct)

    def _is_foreign(self, pair: Pair) -> bool:
        ours, theirs = (self._members[self._found[at].member].article.language[:2] for at in pair)
        return ours != theirs

    def _written(self, at: int) -> str:
        one = self._found[at]
        return " ".join(one.span.text_in(self._members[one.member].article.text).split())


def _numbers(passage: Passage) -> frozenset[str]:
    return frozenset(word for word in passage.written if word[0].isdigit() and len(word) > 1)


def _repeats(ours: Remark, theirs: Remark) -> bool:
    """Whether an account quotes the same words twice."""
    short, long = sorted((_stems(ours), _stems(theirs)), key=len)
    return short == long or (len(short.split()) > 1 and short in long)


def _stems(remark: Remark) -> str:
    return f" {' '.join(map(stem, remark.words.written))} "
