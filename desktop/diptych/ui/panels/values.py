"""What the inspector is given to show."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.model.reading import EntityKind, QuotationKind
from diptych.text.spans import Span
from diptych.workspace.reviewing import ReviewedTag


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
    waiting: bool = False
    """The passage is being looked for."""


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
    elsewhere: tuple[Account, ...] | None = None
    """The same utterance in the other accounts; None while they are not compared yet."""
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
    elsewhere: tuple[str, ...] = ()
    """Spellings of other accounts alone, each with who has it."""


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
class ReviewedPassage:
    """One annotation whose passage was not found for certain in a changed text."""

    review: ReviewedTag
    colours: tuple[str, ...] = ()
    """``#rrggbb`` for each of its tags; grey where empty."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes that belong to where the reader is, in Markdown."""

    passage: str = ""
    passage_text: str = ""
    """The words the passage's note is about; empty where there is no passage."""
    article: str = ""
    passage_draft: str = ""
    """What was written on the passage and is not saved; empty where nothing is."""
    article_draft: str = ""
    drafts_elsewhere: int = 0
    """How many more drafts this article has."""


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A number as one account gives it."""

    path: str
    outlet: str
    span: Span
    words: str
    """As they stand in the text: "more than 130,000"."""
    given_by: str = ""
    """Who stands behind it, where that is not the outlet itself."""
    is_reference: bool = False
    """It stands in the passage under the cursor."""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One number of the story: what it counts, and its values in the order of the accounts."""

    what: str
    relation: str
    """How the values compare, in the words of the interface."""
    differs: bool
    """The values exclude each other."""
    values: tuple[GivenValue, ...]
