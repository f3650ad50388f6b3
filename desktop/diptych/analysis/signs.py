"""What rewording and translation leave in a text, and an original does not have.

A reworder drops passages and adds none, so that the derived text is contained in its original and
not the other way round (Broder, "On the resemblance and containment of documents", 1997).
Translations keep to the other language's genitive, take the longer and more formal word, and say
what the original leaves to be understood (Baker, "Corpus-based translation studies: the challenges
that lie ahead", 1996; Volansky, Ordan and Wintner, "On the features of translationese", 2015).
Names that went through another script come back in several spellings. None of it proves anything
alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.telling import Telling, shares
from diptych.model.links import Alignment, Link
from diptych.model.reading import EntityKind
from diptych.model.story import Evidence, EvidenceKind, Side
from diptych.text.spans import Span
from diptych.text.words import folded

_CONTAINED: Final = 0.9
"""Share of a text in the other one from which it may have nothing of its own."""
_FULLER: Final = 0.08
_MUCH_FULLER: Final = 0.15
"""Share of the other text that stands nowhere else, more than of this one."""
_LONGEST: Final = 2.0
"""How many times as long as a derived text its original may be: else it may only contain it."""
_LONGER: Final = 0.1
"""Letters by which the words that differ are longer, on average."""
_FEWEST_WORDS: Final = 40
_FEWEST_PASSAGES: Final = 2
_SHOWN: Final = 6

_OWNED: Final = re.compile(r"\w(?:[’']s|s[’'])\s+\w")
_OF: Final = re.compile(r"\bof\s+(?!course\b)\w")
_PADDING: Final = re.compile(
    r"\b(?:according to (?:him|her|them)|in (?:his|her|their) (?:words|opinion|view)"
    r"|however|namely|in order to|due to|in (?:this|that) regard|with regard to"
    r"|in the first place|at the same time|in connection with|on the part of|in terms of"
    r"|in the event (?:of|that)|the fact that|a number of|for (?:safety|security) reasons"
    r"|(?:was|were) also (?:quoted|cited)|expressed (?:hope|concern|confidence)"
    r"|(?:no|not) less than|that is to say|in particular)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for ``origin`` being the original, and how much."""

    origin: Side
    weight: int
    evidence: tuple[Evidence, ...]


def signs(left: Telling, right: Telling, alignment: Alignment) -> Iterator[Sign]:
    """Everything in the wording of the two that tells which was there first."""
    yield from _fuller(left, right, alignment)
    pairs = [_Pair(left, right, link) for link in alignment.links]
    yield from _genitives(pairs)
    yield from _longer_words(pairs)
    yield from _padding(pairs)
    yield from _wavering(left, right)


class _Pair:
    """Two linked passages."""

    def __init__(self, left: Telling, right: Telling, link: Link) -> None:
        self.link = link
        self.texts = link.left.text_in(left.article.text), link.right.text_in(right.article.text)
        ours, theirs = left.sentence_at(link.left), right.sentence_at(link.right)
        self.differing: tuple[Sequence[str], Sequence[str]] = (), ()
        """The words of each passage that the other has not; of headlines none."""
        if ours is not None and theirs is not None:
            known, others = set(ours.words), set(theirs.words)
            self.differing = (
                [word for word in ours.words if word not in others],
                [word for word in theirs.words if word not in known],
            )

    def evidence(self, kind: EvidenceKind) -> Evidence:
        """The two passages as evidence."""
        return Evidence(kind, self.link.left, self.link.right)

    def count(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        """How often ``pattern`` stands in each passage."""
        return len(pattern.findall(self.texts[0])), len(pattern.findall(self.texts[1]))


def _fuller(left: Telling, right: Telling, alignment: Alignment) -> Iterator[Sign]:
    """A text that is told whole in a fuller one."""
    ours, theirs = shares(left, right, alignment)
    is_left = ours < theirs
    full, derived = (left, right) if is_left else (right, left)
    is_whole = max(ours, theirs) >= _CONTAINED
    if not is_whole or full.all_words > _LONGEST * derived.all_words:
        return
    more = abs(ours - theirs)
    if more >= _FULLER:
        lone = (alignment.only_left if is_left else alignment.only_right)[:_SHOWN]
        kind = EvidenceKind.MORE_TOLD
        evidence = (
            Evidence(kind, span) if is_left else Evidence(kind, None, span) for span in lone
        )
        origin = Side.LEFT if is_left else Side.RIGHT
        yield Sign(origin, 2 if more >= _MUCH_FULLER else 1, tuple(evidence))


def _genitives(pairs: Sequence[_Pair]) -> Iterator[Sign]:
    """Passages in which "of" stands for a genitive of the other side."""
    turned: dict[Side, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        (owned, other_owned), (of, other_of) = pair.count(_OWNED), pair.count(_OF)
        if owned > other_owned and of < other_of:
            turned[Side.LEFT].append(pair)
        elif owned < other_owned and of > other_of:
            turned[Side.RIGHT].append(pair)
    yield from _most(turned, EvidenceKind.GENITIVE)


def _padding(pairs: Sequence[_Pair]) -> Iterator[Sign]:
    """Passages with a hedge or connective that the other side does without."""
    padded: dict[Side, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        ours, theirs = pair.count(_PADDING)
        if ours != theirs:
            padded[Side.LEFT if ours < theirs else Side.RIGHT].append(pair)
    yield from _most(padded, EvidenceKind.PADDING)


def _most(found: dict[Side, list[_Pair]], kind: EvidenceKind) -> Iterator[Sign]:
    """The side with more of ``found``, if by enough."""
    origin = max(Side, key=lambda side: len(found[side]))
    if len(found[origin]) - len(found[origin.other]) >= _FEWEST_PASSAGES:
        yield Sign(origin, 1, tuple(pair.evidence(kind) for pair in found[origin][:_SHOWN]))


def _longer_words(pairs: Sequence[_Pair]) -> Iterator[Sign]:
    """The side whose words are longer where the two differ; the other one is the original."""
    ours = [word for pair in pairs for word in pair.differing[0]]
    theirs = [word for pair in pairs for word in pair.differing[1]]
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return
    longer = sum(map(len, theirs)) / len(theirs) - sum(map(len, ours)) / len(ours)
    if abs(longer) >= _LONGER:
        origin, derived = (Side.LEFT, 1) if longer > 0 else (Side.RIGHT, 0)
        most = sorted(pairs, key=lambda pair: len(pair.differing[derived]), reverse=True)
        evidence = (pair.evidence(EvidenceKind.LONGER_WORDS) for pair in most[:_SHOWN])
        yield Sign(origin, 1, tuple(evidence))


def _wavering(left: Telling, right: Telling) -> Iterator[Sign]:
    """The side that spells more names in several ways; the other one is the original."""
    ours, theirs = (list(_wavering_names(one)) for one in (left, right))
    if len(ours) == len(theirs):
        return
    kind = EvidenceKind.WAVERING_NAME
    if len(ours) < len(theirs):
        yield Sign(Side.LEFT, 1, tuple(Evidence(kind, None, span) for span in theirs[:_SHOWN]))
    else:
        yield Sign(Side.RIGHT, 1, tuple(Evidence(kind, span) for span in ours[:_SHOWN]))


def _wavering_names(telling: Telling) -> Iterator[Span]:
    """The first mention in each further spelling of a person's first or last name."""
    for entity in telling.reading.entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        first_names, last_names = set[str](), set[str]()
        for mention in entity.mentions:
            *first, last = (folded(one) for one in mention.text_in(telling.article.text).split())
            is_new = bool(last_names) and last not in last_names
            is_new |= bool(first and first_names) and first[0] not in first_names
            last_names.add(last)
            first_names.update(first[:1])
            if is_new:
                yield mention
