"""Reported speech without quotation marks: what the sentence has somebody say, claim or want.

The clause, infinitive or phrase that a reporting verb governs, or that "according to" frames. Which
verbs count, and with which complement, was read off the development half of PolNeAR (Newell,
Margolin and Ruths 2018), keeping those that report more often than not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from diptych.analysis.cues import SAYING, Subject, is_passive, object_of, subject_of
from diptych.analysis.resolution import Cast
from diptych.analysis.scenes import Scene
from diptych.model.reading import Quotation, QuotationKind
from diptych.text.spans import Span, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE: Final = frozenset(
    """
    say note tell argue suggest believe find announce know claim report explain warn think add
    expect emphasize emphasise hope write agree learn assert estimate worry point acknowledge insist
    state rule feel decide question contend admit suspect pledge stress confirm reveal wish predict
    respond determine realize realise complain disclose caution conclude indicate allege fear recall
    signal doubt deny promise demand propose recommend urge ask wonder mention declare boast vow
    testify observe maintain concede speculate remind inform assure joke accept recognize reply show
    answer reiterate repeat underline underscore hint guess tweet order imply hear argue lament muse
    """.split()
)
_INFINITIVE: Final = frozenset(
    """
    plan want pledge promise vow urge suggest agree propose tell ask intend hope threaten decline
    refuse call decide seek expect prefer warn encourage persuade demand order instruct beg implore
    claim purport advise request invite
    """.split()
)
_OBJECT: Final = frozenset(
    """
    cite call criticize criticise mock reference mention describe express claim condemn reject
    demand highlight stress underscore note declare denounce deny welcome acknowledge announce
    suggest recommend discuss propose defend attack question emphasize emphasise report recall
    support oppose dismiss want
    """.split()
)
_PREPOSITION: Final = frozenset(
    """
    call/for accuse/of talk/about point/to refer/to criticize/for criticise/for speak/of speak/about
    describe/as warn/of warn/about warn/against compare/to cite/as blame/for blame/on attack/for
    see/as respond/to complain/about apologize/for apologise/for push/for call/on portray/as
    know/about decide/against question/about ask/about characterize/as press/for appeal/for
    rail/against
    blast/for praise/for condemn/for boast/about boast/of argue/for argue/against liken/to
    """.split()
)
_NOUN: Final = frozenset(
    """
    claim warning report argument charge message belief idea allegation acknowledgment statement
    announcement suggestion assertion concern fear hope promise pledge threat prediction accusation
    assurance admission insistence conviction view conclusion
    """.split()
)
_FEWEST_WORDS: Final = 2
_FEWEST_WORDS_OF_PHRASE: Final = 3


def reports(scene: Scene, cast: Cast) -> list[Quotation]:
    """What is reported in one block, also inside one another, in the order of the cues.

    The quotations are indirect ones; they may hold direct ones.
    """
    return [
        quotation
        for token in scene.piece.tokens()
        for quotation in _reported_by(scene, token, cast)
    ]


def outermost(found: Iterable[Quotation]) -> Iterator[Quotation]:
    """Those of a block's `reports` that no one before them holds."""
    taken: list[Span] = []
    for quotation in found:
        if not any(span.covers(quotation.span) for span in taken):
            taken.append(quotation.span)
            yield quotation


def _reported_by(scene: Scene, token: Token, cast: Cast) -> Iterator[Quotation]:
    where = scene.piece.span_of(token, token)
    if scene.quotes(where):
        return
    subject: Subject | None = None
    spans: list[Span] = []
    cue = where
    contents: list[Token] = []
    if token.lower_ in ("according", "per") and (named := _according(token)) is not None:
        subject = named
        cue = where if token.lower_ == "per" else scene.piece.span_of(token, token.nbor())
        spans = list(_around(scene, token))
    elif token.pos_ in ("VERB", "AUX") and not is_passive(token):
        contents = [child for child in token.children if _is_content(token, child)]
        contents = contents or _strayed(token)
        subject = subject_of(token) if contents or token.dep_ == "parataxis" else None
        spans = [part for child in contents for part in _parts(scene, token, child)]
    elif token.pos_ == "NOUN" and token.lemma_.lower() in _NOUN:
        subject = next((Subject(one, one) for one in token.children if one.dep_ == "poss"), None)
        contents = [child for child in token.children if child.dep_ == "acl" and child.i > token.i]
        spans = [part for child in contents for part in _parts(scene, token, child)]
    else:
        return
    phrase = scene.phrase(subject) if subject is not None else None
    if phrase is None:
        return
    is_clause = not contents or contents[0].dep_ in ("ccomp", "xcomp", "acl")
    fewest = _FEWEST_WORDS if is_clause else _FEWEST_WORDS_OF_PHRASE
    for span in spans:
        if len(scene.unquoted(span)) >= fewest and not span.covers(phrase.head_span):
            yield Quotation(span, QuotationKind.INDIRECT, cast.speaker(phrase), cue)


def _is_content(verb: Token, child: Token) -> bool:
    """Whether ``child`` heads what ``verb`` reports."""
    lemma = verb.lemma_.lower()
    if child.dep_ == "ccomp":
        return lemma in _CLAUSE
    if child.dep_ == "xcomp":
        return lemma in _INFINITIVE
    if child.dep_ in ("dobj", "oprd"):
        return lemma in _OBJECT
    if child.dep_ != "prep" or f"{lemma}/{child.lower_}" not in _PREPOSITION:
        return False
    # "called on Monday for": the day is not what was called for.
    return not any(below.ent_type_ in ("DATE", "TIME") for below in child.children)


def _strayed(verb: Token) -> list[Token]:
    """The clause of ``verb`` where the parser hung it on a noun in between.

    "said Monday in a speech in Vell that it was ready": only complement clauses have a "that"
    which is no pronoun.
    """
    if verb.lemma_.lower() not in SAYING:
        return []
    return [
        token
        for token in verb.subtree
        if token.i > verb.i
        and (token.dep_ == "relcl" or (token.dep_ == "acl" and token.head.lemma_ not in _NOUN))
        and any(one.dep_ == "mark" and one.lower_ == "that" for one in token.children)
    ][:1]


def _according(token: Token) -> Subject | None:
    if token.lower_ == "per":
        return object_of(token) if token.dep_ == "prep" else None
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return object_of(following) if following is not None and following.lower_ == "to" else None


def _parts(scene: Scene, governor: Token, content: Token) -> Iterator[Span]:
    """Where the content stands, inside the governor's sentence; in two where that interrupts it."""
    subtree = sorted(content.subtree, key=lambda token: token.i)
    before = [token for token in subtree if token.i < governor.i]
    after = [token for token in subtree if token.i > governor.i]
    frame = scene.frame_of(scene.piece.start + governor.idx)
    for tokens in (before, after):
        if tokens:
            yield from _clipped(scene, scene.piece.span_of(tokens[0], tokens[-1]), frame)


def _around(scene: Scene, token: Token) -> Iterator[Span]:
    """The sentence of "according to" without that phrase."""
    phrase = sorted(token.subtree, key=lambda one: one.i)
    own = scene.piece.span_of(phrase[0], phrase[-1])
    frame = scene.frame_of(own.start)
    for part in (
        Span(frame.start, max(frame.start, own.start)),
        Span(own.end, max(own.end, frame.end)),
    ):
        yield from _clipped(scene, part, frame)


def _clipped(scene: Scene, span: Span, frame: Span) -> Iterator[Span]:
    for one in scene.quoted:
        if span.overlaps(one.outer):
            span = span.joined(one.outer)
    start, end = max(span.start, frame.start), min(span.end, frame.end)
    while start < end and not scene.text[start].isalnum() and scene.text[start] not in "([“\"'‘«":
        start += 1
    while end > start and scene.text[end - 1] in " ,.;:–—-":
        end -= 1
    if start < end:
        yield trimmed(scene.text, Span(start, end))
