"""How certain what a sentence says is put, and whether it is denied.

Each word that says what happens or is gets one of four values with a polarity, from the closed
lists below and the parse, which gives the scope. A simpler form of FactBank's scheme (Saurí and
Pustejovsky 2009, FactBank: a corpus annotated with event factuality, Language Resources and
Evaluation 43): its certain, probable and possible, each positive or negative; where FactBank has
"underspecified", what is planned, promised, asked for or to come is set apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diptych.analysis.certainty_words import (
    ADJECTIVES,
    ADVERBS,
    ALONE,
    CLAUSES,
    CONDITIONS,
    DENYING,
    DOING,
    INFINITIVES,
    MODALS,
    NEGATIVES,
    NOUNS,
    PERFORMED,
    RAISING,
    REPORTING,
    STATES,
)
from diptych.analysis.english import Parsed
from diptych.model.statements import Certainty, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDER: Final = (Certainty.CERTAIN, Certainty.INTENDED, Certainty.PROBABLE, Certainty.POSSIBLE)
_RANK: Final = {certainty: rank for rank, certainty in enumerate(_ORDER)}
_COMPLEMENTS: Final = frozenset({"ccomp", "xcomp"})
_OF_NOUN: Final = frozenset({"acl", "ccomp", "xcomp", "relcl"})
_ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_SMALL_WORDS: Final = frozenset({*MODALS, *NEGATIVES, *ADVERBS, *CONDITIONS})
_POLITE: Final = frozenset({"would", "'d"})
_DEEPEST: Final = 4
"""Clauses inside one another that are followed down to what is finally said."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What one word contributes to another."""

    cue: Token
    certainty: Certainty = Certainty.CERTAIN
    negates: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """How certain something is put."""

    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False


class Judged:
    """The words of one block with what bears on how certain they are put.

    ``tokens`` are those of sentences that are short enough to be understood.
    """

    def __init__(self, piece: Parsed, tokens: Iterable[Token]) -> None:
        self._piece = piece
        self._marks: dict[int, list[_Mark]] = defaultdict(list)
        self._words: dict[int, Token] = {}
        for token in tokens:
            for target, mark in _marks(token):
                self._note(target, mark)

    def _note(self, target: Token, mark: _Mark) -> None:
        if any(known.cue.i == mark.cue.i for known in self._at(target)):
            return
        self._marks[target.i].append(mark)
        self._words[target.i] = target
        for child in target.children:
            # "might invade and occupy": the second verb has no subject and no modal of its own.
            if child.dep_ == "conj" and mark.cue.i < target.i and _is_bare(child, target):
                self._note(child, mark)

    def _at(self, token: Token) -> list[_Mark]:
        return self._marks.get(token.i, [])

    def modalities(self) -> Iterator[Modality]:
        """The words that are negated or less than certain, in order."""
        for index in sorted(self._marks):
            word = self._words[index]
            judgement = self._judge(word)
            if judgement != Judgement():
                cues = {cue.i for mark in self._marks[index] for cue in _shown(mark.cue)}
                spans = (self._piece.span_of(word.doc[cue], word.doc[cue]) for cue in sorted(cues))
                yield Modality(
                    self._piece.span_of(word, word),
                    tuple(spans),
                    judgement.certainty,
                    judgement.negated,
                )

    def main(self, root: Token) -> Judgement:
        """How certain the clause of ``root`` is put, or what is said or wanted there."""
        word, found = root, self._judge(root)
        for _ in range(_DEEPEST):
            content = _content(word)
            if content is None:
                break
            inner = self._judge(content)
            if found.negated and word.lemma_.lower() not in RAISING:
                # "would not say where": it is the saying that is denied.
                break
            certainty = max(found.certainty, inner.certainty, key=_RANK.__getitem__)
            if word.lemma_.lower() in REPORTING:
                certainty = inner.certainty
            word, found = content, Judgement(certainty, inner.negated)
        if found.certainty is Certainty.CERTAIN and _is_conditional(word):
            return Judgement(Certainty.POSSIBLE, found.negated)
        return found

    def _judge(self, token: Token) -> Judgement:
        marks = self._at(token)
        if not marks:
            return Judgement()
        negated = sum(mark.negates for mark in marks) % 2 == 1
        levels = [
            mark.certainty
            for mark in marks
            # "could not": not that it may not be, but that it is not.
            if not (negated and mark.cue.lower_ in ("could", "can"))
        ]
        certainty = max(levels, key=_RANK.__getitem__, default=Certainty.CERTAIN)
        return Judgement(certainty, negated)


def _shown(cue: Token) -> tuple[Token, ...]:
    """``cue``, and the verb that a noun depends on: "offering hope", "expressed hope"."""
    is_object = cue.pos_ == "NOUN" and cue.dep_ == "dobj"
    return (cue.head, cue) if is_object else (cue,)


def _is_bare(verb: Token, first: Token) -> bool:
    """Whether ``verb`` shares the subject and auxiliaries of ``first``, which it is joined to."""
    own = ("nsubj", "nsubjpass", "aux", "expl")
    return verb.tag_ == first.tag_ and not any(
        child.dep_ in own and child.lower_ != "to" for child in verb.children
    )


def _marks(token: Token) -> Iterator[tuple[Token, _Mark]]:
    """What ``token`` contributes, and to which words."""
    word = token.lower_
    if word in _SMALL_WORDS:
        yield from _small_word(token, word)
    elif token.dep_ == "neg":
        yield from _negation(token, word)
    elif token.pos_ == "VERB":
        yield from _verb(token)
    elif token.pos_ == "AUX":
        yield from _copula(token)
    elif word in ADJECTIVES:
        yield from _adjective(token, word)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in NOUNS:
        mark = _Mark(token, NOUNS[token.lemma_.lower()])
        yield from ((one, mark) for one in _clauses_of(token))


def _small_word(token: Token, word: str) -> Iterator[tuple[Token, _Mark]]:
    """A modal, a negative, an adverb or a conjunction."""
    if word in MODALS and token.dep_ in ("aux", "auxpass"):
        if word not in _POLITE or token.head.lemma_.lower() not in PERFORMED:
            yield token.head, _modal(token, word)
    elif word in NEGATIVES:
        yield from _negation(token, word)
    elif word in ADVERBS and token.dep_ in ("advmod", "ROOT"):
        yield token.head, _Mark(token, ADVERBS[word])
    elif word in CONDITIONS and token.dep_ == "mark":
        yield token.head, _Mark(token, Certainty.POSSIBLE)
    elif token.pos_ == "VERB":
        yield from _verb(token)
    elif word in ADJECTIVES:
        yield from _adjective(token, word)


def _copula(token: Token) -> Iterator[tuple[Token, _Mark]]:
    """What is to be: "they are to sail"."""
    for child in token.children if token.lemma_ == "be" else ():
        if child.dep_ == "xcomp" and _is_infinitive(child):
            yield child, _Mark(token, Certainty.INTENDED)


def _modal(token: Token, word: str) -> _Mark:
    verb = token.head
    if word in ("must", "should") and any(child.lower_ == "have" for child in verb.children):
        return _Mark(token, Certainty.PROBABLE)
    return _Mark(token, MODALS[word])


def _negation(token: Token, word: str) -> Iterator[tuple[Token, _Mark]]:
    mark = _Mark(token, negates=True)
    head = token.head
    if word == "without":
        yield from ((one, mark) for one in token.children if one.dep_ in ("pcomp", "pobj"))
    elif word == "no" and token.dep_ == "det":
        yield head, mark
        if head.dep_ in _ARGUMENTS:
            yield head.head, mark
            yield from ((one, mark) for one in _clauses_of(head))
    elif token.dep_ in _ARGUMENTS or token.dep_ in ("neg", "advmod"):
        yield head, mark
        if head.dep_ == "acomp":
            yield head.head, mark
        lemma = head.lemma_.lower()
        for child in head.children if lemma in RAISING else ():
            is_what_is = lemma == "be" and child.dep_ in ("acomp", "attr")
            if is_what_is or child.dep_ in _COMPLEMENTS:
                yield child, mark
            if is_what_is and child.lower_ in ADJECTIVES:
                yield from ((one, mark) for one in child.children if one.dep_ == "xcomp")


def _verb(verb: Token) -> Iterator[tuple[Token, _Mark]]:
    lemma = verb.lemma_.lower()
    clause, infinitive = CLAUSES.get(lemma), INFINITIVES.get(lemma)
    denies = lemma in DENYING
    if clause is None and infinitive is None and not denies:
        return
    if lemma in ALONE and not any(child.dep_ in _COMPLEMENTS for child in verb.children):
        yield verb, _Mark(verb, Certainty.PROBABLE)
    for child in verb.children:
        if denies and child.dep_ in (*_COMPLEMENTS, "dobj", "nsubjpass"):
            yield child, _Mark(verb, negates=True)
        is_wanted = child.dep_ == "xcomp" or (child.dep_ == "ccomp" and _is_infinitive(child))
        if infinitive is not None and is_wanted:
            yield child, _Mark(verb, infinitive)
        elif clause is not None and child.dep_ in _COMPLEMENTS:
            yield child, _Mark(verb, clause)
        elif infinitive is not None and child.dep_ == "prep":
            # "committed to keeping"
            yield from (
                (one, _Mark(verb, infinitive)) for one in child.children if one.dep_ == "pcomp"
            )


def _is_infinitive(verb: Token) -> bool:
    """Whether the parser took "asked families to leave" for a clause with a subject."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _adjective(token: Token, word: str) -> Iterator[tuple[Token, _Mark]]:
    mark = _Mark(token, ADJECTIVES[word], negates=word in ("unlikely", "impossible"))
    clauses = [child for child in token.children if child.dep_ in _COMPLEMENTS]
    yield from ((one, mark) for one in clauses)
    if not clauses and token.dep_ == "acomp" and word not in STATES:
        yield token.head, mark


def _clauses_of(noun: Token) -> Iterator[Token]:
    """What a noun like "plan" or "risk" is the plan or risk of."""
    for child in noun.children:
        if child.dep_ in _OF_NOUN and child.i > noun.i and not _describes(child):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (one for one in child.children if one.dep_ in ("pcomp", "pobj"))


def _describes(clause: Token) -> bool:
    """Whether a clause is about the noun ("the plan that failed"), not what the noun is of."""
    return clause.dep_ == "relcl" or (clause.tag_ == "VBN" and not _is_infinitive(clause))


def _content(verb: Token) -> Token | None:
    """What ``verb`` has somebody say, want or deny; None where it says what happens itself."""
    lemma = verb.lemma_.lower()
    is_open = lemma not in DOING and any(
        lemma in words for words in (REPORTING, CLAUSES, INFINITIVES, DENYING, ("be",))
    )
    objects = None
    for child in verb.children:
        if child.dep_ == "acomp" and child.lower_ in ADJECTIVES and child.lower_ not in STATES:
            inner = _first(child.children)
            if inner is not None:
                return inner
        if is_open and child.dep_ in _COMPLEMENTS and (child.i > verb.i or child.dep_ == "ccomp"):
            return child if lemma != "be" or _is_infinitive(child) else None
        if lemma in DENYING and child.dep_ == "dobj":
            objects = child
    return objects


def _is_conditional(verb: Token) -> bool:
    return any(
        child.dep_ == "advcl"
        and any(one.dep_ == "mark" and one.lower_ == "if" for one in child.children)
        for child in verb.children
    )


def _first(children: Iterable[Token]) -> Token | None:
    return next((child for child in children if child.dep_ in _COMPLEMENTS), None)
