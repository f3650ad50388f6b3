"""Who each quotation is given to.

A quotation belongs to the reporting verb that its sentence puts next to it, and to that verb's
subject; without one, to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.analysis.cues import Cue, cues, subject_of
from diptych.analysis.english import Parsed
from diptych.analysis.frames import frame_of, frames
from diptych.analysis.marks import Quoted
from diptych.analysis.quotations import QuotedBlock
from diptych.analysis.resolution import Cast, Phrase
from diptych.model.reading import Quotation, QuotationKind, Speaker
from diptych.text.spans import Span

_TRANSCRIPT = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
_NOBODY = frozenset("it that this which what there".split())


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cue with its place in the article, and the phrase of its subject."""

    cue: Cue
    span: Span
    subject: Phrase | None

    @property
    def reach(self) -> Span:
        return self.span.joined(self.subject.span) if self.subject else self.span


@dataclass(frozen=True, slots=True)
class _Scene:
    """One block with everything a quotation in it is judged by."""

    text: str
    span: Span
    quoted: Sequence[Quoted]
    piece: Parsed
    frames: list[Span]
    cues: list[_Placed]

    def cues_beside(self, quoted: Quoted) -> list[_Placed]:
        """Those in the same sentence."""
        frame = frame_of(quoted.outer.start, self.frames)
        return [cue for cue in self.cues if frame_of(cue.span.start, self.frames) == frame]

    def is_alone(self, quoted: Quoted) -> bool:
        """Whether the sentence has no words but quoted ones."""
        frame = self.frames[frame_of(quoted.outer.start, self.frames)]
        letters = list(frame.text_in(self.text))
        for one in self.quoted:
            if frame.covers(one.outer) or frame.overlaps(one.outer):
                first = max(0, one.outer.start - frame.start)
                letters[first : one.outer.end - frame.start] = " " * (
                    min(len(letters), one.outer.end - frame.start) - first
                )
        return not re.search(r"\w", "".join(letters))


class _Attribution:
    """Goes through an article in order and remembers who spoke last."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self._last: Speaker | None = None
        self._runs_on = False

    def read(self, block: QuotedBlock, piece: Parsed) -> list[Quotation]:
        scene = _scene(self._text, block, piece)
        found = []
        for number, quoted in enumerate(block.quoted):
            continues = number == 0 and self._runs_on
            found.append(self._quotation(scene, quoted, continues=continues))
        self._runs_on = bool(block.quoted) and not block.quoted[-1].is_closed
        spoken = [cue for cue in scene.cues if cue.cue.is_saying and cue.subject is not None]
        if spoken and (not block.quoted or spoken[-1].span.start > block.quoted[-1].outer.end):
            assert spoken[-1].subject is not None
            self._last = self._cast.speaker(spoken[-1].subject)
        return found

    def _quotation(self, scene: _Scene, quoted: Quoted, *, continues: bool) -> Quotation:
        speaker, cue = None, None
        transcript = _TRANSCRIPT.match(self._text, quoted.inner.start)
        if transcript:
            speaker = self._cast.named(Span(*transcript.span(1)))
        else:
            cue = _nearest(scene, quoted)
            if cue is not None and cue.subject is not None:
                speaker = self._cast.speaker(cue.subject)
            elif cue is not None or continues or scene.is_alone(quoted):
                speaker = self._last
            else:
                speaker = self._main_subject(scene, quoted)
        if speaker is not None:
            self._last = speaker
        return Quotation(quoted.inner, QuotationKind.DIRECT, speaker, cue.span if cue else None)

    def _main_subject(self, scene: _Scene, quoted: Quoted) -> Speaker | None:
        """The sentence's own subject, where it is a person or an organisation."""
        for token in scene.piece.tokens_in(quoted.inner)[:1]:
            for ancestor in token.ancestors:
                if ancestor.pos_ not in ("VERB", "AUX"):
                    continue
                subject = subject_of(ancestor)
                if subject is None:
                    continue
                phrase = Phrase.of(scene.piece, subject)
                if not any(phrase.head_span.overlaps(one.outer) for one in scene.quoted):
                    return self._cast.actor(phrase)
        return None


def attributed(
    text: str, blocks: Sequence[QuotedBlock], parsed: Sequence[Parsed], cast: Cast
) -> list[Quotation]:
    """The direct quotations in order, each with its cue and speaker where there is one."""
    attribution = _Attribution(text, cast)
    return [
        quotation
        for block, piece in zip(blocks, parsed, strict=True)
        for quotation in attribution.read(block, piece)
    ]


def _scene(text: str, block: QuotedBlock, piece: Parsed) -> _Scene:
    span = block.block.span
    outers = [one.outer for one in block.quoted]
    placed = []
    for cue in cues(piece.doc):
        where = piece.span_of(cue.token, cue.last)
        if any(where.overlaps(outer) for outer in outers):
            continue
        subject = Phrase.of(piece, cue.subject) if cue.subject is not None else None
        if subject is not None and any(subject.head_span.overlaps(outer) for outer in outers):
            subject = None
        placed.append(_Placed(cue, where, subject))
    return _Scene(text, span, block.quoted, piece, frames(text, span, block.quoted), placed)


def _nearest(scene: _Scene, quoted: Quoted) -> _Placed | None:
    candidates = scene.cues_beside(quoted)
    if not candidates:
        return None
    above = _above(scene, quoted)
    return min(candidates, key=lambda cue: _cost(scene, quoted, cue, above))


def _above(scene: _Scene, quoted: Quoted) -> dict[int, int]:
    """How many steps up the tree each word stands that the quotation depends on."""
    tokens = scene.piece.tokens_in(quoted.inner)
    inside = {token.i for token in tokens}
    steps: dict[int, int] = {}
    for token in tokens:
        if token.head.i in inside:
            continue
        for distance, ancestor in enumerate(token.ancestors):
            steps[ancestor.i] = min(distance, steps.get(ancestor.i, distance))
    return steps


def _cost(scene: _Scene, quoted: Quoted, placed: _Placed, above: dict[int, int]) -> float:
    """How unlikely it is that this cue carries the quotation; only for comparing."""
    cost = 0.0 if placed.cue.is_saying else 1.5
    if placed.subject is None:
        cost += 1.0
    elif placed.subject.head in _NOBODY:
        cost += 2.0
    if placed.span.start >= quoted.outer.end:
        gap = scene.text[quoted.outer.end : max(quoted.outer.end, placed.reach.start)]
        if gap.strip(" ,–—-"):
            cost += 2.0 + 0.2 * len(gap.split())
        return cost
    gap = scene.text[placed.span.end : quoted.outer.start]
    if gap.rstrip().endswith((":", ",")) and len(gap.split()) <= 8:
        return cost + 0.3
    if placed.cue.token.i in above:
        return cost + 0.5 + 0.3 * above[placed.cue.token.i]
    return cost + 1.0 + 0.2 * len(gap.split())
