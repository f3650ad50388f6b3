"""Two panes that scroll together."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from tests.ui.reader.articles import aligned, long_article

from diptych.text.spans import Span
from diptych.ui.reader.passage import Unit
from diptych.ui.reader.reader_commands import ReaderCommands


@pytest.fixture
def pair(split):
    """Two articles of different length, linked at every sixth and fourth paragraph."""
    left, right = long_article(60), long_article(40, path="shorter.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    links = [(left.blocks[6 * n].span, right.blocks[4 * n].span) for n in range(1, 10)]
    split.show_alignment(aligned(left, right, links))
    return split


def bars(split):
    return [pane.verticalScrollBar() for pane in split.pane_widgets()]


@pytest.mark.parametrize("leader", [0, 1])
def test_both_ends_of_both_articles_are_reached(pair, leader):
    leading, following = bars(pair)[leader], bars(pair)[1 - leader]
    leading.setValue(leading.maximum())
    assert following.value() == following.maximum()
    leading.setValue(0)
    assert following.value() == 0


def test_linked_passages_stand_level_in_the_middle(pair):
    left, right = pair.pane_widgets()
    target = left.places.extent(left.article.blocks[24].span)
    left.scroll_to(target.top - left.viewport().height() / 2)
    partner = right.places.extent(right.article.blocks[16].span)
    heights = (target.top - left.scrolled, partner.top - right.scrolled)
    assert heights[0] == pytest.approx(heights[1], abs=2)


def test_the_pane_that_follows_does_not_push_back(pair):
    left, right = bars(pair)
    for value in range(0, left.maximum(), 37):
        left.setValue(value)
        assert left.value() == value
    assert right.value() > 0


def test_each_pane_scrolls_alone_when_scrolling_together_is_off(pair):
    pair.set_sync(False)
    left, right = bars(pair)
    left.setValue(500)
    assert right.value() == 0
    pair.set_sync(True)
    assert right.value() > 0


def test_a_pane_that_was_scrolled_alone_keeps_its_distance_but_not_at_the_ends(pair):
    left, right = bars(pair)
    left.setValue(left.maximum() // 2)
    level = right.value()
    pair.scroll_alone(1, 90)
    assert right.value() == level + 90
    assert left.value() == left.maximum() // 2
    left.setValue(left.value() + 1)
    assert right.value() == pytest.approx(level + 90, abs=3)
    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    left.setValue(0)
    assert right.value() == 0


def test_a_step_of_the_cursor_brings_the_linked_passage_into_view(pair):
    left, right = pair.pane_widgets()
    pair.select(0, left.article.blocks[54].span, Unit.PARAGRAPH)
    extent, view = right.places.extent(right.article.blocks[36].span), right.visible_extent()
    assert view.top <= extent.top
    assert extent.bottom <= view.bottom


def test_a_click_on_a_ribbon_brings_both_ends_level(pair, qtbot):
    left, right = pair.pane_widgets()
    pair.set_sync(False)
    link = pair.linking.pairing.links[2]
    left.scroll_to(left.places.extent(link.left).top - 200)
    pair.linking.gutter.link_clicked.emit(link, 0)
    heights = (
        left.places.extent(link.left).top - left.scrolled,
        right.places.extent(link.right).top - right.scrolled,
    )
    assert heights[0] == pytest.approx(heights[1], abs=2)
    assert pair.passage(0) == link.left


def test_without_links_the_articles_scroll_in_proportion(split):
    split.show_article(0, long_article(60))
    split.show_article(1, long_article(30, path="half.txt"))
    left, right = bars(split)
    left.setValue(left.maximum() // 2)
    assert right.value() == pytest.approx(right.maximum() / 2, abs=30)


def test_space_pages_to_the_end_and_then_asks_for_the_next_article(split, qtbot):
    split.show_article(0, long_article(12))
    commands = ReaderCommands(split)
    bar = bars(split)[0]
    while bar.value() < bar.maximum():
        before = bar.value()
        commands.page_down()
        assert bar.value() > before
    with qtbot.waitSignal(split.next_article_wanted):
        commands.page_down()


def test_place_and_passage_come_back(split):
    article = long_article()
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    split.select(0, article.blocks[30].span, Unit.PARAGRAPH)
    pane.scroll_to(pane.places.extent(article.blocks[25].span).top)
    state = split.state(0)
    split.show_article(0, long_article(20, path="other.txt"))
    split.restore(0, state)
    assert split.passage(0) is None
    split.show_article(0, article)
    split.restore(0, state)
    assert split.passage(0) == article.blocks[30].span
    assert pane.position == pytest.approx(article.blocks[25].span.start, abs=2)


def test_a_new_size_keeps_the_line_at_the_top(split):
    article = long_article()
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    start = article.blocks[20].span.start
    pane.go_to(start)
    split.set_scale(1.5)
    assert abs(pane.position - start) < 60
    split.resize(700, 500)
    assert abs(pane.position - start) < 120


def test_an_article_of_many_parts_reads_on_past_the_end_of_each(split, qtbot):
    article = long_article(2000)
    assert len(article.text) > 300_000
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    assert pane.shown.part.count > 2
    source = split.side(0).header.source
    assert "part 1 of" in source()
    assert "not analysed" not in source()
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    top = pane.position
    qtbot.waitUntil(lambda: pane.shown.part.step == 1)
    assert abs(top - pane.position) < 100
    split.select(0, Span(len(article.text) - 20, len(article.text)))
    assert not pane.shown.part.has_after
    assert source().endswith("not analysed")
    assert pane.shown.holds(len(article.text))
    ReaderCommands(split).go_start()
    assert pane.shown.part.step == 0
    assert pane.scrolled == 0


def test_a_part_that_was_gone_to_stays_when_nothing_is_scrolled(split, qtbot):
    article = long_article(2000)
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    pane.scroll_to(3000)
    middle = article.blocks[1000].span
    split.select(0, middle)
    step, scrolled = pane.shown.part.step, pane.scrolled
    assert 0 < step < pane.shown.part.count - 1
    qtbot.waitUntil(lambda: not pane._looking_ahead)
    assert (pane.shown.part.step, pane.scrolled) == (step, scrolled)


def test_documents_that_are_no_longer_shown_are_deleted(split, qtbot):
    pane = split.pane_widgets()[0]
    for number in range(5):
        split.show_article(0, long_article(5, path=f"{number}.txt"))
    qtbot.waitUntil(lambda: len(pane.findChildren(QTextDocument)) == 1)


def test_both_panes_keep_their_place_however_often_the_window_is_resized(pair):
    left, right = pair.pane_widgets()
    pair.select(0, left.article.blocks[30].span, Unit.PARAGRAPH)
    before = left.position, right.position
    for width in (1000, 900, 1200, 1000, 800, 1100):
        pair.resize(width, 700)
    assert left.position == pytest.approx(before[0], abs=250)
    assert right.position == pytest.approx(before[1], abs=250)


def test_a_linked_passage_stands_level_with_the_cursor_and_scrolling_goes_on_from_there(pair):
    left, right = pair.pane_widgets()
    span, other = left.article.blocks[24].span, right.article.blocks[16].span
    left.scroll_to(left.places.extent(span).top - 150)
    pair.select(0, span, Unit.PARAGRAPH)
    heights = (
        left.places.extent(span).top - left.scrolled,
        right.places.extent(other).top - right.scrolled,
    )
    assert heights[0] == pytest.approx(heights[1], abs=2)
    before = right.scrolled
    left.scroll_to(left.scrolled + 3)
    assert right.scrolled == pytest.approx(before, abs=8)


def test_bringing_passages_level_does_not_move_the_pane_that_has_the_cursor(pair):
    left, right = pair.pane_widgets()
    span = left.article.blocks[36].span
    left.scroll_to(left.places.extent(span).top - 200)
    before = left.scrolled
    right.scroll_to(0)
    left.scroll_to(before)
    pair.select(0, span, Unit.PARAGRAPH)
    assert left.scrolled == before


@pytest.fixture
def long_pair(split):
    """Two articles of many parts, linked paragraph by paragraph; the right one begins later."""
    left = long_article(2000)
    right = long_article(2600, path="right.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    offset = 600
    pairs = [
        (left.blocks[number].span, right.blocks[number + offset].span) for number in range(1, 2000)
    ]
    split.show_alignment(aligned(left, right, pairs))
    return split


def told_by(pane):
    """The number of the paragraph in the middle of the view."""
    middle = pane.places.position_at(pane.scrolled + pane.viewport().height() / 2)
    return pane.shown.number_at(middle)


@pytest.mark.parametrize("leader", [0, 1])
def test_scrolling_far_in_a_very_long_article_opens_the_linked_part_of_the_other(
    long_pair, leader, qtbot
):
    panes = long_pair.pane_widgets()
    steps = set()
    for number in range(150, 1800, 150):
        pane = panes[leader]
        pane.go_to(pane.article.blocks[number + 600 * leader].span.start)
        qtbot.waitUntil(lambda: abs(told_by(panes[1]) - told_by(panes[0]) - 600) <= 1)
        assert abs(told_by(panes[0]) - number) < 8
        steps.add(panes[1 - leader].shown.part.step)
    assert len(steps) > 3


def test_the_strip_shows_the_whole_of_a_very_long_article(split, qtbot):
    article = long_article(2000)
    split.show_article(0, article)
    pane, strip = split.pane_widgets()[0], split.side(0).strip
    top, bottom = strip._view()
    assert top == 0
    assert bottom < strip.height() / 50
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, strip.height() * 3 // 4))
    qtbot.waitUntil(lambda: not pane._looking_ahead)
    assert abs(pane.position / len(article.text) - 0.75) < 0.01
    assert abs(strip._view()[0] - strip.height() * 0.75) < 4
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(4, strip.height() - 1))
    assert not pane.shown.part.has_after
    before = strip.grab().toImage()
    split.show_hits(article.path, [article.blocks[5].span])
    assert strip.grab().toImage() != before


def test_the_view_on_the_strip_is_not_hidden_by_the_headline(split):
    split.show_article(0, long_article())
    split.pane_widgets()[0].scroll_to(200)
    side = split.side(0)
    assert side.strip.geometry().top() >= side.header.geometry().bottom()
