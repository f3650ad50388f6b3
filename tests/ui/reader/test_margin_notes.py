"""What stands in the margin, without a window."""

from dataclasses import replace

from tests.ui.reader.articles import article_of, span_of

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Tag, Target
from diptych.model.article import BlockKind
from diptych.model.reading import Quotation, QuotationKind, Reading, Speaker
from diptych.text.sentences import sentences
from diptych.text.spans import Span
from diptych.ui.reader.margin_notes import speaker_notes, tag_notes

LINES = (
    (BlockKind.PARAGRAPH, "“We wait,” she said. “We hope,” she added."),
    (BlockKind.PARAGRAPH, "“We sail,” Ms Weiss said."),
    (BlockKind.PARAGRAPH, "“Nobody sails.”"),
    (BlockKind.PARAGRAPH, "“Weiss is late,” he said."),
)
ARTICLE = article_of(LINES)
ANNA, OLA = Speaker("Anna Weiss"), Speaker("Ola Lind")


def reading(*quotations: tuple[str, Speaker | None, QuotationKind]) -> Reading:
    found = tuple(Quotation(span_of(ARTICLE, words), kind, who) for words, who, kind in quotations)
    return Reading(ARTICLE.sha256, "1", tuple(sentences(ARTICLE.text)), (), found)


def names(*quotations: tuple[str, Speaker | None]) -> list[tuple[str, str]]:
    direct = [(words, who, QuotationKind.DIRECT) for words, who in quotations]
    return [
        (note.span.text_in(ARTICLE.text), note.name)
        for note in speaker_notes(reading(*direct), ARTICLE)
    ]


def test_speakers_are_named_where_their_sentence_does_not_name_them():
    found = names(("We wait,", ANNA), ("We sail,", ANNA), ("Nobody sails.", OLA))
    assert found == [("We wait,", "Anna Weiss"), ("Nobody sails.", "Ola Lind")]


def test_a_speaker_is_named_once_a_paragraph():
    assert names(("We wait,", ANNA), ("We hope,", ANNA)) == [("We wait,", "Anna Weiss")]
    assert len(names(("We wait,", ANNA), ("We hope,", OLA))) == 2


def test_a_name_inside_the_quotation_does_not_name_its_speaker():
    assert names(("Weiss is late,", ANNA)) == [("Weiss is late,", "Anna Weiss")]


def test_without_a_speaker_and_for_indirect_speech_the_margin_stays_empty():
    assert names(("We wait,", None)) == []
    indirect = reading(("We wait,", ANNA, QuotationKind.INDIRECT))
    assert speaker_notes(indirect, ARTICLE) == []


def annotation(name: str, span: Span | None, *tags: str) -> Annotation:
    bodies = tuple(Body(Purpose.TAGGING, tag) for tag in tags)
    anchor = Anchor(span, "") if span else None
    return Annotation(name, "", "", "me", bodies, (Target("ferry.txt", anchor),))


def test_tags_come_by_place_with_their_colour_and_number():
    codebook = [Tag("Threat", "#aa0000"), Tag("Hedged")]
    found = tag_notes(
        [
            annotation("b", Span(30, 40), "Hedged", "New"),
            annotation("a", Span(0, 10), "Threat"),
            annotation("whole", None, "Threat"),
        ],
        codebook,
    )
    assert [(note.annotation, note.name, note.colour, note.number) for note in found] == [
        ("a", "Threat", "#aa0000", 0),
        ("b", "Hedged", "", 1),
        ("b", "New", "", 2),
    ]


def test_a_note_stands_with_the_first_tag_or_by_itself():
    def with_note(name: str, span: Span, *tags: str) -> Annotation:
        plain = annotation(name, span, *tags)
        return replace(plain, bodies=(*plain.bodies, Body(Purpose.COMMENTING, "who *says* so?")))

    found = tag_notes(
        [with_note("a", Span(0, 10), "Threat", "Hedged"), with_note("b", Span(20, 30))],
        [Tag("Threat"), Tag("Hedged")],
    )
    assert [(note.annotation, note.name, note.note) for note in found] == [
        ("a", "Threat", "who *says* so?"),
        ("a", "Hedged", ""),
        ("b", "", "who *says* so?"),
    ]
