"""What a reader adds to an article: tags, notes, pairs and corrections."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from diptych.text.spans import Span


class Purpose(StrEnum):
    """Why a body is there (Web Annotation Data Model, section 3.3.5)."""

    TAGGING = "tagging"
    COMMENTING = "commenting"
    CLASSIFYING = "classifying"
    EDITING = "editing"
    BOOKMARKING = "bookmarking"


@dataclass(frozen=True, slots=True)
class Body:
    """One thing said about the target: a tag's name, a note, a relation, a corrected value.

    ``extra`` holds the keys of the file that Diptych does not know, as parsed JSON.
    """

    purpose: Purpose
    value: str
    field: str = ""
    """With purpose editing: what is corrected (``diptych:field``)."""
    was: str = ""
    """With purpose editing: what the program had found (``diptych:was``)."""
    extra: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage is, and the words by which it is found again."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The passage an annotation is about; without an anchor the whole article."""

    source: str
    """The article's file name, relative to the sidecar."""
    anchor: Anchor | None = None
    extra: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation of an article.

    ``created`` and ``modified`` are UTC instants, ISO 8601 with a ``Z``.
    """

    id: str
    created: str
    modified: str
    creator: str
    bodies: tuple[Body, ...]
    targets: tuple[Target, ...]
    extra: tuple[tuple[str, Any], ...] = field(default=())

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags it carries, in order."""
        return tuple(body.value for body in self.bodies if body.purpose is Purpose.TAGGING)

    @property
    def note(self) -> str:
        """Its note in Markdown, or nothing."""
        notes = (body.value for body in self.bodies if body.purpose is Purpose.COMMENTING)
        return next(notes, "")

    @property
    def span(self) -> Span | None:
        """The passage in the article that holds the sidecar; None for the whole article."""
        anchor = self.targets[0].anchor if self.targets else None
        return anchor.span if anchor else None


@dataclass(frozen=True, slots=True)
class Tag:
    """One entry of the codebook."""

    name: str
    colour: str = ""
    """``#rrggbb``; empty for the theme's next colour."""
    parent: str = ""
    description: str = ""
    key: str = ""
    """A digit from 1 to 9 that applies it; empty where none does."""
