"""Words that report speech, and the subject that each of them has in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

SAYING: Final = frozenset(
    """
    say tell add note write ask reply answer respond remark state declare announce argue claim
    insist explain warn acknowledge admit concede contend continue conclude comment observe stress
    emphasize emphasise reiterate quip joke tweet post shout yell cry whisper exclaim maintain
    assert caution counter retort muse testify lament recall scream recount urge
    """.split()
)
"""Verbs that as a rule carry what stands in quotation marks beside them."""

NAMING: Final = frozenset(
    """
    suggest confirm deny underline underscore report repeat allege complain predict promise vow
    pledge propose demand call describe mention quote cite boast agree disagree disclose reveal
    speculate wonder read go chant sing point indicate signal hint inform assure reassure remind
    criticize criticise blast condemn praise denounce accuse dismiss reject slam label dub brand
    advise recommend appeal plead beg order instruct preach think believe find show refer characterize
    characterise deride mock warn pronounce rule rate decry tout hail laud applaud ridicule term
    vent joke brag gush opine rail scold tease
    """.split()
)
"""Verbs that can carry quoted words, and have many other uses."""

_NOUNS: Final = frozenset(
    """
    claim statement comment remark call promise warning tweet letter assertion suggestion pledge
    response answer question description vow accusation allegation argument message plea demand
    """.split()
)
_PASSED_ON: Final = frozenset("conj xcomp advcl pcomp ccomp prep aux auxpass parataxis acl".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word with the words that name who speaks.

    ``subject`` is the head of the phrase that names the speaker, None where the sentence has none.
    """

    token: Token
    last: Token
    subject: Token | None
    is_saying: bool


def cues(tokens: Iterable[Token]) -> Iterator[Cue]:
    """The cues among ``tokens``, in order."""
    for token in tokens:
        lower, lemma = token.lower_, token.lemma_.lower()
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        if lower == "according" and following is not None and following.lower_ == "to":
            yield Cue(token, following, _object(following), is_saying=True)
        elif lower == "per" and token.dep_ == "prep":
            yield Cue(token, token, _object(token), is_saying=False)
        elif token.pos_ in ("VERB", "AUX"):
            if lemma in SAYING or (
                lemma == "put" and following is not None and following.lower_ == "it"
            ):
                yield Cue(token, token, subject_of(token), is_saying=True)
            elif lemma in NAMING:
                yield Cue(token, token, subject_of(token), is_saying=False)
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            if owner is not None:
                yield Cue(token, token, owner, is_saying=False)


def _object(preposition: Token) -> Token | None:
    for child in preposition.children:
        if child.dep_ == "pobj":
            return child
    following = preposition.doc[preposition.i + 1 : preposition.i + 6]
    return next((token for token in following if token.pos_ in ("NOUN", "PROPN", "PRON")), None)


def subject_of(verb: Token) -> Token | None:
    """The head of the phrase that does what ``verb`` says; None where there is none to be found.

    A verb without a subject of its own has that of the verb it depends on ("denied it, saying",
    "wants to say"), and one in a relative clause the noun that the clause describes.
    """
    current = verb
    for _ in range(6):
        subject = _own_subject(current)
        if (
            subject is not None
            and subject.lower_ in ("who", "that", "which")
            and current.dep_ == "relcl"
        ):
            return current.head
        if subject is not None:
            return subject
        if current.dep_ in ("relcl", "acl") and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return current.head
        if current.dep_ not in _PASSED_ON or current.head is current:
            return None
        current = current.head
    return None


def _own_subject(verb: Token) -> Token | None:
    found = None
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj"):
            return child
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
        if child.dep_ == "nsubjpass":
            found = child
    return found
