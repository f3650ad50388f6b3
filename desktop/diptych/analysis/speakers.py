"""Who each quotation is given to.

A quotation belongs to the reporting verb that its sentence puts next to it, and to that verb's
subject; without one, to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diptych.analysis.cues import Cue, cues
from diptych.analysis.english import Parsed
from diptych.analysis.marks import Quoted
from diptych.analysis.quotations import QuotedBlock
from diptych.analysis.resolution import Cast, Phrase
from diptych.model.reading import Quotation, QuotationKind, Speaker
from diptych.text.spans import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cue with its place in the article, and the whole phrase of its subject."""

    cue: Cue
    span: Span
    subject: Phrase | None

    @property
    def reach(self) -> Span:
        return self.span.joined(self.subject.span) if self.subject else self.span


def attributed(
    text: str, blocks: Sequence[QuotedBlock], parsed: Sequence[Parsed], cast: Cast
) -> list[Quotation]:
    """The direct quotations in order, each with its cue and speaker where there is one."""
    found: list[Quotation] = []
    last: Speaker | None = None
    runs_on = False
    for quoted_block, piece in zip(blocks, parsed, strict=True):
        placed = _placed_cues(piece, quoted_block.quoted)
        for number, quoted in enumerate(quoted_block.quoted):
            best = _nearest(text, quoted, placed)
            speaker = None
            if best is not None and best.subject is not None:
                speaker = cast.speaker(best.subject)
            elif (
                best is not None
                or (number == 0 and runs_on)
                or _stands_alone(text, quoted, quoted_block)
            ):
                speaker = last
            cue = best.span if best else None
            found.append(Quotation(quoted.inner, QuotationKind.DIRECT, speaker, cue))
            if speaker is not None:
                last = speaker
        runs_on = bool(quoted_block.quoted) and not quoted_block.quoted[-1].is_closed
        if placed and placed[-1].subject is not None and not quoted_block.quoted:
            last = cast.speaker(placed[-1].subject)
    return found


def _placed_cues(piece: Parsed, quoted: Iterable[Quoted]) -> list[_Placed]:
    spans = [one.outer for one in quoted]
    placed = []
    for cue in cues(list(piece.doc)):
        span = piece.span_of(cue.first, cue.last)
        if any(span.overlaps(outer) for outer in spans):
            continue
        subject = Phrase.of(piece, cue.subject) if cue.subject is not None else None
        if subject is not None and any(subject.head_span.overlaps(outer) for outer in spans):
            subject = None
        placed.append(_Placed(cue, span, subject))
    return placed


def _nearest(text: str, quoted: Quoted, placed: Sequence[_Placed]) -> _Placed | None:
    best: tuple[float, _Placed] | None = None
    for candidate in placed:
        cost = _cost(text, quoted, candidate)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, candidate)
    return best[1] if best else None


def _cost(text: str, quoted: Quoted, candidate: _Placed) -> float | None:
    """How far the cue is from the quotation, in words; None across a sentence's end."""
    reach = candidate.reach
    if candidate.span.start >= quoted.outer.end:
        start = min(candidate.span.start, max(reach.start, quoted.outer.end))
        gap = text[quoted.inner.end : start]
        if _SENTENCE_END.search(text[quoted.inner.end - 1 : candidate.span.end]):
            return None
        return len(gap.split()) * 1.0
    gap = text[candidate.span.end : quoted.outer.start]
    if _SENTENCE_END.search(gap):
        return None
    cost = len(gap.split()) * 1.0
    return cost - 0.5 if gap.rstrip().endswith((":", ",")) else cost


def _stands_alone(text: str, quoted: Quoted, block: QuotedBlock) -> bool:
    """Whether the quotation is a sentence of its own."""
    before = text[block.block.span.start : quoted.outer.start].rstrip()
    after = text[quoted.outer.end : block.block.span.end].lstrip()
    ends = not after or text[quoted.inner.end - 1] in ".!?…"
    begins = not before or before[-1] in '.!?…"”:'
    return ends and begins
