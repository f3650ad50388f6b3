"""Numbers that several accounts of a story give for the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.text.spans import Span


class FigureRelation(StrEnum):
    """How the numbers compare; of several pairs the one that comes last here counts."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    """One is the other with fewer digits, or in another unit."""
    COMPATIBLE = "compatible"
    """Both can be true: more than 100, more than 130."""
    CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number as one account gives it; see `Quantity` for the fields that it has too."""

    path: str
    """Of the article."""
    span: Span
    value: float
    unit: str
    qualifier: str
    given_by: str
    """The speaker of the reported passage that it stands in, else the outlet."""
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """One thing that is counted, with what each account says; in the order of the accounts."""

    what: str
    """As the fullest account has it; empty where none says it."""
    relation: FigureRelation
    values: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class PairedFigure:
    """Two numbers of two accounts for the same thing."""

    what: str
    left: Figure
    right: Figure
    relation: FigureRelation


@dataclass(frozen=True, slots=True)
class InferredDate:
    """The day meant by words of an account without a date, told by the accounts that have one."""

    path: str
    span: Span
    when: str
    """In ISO 8601, as in `Quantity`."""
    from_path: str
    """The account that the day is taken from."""
