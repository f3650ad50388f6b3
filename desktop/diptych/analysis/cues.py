"""Words that report speech, and the subject that each of them has in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH: Final = frozenset(
    """
    say tell add note write ask reply answer respond remark state declare announce argue claim
    insist explain warn suggest acknowledge admit concede confirm deny contend continue conclude
    comment observe stress emphasize emphasise underline underscore recall report repeat reiterate
    quip joke tweet post shout yell cry whisper exclaim declare maintain assert allege complain
    caution counter predict promise vow pledge urge propose demand call describe mention quote
    testify boast lament muse joke retort agree disagree disclose reveal speculate wonder
    recount read go chant sing point indicate signal hint inform assure reassure remind
    criticize criticise blast condemn praise denounce accuse dismiss reject slam
    advise recommend appeal plead beg order instruct teach preach think believe write
    """.split()
)
"""Lemmas of verbs that can carry words in quotation marks."""

REPORTING: Final = frozenset(
    """
    say tell add note write reply answer respond remark state declare announce argue claim
    insist explain warn suggest acknowledge admit concede confirm deny contend conclude
    observe stress emphasize emphasise underline underscore recall report repeat reiterate
    tweet maintain assert allege complain caution counter predict promise vow pledge propose
    mention testify boast lament agree disclose reveal speculate recount indicate signal hint
    inform assure remind estimate believe think hope fear expect show find
    """.split()
)
"""Lemmas of verbs whose clause is what somebody said, wrote or thinks."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb, or "according to", with the words that name who speaks."""

    verb: Token
    first: Token
    last: Token
    subject: Token | None
    """The head of the phrase that names the speaker."""


def cues(sentence_tokens: list[Token]) -> Iterator[Cue]:
    """The cues among these tokens, in order."""
    for token in sentence_tokens:
        if (
            token.lower_ == "according"
            and token.i + 1 < len(token.doc)
            and token.nbor().lower_ == "to"
        ):
            to = token.nbor()
            yield Cue(token, token, to, _according_subject(to))
        elif token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in SPEECH:
            yield Cue(token, token, token, subject_of(token))


def _according_subject(to: Token) -> Token | None:
    for child in to.children:
        if child.dep_ == "pobj":
            return child
    following = to.doc[to.i + 1 : to.i + 6]
    return next((token for token in following if token.pos_ in ("NOUN", "PROPN", "PRON")), None)


def subject_of(verb: Token) -> Token | None:
    """The head of the phrase that does what ``verb`` says; None where there is none to be found."""
    seen = 0
    current = verb
    while seen < 5:
        subject = _own_subject(current)
        if subject is not None:
            return subject
        if current.dep_ == "relcl":
            return current.head
        if current.dep_ == "acl":
            return current.head
        if (
            current.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux")
            and current.head is not current
        ):
            current = current.head
            seen += 1
            continue
        break
    return None


def _own_subject(verb: Token) -> Token | None:
    passive = None
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj") and child.pos_ != "SCONJ":
            return child
        if child.dep_ == "nsubjpass":
            passive = child
        if child.dep_ == "agent":
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return passive
