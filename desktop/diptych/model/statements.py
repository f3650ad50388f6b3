"""Who stands behind what an article says, and how certain it is put."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.text.spans import Span


class BasisKind(StrEnum):
    """What kind of source a statement rests on."""

    NAMED_PERSON = "named_person"
    ORGANISATION = "organisation"
    UNNAMED_OFFICIAL = "unnamed_official"
    """Anybody without a name: officials, a source, witnesses, whoever "is said to"."""
    DOCUMENT = "document"
    OTHER_OUTLET = "other_outlet"
    OWN_VOICE = "own_voice"


class Certainty(StrEnum):
    """How certain whoever makes a statement puts it."""

    CERTAIN = "certain"
    INTENDED = "intended"
    """Planned, promised, asked for or to come: not the case yet."""
    PROBABLE = "probable"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that a statement is given to.

    ``span`` is where the text names the source; it may stand in an earlier sentence. ``name`` is
    the entity's name, else the words of the text, and empty for hearsay ("is said to").
    """

    kind: BasisKind
    name: str
    entity: str = ""
    span: Span | None = None
    by_office: bool = False
    """Whether somebody without a name is known by an office that one person holds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence; its certainty is that of its main clause, or of what its source says there.

    ``sources`` begins with who is heard and ends with whom that goes back to; the outlet's own
    voice has none.
    """

    span: Span
    sources: tuple[Source, ...] = ()
    through: Source | None = None
    """The other outlet that the source spoke to ("told Radio Vell")."""
    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False
    words_of: Source | None = None
    """Whose words the sentence is about ("her remarks seemed …"), if it is about words."""

    @property
    def basis(self) -> BasisKind:
        """The kind of the source that is heard."""
        return self.sources[0].kind if self.sources else BasisKind.OWN_VOICE

    @property
    def goes_back_to(self) -> Source | None:
        """Whom the source quotes in turn; None where it speaks for itself."""
        return self.sources[-1] if len(self.sources) > 1 else None

    @property
    def rests_on_unnamed(self) -> bool:
        """Whether nobody stands behind it who could be asked again."""
        return bool(self.sources) and all(
            source.kind is BasisKind.UNNAMED_OFFICIAL and not source.by_office
            for source in self.sources
        )


@dataclass(frozen=True, slots=True)
class Modality:
    """A word that says what happens or is, where that is negated or put as less than certain."""

    span: Span
    cues: tuple[Span, ...]
    """The words that make it so ("not", "might", "hinted"), in order."""
    certainty: Certainty
    negated: bool
