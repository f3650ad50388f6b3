"""The words that name a speaker: a name, a pronoun, an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.analysis.cues import Subject
from diptych.analysis.english import Parsed
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTSIDE = frozenset("relcl appos acl advcl punct cc conj ccomp parataxis dep".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without its relative clauses and appositions.

    ``at`` is where it stands at the cue: the phrase itself, or the "who" in its place.
    """

    span: Span
    head_span: Span
    at: Span
    head: str
    """The head's lemma; of a pronoun the word itself."""
    modifiers: frozenset[str]
    """Lower case; with the owner in "Germany’s chancellor"."""
    is_pronoun: bool
    is_definite: bool
    apposed: tuple[Span, ...]
    """The heads of what is set beside it: "the minister, Ms Li"."""

    @classmethod
    def of(cls, piece: Parsed, subject: Subject) -> Phrase:
        """The phrase of a subject."""
        head = subject.head
        inside = _inside(head)
        first, last = inside[0], inside[-1]
        is_pronoun = head.pos_ == "PRON"
        span = piece.span_of(first, last)
        return cls(
            span,
            piece.span_of(head, head),
            span if subject.at == head else piece.span_of(subject.at, subject.at),
            head.lower_ if is_pronoun else head.lemma_.lower(),
            frozenset(token.lower_ for token in inside if token != head),
            is_pronoun,
            any(
                token.lower_ in ("the", "this", "that") or token.dep_ == "poss" for token in inside
            ),
            tuple(piece.span_of(one, one) for one in head.children if one.dep_ == "appos"),
        )


def _inside(head: Token) -> list[Token]:
    """The words of the phrase, in order."""
    inside = [head]
    for child in head.children:
        if child.dep_ not in _OUTSIDE:
            inside.extend(child.subtree)
    return sorted(inside, key=lambda token: token.i)
