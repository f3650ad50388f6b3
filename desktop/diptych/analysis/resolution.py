"""Who is meant by the words that name a speaker: a name, a pronoun, an office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.analysis.english import Parsed
from diptych.model.reading import Entity, EntityKind, Speaker
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTSIDE = frozenset("relcl appos acl advcl punct cc conj prep".split())
_PERSONAL = frozenset("he she they we i you who".split())
_SINGULAR = frozenset("he she him her his".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name a speaker, and their head."""

    span: Span
    head_span: Span
    head: str
    is_pronoun: bool

    @classmethod
    def of(cls, piece: Parsed, head: Token) -> Phrase:
        """The noun phrase of ``head`` without its relative clauses and appositions."""
        inside = [head]
        for child in head.children:
            if child.dep_ not in _OUTSIDE or (child.dep_ == "prep" and child.i > head.i):
                inside.extend(child.subtree)
        first = min(inside, key=lambda token: token.i)
        last = max(inside, key=lambda token: token.i)
        return cls(
            piece.span_of(first, last),
            piece.span_of(head, head),
            head.lower_,
            head.pos_ == "PRON",
        )


class Cast:
    """The entities of an article, asked who is meant where."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        placed = sorted(
            ((mention, entity) for entity in entities for mention in entity.mentions),
            key=lambda pair: pair[0],
        )
        self._spans = [span for span, _ in placed]
        self._entities = [entity for _, entity in placed]

    def speaker(self, phrase: Phrase) -> Speaker:
        """The speaker that ``phrase`` names."""
        entity = self._named(phrase)
        if entity is None and phrase.is_pronoun and phrase.head in _SINGULAR:
            entity = self._person_before(phrase.span.start)
        if entity is not None:
            return Speaker(entity.name, entity.id, phrase.span)
        return Speaker(phrase.span.text_in(self._text), "", phrase.span)

    def named(self, span: Span) -> Speaker:
        """The speaker whose name stands at ``span``."""
        entity = self._at(span)
        name = entity.name if entity else span.text_in(self._text)
        return Speaker(name, entity.id if entity else "", span)

    def actor(self, phrase: Phrase) -> Speaker | None:
        """The speaker that ``phrase`` names, if that is somebody who can speak."""
        speaker = self.speaker(phrase)
        return speaker if speaker.entity or phrase.head in _PERSONAL else None

    def _named(self, phrase: Phrase) -> Entity | None:
        """The entity whose mention holds the head of the phrase."""
        return self._at(phrase.head_span)

    def _at(self, span: Span) -> Entity | None:
        index = bisect_left(self._spans, Span(span.start, span.start))
        for at in (index - 1, index):
            if 0 <= at < len(self._spans) and self._spans[at].overlaps(span):
                return self._entities[at]
        return None

    def _person_before(self, position: int) -> Entity | None:
        index = bisect_left(self._spans, Span(position, position))
        for at in range(index - 1, -1, -1):
            if self._entities[at].kind is EntityKind.PERSON:
                return self._entities[at]
        return None
