"""Where words are on screen, against where Qt draws them."""

import pytest
from tests.ui.reader.articles import article_of, long_article, span_of

from diptych.model.article import BlockKind
from diptych.text.spans import Span
from diptych.ui.reader.geometry import BASE_LINE
from diptych.ui.reader.outline import outline


@pytest.fixture
def pane(split):
    """A pane with an article of many paragraphs."""
    split.show_article(0, long_article())
    return split.pane_widgets()[0]


def baseline(pane, position: int) -> float:
    """Where Qt draws the letters at ``position``, from its own caret and metrics."""
    cursor = pane.shown.cursor(Span(position, position))
    block = cursor.block()
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    return pane.document().documentLayout().blockBoundingRect(block).y() + line.y() + line.ascent()


def test_lines_are_where_qt_draws_them_to_a_pixel(pane):
    for block in pane.article.blocks:
        box = pane.places.lines(Span(block.span.start, block.span.start + 3))[0]
        assert box.top() + BASE_LINE * box.height() == pytest.approx(
            baseline(pane, block.span.start), abs=1
        )


def test_the_box_of_a_word_is_as_wide_as_its_letters(pane):
    span = span_of(pane.article, "harbour")
    (box,) = pane.places.lines(span)
    start, end = (
        pane.cursorRect(pane.shown.cursor(Span(at, at))).x() for at in (span.start, span.end)
    )
    assert box.left() == pytest.approx(start, abs=1)
    assert box.right() == pytest.approx(end, abs=1)


def test_sentences_of_one_paragraph_follow_one_another_without_overlap(pane):
    block = pane.article.blocks[5]
    middle = pane.article.text.index(". ", block.span.start) + 1
    first = pane.places.extent(Span(block.span.start, middle))
    second = pane.places.extent(Span(middle + 1, block.span.end))
    whole = pane.places.extent(block.span)
    assert first.top == whole.top
    assert second.bottom == whole.bottom
    assert first.bottom == pytest.approx(second.top, abs=2)


def test_heights_and_positions_go_there_and_back(pane):
    for number in (0, 7, 30, 59):
        position = pane.article.blocks[number].span.start
        top = pane.places.extent(Span(position, position)).top
        assert pane.places.position_at(top + 1) - position in range(4)


def test_a_point_beside_folded_blocks_belongs_to_words_that_are_seen(split):
    split.show_article(0, article_of())
    pane = split.pane_widgets()[0]
    for y in (-5, 0, 2, 5000):
        number = pane.shown.number_at(pane.places.position_at(y, 10))
        assert pane.article.blocks[number].kind is not BlockKind.NOISE


def test_whole_paragraphs_are_outlined_as_one_even_stack(pane):
    lines = pane.places.column(pane.article.blocks[3].span)
    assert len(lines) > 2
    assert len({(line.left(), line.right()) for line in lines}) == 1


def test_an_outline_goes_around_all_its_lines(pane):
    lines = pane.places.lines(pane.article.blocks[3].span)
    path = outline(lines, 5)
    assert all(path.contains(line.center()) for line in lines)
    assert path.boundingRect().top() == pytest.approx(lines[0].top())
    assert path.boundingRect().bottom() == pytest.approx(lines[-1].bottom())


def test_only_visible_lines_are_measured_when_asked(pane):
    whole = Span(0, len(pane.article.text))
    visible = pane.places.lines(whole, pane.visible_extent())
    assert 0 < len(visible) < len(pane.places.lines(whole)) / 2


def test_the_measure_has_between_45_and_72_characters(split):
    pane = split.pane_widgets()[0]
    split.show_article(0, long_article())
    for width in (560, 900, 1600):
        split.resize(width, 700)
        lines = pane.places.lines(pane.article.blocks[2].span)[:-1]
        text = pane.document().findBlockByNumber(2)
        lengths = [text.layout().lineAt(n).textLength() for n in range(len(lines))]
        assert max(lengths) <= 76  # 72 on average: a line of narrow letters holds a few more
        assert max(lengths) >= 45


def test_the_rough_height_of_a_position_is_near_its_line(pane):
    for number in (1, 20, 50):
        block = pane.article.blocks[number].span
        for position in (block.start, block.start + len(block) // 2, block.end):
            exact = pane.places.extent(Span(position, position)).top
            assert pane.places.roughly(position) == pytest.approx(exact, abs=30)
