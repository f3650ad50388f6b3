"""What a reader adds to an article: tags, notes, pairs and corrections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from diptych.text.spans import Span

Extra = tuple[tuple[str, Any], ...]
"""Keys of a file that Diptych does not know, or whose value it cannot use, as parsed JSON.

They are written back as they were; one with the name of a known key stands in its place.
"""


class Purpose(StrEnum):
    """Why a body is there (Web Annotation Data Model, section 3.3.5)."""

    TAGGING = "tagging"
    COMMENTING = "commenting"
    CLASSIFYING = "classifying"
    EDITING = "editing"
    BOOKMARKING = "bookmarking"
    ASSESSING = "assessing"
    """The passage was read, and there is nothing to tag."""
    OTHER = "other"
    """Another program's body: all of it is in ``extra``, or it is the address in ``value``."""


class PairRelation(StrEnum):
    """What the first passage of a pair does to the second; of an article, omit or add."""

    COPIES = "copies"
    REWORDS = "rewords"
    CONTRADICTS = "contradicts"
    SOFTENS = "softens"
    STRENGTHENS = "strengthens"
    REATTRIBUTES = "reattributes"
    OMITS = "omits"
    ADDS = "adds"


@dataclass(frozen=True, slots=True)
class Body:
    """One thing said about the target: a tag's name, a note, a relation, a corrected value."""

    purpose: Purpose
    value: str
    field: str = ""
    """With purpose editing: what is corrected (``diptych:field``)."""
    was: str = ""
    """With purpose editing: what the program had found (``diptych:was``)."""
    extra: Extra = ()


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
    extra: Extra = ()


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
    motivation: str = ""
    """Why it was made, where the bodies do not say so (``bookmarking`` for a star)."""
    extra: Extra = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags it carries, in order."""
        return tuple(body.value for body in self.bodies if body.purpose is Purpose.TAGGING)

    @property
    def note(self) -> str:
        """Its note in Markdown, or nothing."""
        return self._first(Purpose.COMMENTING)

    @property
    def relation(self) -> str:
        """Of a pair: how its first passage relates to the second (see `PairRelation`)."""
        return self._first(Purpose.CLASSIFYING)

    @property
    def is_star(self) -> bool:
        """Whether it marks the article as one to come back to."""
        return self.motivation == Purpose.BOOKMARKING

    @property
    def is_correction(self) -> bool:
        """Whether it corrects what the program found."""
        return any(body.purpose is Purpose.EDITING for body in self.bodies)

    @property
    def span(self) -> Span | None:
        """The passage in the article that holds the sidecar; None for the whole article."""
        anchor = self.targets[0].anchor if self.targets else None
        return anchor.span if anchor else None

    def _first(self, purpose: Purpose) -> str:
        return next((body.value for body in self.bodies if body.purpose is purpose), "")


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
    extra: Extra = ()
