"""Arabic and Hebrew: everything beside the text stands where its lines end, at the left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from tests.ui.reader.articles import LINES, article_of, long_article, span_of

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Tag, Target
from diptych.model.article import BlockKind
from diptych.text.spans import Span
from diptych.text.words import words
from diptych.ui.reader.document import EDGE
from diptych.ui.reader.strip import WIDTH, StripKind, StripMark

MIXED_WORDS = (
    "The Harbour Office أعلنت أن السفينة التي تحمل 130 طنا من الوقود ستغادر الميناء غدا،"
    " وقالت إن Ana Moss شاهدت «Grey Gull» تعبر الممر."
)
ARABIC = article_of(
    (
        (BlockKind.NOISE, "الرئيسية أخبار"),
        (BlockKind.TITLE, "العبارة تعود إلى الميناء"),
        (BlockKind.DATELINE, "14/03/2024"),
        (
            BlockKind.PARAGRAPH,
            MIXED_WORDS,
        ),
        (BlockKind.CAPTION, "صورة من الميناء"),
        (BlockKind.LIST_ITEM, "النورس"),
        (BlockKind.PARAGRAPH, "وصل القبطان صباح الخميس. ولم يقل متى ترحل السفينة."),
    ),
    "ferry-ar.txt",
)
HEBREW = article_of(((BlockKind.PARAGRAPH, "המעבורת עלתה על שרטון מול הנמל. איש לא נפגע."),))
MIXED = ARABIC.blocks[3].span


@pytest.fixture
def side(split):
    split.show_article(0, ARABIC)
    return split.side(0)


def tag(span, name="Threat"):
    bodies = (Body(Purpose.TAGGING, name),)
    return Annotation(name, "", "", "me", bodies, (Target("", Anchor(span, "")),))


def lines_of(side, number):
    return side.pane.places.lines(side.pane.article.blocks[number].span)


def test_margin_and_strip_stand_at_the_left_as_in_a_mirror(split):
    split.show_article(0, ARABIC)
    split.show_article(1, long_article())
    arabic, english = split.side(0), split.side(1)
    assert arabic.width() == english.width()
    width = english.width()
    for part in (lambda side: side.pane, lambda side: side.strip, lambda side: side.margin):
        one, other = part(arabic), part(english)
        at = one.mapTo(arabic, QPoint(0, 0)).x()
        assert at == pytest.approx(
            width - other.mapTo(english, QPoint(0, 0)).x() - other.width(), 1
        )
        assert one.width() == other.width()
    view = arabic.pane.viewport()
    assert view.width() == pytest.approx(english.pane.viewport().width(), abs=1)
    assert arabic.strip.geometry().right() < arabic.pane.geometry().left()
    assert arabic.margin.geometry().right() + 1 == view.geometry().left()


def test_another_article_brings_them_back_to_the_right(split):
    split.show_article(0, ARABIC)
    split.show_article(0, article_of())
    side = split.side(0)
    assert side.strip.geometry().right() + 1 == side.width()
    assert side.margin.geometry().left() == side.pane.viewport().geometry().right() + 1
    split.show_article(0, HEBREW)
    assert side.strip.x() == 0


def test_lines_begin_at_the_right_whatever_they_begin_with(side):
    right = side.pane.viewport().width() - EDGE
    for number in (1, 2, 3, 6):
        for line in lines_of(side, number):
            assert line.right() == pytest.approx(right, abs=1.5)


def test_in_an_english_article_a_line_that_begins_in_arabic_begins_at_the_left(split):
    lines = (*LINES, (BlockKind.PARAGRAPH, "الراية is a newspaper of the capital."))
    split.show_article(0, article_of(lines))
    side = split.side(0)
    assert not side.pane.is_mirrored
    assert lines_of(side, len(lines) - 1)[0].left() == pytest.approx(EDGE, abs=1)


def test_indents_stand_at_the_right_and_leave_room_for_their_signs(side):
    text = lines_of(side, 6)[0].right()
    for number in (4, 5):
        assert lines_of(side, number)[0].right() < text - side.pane.look.unit


def test_site_furniture_that_is_unfolded_begins_at_the_right_too(side):
    (fold,) = side.pane.folding.folds
    side.pane.toggle_fold(fold)
    right = side.pane.viewport().width() - EDGE
    assert lines_of(side, 0)[0].right() == pytest.approx(right, abs=1.5)
    side.pane.grab()


def test_where_two_directions_meet_every_word_has_the_box_of_its_own_letters(side):
    places, text = side.pane.places, ARABIC.text
    taken = []
    for word in words(text, MIXED):
        for box in places.lines(word):
            assert box.width() > 1
            for share in (0.25, 0.75):
                x = box.left() + share * box.width()
                at = places.position_at(box.center().y(), x)
                assert word.start <= at <= word.end, word.text_in(text)
            taken.append(box.adjusted(0.5, 1, -0.5, -1))
    assert not any(
        one.intersects(other) for at, one in enumerate(taken) for other in taken[at + 1 :]
    )


def test_a_passage_of_both_directions_can_be_two_stretches_of_one_line(side):
    start = MIXED.start + len("The Harbour ")
    passage = Span(start, ARABIC.text.index("أن", start))
    first, second = side.pane.places.lines(passage)
    assert first.top() == second.top()
    assert first.right() < second.left()
    (outlined,) = side.pane.places.column(passage)
    assert outlined.contains(first.center())
    assert outlined.contains(second.center())


def test_the_outline_of_a_passage_stays_inside_the_view(side):
    block = ARABIC.blocks[6].span
    middle = ARABIC.text.index(".", block.start) + 1
    for span in (Span(block.start, middle), Span(middle + 1, block.end), MIXED):
        for box in side.pane.places.column(span):
            assert box.left() >= 4.5
            assert box.right() + 4.5 <= side.pane.viewport().width()


def test_bars_stand_next_to_the_text_and_are_clicked_there(side, split, qtbot):
    span = ARABIC.blocks[6].span
    split.show_annotations(ARABIC.path, [tag(span), tag(MIXED, "Other")], [Tag("Threat")])
    picture = side.margin.grab().toImage()
    y = side.pane.places.extent(span).middle - side.pane.scrolled
    ratio = picture.devicePixelRatio()
    colours = [
        picture.pixelColor(round((side.margin.width() - x) * ratio), round(y * ratio))
        for x in (2, side.margin.width() - 2)
    ]
    assert colours[0] == side.pane.look.theme.tag_colour("", 0)
    assert colours[1] == picture.pixelColor(0, picture.height() - 1)
    with qtbot.waitSignal(side.margin.tag_clicked) as clicked:
        place = QPoint(side.margin.width() - 2, round(y))
        qtbot.mouseClick(side.margin, Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == ["Threat"]


def test_names_of_tags_end_at_the_bars(side, split):
    split.show_annotations(ARABIC.path, [tag(ARABIC.blocks[6].span)], [Tag("Threat")])
    picture = side.margin.grab().toImage()
    (label,) = side.margin._labels
    box = side.margin._placed(label.box)
    ground = picture.pixelColor(0, picture.height() - 1)
    ratio, top = picture.devicePixelRatio(), side.pane.scrolled
    inked = [
        x
        for x in range(side.margin.width())
        for y in range(round(box.top() - top), round(box.bottom() - top))
        if picture.pixelColor(round(x * ratio), round(y * ratio)) != ground
    ]
    assert min(inked) > 0
    bars = side.margin.width() - 4
    assert max(x for x in inked if x < bars - 1) > bars - 12


def inked_columns(widget, page, top, bottom):
    """The columns of ``widget`` between two heights where anything is drawn."""
    picture = widget.grab().toImage()
    ratio = picture.devicePixelRatio()
    return [
        x
        for x in range(widget.width())
        if any(
            picture.pixelColor(round(x * ratio), round(y * ratio)) != page
            for y in range(top, bottom)
        )
    ]


def test_the_header_stands_over_the_beginning_of_the_lines(side):
    header = side.header
    inked = inked_columns(header, side.pane.look.colour("page"), 5, header.base_height() - 5)
    right = side.pane.mapTo(side, QPoint(0, 0)).x() + side.pane.viewport().geometry().right() + 1
    assert max(inked) == pytest.approx(right - EDGE, abs=3)
    assert min(inked) > side.width() / 2


def test_chips_follow_at_the_left_of_the_source(side):
    header, page = side.header, side.pane.look.colour("page")
    before = min(inked_columns(header, page, 5, header.base_height() - 5))
    header.set_chips(["3 only here"])
    after = min(inked_columns(header, page, 5, header.base_height() - 5))
    assert 30 < before - after < 160


def test_an_overview_is_nearer_to_the_text_with_its_lone_passages(split):
    columns = []
    for article in (ARABIC, article_of()):
        split.show_article(0, article)
        strip = split.side(0).strip
        span = article.blocks[-1].span
        strip.show_marks(StripKind.LONE, [StripMark(StripKind.LONE, span)])
        lone = split.side(0).pane.look.colour("lone")
        picture = strip.grab().toImage()
        ratio = picture.devicePixelRatio()
        columns.append(
            {
                x
                for x in range(strip.width())
                for y in range(strip.height())
                if picture.pixelColor(round(x * ratio), round(y * ratio)) == lone
            }
        )
    arabic, english = columns
    assert arabic
    assert {WIDTH - 1 - x for x in arabic} == english


def test_a_click_sets_the_cursor_to_the_words_under_it(side, split, qtbot):
    span = span_of(ARABIC, "القبطان")
    (box,) = side.pane.places.lines(span)
    place = QPoint(round(box.center().x()), round(box.center().y()) - side.pane.scrolled)
    qtbot.mouseClick(side.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert split.passage(0).covers(span)
