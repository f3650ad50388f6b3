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
    statements = tuple(statements)
    if not statements:
        return reading
    joining = _Joining(reading.entities, text)
    for statement in statements:
        if statement.relation is Sameness.SAME:
            joining.join(*statement.names)
        else:
            joining.part(*statement.names)
    if joining.entities == reading.entities:
        return reading
    quotations = tuple(map(joining.spoken, reading.quotations))
    return replace(reading, entities=joining.entities, quotations=quotations)


def forms_of(entity: Entity, text: str) -> dict[str, None]:
    """Everything that ``entity`` is called, each once, the fullest form first."""
    forms = [entity.name, *(mention.text_in(text) for mention in entity.mentions)]
    return dict.fromkeys(forms)


class _Joining:
    """The entities of an article while names are joined and parted."""

    def __init__(self, entities: Sequence[Entity], text: str) -> None:
        self._text = text
        self._joined_into: dict[str, str] = {}
        self._take({entity.id: entity for entity in entities})

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities as they are now."""
        return tuple(self._entities.values())

    def join(self, one: NameForm, other: NameForm) -> None:
        """Make one entity of the two; where the article has one of the names only, say so."""
        first, second = self._named(one), self._named(other)
        if first is None or second is None:
            for found in filter(None, (first, second)):
                self._entities[found.id] = replace(found, by_hand=True)
        elif first.id != second.id:
            kept, given = sorted((first, second), key=lambda entity: -len(entity.name))
            mentions = tuple(sorted((*kept.mentions, *given.mentions)))
            joined = replace(kept, mentions=mentions, by_hand=True)
            rest = {key: one for key, one in self._entities.items() if key != given.id}
            self._take({**rest, kept.id: joined})
            self._joined_into[given.id] = kept.id

    def part(self, one: NameForm, other: NameForm) -> None:
        """Make an entity of its own of the name that is not the entity's own, or is shorter."""
        entity = self._named(one)
        if entity is None or entity != self._named(other):
            return
        forms = sorted((one.form, other.form), key=lambda form: (form == entity.name, len(form)))
        leaving = tuple(span for span in entity.mentions if span.text_in(self._text) == forms[0])
        staying = tuple(span for span in entity.mentions if span not in leaving)
        if leaving and staying:
            stays = replace(entity, mentions=staying, by_hand=True)
            key = f"{entity.id}/{forms[0]}"
            leaves = Entity(key, entity.kind, forms[0], leaving, by_hand=True)
            self._take({**self._entities, entity.id: stays, key: leaves})

    def spoken(self, quotation: Quotation) -> Quotation:
        """``quotation`` with its speaker among the entities as they are now."""
        speaker = quotation.speaker
        if speaker is None or not speaker.entity:
            return quotation
        key = speaker.entity
        while key in self._joined_into:
            key = self._joined_into[key]
        entity = self._mentioned_at(speaker.span) or self._entities.get(key)
        if entity is None or entity.id == speaker.entity:
            return quotation
        return replace(quotation, speaker=replace(speaker, name=entity.name, entity=entity.id))

    def _take(self, entities: dict[str, Entity]) -> None:
        """Go on with ``entities``, by their ids; of two with one name the first has it."""
        self._entities = entities
        self._by_name: dict[NameForm, str] = {}
        for entity in entities.values():
            for form in forms_of(entity, self._text):
                self._by_name.setdefault(NameForm(entity.kind, form), entity.id)

    def _named(self, name: NameForm) -> Entity | None:
        return self._entities.get(self._by_name.get(name, ""))

    def _mentioned_at(self, span: Span | None) -> Entity | None:
        return next((one for one in self._entities.values() if span in one.mentions), None)


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
