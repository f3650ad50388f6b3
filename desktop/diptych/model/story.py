"""What is known of a story: how its accounts relate, whom they name, what each alone tells.

Accounts are told apart by their paths. Ids and numbers hold inside one answer only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from diptych.model.article import Article
from diptych.model.figures import InferredDate, SharedFigure
from diptych.model.reading import EntityKind, Reading
from diptych.model.utterances import Utterance
from diptych.text.spans import Span


class Member(NamedTuple):
    """One account of a story, with what analysis found in it."""

    article: Article
    reading: Reading


class Side(StrEnum):
    """One of two accounts that are compared."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The side across."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Verdict(StrEnum):
    """How two accounts came to be alike; all are likely, none is certain."""

    COPY = "copy"
    REWORDED = "reworded"
    SHARED_SOURCE = "shared_source"
    INDEPENDENT = "independent"


class EvidenceKind(StrEnum):
    """What speaks for a verdict, or for which account was there first."""

    SAME_WORDS = "same_words"
    """A run of words that stands in both, outside quotation marks."""
    SAME_ORDER = "same_order"
    """Two passages that follow one another in both accounts."""
    CREDIT = "credit"
    """Words that name a source: of one side, or of both where they name the same."""
    EARLIER = "earlier"
    """The date of the original is earlier; it has no passages."""
    MORE_TOLD = "more_told"
    """A passage that only the original has: it is the fuller text."""
    GENITIVE = "genitive"
    """A passage with "of" where the original has a genitive."""
    LONGER_WORDS = "longer_words"
    """A passage with longer words where the original has shorter ones."""
    PADDING = "padding"
    """A passage with a hedge or connective that the original does without: "according to him"."""
    WAVERING_NAME = "wavering_name"
    """A name that the account spells in more than one way."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason, with the passages that it rests on."""

    kind: EvidenceKind
    left: Span | None = None
    right: Span | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """How two accounts, left and right, relate.

    ``origin`` is the side that the other was made from, None where neither was or nothing tells.
    ``share`` is the part of the derived text that stands in the other one too, from 0 to 1; where
    it is not known which is derived, that of the text of which more does.
    """

    verdict: Verdict
    share: float
    origin: Side | None = None
    evidence: tuple[Evidence, ...] = ()

    def mirrored(self) -> Derivation:
        """The same seen from the other side."""
        origin = self.origin.other if self.origin else None
        evidence = tuple(Evidence(one.kind, one.right, one.left) for one in self.evidence)
        return replace(self, origin=origin, evidence=evidence)


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """Two accounts of a story, by their paths, that are not independent or of which one says so.

    An independent pair is here where one credits the other, or both credit the same source.
    """

    left: str
    right: str
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Origins:
    """How many sources a story has: "2–4 origins".

    Each of the ``likely`` ones is the paths of the accounts that go back to it. The ``least`` is
    that all sources that are likely shared are, the ``most`` that none is.
    """

    likely: tuple[tuple[str, ...], ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to write a name, as it stands in the accounts at ``paths``."""

    text: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """One person, organisation or place in all accounts of a story."""

    id: str
    kind: EntityKind
    name: str
    """The fullest form that most accounts use."""
    forms: tuple[NameForm, ...]
    """Every form, the one that most accounts use first."""


@dataclass(frozen=True, slots=True)
class StoryPassage:
    """A sentence of one account."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that several accounts report, as each of them puts it."""

    passages: tuple[StoryPassage, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A statement, by its place among those of the story, that the account at ``path`` lacks."""

    path: str
    statement: int


@dataclass(frozen=True, slots=True)
class StoryAnalysis:
    """Everything that the accounts of a story tell of one another.

    With a field that comes to it `versions.RELATION` is raised: what is stored is found anew.
    """

    accounts: tuple[str, ...]
    """The paths of all accounts, in order."""
    pairs: tuple[RelatedPair, ...] = ()
    texts: tuple[tuple[str, ...], ...] = ()
    """The accounts, those joined that are copies or rewordings of one another."""
    origins: Origins = Origins((), 0, 0)
    entities: tuple[StoryEntity, ...] = ()
    statements: tuple[Statement, ...] = ()
    only: tuple[StoryPassage, ...] = ()
    """What no other account has."""
    missing: tuple[Missing, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    """Every quotation, with its versions in all accounts."""
    figures: tuple[SharedFigure, ...] = ()
    """Numbers that several accounts give for the same thing."""
    dates: tuple[InferredDate, ...] = ()
    """Days meant by accounts without a date."""
    """What at least two texts have and an account has not."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of a story, with the articles that its spans count in."""

    analysis: StoryAnalysis
    articles: Mapping[str, Article]
    """The accounts by their paths."""
