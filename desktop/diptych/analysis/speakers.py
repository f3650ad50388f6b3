"""Who each quotation is given to.

A quotation belongs to the reporting verb that its sentence puts next to it, and to that verb's
subject; without one, to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.analysis.cues import Cue, Subject, cues, subject_of
from diptych.analysis.english import Parsed
from diptych.analysis.frames import frame_of, frames
from diptych.analysis.marks import Quoted
from diptych.analysis.phrases import Phrase
from diptych.analysis.quotations import QuotedBlock
from diptych.analysis.resolution import Cast
from diptych.model.reading import Quotation, QuotationKind, Speaker
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSCRIPT = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
_CREDIT = re.compile(
    r"[\"”’»]?\s*[–—―-]{1,2}\s*((?:[A-Z][\w.’'-]*\s+){1,4}(?:[A-Z][\w.’'-]*|[IVX]+))\W*$"
)
_NOMINAL_START = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "VERB"})
_LONGEST_SUBJECT = 30
_NOBODY = frozenset("it that this which what there".split())


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cue with its place in the article, and the phrase of its subject."""

    cue: Cue
    span: Span
    subject: Phrase | None

    @property
    def reach(self) -> Span:
        return self.span.joined(self.subject.at) if self.subject else self.span


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
        self._listen(scene)
        return found

    def _listen(self, scene: _Scene) -> None:
        """Remember who speaks after the last quotation of a block, or is announced to."""
        after = scene.quoted[-1].outer.end if scene.quoted else scene.span.start
        announces = self._text[scene.span.start : scene.span.end].rstrip().endswith(":")
        spoken = [
            cue.subject
            for cue in scene.cues
            if cue.subject and cue.span.start >= after and (cue.cue.is_saying or announces)
        ]
        if spoken:
            self._last = self._cast.speaker(spoken[-1])
        elif announces and (subject := _root_subject(scene)) is not None:
            self._last = self._cast.speaker(subject)

    def _quotation(self, scene: _Scene, quoted: Quoted, *, continues: bool) -> Quotation:
        speaker, cue = None, None
        stated = _stated(scene, quoted)
        if stated is not None:
            speaker = self._cast.named(stated)
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


def _stated(scene: _Scene, quoted: Quoted) -> Span | None:
    """The name that transcripts put before the words, and collections of voices after a dash."""
    transcript = _TRANSCRIPT.match(scene.text, quoted.inner.start)
    if transcript:
        return Span(*transcript.span(1))
    if scene.quoted[-1] is quoted:
        credit = _CREDIT.match(scene.text[quoted.inner.end : scene.span.end])
        if credit:
            return Span(*credit.span(1)).shifted(quoted.inner.end)
    return None


def _root_subject(scene: _Scene) -> Phrase | None:
    """The subject of the block's last sentence."""
    for token in reversed(scene.piece.doc):
        if token.head is token and token.pos_ in ("VERB", "AUX"):
            subject = subject_of(token)
            return Phrase.of(scene.piece, subject) if subject is not None else None
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


def _beside(scene: _Scene, quoted: Quoted, placed: _Placed) -> _Placed:
    """``placed`` with the subject that stands between the quotation and it, or right after it.

    The parser often loses the subject of a cue that follows a long quotation, when the order of
    the words alone is plain: “…,” Mr Li of the Union said; “…,” said Mr Li.
    """
    if placed.span.start < quoted.outer.end or not placed.cue.is_saying:
        return placed
    between = scene.piece.tokens_in(Span(quoted.outer.end, placed.span.start))
    words = [token for token in between if token.pos_ not in ("PUNCT", "ADV", "SPACE")]
    if not words:
        subject = _after(placed.cue.token)
    elif len(words) <= _LONGEST_SUBJECT and words[0].pos_ in _NOMINAL_START:
        subject = _first_name(words)
    else:
        return placed
    mine = placed.cue.subject
    if subject is None or (
        mine is not None and quoted.outer.end <= scene.piece.start + mine.at.idx
    ):
        return placed
    cue = Cue(placed.cue.token, placed.cue.last, Subject(subject, subject), is_saying=True)
    return _Placed(
        cue, placed.span, Phrase.of(scene.piece, cue.subject or Subject(subject, subject))
    )


def _after(verb: Token) -> Token | None:
    """The head of the noun phrase that begins right after ``verb``."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if not following or following[0].pos_ not in _NOMINAL_START:
        return None
    return _first_name(list(verb.doc[verb.i + 1 : verb.i + 12]))


def _first_name(words: Sequence[Token]) -> Token | None:
    """The head of the first noun phrase in ``words``: the last noun before anything else."""
    head = None
    for token in words:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
        elif head is not None and token.pos_ not in ("ADJ", "PART") and token.tag_ != "POS":
            break
    return head


def _nearest(scene: _Scene, quoted: Quoted) -> _Placed | None:
    candidates = [_beside(scene, quoted, placed) for placed in scene.cues_beside(quoted)]
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
