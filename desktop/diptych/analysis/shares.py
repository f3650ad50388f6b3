"""How much of a sentence is given to each of those it quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from diptych.model.reading import Quotation
from diptych.text.spans import Span, merged

_LEAST_OF_CUE: Final = 0.15
_LEAST_WITH_MAIN_CLAUSE: Final = 0.35
_LEAST: Final = 0.75
"""The share of a sentence that somebody has to be given: where its main verb is the one that gives
it to them, where they say its main clause, and without either."""


@dataclass(slots=True)
class Share:
    """What one sentence gives to one speaker."""

    first: Quotation
    spans: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    least: float = _LEAST

    def add(
        self, quotation: Quotation, sentence: Span, main: Span | None, *, is_main: bool
    ) -> None:
        """Count ``quotation``; ``main`` is the main verb, ``is_main`` whether that is the cue."""
        speaker = quotation.speaker.span if quotation.speaker else None
        for span in (quotation.span, quotation.cue, speaker):
            if span is not None and span.overlaps(sentence):
                self.spans.append(clipped(span, sentence))
        self.contents.append(clipped(quotation.span, sentence))
        if main is None:
            return
        has_cue = quotation.cue is not None and sentence.covers(quotation.cue)
        holds_main = quotation.span.covers(main)
        if has_cue and (holds_main or is_main):
            self._need(_LEAST_OF_CUE)
        elif holds_main:
            self._need(_LEAST_WITH_MAIN_CLAUSE)

    def _need(self, least: float) -> None:
        self.least = min(self.least, least)

    def is_enough(self, sentence: Span) -> bool:
        """Whether the sentence rests on this speaker."""
        spans = self.contents if self.least == _LEAST else self.spans
        return size(spans) >= self.least * len(sentence)


def key(quotation: Quotation) -> str:
    """What tells one speaker from another; empty for nobody."""
    speaker = quotation.speaker
    return (speaker.entity or speaker.name.lower()) if speaker is not None else ""


def size(spans: Iterable[Span]) -> int:
    """The number of code points that ``spans`` cover together."""
    return sum(map(len, merged(spans)))


def clipped(span: Span, sentence: Span) -> Span:
    """The part of ``span`` inside ``sentence``, which it overlaps."""
    return Span(max(span.start, sentence.start), min(span.end, sentence.end))
