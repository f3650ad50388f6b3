"""Who is meant by the words that name a speaker.

Pronouns go to the person who stands out most before them: subjects count more than other mentions,
and each sentence in between halves the weight (after Lappin and Leass 1994, An algorithm for
pronominal anaphora resolution). Offices ("the minister") go to whoever was introduced with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from diptych.analysis.english import Parsed
from diptych.analysis.gender import Gender, gender_of
from diptych.analysis.phrases import Phrase
from diptych.model.reading import Entity, EntityKind, Speaker
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS: Final = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
}
_PERSONAL: Final = frozenset("he she they we i you who".split())
_STEM: Final = 4
"""Letters that a country and the word for what is of it have in common: Germany, German."""
_REACH: Final = 1200
"""Code points before a pronoun in which its person is looked for: about three paragraphs."""


class Cast:
    """The entities of an article, asked who is meant where.

    Only the mentions in ``parsed`` count: a photographer in a caption is nobody's "he".
    """

    def __init__(self, text: str, entities: Sequence[Entity], parsed: Sequence[Parsed]) -> None:
        self._text = text
        inside = [Span(piece.start, piece.start + len(piece.doc.text)) for piece in parsed]
        placed = sorted(
            (
                (mention, entity)
                for entity in entities
                for mention in entity.mentions
                if _is_in(mention, inside)
            ),
            key=lambda pair: pair[0],
        )
        self._spans = [span for span, _ in placed]
        self._entities = [entity for _, entity in placed]
        self._by_id = {entity.id: entity for entity in entities}
        self._sentence_starts: list[int] = []
        self._subjects: set[int] = set()
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._genders: dict[str, Gender] = {}
        for piece in parsed:
            self._learn(piece)
        for entity in entities:
            if entity.kind is EntityKind.PERSON:
                known = gender_of(entity.name, self._roles[entity.id])
                self._genders[entity.id] = known

    def named(self, span: Span) -> Speaker:
        """The speaker whose name stands at ``span``."""
        entity = self._at(span)
        name = entity.name if entity else span.text_in(self._text)
        return Speaker(name, entity.id if entity else "", span)

    def actor(self, phrase: Phrase) -> Speaker | None:
        """The speaker that ``phrase`` names, if that is somebody who can speak."""
        speaker = self.speaker(phrase)
        return speaker if speaker.entity or phrase.head in _PERSONAL else None

    def speaker(self, phrase: Phrase) -> Speaker:
        """The speaker that ``phrase`` names; without an entity where it is nobody named before."""
        entity = self._entity(phrase)
        if entity is not None:
            return Speaker(entity.name, entity.id, phrase.at)
        return Speaker(phrase.span.text_in(self._text), "", phrase.at)

    def _entity(self, phrase: Phrase) -> Entity | None:
        for head in (phrase.head_span, *phrase.apposed):
            named = self._at(head)
            if named is not None:
                return named
        if phrase.is_pronoun:
            gender = PRONOUNS.get(phrase.head)
            return self._person_before(phrase.at.start, gender) if gender else None
        if phrase.head == "latter":
            return self._second_before(phrase.at.start)
        if phrase.is_definite:
            return self._with_role(phrase)
        return None

    def _at(self, span: Span) -> Entity | None:
        index = bisect_left(self._spans, Span(span.start, span.start))
        for at in (index - 1, index):
            if 0 <= at < len(self._spans) and self._spans[at].overlaps(span):
                return self._entities[at]
        return None

    def _persons_before(self, position: int, reach: int) -> Iterator[tuple[Span, Entity]]:
        """Mentions of persons before ``position``, nearest first."""
        index = bisect_left(self._spans, Span(position, position))
        for at in range(index - 1, -1, -1):
            if position - self._spans[at].start > reach:
                return
            if self._entities[at].kind is EntityKind.PERSON:
                yield self._spans[at], self._entities[at]

    def _person_before(self, position: int, gender: Gender) -> Entity | None:
        weights: dict[str, float] = defaultdict(float)
        persons: dict[str, Entity] = {}
        here = self._sentence(position)
        for span, entity in self._persons_before(position, _REACH):
            known = self._genders.get(entity.id, Gender.UNKNOWN)
            if known not in (Gender.UNKNOWN, gender):
                continue
            weight = 2.0 if span.start in self._subjects else 1.0
            weights[entity.id] += weight * 0.5 ** (here - self._sentence(span.start))
            persons[entity.id] = entity
        return persons[max(weights, key=lambda one: weights[one])] if weights else None

    def _second_before(self, position: int) -> Entity | None:
        """The later one of the two persons named last before "the latter"."""
        return next((entity for _, entity in self._persons_before(position, _REACH)), None)

    def _with_role(self, phrase: Phrase) -> Entity | None:
        """The person last named who has this office, and these words to it if any has them."""
        holders = [
            entity
            for _, entity in self._persons_before(phrase.at.start, phrase.at.start + 1)
            if phrase.head in self._roles[entity.id]
        ]
        for entity in holders:
            if phrase.modifiers & self._roles[entity.id]:
                return entity
        plain = not (phrase.modifiers - {"the", "this", "that"})
        return holders[0] if holders and plain else None

    def holder(self, office: str, words: Iterable[str]) -> Entity | None:
        """The only person of the article with this office, also where named later.

        ``words`` are the others of the phrase ("Germany", "the"); those in capitals have to fit
        the office as the article gives it ("the German chancellor").
        """
        holders = [one for one, roles in self._roles.items() if office in roles]
        if len(holders) != 1:
            return None
        entity = self._by_id[holders[0]]
        known = {role[:_STEM] for role in self._roles[entity.id]}
        names = [word for word in words if word[:1].isupper() and word.lower() != "the"]
        fits = all(word.lower()[:_STEM] in known for word in names)
        return entity if fits else None

    def _sentence(self, position: int) -> int:
        return bisect_left(self._sentence_starts, position + 1)

    def _learn(self, piece: Parsed) -> None:
        """Note where sentences begin, who is a subject, and with what office people come."""
        for sentence in piece.doc.sents:
            self._sentence_starts.append(piece.start + sentence.start_char)
        for token in piece.doc:
            entity = self._at(piece.span_of(token, token)) if token.pos_ == "PROPN" else None
            if entity is None or entity.kind is not EntityKind.PERSON:
                continue
            if token.dep_ in ("nsubj", "nsubjpass"):
                self._subjects.add(self._start_of(piece.start + token.idx))
            self._roles[entity.id].update(_roles(token))

    def _start_of(self, position: int) -> int:
        index = bisect_left(self._spans, Span(position + 1, position + 1)) - 1
        return self._spans[index].start if index >= 0 else position


def _is_in(mention: Span, blocks: Sequence[Span]) -> bool:
    index = bisect_left(blocks, Span(mention.start + 1, mention.start + 1)) - 1
    return index >= 0 and blocks[index].covers(mention)


def _roles(name: Token) -> Iterator[str]:
    """The offices that the sentence gives to the bearer of ``name``, with their modifiers."""
    for child in name.children:
        if child.dep_ in ("compound", "nmod", "amod", "poss") and child.i < name.i:
            yield child.lemma_.lower()
            yield from (below.lower_ for below in child.subtree if below.dep_ != "det")
        elif child.dep_ == "appos":
            yield from _office(child)
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        yield from _office(name.head)


def _office(noun: Token) -> Iterator[str]:
    yield noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ in ("compound", "nmod", "amod", "poss"):
            yield from (below.lower_ for below in child.subtree)
