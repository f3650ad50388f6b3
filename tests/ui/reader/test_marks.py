"""Marks in the text: what each level shows, how it looks, and that the words stay as they are."""

import itertools

import pytest
from PySide6.QtGui import QColor, QTextCharFormat
from tests.ui.reader.articles import article_of, reading_of, span_of

from diptych.model.article import BlockKind, Inline, InlineKind
from diptych.model.reading import Entity, EntityKind, Quantity, Quotation, QuotationKind, Reading
from diptych.text.spans import Span
from diptych.ui.reader.marks import MarkKind, MarkLevel, marks_in

Underline = QTextCharFormat.UnderlineStyle
ARTICLE = article_of()
READING = reading_of(ARTICLE)


@pytest.fixture
def pane(split):
    """A pane with the ferry article, not marked yet."""
    split.show_article(0, ARTICLE)
    return split.pane_widgets()[0]


def format_at(pane, words: str) -> QTextCharFormat:
    span = span_of(pane.article, words)
    return pane.shown.cursor(Span(span.start, span.start + 1)).charFormat()


def words(level: MarkLevel, at: Span | None = None, hidden=()) -> list[str]:
    marks = marks_in(READING, ARTICLE.text, level, at, hidden)
    return sorted(span.text_in(ARTICLE.text) for span, _ in marks)


def test_the_standard_level_marks_names_and_direct_speech_with_its_quotation_marks():
    assert words(MarkLevel.STANDARD) == [
        "Anna Weiss",
        "Ferry Union",
        "Halvern",
        "Weiss",
        "“a fair start”",
    ]


def test_the_quiet_level_marks_only_the_names_at_the_cursor_everywhere():
    assert words(MarkLevel.QUIET) == []
    assert words(MarkLevel.QUIET, span_of(ARTICLE, "Weiss said")) == ["Anna Weiss", "Weiss"]


def test_indirect_speech_other_names_and_quantities_are_marked_on_the_fullest_level():
    extra = Reading(
        ARTICLE.sha256,
        "1",
        (),
        (Entity("9", EntityKind.OTHER, "Friday", (span_of(ARTICLE, "Friday"),)),),
        (Quotation(span_of(ARTICLE, "It wants three ships"), QuotationKind.INDIRECT),),
        (Quantity(span_of(ARTICLE, "three ships"), 3),),
    )
    assert not list(marks_in(extra, ARTICLE.text, MarkLevel.STANDARD))
    kinds = {kind for _, kind in marks_in(extra, ARTICLE.text, MarkLevel.ALL)}
    assert kinds == {MarkKind.OTHER, MarkKind.INDIRECT, MarkKind.QUANTITY}


@pytest.mark.parametrize("kind", [MarkKind.PERSON, MarkKind.PLACE, MarkKind.DIRECT])
def test_each_kind_can_be_switched_off(kind):
    shown = {found for _, found in marks_in(READING, ARTICLE.text, MarkLevel.ALL, hidden={kind})}
    everything = {found for _, found in marks_in(READING, ARTICLE.text, MarkLevel.ALL)}
    assert shown == everything - {kind}


def test_the_kinds_of_names_differ_in_their_lines(pane):
    pane.set_marks(marks_in(READING, ARTICLE.text, MarkLevel.STANDARD))
    assert format_at(pane, "Anna Weiss").underlineStyle() == Underline.SingleUnderline
    assert format_at(pane, "Ferry Union").underlineStyle() == Underline.DashUnderline
    assert format_at(pane, "Halvern").underlineStyle() == Underline.DotLine
    assert format_at(pane, "Nobody").underlineStyle() == Underline.NoUnderline


def test_marks_that_overlap_are_all_seen(pane):
    quotation = span_of(ARTICLE, "a fair start")
    name = span_of(ARTICLE, "fair")
    pane.set_marks([(quotation, MarkKind.DIRECT), (name, MarkKind.PERSON)])
    both = format_at(pane, "fair")
    assert both.underlineStyle() == Underline.SingleUnderline
    assert both.background() == format_at(pane, "start”").background()
    assert format_at(pane, "start”").underlineStyle() == Underline.NoUnderline


def test_marks_behind_an_emoji_stand_on_their_words(pane):
    pane.set_marks([(span_of(ARTICLE, "Picture"), MarkKind.PERSON)])
    cursor = pane.shown.cursor(span_of(ARTICLE, "Picture"))
    pieces = (iterator.fragment() for iterator in _fragments(cursor.block()))
    plain = Underline.NoUnderline
    marked = [piece.text() for piece in pieces if piece.charFormat().underlineStyle() != plain]
    assert marked == ["Picture"]


def _fragments(block):
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator
        iterator += 1


def test_marks_are_taken_away_without_a_trace(pane):
    before = pane.document().toHtml()
    pane.set_marks(marks_in(READING, ARTICLE.text, MarkLevel.ALL))
    assert pane.document().toHtml() != before
    pane.set_marks(())
    assert pane.document().toHtml() == before
    assert not pane.document().isUndoAvailable()


def test_only_blocks_whose_marks_have_changed_are_formatted_anew(pane):
    marks = list(marks_in(READING, ARTICLE.text, MarkLevel.STANDARD))
    assert len(pane.marks.show(marks)) == 3
    assert pane.marks.show(marks) == []
    assert pane.marks.show(marks[1:]) == [4]


def test_the_files_own_emphasis_stays_under_marks_and_after_them(split):
    plain = article_of(((BlockKind.PARAGRAPH, "Nobody left the quay."),), "note.md")
    styled = type(plain)(
        plain.path,
        plain.reader,
        plain.text,
        plain.blocks,
        inlines=(Inline(InlineKind.EMPHASIS, Span(0, 6)), Inline(InlineKind.STRONG, Span(7, 11))),
    )
    split.show_article(0, styled)
    pane = split.pane_widgets()[0]
    pane.set_marks([(Span(0, 11), MarkKind.PERSON)])
    assert format_at(pane, "Nobody").fontItalic()
    assert format_at(pane, "Nobody").underlineStyle() == Underline.SingleUnderline
    pane.set_marks(())
    assert format_at(pane, "Nobody").fontItalic()
    assert format_at(pane, "left").fontWeight() == 700
    assert not format_at(pane, "quay").fontItalic()


def test_a_mark_over_several_paragraphs_stays_on_their_words(pane):
    whole = Span(0, len(ARTICLE.text))
    text = pane.document().toPlainText()
    pane.set_marks([(whole, MarkKind.DIRECT)])
    assert pane.document().toPlainText() == text
    assert pane.document().blockCount() == len(ARTICLE.blocks)


def test_the_quiet_level_follows_the_cursor(split):
    split.show_article(0, ARTICLE)
    split.show_reading(READING)
    split.set_level(MarkLevel.QUIET)
    pane = split.pane_widgets()[0]
    assert format_at(pane, "Anna Weiss").underlineStyle() == Underline.NoUnderline
    split.select(0, span_of(ARTICLE, "It wants three ships, Weiss said."))
    assert format_at(pane, "Anna Weiss").underlineStyle() == Underline.SingleUnderline
    assert format_at(pane, "Ferry Union").underlineStyle() == Underline.NoUnderline


def test_wording_that_differs_is_marked_with_a_wave(split):
    split.show_article(0, ARTICLE)
    split.show_wording(0, [span_of(ARTICLE, "opened the talks")])
    pane = split.pane_widgets()[0]
    assert format_at(pane, "opened").underlineStyle() == Underline.WaveUnderline


def pixels(pane, words: str) -> dict[tuple[int, int], QColor]:
    """What is seen around ``words``, by place."""
    (box,) = pane.places.lines(span_of(pane.article, words))
    area = box.adjusted(-4, 0, 4, 0).translated(0, -pane.scrolled).toAlignedRect()
    picture = pane.viewport().grab(area).toImage()
    places = itertools.product(range(picture.width()), range(picture.height()))
    return {place: picture.pixelColor(*place) for place in places}


def test_a_name_that_is_worded_otherwise_has_its_line_and_the_wave(split, pane):
    plain = pixels(pane, "Anna Weiss")
    split.show_reading(READING)
    named = pixels(pane, "Anna Weiss")
    split.show_wording(0, [span_of(ARTICLE, "Anna Weiss")])
    both = pixels(pane, "Anna Weiss")
    line = {place for place in plain if plain[place] != named[place]}
    wave = {place for place in plain if named[place] != both[place]}
    assert line
    assert wave
    assert not line & wave


@pytest.mark.parametrize("words", ["It wants three ships", "تريد ثلاث سفن"])
def test_indirect_speech_stands_between_corners(split, words):
    article = article_of(((BlockKind.PARAGRAPH, f"{words}, 1 2 3."),))
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    pane.set_marks([(span_of(article, words), MarkKind.INDIRECT)])
    seen = pixels(pane, words)
    width = max(x for x, _ in seen)
    brown = {x for (x, _), colour in seen.items() if colour.red() - colour.blue() > 60}
    assert min(brown) < 0.1 * width
    assert max(brown) > 0.9 * width
    assert not any(0.2 * width < x < 0.8 * width for x in brown)
