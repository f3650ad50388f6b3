"""What relates two articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from diptych.text.spans import Span


class Relation(StrEnum):
    """How the wording of two linked passages compares."""

    SAME = "same"
    REWORDED = "reworded"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that report the same thing; spans are sentences or whole blocks."""

    left: Span
    right: Span
    relation: Relation
    score: float
    """From 0 to 1: of links with this score, the share that is right."""
    by_hand: bool = False
    """A reader set it."""


def mirrored(links: Iterable[Link]) -> tuple[Link, ...]:
    """``links`` seen from the other side, in its order."""
    turned = (replace(link, left=link.right, right=link.left) for link in links)
    return tuple(sorted(turned, key=lambda link: (link.left, link.right)))


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links between two articles, in the order of the left one, and what has none."""

    left_sha256: str
    right_sha256: str
    links: tuple[Link, ...]
    only_left: tuple[Span, ...]
    only_right: tuple[Span, ...]

    def mirrored(self) -> Alignment:
        """The same alignment seen from the other side."""
        links = mirrored(self.links)
        return Alignment(
            self.right_sha256, self.left_sha256, links, self.only_right, self.only_left
        )
