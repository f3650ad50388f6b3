"""What stands beside the text: who speaks, and how it is tagged. Knows nothing of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.text.words import folded, words

if TYPE_CHECKING:
    from diptych.model.annotation import Annotation, Tag
    from diptych.model.reading import Quotation, Reading


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """The name of whoever speaks the words of ``span``."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class TagNote:
    """One tag of one annotation; ``number`` counts the tags of the codebook from 0.

    An annotation that is nothing but a note has one without name and colour.
    """

    span: Span
    name: str
    colour: str
    number: int
    annotation: str
    note: str = ""
    """What the reader wrote there, in Markdown; with the first tag of several."""


def speaker_notes(reading: Reading, article: Article) -> list[SpeakerNote]:
    """The speakers of direct speech whose own sentences do not name them, in order.

    A speaker is told once a block, however many quotations the block has from the same one.
    """
    from diptych.model.reading import QuotationKind

    notes: list[SpeakerNote] = []
    told: tuple[int, str] = (-1, "")
    for quotation in sorted(reading.quotations, key=lambda quotation: quotation.span):
        speaker = quotation.speaker
        if quotation.kind is not QuotationKind.DIRECT or speaker is None or not speaker.name:
            continue
        block = bisect_right(article.blocks, quotation.span.start, key=lambda b: b.span.start)
        if told == (block, speaker.name) or _is_named(quotation, reading, article.text):
            continue
        told = (block, speaker.name)
        notes.append(SpeakerNote(quotation.span, speaker.name))
    return notes


def tag_notes(annotations: Sequence[Annotation], codebook: Sequence[Tag]) -> list[TagNote]:
    """The tags and notes of passages, by place; tags outside the codebook are numbered after it."""
    known = {tag.name: (number, tag.colour) for number, tag in enumerate(codebook)}
    notes = []
    for annotation in annotations:
        span, note = annotation.span, annotation.note
        if span is None:
            continue
        for name in annotation.tags:
            number, colour = known.setdefault(name, (len(known), ""))
            notes.append(TagNote(span, name, colour, number, annotation.id, note))
            note = ""
        if note:
            notes.append(TagNote(span, "", "", len(known), annotation.id, note))
    return sorted(notes, key=lambda note: (note.span.start, -note.span.end, note.number))


def _is_named(quotation: Quotation, reading: Reading, text: str) -> bool:
    """Whether the sentence around the quotation names its speaker, by any word of the name."""
    speaker = quotation.speaker
    if speaker is None:
        return True
    name = {folded(word.text_in(speaker.name)) for word in words(speaker.name)}
    said = {
        folded(word.text_in(text))
        for part in _outside(quotation.span, _sentence(reading, quotation.span))
        for word in words(text, part)
    }
    return bool(name & {word for word in said if len(word) > 2})


def _sentence(reading: Reading, span: Span) -> Span:
    number = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
    return reading.sentences[number] if number >= 0 else span


def _outside(span: Span, sentence: Span) -> Iterator[Span]:
    if sentence.start < span.start:
        yield Span(sentence.start, span.start)
    if span.end < sentence.end:
        yield Span(span.end, sentence.end)
