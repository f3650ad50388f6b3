"""Sentences in the form in which two accounts are compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.gazetteer import full_form
from diptych.analysis.spelling import spelling_key
from diptych.model.article import Article, BlockKind
from diptych.model.reading import EntityKind, Quotation, Reading
from diptych.text.spans import Span
from diptych.text.words import folded, words

STOPWORDS: Final = frozenset(
    """
    a about after again all also am an and any are as at be because been before being between both
    but by can could did do does doing down during each for from further had has have having he her
    here hers him his how i if in into is it its itself just me more most my no nor not now of off
    on once only or other our out over own s said same say says she should so some such t than that
    the their them then there these they this those through to too under until up very was we were
    what when where which while who whom why will with would you your mr mrs ms
    """.split()
)
_ENDINGS: Final = (
    "izations ization izing ized izes ize ising ised ises ise ations ation ating ated ates ate "
    "ments ment nesses ness ings ing ions ion ies ied ers er eds ed es ly al s e y"
).split()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence."""

    span: Span
    text: str
    written: tuple[str, ...]
    """Its words in order, without case, accents and possessives."""
    terms: tuple[str, ...]
    """What it is compared by: stems of the words that carry meaning, and the same term for all
    spellings of a person's surname, and all names of a place or body."""
    names: frozenset[str]
    """Those of the terms that come from names."""
    speakers: frozenset[str] = frozenset()
    """Keys of the named people and bodies whose words it gives."""
    is_lead: bool = False
    """Whether it stands in the article's first paragraph."""


def passages(article: Article, reading: Reading, spans: Sequence[Span]) -> list[Passage]:
    """``spans`` of ``article``, in order, with what its reading knows of them."""
    text = article.text
    mentions = sorted(
        (mention, entity.kind) for entity in reading.entities for mention in entity.mentions
    )
    starts = [mention.start for mention, _ in mentions]
    lead = next((block.span for block in article.blocks_of(BlockKind.PARAGRAPH)), Span(0, 0))
    found = []
    for span in spans:
        inside = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        written = tuple(folded(word.text_in(text)) for word in words(text, span))
        plain, named = _terms(text, span, inside)
        found.append(
            Passage(
                span,
                span.text_in(text).replace("\n", " "),
                written,
                (*plain, *named),
                frozenset(named),
                _speakers(reading.quotations, span),
                lead.covers(span),
            )
        )
    return found


def _speakers(quotations: Sequence[Quotation], span: Span) -> frozenset[str]:
    return frozenset(
        spelling_key(one.speaker.name.rsplit(maxsplit=1)[-1])
        for one in quotations
        if one.speaker and one.speaker.entity and one.span.overlaps(span)
    )


def _terms(
    text: str, span: Span, mentions: Sequence[tuple[Span, EntityKind]]
) -> tuple[list[str], list[str]]:
    """The terms of a sentence outside its names, and those of its names."""
    plain: list[str] = []
    named: list[str] = []
    position = span.start
    for mention, kind in mentions:
        plain += _stems(text, position, mention.start)
        named += _of_name(mention.text_in(text), kind)
        position = max(position, mention.end)
    plain += _stems(text, position, span.end)
    return plain, named


def _stems(text: str, start: int, end: int) -> Iterator[str]:
    for word in words(text, Span(start, max(start, end))):
        form = folded(word.text_in(text))
        if form not in STOPWORDS:
            yield stem(form)


def _of_name(form: str, kind: EntityKind) -> list[str]:
    if kind is EntityKind.PERSON:
        # The surname is what all accounts have in common.
        return [spelling_key(form.rsplit(maxsplit=1)[-1])]
    parts = [folded(part.strip(".,")) for part in full_form(form).split()]
    return [part for part in parts if part not in STOPWORDS]


def stem(word: str) -> str:
    """``word`` without its ending, the same for British and American spelling.

    Coarse on purpose: it only has to bring forms of one word together.
    """
    if len(word) < 5 or not word.isalpha():
        return word
    plain = word.replace("our", "or").replace("ence", "ense")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return plain[: -len(ending)]
    return plain
