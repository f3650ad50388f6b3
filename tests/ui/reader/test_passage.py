"""The passage cursor, without a window."""

from tests.ui.reader.articles import article_of, span_of

from diptych.model.article import BlockKind
from diptych.text.spans import Span
from diptych.ui.reader.passage import Passage, PassageCursor, Unit

ARTICLE = article_of()
CURSOR = PassageCursor(ARTICLE)


def words(passage: Passage | None) -> str:
    assert passage is not None
    return passage.span.text_in(ARTICLE.text)


def walk(unit: Unit) -> list[str]:
    passage = CURSOR.first(unit)
    assert passage is not None
    found = [words(passage)]
    while (following := CURSOR.next(passage)) != passage:
        found.append(words(following))
        passage = following
    return found


def test_the_cursor_goes_from_sentence_to_sentence_and_skips_site_furniture():
    assert walk(Unit.SENTENCE) == [
        "Ferry talks go on 🚢 in Halvern",
        "Anna Weiss opened the talks.",
        "She called them “a fair start”.",
        "Nobody left.",
        "The harbour at noon 📷.",
        "Picture: MPA",
        "The Ferry Union waits in Halvern.",
        "It wants three ships, Weiss said.",
        "More talks follow on Friday.",
    ]


def test_the_cursor_goes_back_the_way_it_came():
    for unit in Unit:
        forward = walk(unit)
        passage = CURSOR.last(unit)
        assert passage is not None
        backward = [words(passage)]
        while (before := CURSOR.previous(passage)) != passage:
            backward.append(words(before))
            passage = before
        assert backward == forward[::-1]


def test_a_step_from_a_quotation_leads_to_the_next_whole_sentence():
    quotation = CURSOR.of(span_of(ARTICLE, "a fair start"))
    assert words(CURSOR.next(quotation)) == "Nobody left."
    assert words(CURSOR.previous(quotation)) == "She called them “a fair start”."


def test_a_passage_grows_and_shrinks_at_its_focus():
    start = CURSOR.at(ARTICLE.text.index("She"))
    assert start is not None
    longer = CURSOR.extended(start, 1)
    assert words(longer) == "She called them “a fair start”. Nobody left."
    assert CURSOR.extended(longer, -1) == start
    upwards = CURSOR.extended(start, -1)
    assert words(upwards).startswith("Anna Weiss opened")
    assert words(upwards).endswith("start”.")


def test_a_step_from_a_longer_passage_leads_past_its_end():
    start = CURSOR.at(ARTICLE.text.index("Anna"))
    assert start is not None
    longer = CURSOR.extended(start, 1)
    assert words(CURSOR.next(longer)) == "Nobody left."


def test_wider_and_narrower_units_come_back_to_the_same_word():
    word = CURSOR.at(ARTICLE.text.index("fair"), Unit.WORD)
    assert words(word) == "fair"
    assert word is not None
    sentence = CURSOR.widened(word)
    assert words(sentence) == "She called them “a fair start”."
    paragraph = CURSOR.widened(sentence)
    assert words(paragraph).startswith("Anna")
    assert words(paragraph).endswith("left.")
    assert CURSOR.widened(paragraph).span == paragraph.span
    assert words(CURSOR.narrowed(CURSOR.narrowed(paragraph))) == "fair"


def test_site_furniture_leads_to_the_nearest_words_of_the_account():
    assert words(CURSOR.at(0)) == "Ferry talks go on 🚢 in Halvern"
    assert words(CURSOR.at(ARTICLE.text.index("Download"))) == "The Ferry Union waits in Halvern."
    assert words(CURSOR.at(len(ARTICLE.text))) == "More talks follow on Friday."


def test_dragging_marks_whole_words():
    first = ARTICLE.text.index("all", ARTICLE.text.index("called"))
    last = ARTICLE.text.index("air start")
    assert words(CURSOR.between(first, last, Unit.WORD)) == "called them “a fair"
    assert words(CURSOR.between(last, first, Unit.WORD)) == "called them “a fair"


def test_an_article_without_an_account_has_no_passage():
    assert PassageCursor(article_of(())).at(0) is None
    assert PassageCursor(article_of(((BlockKind.NOISE, "Menu"),))).at(0) is None


def test_every_unit_lies_inside_one_readable_block():
    noise = [b.span for b in ARTICLE.blocks if b.kind in (BlockKind.NOISE, BlockKind.DATELINE)]
    for unit in Unit:
        spans = list(CURSOR.spans(unit))
        assert spans == sorted(spans)
        assert all("\n" not in span.text_in(ARTICLE.text) for span in spans)
        assert not any(span.overlaps(other) for span in spans for other in noise)


def test_marks_without_any_word_are_a_unit_too():
    article = article_of(((BlockKind.PARAGRAPH, "* * *"),))
    passage = PassageCursor(article).at(0, Unit.WORD)
    assert passage is not None
    assert passage.span == Span(0, 5)
