"""The same remark in several accounts."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.model.reading import QuotationKind
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """One place where an account gives the remark, or a part of it."""

    path: str
    """Of the article."""
    span: Span
    kind: QuotationKind


@dataclass(frozen=True, slots=True)
class Utterance:
    """One remark with its versions, in the order of the accounts and of each text."""

    speaker: str
    """The fullest name that an account gives; empty where none does."""
    versions: tuple[Version, ...]
