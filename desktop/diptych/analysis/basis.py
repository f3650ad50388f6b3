"""Who stands behind each sentence of an article.

A sentence rests on whoever it has say its main clause: the speaker of the quotation or report that
holds the clause, and whom that speaker quotes in turn. Hearsay ("is said to") rests on somebody
without a name; all else is the outlet's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from diptych.analysis.certainty import Judged, Judgement
from diptych.analysis.cues import Subject, is_passive, own_subject, subject_of
from diptych.analysis.english import LONGEST_SENTENCE
from diptych.analysis.resolution import Cast
from diptych.analysis.scenes import Scene
from diptych.analysis.shares import Share, key, size
from diptych.analysis.sources import (
    Sources,
    head_noun,
    is_source_noun,
    outlet_reporting,
    outlet_spoken_to,
)
from diptych.model.article import Article
from diptych.model.reading import Entity, Quotation, QuotationKind
from diptych.model.statements import BasisKind, Modality, Source, Statement
from diptych.text.spans import Span, merged

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARSAY: Final = frozenset(
    "say believe report understand think allege rumour rumor describe consider suppose".split()
)
_HEARSAY_ADVERBS: Final = frozenset("reportedly allegedly purportedly supposedly".split())
_QUOTING: Final = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_DOING: Final = frozenset(
    """
    agree plan decide seek prefer learn know realize realise discover support oppose discuss attack
    defend push press talk speak see hear accept order instruct intend expect find
    """.split()
)
"""Cues of reported speech that say what somebody does or knows, in the outlet's own voice."""
_OF_DOCUMENTS: Final = frozenset(
    """
    name list show say state put give contain record describe note indicate reveal suggest find
    detail call mention count read set warn conclude
    """.split()
)
_ADVERB: Final = re.compile(r"^ (?:later|afterwards|too|again|on \w+day|yesterday|today)\b")
_RELAYING: Final = frozenset(
    """
    say tell believe think hope fear claim insist report warn suggest deny want wish argue promise
    vow pledge add acknowledge admit confirm assure consider regard call propose complain
    """.split()
)
"""Cues by which a source passes on what somebody else says or thinks."""
_WORDS: Final = frozenset(
    """
    words comments comment remarks remark statement statements speech announcement message promise
    warning claim claims declaration answer response reply letter
    """.split()
)
_VERBAL: Final = frozenset({"VERB", "AUX"})
_LEAST_INNER: Final = 0.4
"""The share of what a source says that has to be somebody else's, to go back to them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A block with what is reported in it."""

    scene: Scene
    reports: list[Quotation]


def statements(
    article: Article,
    sentences: Sequence[Span],
    told: Iterable[Told],
    direct: Sequence[Quotation],
    cast: Cast,
    entities: Sequence[Entity],
) -> tuple[tuple[Statement, ...], tuple[Modality, ...]]:
    """One statement a sentence, and the words of all blocks that are less than certain."""
    sources = Sources(entities, article.outlet)
    found = {sentence: Statement(sentence) for sentence in sentences}
    modalities: list[Modality] = []
    remaining, quotations = list(reversed(sentences)), list(reversed(direct))
    for one in told:
        block = _Block(one, _taken(quotations, one.scene.span), cast, sources)
        modalities += block.judged.modalities()
        inside = _taken_spans(remaining, one.scene.span)
        for sentence, root in zip(inside, block.roots(inside), strict=True):
            found[sentence] = block.statement(sentence, root)
    return tuple(found.values()), tuple(modalities)


def _taken(waiting: list[Quotation], block: Span) -> list[Quotation]:
    taken = []
    while waiting and waiting[-1].span.start < block.end:
        taken.append(waiting.pop())
    return taken


def _taken_spans(waiting: list[Span], block: Span) -> list[Span]:
    taken = []
    while waiting and waiting[-1].start < block.end:
        span = waiting.pop()
        if span.start >= block.start:
            taken.append(span)
    return taken


class _Block:
    """One block, asked for the statement of each of its sentences in order."""

    def __init__(
        self, told: Told, direct: Sequence[Quotation], cast: Cast, sources: Sources
    ) -> None:
        piece = told.scene.piece
        tokens = list(piece.doc)
        short = tokens if len(tokens) <= LONGEST_SENTENCE else piece.tokens()
        self.judged = Judged(piece, short)
        self._scene = told.scene
        self._quotations = [*direct, *told.reports]
        self._cast = cast
        self._sources = sources
        self._tokens = tokens
        words = [(token, token.lower_) for token in tokens]
        self._quoting = [token for token, word in words if word in _QUOTING]
        self._words = [token for token, word in words if word in _WORDS]
        cues = {one.cue.start - piece.start for one in self._quotations if one.cue is not None}
        self._at = {piece.start + token.idx: token for token in tokens if token.idx in cues}

    def roots(self, sentences: Sequence[Span]) -> list[Token | None]:
        """The word at the top of each sentence's tree, a verb if there is one."""
        tops: dict[Span, Token] = {}
        start = self._scene.piece.start
        ends = iter(sentences)
        current = next(ends, None)
        for token in self._tokens:
            position = start + token.idx
            while current is not None and position >= current.end:
                current = next(ends, None)
            if current is None:
                break
            head = token.head
            if head.i != token.i and current.start <= start + head.idx < current.end:
                continue
            known = tops.get(current)
            if known is None or (known.pos_ not in _VERBAL and token.pos_ in _VERBAL):
                tops[current] = token
        return [tops.get(sentence) for sentence in sentences]

    def statement(self, sentence: Span, root: Token | None) -> Statement:
        """Who stands behind ``sentence``, whose main verb is ``root``, and how certain it is."""
        judgement = self.judged.main(root) if root is not None else Judgement()
        shares = self._shares(sentence, root)
        chosen = max(
            (share for share in shares if share.is_enough(sentence)),
            key=lambda share: size(share.spans),
            default=None,
        )
        sources = self._chain(chosen, shares) if chosen is not None else ()
        sources = sources or self._asides(sentence) or self._others(sentence, root)
        sources = self._with_quoted(sentence, sources, shares)
        through = None
        if sources:
            contents = chosen.contents if chosen is not None else ()
            through = outlet_spoken_to(
                _outside(self._scene.text, sentence, contents), self._sources
            )
        return Statement(
            sentence,
            sources,
            through,
            judgement.certainty,
            judgement.negated,
            self._words_of(sentence),
        )

    def _words_of(self, sentence: Span) -> Source | None:
        for token in self._words:
            if token.dep_ not in ("nsubj", "nsubjpass"):
                continue
            where = self._scene.piece.span_of(token, token)
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            if owner is not None and sentence.covers(where) and not self._scene.quotes(where):
                source = self._phrase_source(owner)
                span = self._scene.piece.span_of(owner, token)
                return replace(source, span=span) if source is not None else None
        return None

    def _shares(self, sentence: Span, root: Token | None) -> list[Share]:
        """What the sentence gives to each speaker."""
        main = self._scene.piece.span_of(root, root) if root is not None else None
        shares: dict[str, Share] = {}
        for quotation in self._quotations:
            if quotation.span.overlaps(sentence) and self._lemma(quotation) not in _DOING:
                share = shares.setdefault(key(quotation), Share(quotation))
                share.add(quotation, sentence, main, is_main=self._leads(root, quotation))
        return list(shares.values())

    def _leads(self, root: Token | None, quotation: Quotation) -> bool:
        """Whether the main verb is the cue, or leads to it: "was quoted as saying"."""
        token = self._at.get(quotation.cue.start) if quotation.cue is not None else None
        while token is not None and root is not None and token.i != root.i:
            if token.dep_ not in ("xcomp", "pcomp", "prep"):
                return False
            token = token.head
        return token is not None and root is not None

    def _lemma(self, quotation: Quotation) -> str:
        token = self._at.get(quotation.cue.start) if quotation.cue is not None else None
        return token.lemma_.lower() if token is not None else ""

    def _chain(self, chosen: Share, shares: Sequence[Share]) -> tuple[Source, ...]:
        """The source of ``chosen``, and whom it passes on."""
        source = self._source(chosen.first)
        if source is None:
            return ()
        for share in shares:
            cue = share.first.cue
            is_passed_on = (
                share is not chosen
                and share.first.kind is QuotationKind.INDIRECT
                and self._lemma(share.first) in _RELAYING
                and any(cue is not None and span.covers(cue) for span in chosen.contents)
                and size(share.contents) >= _LEAST_INNER * size(chosen.contents)
            )
            inner = self._source(share.first) if is_passed_on else None
            if inner is not None and inner.name != source.name and self._is_known(inner):
                return source, inner
        return (source,)

    def _source(self, quotation: Quotation) -> Source | None:
        speaker = quotation.speaker
        if speaker is None:
            return Source(BasisKind.UNNAMED_OFFICIAL, "")
        cue = quotation.cue.text_in(self._scene.text) if quotation.cue is not None else ""
        source = self._sources.source(speaker, cue)
        if source is None or source.kind is not BasisKind.UNNAMED_OFFICIAL or source.entity:
            return source
        return self._resolved(source)

    def _resolved(self, source: Source) -> Source:
        """``source`` with its name, where only one person of the article has its office."""
        if not source.by_office:
            return source
        words = source.name.replace("’", " ").replace("'", " ").split()
        entity = self._cast.holder(head_noun(source.name), words[:-1])
        if entity is None:
            return source
        return Source(BasisKind.NAMED_PERSON, entity.name, entity.id, source.span)

    def _is_known(self, source: Source) -> bool:
        return bool(source.entity) or is_source_noun(head_noun(source.name))

    def _asides(self, sentence: Span) -> tuple[Source, ...]:
        """Whoever says the sentence between commas, or after one: "there was, she said, none"."""
        text = self._scene.text
        for placed in self._scene.cues:
            if placed.subject is None or not sentence.covers(placed.span):
                continue
            before = text[sentence.start : placed.reach.start].rstrip()
            after = _ADVERB.sub("", text[placed.reach.end : sentence.end])
            is_aside = before.endswith(",") and after.lstrip().startswith((",", "."))
            if is_aside and sentence.covers(placed.reach):
                source = self._sources.source(self._cast.speaker(placed.subject))
                if source is not None:
                    return (self._resolved(source),)
        return ()

    def _others(self, sentence: Span, root: Token | None) -> tuple[Source, ...]:
        """Other outlets, documents and hearsay: "is said to", "first reported by", "reportedly"."""
        outlet = outlet_reporting(sentence.text_in(self._scene.text), self._sources)
        if outlet is not None:
            return (outlet,)
        if root is None:
            return ()
        lemma = root.lemma_.lower()
        if lemma in _HEARSAY and is_passive(root) and _has_content(root):
            return (self._nobody(root),)
        subject = own_subject(root) if lemma in _OF_DOCUMENTS else None
        source = self._phrase_source(subject) if subject is not None else None
        if source is not None and source.kind is BasisKind.DOCUMENT:
            return (source,)
        adverb = next((one for one in root.children if one.lower_ in _HEARSAY_ADVERBS), None)
        return (self._nobody(adverb),) if adverb is not None else ()

    def _nobody(self, token: Token) -> Source:
        span = self._scene.piece.span_of(token, token)
        return Source(BasisKind.UNNAMED_OFFICIAL, "", span=span)

    def _with_quoted(
        self, sentence: Span, sources: tuple[Source, ...], shares: Sequence[Share]
    ) -> tuple[Source, ...]:
        """``sources`` with whoever "quoted him saying" or "citing officials" adds to them."""
        for token in self._quoting:
            where = self._scene.piece.span_of(token, token)
            if not sentence.covers(where) or self._scene.quotes(where) or is_passive(token):
                continue
            subject = subject_of(token)
            quoting = self._phrase_source(subject.head) if subject is not None else None
            cited = next((one for one in token.children if one.dep_ == "dobj"), None)
            inner = self._phrase_source(cited) if cited is not None else None
            if inner is None or not self._is_known(inner):
                inner = self._said_after(where, shares, quoting)
            if inner is None:
                continue
            outer = sources[:1] or ((quoting,) if quoting is not None else ())
            return outer if any(one.name == inner.name for one in outer) else (*outer, inner)
        return sources

    def _said_after(
        self, where: Span, shares: Sequence[Share], quoting: Source | None
    ) -> Source | None:
        """Who says what comes after "quoted", if that is somebody else than who quotes."""
        for share in shares:
            cue = share.first.cue
            if cue is not None and where.end < cue.start and quoting is not None:
                inner = self._source(share.first)
                if inner is not None and inner.name != quoting.name:
                    return inner
        return None

    def _phrase_source(self, head: Token) -> Source | None:
        phrase = self._scene.phrase(Subject(head, head))
        return self._sources.source(self._cast.speaker(phrase)) if phrase is not None else None


def _outside(text: str, sentence: Span, contents: Iterable[Span]) -> str:
    """The sentence without what is said in it."""
    parts, position = [], sentence.start
    for span in merged(contents):
        parts.append(text[position : span.start])
        position = span.end
    return "\n".join((*parts, text[position : sentence.end]))


def _has_content(verb: Token) -> bool:
    return any(
        child.dep_ in ("ccomp", "xcomp", "oprd") or (child.dep_ == "prep" and child.lower_ == "as")
        for child in verb.children
    )
