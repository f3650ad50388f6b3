"""One block with everything that a quotation in it is judged by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diptych.analysis.cues import Cue, Subject, cues
from diptych.analysis.english import Parsed
from diptych.analysis.frames import frame_of, frames
from diptych.analysis.marks import Quoted
from diptych.analysis.phrases import Phrase
from diptych.model.article import Block
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue with its place in the article, and the phrase of its subject."""

    cue: Cue
    span: Span
    subject: Phrase | None

    @property
    def reach(self) -> Span:
        """From the cue to the word that stands for its subject."""
        return self.span.joined(self.subject.at) if self.subject else self.span


@dataclass(frozen=True)
class Scene:
    """A block's text, its quoted spans and its parse."""

    text: str
    block: Block
    quoted: Sequence[Quoted]
    piece: Parsed

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return self.block.span

    @cached_property
    def frames(self) -> list[Span]:
        """The sentences, none of them ended by what is inside a quotation."""
        return frames(self.text, self.span, self.quoted)

    @cached_property
    def cues(self) -> list[PlacedCue]:
        """The cues that are not themselves quoted."""
        return [self._placed(cue) for cue in cues(self.piece.tokens()) if not self._is_quoted(cue)]

    def frame_of(self, position: int) -> Span:
        """The sentence at ``position``."""
        return self.frames[frame_of(position, self.frames)]

    def cues_beside(self, quoted: Quoted) -> list[PlacedCue]:
        """Those in the sentence of a quotation."""
        frame = self.frame_of(quoted.outer.start)
        return [cue for cue in self.cues if self.frame_of(cue.span.start) == frame]

    def is_alone(self, quoted: Quoted) -> bool:
        """Whether the sentence of a quotation has no words but quoted ones."""
        return not self.unquoted(self.frame_of(quoted.outer.start))

    def unquoted(self, span: Span) -> list[str]:
        """The words of ``span`` that stand outside quotation marks."""
        words = re.compile(r"\w+").finditer(self.text, span.start, span.end)
        return [word.group() for word in words if not self.quotes(Span(*word.span()))]

    def quotes(self, span: Span) -> bool:
        """Whether some of ``span`` is quoted."""
        return any(span.overlaps(one.outer) for one in self.quoted)

    def _is_quoted(self, cue: Cue) -> bool:
        return self.quotes(self.piece.span_of(cue.token, cue.last))

    def _placed(self, cue: Cue) -> PlacedCue:
        where = self.piece.span_of(cue.token, cue.last)
        subject = self.phrase(cue.subject) if cue.subject is not None else None
        return PlacedCue(cue, where, subject)

    def phrase(self, subject: Subject) -> Phrase | None:
        """The phrase of ``subject``; None where that is itself quoted."""
        phrase = Phrase.of(self.piece, subject)
        return None if self.quotes(phrase.head_span) else phrase
