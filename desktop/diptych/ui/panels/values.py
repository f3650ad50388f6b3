"""What the inspector is given to show."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.model.reading import EntityKind, QuotationKind
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Account:
    """One passage as one outlet (or several with the same text) has it."""

    path: str
    outlet: str
    basis: str
    """Such as "same person · wording differs"; for the reference also how it is told."""
    text: str = ""
    """The passage; empty where it was not found."""
    span: Span | None = None
    """Where the passage stands in its article; None where it was not found."""
    differing: tuple[Span, ...] = ()
    """Words of ``text`` that the reference has otherwise, counted inside ``text``."""
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class PassageAccounts:
    """The cursor's passage in every account of the story."""

    accounts: tuple[Account, ...] = ()
    summary: str = ""
    """Such as "5 of 5 accounts · basis: a named person in all"."""
    lone: bool = False
    """The article belongs to no story: there is nothing to compare with."""


@dataclass(frozen=True, slots=True)
class ShownQuotation:
    """The quotation at the cursor."""

    path: str
    span: Span
    kind: QuotationKind
    words: str
    speaker: str = ""
    """Empty where nobody is named."""
    cue: str = ""
    elsewhere: tuple[Account, ...] = ()
    """The same words in the other accounts."""
    by_hand: bool = False
    """A reader corrected the speaker."""


@dataclass(frozen=True, slots=True)
class Name:
    """One person, organisation or place of the article."""

    id: str
    kind: EntityKind
    name: str
    forms: tuple[str, ...]
    """Every spelling in the article, the fullest first."""
    count: int
    """Of mentions."""
    by_hand: bool = False
    """A reader corrected its kind, or which names are its own."""


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """One annotation of the article."""

    id: str
    span: Span | None
    """None for the whole article."""
    text: str
    tags: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    """``#rrggbb`` for each of ``tags``; grey where empty."""
    note: str = ""
    """In Markdown."""
    correction: str = ""
    """Of what was found there, to what; as it is shown."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes that belong to where the reader is, in Markdown."""

    passage: str = ""
    passage_text: str = ""
    """The words the passage's note is about; empty where there is no passage."""
    article: str = ""
