"""Names that readers state to be the same or not, in the library's own file.

`diptych.tagging.codebook` keeps the statements as they are in the file; here they are read,
changed, and applied to what was found in an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from diptych.model.reading import Entity, EntityKind, Quotation, Reading
from diptych.tagging.codebook import Codebook
from diptych.text.spans import Span


class Sameness(StrEnum):
    """What is stated of two names."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class NameForm:
    """A name as texts write it, and what it is the name of."""

    kind: EntityKind
    form: str


@dataclass(frozen=True, slots=True, order=True)
class ArticleKey:
    """An article of the library: known by its path, and by its text should it be moved."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class NameStatement:
    """Two names are those of one person, organisation or place, or of two."""

    relation: Sameness
    names: tuple[NameForm, NameForm]
    """In order, so that one thing is stated in one way."""
    scope: tuple[ArticleKey, ...] = ()
    """The accounts of the story it was made for; without any it holds in the whole library.

    It holds in accounts that join the story later as well.
    """

    @classmethod
    def of(
        cls, relation: Sameness, one: NameForm, other: NameForm, scope: Iterable[ArticleKey] = ()
    ) -> NameStatement:
        """The statement about ``one`` and ``other``, whichever comes first."""
        first, second = sorted((one, other))
        return cls(relation, (first, second), tuple(sorted(scope)))

    def holds_in(self, story: Iterable[ArticleKey]) -> bool:
        """Whether it holds in the story with these accounts."""
        files = {key.file for key in self.scope}
        texts = {key.sha256 for key in self.scope}
        return not self.scope or any(key.file in files or key.sha256 in texts for key in story)

    @property
    def subject(self) -> tuple[object, ...]:
        """What it is about: of two statements with the same subject the later one holds."""
        return self.names, self.scope


@dataclass(frozen=True, slots=True)
class Restated:
    """What one step did to the statements."""

    removed: tuple[NameStatement, ...] = ()
    added: tuple[NameStatement, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether it leaves everything as it is."""
        return not self.removed and not self.added

    def reversed(self) -> Restated:
        """The step that takes this one back."""
        return Restated(self.added, self.removed)


NOTHING_STATED = Restated()


def statements_in(codebook: Codebook) -> tuple[NameStatement, ...]:
    """The statements about names that hold, in the order of the file."""
    parsed = [one for one in map(_parsed, codebook.merges) if one is not None]
    return tuple({one.subject: one for one in parsed}.values())


def stated(codebook: Codebook, statement: NameStatement) -> Restated:
    """What it takes for ``statement`` to hold: others about the same names go."""
    parsed = [one for one in map(_parsed, codebook.merges) if one is not None]
    others = tuple(one for one in parsed if one.subject == statement.subject)
    return NOTHING_STATED if others == (statement,) else Restated(others, (statement,))


def stands(codebook: Codebook, change: Restated) -> bool:
    """Whether ``change`` is the last that was said about its names."""
    parsed = set(map(_parsed, codebook.merges))
    return parsed >= set(change.added) and not parsed & set(change.removed)


def restated(codebook: Codebook, change: Restated) -> Codebook:
    """``codebook`` after ``change``; what it does not know of the file stays as it is."""
    kept = [raw for raw in codebook.merges if _parsed(raw) not in change.removed]
    return replace(codebook, merges=(*kept, *map(_object, change.added)))


def with_names(reading: Reading, text: str, statements: Iterable[NameStatement]) -> Reading:
    """``reading`` of the article with this text with names joined and told apart as stated."""
    joining = _Joining(reading.entities, text)
    for statement in statements:
        if statement.relation is Sameness.SAME:
            joining.join(*statement.names)
        else:
            joining.part(*statement.names)
    if joining.entities == list(reading.entities):
        return reading
    quotations = tuple(map(joining.spoken, reading.quotations))
    return replace(reading, entities=tuple(joining.entities), quotations=quotations)


def forms_of(entity: Entity, text: str) -> dict[str, None]:
    """Everything that ``entity`` is called, each once, the fullest form first."""
    forms = [entity.name, *(mention.text_in(text) for mention in entity.mentions)]
    return dict.fromkeys(forms)


class _Joining:
    """The entities of an article while names are joined and parted."""

    def __init__(self, entities: Sequence[Entity], text: str) -> None:
        self.entities = list(entities)
        self._text = text
        self._joined_into: dict[str, str] = {}

    def join(self, one: NameForm, other: NameForm) -> None:
        """Make one entity of the two; where the article has one of the names only, say so."""
        first, second = self._named(one), self._named(other)
        if first is not None and second is not None and first.id != second.id:
            kept, given = sorted((first, second), key=lambda entity: -len(entity.name))
            mentions = tuple(sorted((*kept.mentions, *given.mentions)))
            self._put(replace(kept, mentions=mentions, by_hand=True))
            self.entities.remove(given)
            self._joined_into[given.id] = kept.id
        elif first is None or second is None:
            for found in filter(None, (first, second)):
                self._put(replace(found, by_hand=True))

    def part(self, one: NameForm, other: NameForm) -> None:
        """Make an entity of its own of the name that is not the entity's own, or is shorter."""
        entity = self._named(one)
        if entity is None or entity != self._named(other):
            return
        forms = sorted((one.form, other.form), key=lambda form: (form == entity.name, len(form)))
        leaving = tuple(span for span in entity.mentions if span.text_in(self._text) == forms[0])
        staying = tuple(span for span in entity.mentions if span not in leaving)
        if leaving and staying:
            self._put(replace(entity, mentions=staying, by_hand=True))
            key = f"{entity.id}/{forms[0]}"
            self.entities.append(Entity(key, entity.kind, forms[0], leaving, by_hand=True))

    def spoken(self, quotation: Quotation) -> Quotation:
        """``quotation`` with its speaker among the entities as they are now."""
        speaker = quotation.speaker
        if speaker is None or not speaker.entity:
            return quotation
        key = speaker.entity
        while key in self._joined_into:
            key = self._joined_into[key]
        entity = self._mentioned_at(speaker.span) or self._with_id(key)
        if entity is None or entity.id == speaker.entity:
            return quotation
        return replace(quotation, speaker=replace(speaker, name=entity.name, entity=entity.id))

    def _named(self, name: NameForm) -> Entity | None:
        for entity in self.entities:
            if entity.kind == name.kind and name.form in forms_of(entity, self._text):
                return entity
        return None

    def _put(self, entity: Entity) -> None:
        """Have ``entity`` in the place of the one with its id."""
        self.entities = [entity if one.id == entity.id else one for one in self.entities]

    def _mentioned_at(self, span: Span | None) -> Entity | None:
        return next((one for one in self.entities if span in one.mentions), None)

    def _with_id(self, key: str) -> Entity | None:
        return next((one for one in self.entities if one.id == key), None)


def _parsed(raw: Any) -> NameStatement | None:
    """The statement in ``raw``; None where it is none that this program knows."""
    try:
        one, other = (
            NameForm(EntityKind(name["kind"]), _text(name["form"])) for name in raw["names"]
        )
        scope = [
            ArticleKey(_text(key["file"]), _text(key["sha256"])) for key in raw.get("scope", ())
        ]
        return NameStatement.of(Sameness(raw["relation"]), one, other, scope)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _object(statement: NameStatement) -> dict[str, Any]:
    names = [{"kind": name.kind.value, "form": name.form} for name in statement.names]
    written: dict[str, Any] = {"relation": statement.relation.value, "names": names}
    if statement.scope:
        written["scope"] = [{"file": key.file, "sha256": key.sha256} for key in statement.scope]
    return written
