"""What a number in a parsed block counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from diptych.analysis.cues import SAYING
from diptych.analysis.english import Parsed
from diptych.analysis.numerals import Numeral
from diptych.analysis.units import AFTER, MONEY, TIME_UNITS
from diptych.text.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_INSIDE: Final = frozenset({"ADJ", "NOUN", "PROPN", "ADV"})
_MODIFIERS: Final = frozenset({"amod", "compound", "nmod"})
_BEFORE_NOUN: Final = frozenset({"nummod", "compound", "nmod", "amod", "quantmod", "npadvmod"})
_DESCRIBING: Final = _BEFORE_NOUN - {"npadvmod"}
# They say that there are others, not of what kind.
_MORE: Final = frozenset(
    """more further extra additional other another such new estimated total least last past first
    next previous remaining same per cent percent several few many dozen dozens hundred hundreds
    thousand thousands million millions""".split()
)
# "members of her crew": the second noun tells what is counted.
_PARTITIVE: Final = frozenset(
    """member piece type kind sort group case set pair series part number total lot
    percent""".split()
)
# "the price of bread": the first noun alone says too little.
_MEASURES: Final = frozenset(
    """price value cost rate level amount share toll number size length weight volume premium
    production population output total sale""".split()
)
# "a fall in lending" is of lending.
_CHANGES: Final = frozenset(
    "fall drop rise increase decline decrease growth jump cut gain loss reduction surge".split()
)
# What comes after "of", "in" or "for" an amount is what it is of: "$90 million on a dock".
_AMOUNT_OF: Final = ("of", "in", "worth", "on", "for")
_CHANGING: Final = frozenset(
    """rise fall climb drop grow increase decline jump go stand reach hit exceed top total surpass
    soar sink slip shrink swell double remain stay be number come become close open trade sell
    cost weigh measure""".split()
)
_CAUSING: Final = frozenset(
    "raise lower cut increase reduce lift clear exceed slash boost push quadruple double".split()
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_MOST_STEPS: Final = 5
_MOST_NOUNS: Final = 2
"""Nouns between a day and its verb beyond which the verb's tense says nothing about the day."""
_DIMENSIONS: Final = frozenset("long wide high tall deep thick broad across".split())
# Who "tried to reach" somebody has done so already; who "promised to" has not.
_DONE: Final = frozenset(
    "try manage fail begin start continue help happen seem appear use go refuse decline".split()
)
_PERSONS: Final = frozenset(
    """person people man woman child boy girl baby adult civilian soldier officer policeman
    firefighter worker student passenger victim patient prisoner hostage protester resident driver
    pilot sailor death casualty fatality survivor injury""".split()
)
ANTECEDENT_WITHIN: Final = 200
"""Characters before "two of them" and "such sites" in which their noun is looked for."""


class Counted:
    """Finds the nouns that go with the numbers of one block."""

    def __init__(self, piece: Parsed) -> None:
        self._doc = piece.doc
        self._at = {token.idx: token for token in piece.doc}

    def token(self, position: int) -> Token | None:
        """The token at or right before ``position`` in the block; None before the first."""
        for start in range(position, max(-1, position - 40), -1):
            found = self._at.get(start)
            if found is not None:
                return found
        return None

    def noun(self, one: Numeral) -> Token | None:
        """The head of what ``one`` counts, in its own clause."""
        last = self.token(one.span.end - 1)
        found = self._head(one, last) if last is not None else None
        is_inside = found is not None and one.span.start <= found.idx < one.span.end
        # "four metres and eleven centimetres tall": another measure is not what is measured.
        is_measure = found is not None and not one.is_bare and AFTER.match(f" {found.text}")
        return None if is_inside or is_measure else found

    def _head(self, one: Numeral, last: Token) -> Token | None:
        if one.is_bare:
            return (
                self._direct(last)
                or _complement(last, ("of",))
                or _owner(last)
                or _through_clause(last)
            )
        if one.unit in MONEY:
            return (
                _after(last)
                or _complement(last, _AMOUNT_OF)
                or _owner(last)
                or _bought(last)
                or _through_clause(last)
            )
        found = _complement(last, ("of",)) or _after(last) or _dimension(last) or _owner(last)
        if found is None and one.unit not in TIME_UNITS:
            found = _through_clause(last)
        return found

    def _direct(self, last: Token) -> Token | None:
        """The noun right after a number, with adjectives between them."""
        if last.dep_ in _BEFORE_NOUN and last.head.i > last.i and last.head.pos_ in _NOUNS:
            between = self._doc[last.i + 1 : last.head.i]
            if all(
                _is_adjective(token) or token.lower_ in _MORE or _is_hyphen(token)
                for token in between
            ):
                return last.head
        following = None
        for token in self._doc[last.i + 1 : last.i + 6]:
            if token.pos_ in _NOUNS and token.ent_type_ not in ("DATE", "TIME"):
                following = token
            elif following is not None or not _is_adjective(token):
                break
        return following

    def is_name(self, one: Numeral) -> bool:
        """Whether the number belongs to a name or a label: "Apollo 11", "page 88"."""
        first, last = self.token(one.number.start), self.token(one.number.end - 1)
        if first is None or last is None or one.unit:
            return False
        if first.ent_type_ in _NAMED and last.ent_type_ in _NAMED and first.head.tag_ != "NNS":
            return True
        before = first.nbor(-1) if first.i else None
        if before is None or before.pos_ not in _NOUNS:
            return False
        return before.lower_ in _LABELS or (before.pos_ == "PROPN" and first.head == before)

    def is_pronoun(self, one: Numeral, noun: Token | None) -> bool:
        """Whether "one" stands for somebody or something, or counts nobody: "in one tweet"."""
        first = self.token(one.number.start)
        if first is None or first.lower_ != "one" or one.upper is not None or one.unit:
            return False
        is_counting = first.dep_ == "nummod" and noun is not None and first.head == noun
        return not is_counting or noun is None or noun.lemma_.lower() not in _PERSONS

    def is_elliptic(self, one: Numeral) -> bool:
        """Whether the number stands where a noun would: "fourteen are missing"."""
        last = self.token(one.number.end - 1)
        if last is None:
            return False
        is_there = any(child.dep_ == "expl" for child in last.head.children)
        return last.dep_ in _ELLIPTIC or (last.dep_ == "attr" and is_there)

    def is_argument(self, one: Numeral) -> bool:
        """Whether the number by itself does something or has it done: "the blast killed 14"."""
        last = self.token(one.number.end - 1)
        return last is not None and last.dep_ in _SUBJECTS | {"dobj"}

    def adjective(self, one: Numeral) -> str:
        """What stands for the people counted where there is no noun: "seven dead"; or empty."""
        following = self.token(one.span.end + 1)
        return following.lower_ if following is not None and following.lower_ in _FATES else ""

    def such(self, noun: Token) -> bool:
        """Whether the text says "such" of ``noun``."""
        return any(child.lower_ == "such" for child in noun.children)

    def is_ahead(self, span: Span) -> bool:
        """Whether the clause around ``span``, in the block, is about what is to come."""
        token = self.token(span.start)
        if token is None or (token.i and token.nbor(-1).lower_ == "since"):
            return False
        nouns = 0
        while token.pos_ not in ("VERB", "AUX"):
            nouns += token.pos_ == "NOUN"
            if token.head == token or nouns > _MOST_NOUNS:
                return False
            token = token.head
        for _ in range(_MOST_STEPS):
            verdict = _tense(token)
            if verdict is not None or token.head == token:
                return verdict is True
            token = token.head
        return False

    def objects_before(self, position: int) -> Iterator[Token]:
        """The common nouns of the sentences before ``position``, the nearest first.

        Objects of verbs come before others: they are what a text has just brought up.
        """
        at = self.token(position)
        end = at.sent.start_char if at is not None and position < len(self._doc.text) else position
        nouns = [token for token in self._doc if token.idx < end and token.pos_ == "NOUN"][::-1]
        yield from (token for token in nouns if token.dep_ == "dobj")
        yield from nouns

    def plurals_before(self, position: int) -> Iterator[Token]:
        """The nouns in the plural before ``position``, the nearest first."""
        for token in reversed(list(self._doc)):
            if token.idx < position and token.tag_ == "NNS":
                yield token


_ELLIPTIC: Final = frozenset("nsubj nsubjpass dobj pobj conj ROOT".split())
_FATES: Final = frozenset("dead killed injured wounded hurt missing".split())
_NAMED: Final = frozenset("PRODUCT LAW FAC WORK_OF_ART EVENT ORG PERSON".split())
_LABELS: Final = frozenset(
    """class classes grades page pages article chapter section no no. number phase resolution route
    highway flight channel level grade tier figure table volume issue act room gate category type
    version rule paragraph line lane platform terminal bus unit protocol amendment title part
    schedule appendix annex step episode season week day seat seats pp p""".split()
)


def phrase(noun: Token, start: int = 0) -> str:
    """The noun with what says of what kind it is: "naval reservists", "price of bread".

    Nothing before ``start`` in the block is part of it: the number and its unit.
    """
    first = noun
    for token in reversed(list(noun.lefts)):
        is_next = token.right_edge.i == first.i - 1 and token.left_edge.idx >= start
        if not (is_next and _describes(token)):
            break
        first = token.left_edge
    words = str(noun.doc[first.i : noun.i + 1].text)
    lemma = noun.lemma_.lower()
    if lemma not in _PARTITIVE | _MEASURES | _CHANGES:
        return words
    inner = _complement(noun, ("of", "in") if lemma in _CHANGES else ("of",))
    if inner is None or any(child.dep_ == "nummod" for child in inner.children):
        return words
    return f"{words} of {phrase(inner)}" if lemma in _MEASURES else phrase(inner)


def _is_adjective(token: Token) -> bool:
    return token.pos_ in _INSIDE or (token.tag_ in ("VBN", "VBG") and token.dep_ == "amod")


def _is_hyphen(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_


def _describes(token: Token) -> bool:
    """Whether a word before a noun says of what kind it is, and not how many or which."""
    return (
        token.dep_ in _MODIFIERS
        and (token.lower_ not in _MORE or token.pos_ == "PROPN")
        and token.pos_ not in ("NUM", "SYM", "DET")
        and token.ent_type_ not in ("PERCENT", "MONEY")
        and token.tag_ not in ("JJS", "JJR")
        and not any(child.pos_ in ("NUM", "SYM") for child in token.children)
    )


def _complement(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun in "of ships" after ``head``, or None; pronouns are left to the caller."""
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    candidates = [child for child in head.children if child.dep_ == "prep" and child.i > head.i]
    if following is not None and following.pos_ == "ADP":
        candidates.append(following)
    for preposition in candidates:
        if preposition.lower_ in prepositions:
            for token in preposition.children:
                if token.dep_ == "pobj" and token.pos_ in _NOUNS:
                    return token if token.ent_type_ not in ("DATE", "TIME") else None
    return None


def _after(last: Token) -> Token | None:
    """The noun that the measure itself describes: "a 48-hour period"."""
    token = last
    while token.dep_ in _DESCRIBING and token.head.i > token.i:
        token = token.head
    return token if token != last and token.i > last.i and token.pos_ in _NOUNS else None


def _owner(last: Token) -> Token | None:
    """The noun that has the measure: "an offer of $2.4 billion", "shares worth $11m"."""
    measure = last
    while measure.dep_ in _BEFORE_NOUN and measure.head.i > measure.i:
        measure = measure.head
    above = measure.head
    if above.lower_ in ("of", "worth", "at") and above != measure:
        owner = above.head
        return owner if owner.pos_ in _NOUNS and owner.lemma_ not in _PARTITIVE else None
    return None


def _bought(last: Token) -> Token | None:
    """What is bought or sold "for" the amount."""
    amount = last
    while amount.dep_ in _BEFORE_NOUN and amount.head != amount:
        amount = amount.head
    if amount.dep_ != "pobj" or amount.head.lower_ != "for" or amount.head.head.pos_ != "VERB":
        return None
    objects = [child for child in amount.head.head.children if child.dep_ == "dobj"]
    return objects[0] if objects and objects[0].pos_ in _NOUNS else None


def _dimension(last: Token) -> Token | None:
    """The lane that is "12 miles long"."""
    head = last.head
    if head.lower_ not in _DIMENSIONS or head.i != last.i + 1:
        return None
    return head.head if head.head.pos_ in _NOUNS else _subject_above(head, last)


def _through_clause(last: Token) -> Token | None:
    """What rose to, fell by, was or was raised by the number."""
    token = last
    if token.dep_ in _SUBJECTS:
        return None
    while token.dep_ in _BEFORE_NOUN | {"pobj", "prep", "attr", "conj", "advmod", "pcomp"}:
        if token.head == token or token.pos_ == "VERB":
            break
        token = token.head
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    lemma = verb.lemma_.lower()
    if lemma in _CAUSING:
        found = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if found is not None and found.pos_ in _NOUNS:
            return found
    return _subject_above(verb, last) if lemma in _CHANGING or token.dep_ == "advmod" else None


def _subject_above(token: Token, number: Token) -> Token | None:
    """The noun before ``number`` that is the subject of the nearest verb at or above ``token``."""
    for _ in range(_MOST_STEPS):
        for child in token.children:
            if child.dep_ in _SUBJECTS and child.i < number.i:
                return child if child.pos_ == "NOUN" else None
        if token.head == token:
            break
        token = token.head
    return None


def _tense(verb: Token) -> bool | None:
    """Whether a verb speaks of what is to come; None where its own words do not tell."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & {"have", "has", "had", "was", "were", "did", "been"}:
        return False
    if "to" in words:
        return None if verb.head.lemma_ in _DONE else True
    if any(child.tag_ == "MD" for child in helpers) or words & {"is", "are", "'s", "'re", "am"}:
        return True
    if verb.tag_ in ("VBZ", "VBP"):
        return verb.lemma_ != "have" and verb.lemma_ not in SAYING
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return False
    return False if verb.tag_ == "VBD" else None
