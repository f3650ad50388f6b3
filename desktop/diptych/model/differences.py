"""What differs between two linked passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.text.spans import Span


class DifferenceKind(StrEnum):
    """In what two passages differ; those that matter most come first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    SPEAKER = "speaker"
    NEGATION = "negation"
    CERTAINTY = "certainty"
    QUOTED_WORDS = "quoted_words"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Difference:
    """The words on each side that show it; a side that lacks what the other has can be empty."""

    kind: DifferenceKind
    left: tuple[Span, ...]
    right: tuple[Span, ...]

    def mirrored(self) -> Difference:
        """The same difference seen from the other side."""
        return Difference(self.kind, self.right, self.left)
