"""Who each quotation is given to.

A quotation belongs to the reporting verb that its sentence puts next to it, and to that verb's
subject; without one, to whoever spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from diptych.analysis.cues import Cue, Subject, subject_of
from diptych.analysis.marks import Quoted
from diptych.analysis.phrases import Phrase
from diptych.analysis.resolution import Cast
from diptych.analysis.scare import is_somebodys_words
from diptych.analysis.scenes import PlacedCue, Scene
from diptych.model.article import BlockKind
from diptych.model.reading import Quotation, QuotationKind, Speaker
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRANSCRIPT: Final = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
_CREDIT: Final = re.compile(
    r"[\"”’»]?\s*[–—―-]{1,2}\s*((?:[A-Z][\w.’'-]*\s+){1,4}(?:[A-Z][\w.’'-]*|[IVX]+))\W*$"
)
_APART: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_BEGINS_NOUN_PHRASE: Final = _NOMINAL | {"DET", "ADJ", "NUM", "VERB"}
_BETWEEN: Final = frozenset({"PUNCT", "ADV", "SPACE"})
_LONGEST_SUBJECT: Final = 30
"""Words between a quotation and its cue, with appositions ("Mr Li, head of the Union, said")."""
_OFTEN_OTHERWISE: Final = frozenset("continue conclude maintain observe post recall urge".split())
"""Saying verbs that as often say something else ("talks will continue")."""
_NOBODY: Final = frozenset("it that this which what there".split())


def attributed(scenes: Iterable[Scene], cast: Cast) -> list[Quotation]:
    """The direct quotations in order, each with its cue and speaker where there is one."""
    attribution = _Attribution(cast)
    return [quotation for scene in scenes for quotation in attribution.read(scene)]


class _Attribution:
    """Goes through an article in order and remembers who spoke last."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Speaker | None = None
        self._runs_on = False

    def read(self, scene: Scene) -> list[Quotation]:
        found = []
        for number, quoted in enumerate(scene.quoted):
            continues = number == 0 and self._runs_on
            if continues or is_somebodys_words(scene, quoted):
                found.append(self._quotation(scene, quoted, continues=continues))
        self._runs_on = bool(scene.quoted) and not scene.quoted[-1].is_closed
        self._listen(scene)
        return found

    def _listen(self, scene: Scene) -> None:
        """Remember who speaks after a block's last quotation, or is announced at its end."""
        after = scene.quoted[-1].outer.end if scene.quoted else scene.span.start
        announces = scene.span.text_in(scene.text).rstrip().endswith(":")
        spoken = [
            cue.subject
            for cue in scene.cues
            if cue.subject and cue.span.start >= after and (cue.cue.is_saying or announces)
        ]
        if spoken:
            self._last = self._cast.speaker(spoken[-1])
        elif announces and (subject := _last_subject(scene)) is not None:
            self._last = self._cast.speaker(subject)

    def _quotation(self, scene: Scene, quoted: Quoted, *, continues: bool) -> Quotation:
        speaker, cue = None, None
        stated = _stated(scene, quoted)
        if stated is not None:
            speaker = self._cast.named(stated)
        else:
            cue = _nearest(scene, quoted)
            if cue is not None and cue.subject is not None:
                speaker = self._named_by(cue.subject, scene)
            elif cue is not None or continues or self._carries_on(scene, quoted):
                speaker = self._last
            else:
                speaker = self._acting(scene, quoted)
        if speaker is not None:
            self._last = speaker
        return Quotation(quoted.inner, QuotationKind.DIRECT, speaker, cue.span if cue else None)

    def _named_by(self, subject: Phrase, scene: Scene) -> Speaker:
        """Whoever ``subject`` names; "he" after "a spokesman said" is that spokesman."""
        last = self._last
        if (
            subject.head in ("he", "she")
            and last is not None
            and not last.entity
            and last.span is not None
            and scene.span.covers(last.span)
            and last.span.end <= subject.at.start
        ):
            return Speaker(last.name, "", subject.at)
        return self._cast.speaker(subject)

    def _carries_on(self, scene: Scene, quoted: Quoted) -> bool:
        return scene.is_alone(quoted) and scene.block.kind not in _APART

    def _acting(self, scene: Scene, quoted: Quoted) -> Speaker | None:
        """Whoever the sentence is about, if that is a person or an organisation."""
        for token in scene.piece.tokens_in(quoted.inner)[:1]:
            for ancestor in token.ancestors:
                subject = subject_of(ancestor) if ancestor.pos_ in ("VERB", "AUX") else None
                phrase = scene.phrase(subject) if subject is not None else None
                if phrase is not None:
                    return self._cast.actor(phrase)
        return None


def _stated(scene: Scene, quoted: Quoted) -> Span | None:
    """The name that transcripts put before the words, and collections of voices after a dash."""
    transcript = _TRANSCRIPT.match(scene.text, quoted.inner.start)
    if transcript:
        return Span(*transcript.span(1))
    if scene.quoted[-1] is quoted:
        credit = _CREDIT.match(scene.text[quoted.inner.end : scene.span.end])
        if credit:
            return Span(*credit.span(1)).shifted(quoted.inner.end)
    return None


def _last_subject(scene: Scene) -> Phrase | None:
    """The subject of the block's last sentence."""
    for token in reversed(scene.piece.doc):
        if token.head == token and token.pos_ in ("VERB", "AUX"):
            subject = subject_of(token)
            return scene.phrase(subject) if subject is not None else None
    return None


def _nearest(scene: Scene, quoted: Quoted) -> PlacedCue | None:
    candidates = [_beside(scene, quoted, placed) for placed in scene.cues_beside(quoted)]
    if not candidates:
        return None
    above = _above(scene, quoted)
    return min(candidates, key=lambda cue: _cost(scene, quoted, cue, above))


def _beside(scene: Scene, quoted: Quoted, placed: PlacedCue) -> PlacedCue:
    """``placed`` with the subject that stands between the quotation and it, or right after it.

    The parser often loses the subject of a cue that follows a long quotation, when the order of
    the words alone is plain: “…,” Mr Li of the Union said; “…,” said Mr Li.
    """
    if placed.span.start < quoted.outer.end or not placed.cue.is_saying:
        return placed
    if placed.subject is not None and placed.subject.at.start >= quoted.outer.end:
        return placed
    between = scene.piece.tokens_in(Span(quoted.outer.end, placed.span.start))
    words = [token for token in between if token.pos_ not in _BETWEEN]
    if not words:
        words = list(placed.cue.token.doc[placed.cue.token.i + 1 : placed.cue.token.i + 12])
    if not words or len(words) > _LONGEST_SUBJECT or words[0].pos_ not in _BEGINS_NOUN_PHRASE:
        return placed
    head = _first_noun(words)
    if head is None:
        return placed
    subject = Subject(head, head)
    cue = Cue(placed.cue.token, placed.cue.last, subject, is_saying=True)
    return PlacedCue(cue, placed.span, scene.phrase(subject))


def _first_noun(words: Sequence[Token]) -> Token | None:
    """The head of the first noun phrase in ``words``: the last noun before anything else."""
    head = None
    for token in words:
        if token.pos_ in _NOMINAL:
            head = token
        elif head is not None and token.pos_ not in ("ADJ", "PART") and token.tag_ != "POS":
            break
    return head


def _above(scene: Scene, quoted: Quoted) -> dict[int, int]:
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


def _cost(scene: Scene, quoted: Quoted, placed: PlacedCue, above: dict[int, int]) -> float:
    """How unlikely it is that this cue carries the quotation; only for comparing.

    The figures are the round ones that came out best on the development half of PolNeAR.
    """
    is_saying = placed.cue.is_saying and placed.cue.token.lemma_.lower() not in _OFTEN_OTHERWISE
    cost = 0.0 if is_saying else 1.5
    if placed.subject is None:
        cost += 1.0
    elif placed.subject.head in _NOBODY:
        cost += 2.0
    if placed.span.start >= quoted.outer.end:
        if placed.cue.token.pos_ == "NOUN":
            cost += 2.0
        gap = scene.text[quoted.outer.end : max(quoted.outer.end, placed.reach.start)]
        return cost + (2.0 + 0.2 * len(gap.split()) if gap.strip(" ,–—-") else 0.0)
    gap = scene.text[placed.span.end : quoted.outer.start]
    if gap.rstrip().endswith((":", ",")) and len(gap.split()) <= 8:
        return cost + 0.3
    if placed.cue.token.i in above:
        return cost + 0.5 + 0.3 * above[placed.cue.token.i]
    return cost + 1.0 + 0.2 * len(gap.split())
