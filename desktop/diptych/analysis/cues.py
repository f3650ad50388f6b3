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
    advise recommend appeal plead beg order instruct preach think believe find show refer decry
    characterize characterise deride mock pronounce rule rate tout hail laud applaud ridicule term
    express vent brag gush opine rail scold tease liken compare identify reference specify blame
    """.split()
)
"""Verbs that can carry quoted words, and have many other uses."""

_NOUNS: Final = frozenset(
    """
    claim statement comment remark call promise warning tweet letter assertion suggestion pledge
    response answer question description vow accusation allegation argument message plea demand
    word
    """.split()
)
_DOCUMENTS: Final = frozenset(
    """
    statement letter remark tweet message memo email speech video post interview report note release
    resolution communique communiqué article book comment
    """.split()
)
_PASSED_ON: Final = frozenset("conj xcomp advcl pcomp ccomp prep aux auxpass parataxis acl".split())
_RELATIVES: Final = frozenset("who that which".split())
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_MOST_STEPS: Final = 6
_PLACES: Final = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of the phrase that names who speaks, and the word that stands for it at the cue.

    The two differ in relative clauses: "the mayor, who said".
    """

    head: Token
    at: Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word; ``subject`` is None where the sentence names nobody."""

    token: Token
    last: Token
    subject: Subject | None
    is_saying: bool


def cues(tokens: Iterable[Token]) -> Iterator[Cue]:
    """The cues among ``tokens``, in order."""
    for token in tokens:
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        next_word = following.lower_ if following is not None else ""
        if following is not None and (token.lower_, next_word) == ("according", "to"):
            yield Cue(token, following, object_of(following), is_saying=True)
        elif token.lower_ == "per" and token.dep_ == "prep":
            yield Cue(token, token, object_of(token), is_saying=False)
        elif token.pos_ in ("VERB", "AUX"):
            yield from _verb_cue(token, next_word)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in _NOUNS:
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            if owner is not None:
                yield Cue(token, token, Subject(owner, owner), is_saying=False)


def _verb_cue(token: Token, next_word: str) -> Iterator[Cue]:
    lemma = token.lemma_.lower()
    is_saying = lemma in SAYING or (lemma == "put" and next_word == "it")
    if (is_saying or lemma in NAMING) and not is_passive(token):
        yield Cue(token, token, subject_of(token), is_saying)


def is_passive(verb: Token) -> bool:
    """Whether the sentence leaves out who does it ("was told", "is being called")."""
    relations = {child.dep_ for child in verb.children}
    return bool(relations & {"nsubjpass", "auxpass"}) and "agent" not in relations


def object_of(preposition: Token) -> Subject | None:
    """Whom "according to", "per" or "by" goes with."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            return Subject(child, child)
    following = preposition.doc[preposition.i + 1 : preposition.i + 6]
    found = next((token for token in following if token.pos_ in _NOMINAL), None)
    return Subject(found, found) if found is not None else None


def subject_of(verb: Token) -> Subject | None:
    """Who does what ``verb`` says; None where that is not to be found.

    A verb without a subject of its own has that of the verb it depends on ("denied it, saying",
    "wants to say"), one in a relative clause the noun that the clause describes, and one that
    belongs to a document whoever issues it ("sent a letter saying").
    """
    beside = _before_participle(verb)
    if beside is not None:
        return Subject(beside, beside)
    current = verb
    for _ in range(_MOST_STEPS):
        subject = own_subject(current)
        if subject is not None and subject.lower_ in _RELATIVES and current.dep_ == "relcl":
            return Subject(_issuer(current.head) or current.head, subject)
        if subject is not None:
            speaking = _author(subject) or _beyond(verb, current, subject)
            return Subject(speaking, speaking)
        if current.dep_ in ("relcl", "acl") and current.head.pos_ in _NOMINAL:
            if current.dep_ == "acl" and current.tag_ in ("VBD", "VBN") and _after_comma(current):
                # "Ms Li, speaking to cadets, called": no cadets called; the sentence's head did.
                return _root_noun(current)
            noun = _issuer(current.head) or current.head
            return Subject(noun, noun)
        if current.dep_ not in _PASSED_ON:
            return None
        current = current.head
    return None


def _before_participle(verb: Token) -> Token | None:
    """The noun right before a participle that comes from it: "letters from the mayor urging"."""
    if verb.tag_ != "VBG" or verb.i == 0 or own_subject(verb) is not None:
        return None
    noun = verb.nbor(-1)
    is_source = noun.dep_ == "pobj" and noun.head.lower_ in ("from", "by")
    return noun if is_source and noun.pos_ in _NOMINAL else None


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == ","


def _root_noun(token: Token) -> Subject | None:
    root = token.sent.root
    return Subject(root, root) if root.pos_ in _NOMINAL else None


def _beyond(participle: Token, verb: Token, subject: Token) -> Token:
    """The subject of an outer clause, where ``subject`` is a place and a comma sets the cue apart.

    "Ms Li left, vowing that Rome would stay, urging calm": it is Ms Li who urges.
    """
    if participle.tag_ != "VBG" or not _after_comma(participle):
        return subject
    current, found = verb, subject
    while found.ent_type_ in _PLACES and current.dep_ in ("ccomp", "advcl", "conj"):
        current = current.head
        found = own_subject(current) or found
    return found


def _author(noun: Token) -> Token | None:
    """Whoever a document ``noun`` comes from: "letters from the mayor"."""
    if noun.lemma_.lower() not in _DOCUMENTS:
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _issuer(noun: Token) -> Token | None:
    """The author of a document ``noun``, or whoever sends it in its sentence."""
    author = _author(noun)
    is_document = noun.lemma_.lower() in _DOCUMENTS
    if author is not None or not is_document or noun.dep_ not in ("dobj", "pobj"):
        return author
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return own_subject(verb) if verb.pos_ == "VERB" else None


def own_subject(verb: Token) -> Token | None:
    """The subject in the verb's own clause; for a passive its agent, if it has one."""
    found = None
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj"):
            return child
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
        if child.dep_ == "nsubjpass":
            found = child
    return found
