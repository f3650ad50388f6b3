"""What analysis finds in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.model.statements import Modality, Statement
from diptych.text.spans import Span


class EntityKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place, with every mention of it in the article.

    ``id`` holds inside one answer only; nothing stored may refer to it.
    """

    id: str
    kind: EntityKind
    name: str
    """The fullest form found."""
    mentions: tuple[Span, ...]
    by_hand: bool = False
    """A reader corrected its kind, or which names are its own."""


class QuotationKind(StrEnum):
    """Whether the words are given as spoken or as reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a quotation is given to.

    ``span`` is where the text names the speaker: a name, a noun phrase or a pronoun, in an earlier
    sentence where the speaker is carried on from there. ``name`` is the entity's name, or the
    words of the text; ``entity`` is its id, or empty for somebody unnamed.
    """

    name: str
    entity: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Reported words: for direct speech the span of the words inside the quotation marks."""

    span: Span
    kind: QuotationKind
    speaker: Speaker | None = None
    cue: Span | None = None
    """The reporting verb or phrase ("said", "according to")."""
    by_hand: bool = False
    """A reader corrected who says it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts, a date or a time of day.

    ``qualifier`` is one of exact, more_than, at_least, about, nearly, up_to, at_most, less_than.
    ``upper`` ends a range that ``value`` begins. Of a date (``unit`` "date") they are its first
    and last day, counted as `datetime.date.toordinal` does, and 0 where that is not known; of a
    time of day ("time") minutes after midnight. ``when`` then has it in ISO 8601, with X for what
    the text leaves open: ``2022-02-16``, ``2021-12``, ``XXXX-02-16``, ``T16:20``.
    """

    span: Span
    value: float
    unit: str = ""
    what: str = ""
    qualifier: str = "exact"
    upper: float | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that analysis finds in one article by itself."""

    text_sha256: str
    version: str
    sentences: tuple[Span, ...]
    """Of the prose blocks, in order; none reaches over a block's end."""
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    """One for each of the sentences, in their order."""
    modalities: tuple[Modality, ...] = ()
    """In the order of the text."""
