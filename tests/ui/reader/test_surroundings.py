"""Header, margin, gutter and strip: what they show and what a click on them does."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from tests.ui.reader.articles import aligned, article_of, long_article, span_of

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Tag, Target
from diptych.model.article import Article
from diptych.model.links import Alignment, Link, Relation
from diptych.text.spans import Span
from diptych.ui.reader.geometry import Extent
from diptych.ui.reader.gutter import Lone, ribbon
from diptych.ui.reader.view import NOTHING


@pytest.fixture
def english():
    """Dates as they are written in English."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


def with_facts(**facts: str) -> Article:
    plain = article_of()
    return Article(plain.path, plain.reader, plain.text, plain.blocks, sha256=plain.sha256, **facts)


def tagged(name: str, span: Span, *tags: str) -> Annotation:
    bodies = tuple(Body(Purpose.TAGGING, tag) for tag in tags)
    return Annotation(name, "", "", "me", bodies, (Target("", Anchor(span, "")),))


def test_the_header_tells_outlet_date_and_update(split, english):
    article = with_facts(outlet="Gulf Monitor", published="2022-02-14T19:24", updated="2022-02-15")
    split.show_article(0, article)
    source = split.side(0).header.source()
    assert source == "Gulf Monitor · 14 Feb 2022, 19:24 · updated 15 Feb 2022"
    split.set_chips(0, ["3 only here", "wire copy"])
    assert split.side(0).header.accessibleDescription().endswith("3 only here, wire copy")


def test_the_header_says_what_is_not_known(split):
    split.show_article(0, article_of())
    assert split.side(0).header.source() == "outlet not known · no date"


def test_an_outlet_written_from_the_right_does_not_take_the_date_apart(split, english):
    split.show_article(0, with_facts(outlet="الراية", published="2022-02-14"))
    assert split.side(0).header.source() == "\u2068الراية\u2069 · 14 Feb 2022"


def test_the_headline_appears_in_the_header_once_the_title_is_scrolled_away(split):
    split.show_article(0, long_article())
    header, pane = split.side(0).header, split.pane_widgets()[0]
    low = header.height()
    pane.scroll_to(400)
    assert header.height() > low
    pane.scroll_to(0)
    assert header.height() == low


def test_overlapping_tags_get_bars_of_their_own(split):
    article = long_article()
    split.show_article(0, article)
    first, second = article.blocks[2].span, article.blocks[3].span
    codebook = [Tag("Threat"), Tag("Hedged"), Tag("Drift")]
    split.show_annotations(
        article.path,
        [
            tagged("1", first.joined(second), "Threat"),
            tagged("2", second, "Hedged", "Drift"),
            tagged("3", article.blocks[5].span, "Drift"),
        ],
        codebook,
    )
    margin = split.side(0).margin
    margin.grab()
    assert [(bar.note.name, bar.lane) for bar in margin._bars] == [
        ("Threat", 0),
        ("Hedged", 1),
        ("Drift", 2),
        ("Drift", 0),
    ]
    boxes = [label.box for label in margin._labels]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_the_name_of_a_tag_stands_beside_all_bars_of_its_line(split):
    article = long_article()
    split.show_article(0, article)
    inside = Span(article.blocks[2].span.start + 20, article.blocks[2].span.end)
    split.show_annotations(article.path, [tagged("1", inside, "Threat", "Hedged")], [])
    margin = split.side(0).margin
    margin.grab()
    assert [bar.lane for bar in margin._bars] == [0, 1]
    assert {label.box.left() for label in margin._labels} == {2 * 7 + 5}
    assert all(label.swatch for label in margin._labels)


def test_a_note_is_seen_in_the_margin_and_read_in_its_tooltip(split):
    article = long_article()
    split.show_article(0, article)
    note = Annotation(
        "1",
        "",
        "",
        "me",
        (Body(Purpose.COMMENTING, "ask *again*"),),
        (Target("", Anchor(article.blocks[2].span, "")),),
    )
    margin = split.side(0).margin
    without = margin.grab().toImage()
    split.show_annotations(article.path, [note], [])
    assert margin.grab().toImage() != without
    (label,) = margin._labels
    assert (label.lines, label.has_sheet, label.swatch) == (("ask again",), True, False)
    where = label.box.center().toPoint() - QPoint(0, split.pane_widgets()[0].scrolled)
    QApplication.sendEvent(margin, QHelpEvent(QEvent.Type.ToolTip, where, QPoint(0, 0)))
    assert QToolTip.text() == "ask again"


def test_a_click_on_a_tag_tells_its_annotation(split, qtbot):
    article = long_article()
    split.show_article(0, article)
    split.show_annotations(article.path, [tagged("7", article.blocks[1].span, "Threat")], [])
    margin = split.side(0).margin
    margin.grab()
    middle = margin._bars[0].extent.middle
    with qtbot.waitSignal(split.tag_clicked) as told:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(2, round(middle)))
    assert told.args == [article.path, "7"]


def test_tags_of_another_article_are_not_shown(split):
    split.show_article(0, long_article())
    split.show_annotations("other.txt", [tagged("1", Span(0, 9), "Threat")], [])
    split.side(0).margin.grab()
    assert split.side(0).margin._bars == []


@pytest.fixture
def linked(split):
    """Two long articles with every paragraph linked but the fifth, which only one of them tells."""
    left, right = long_article(50), long_article(50, path="right.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    links = [
        Link(a.span, b.span, Relation.SAME, 0.4 if n == 2 else 0.9)
        for n, (a, b) in enumerate(zip(left.blocks, right.blocks, strict=True))
        if n != 5
    ]
    alone = Alignment(left.sha256, right.sha256, tuple(links), (left.blocks[5].span,), ())
    split.show_alignment(alone)
    return split


def test_only_ribbons_in_view_are_drawn(linked):
    gutter = linked.linking.gutter
    gutter.grab()
    assert 3 < len(gutter.drawn) < 12
    assert gutter.drawn[0] == linked.linking.pairing.links[0]
    linked.pane_widgets()[0].scroll_to_end()
    gutter.grab()
    assert linked.linking.pairing.links[-1] in gutter.drawn
    assert linked.linking.pairing.links[0] not in gutter.drawn


def test_the_link_of_the_passage_is_the_active_one(linked):
    article = linked.article(0)
    linked.select(0, article.blocks[3].span)
    assert [link.left for link in linked.linking.gutter._active] == [article.blocks[3].span]
    linked.select(0, article.blocks[5].span)
    assert not linked.linking.gutter._active


def test_a_click_on_a_ribbon_selects_the_passage_at_that_end(linked, qtbot):
    gutter = linked.linking.gutter
    gutter.grab()
    link, path = gutter._drawn[3]
    middle = path.boundingRect().center()
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(4, round(middle.y())))
    assert linked.passage(0) == link.left


def test_a_lone_passage_has_a_ring_that_leads_to_it(linked, qtbot):
    gutter = linked.linking.gutter
    gutter.grab()
    (lone, middle), *others = gutter.drawn_rings
    assert not others
    assert (lone.side, lone.span, lone.only_here) == (0, linked.article(0).blocks[5].span, False)
    assert lone.words
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert linked.passage(0) == lone.span


def test_rings_can_say_that_no_other_account_tells_it(linked):
    span = linked.article(1).blocks[5].span
    linked.show_lones([Lone(1, span, only_here=True, words="Only here")])
    linked.linking.gutter.grab()
    ((lone, _),) = linked.linking.gutter.drawn_rings
    assert lone.only_here
    assert linked.linking.gutter.drawn


def test_weak_links_are_thinner():
    strong = ribbon(Extent(0, 60), Extent(0, 60), thin=False).boundingRect()
    weak = ribbon(Extent(0, 60), Extent(0, 60), thin=True).boundingRect()
    assert weak.height() < strong.height() / 2
    assert weak.center() == strong.center()


def test_a_click_on_the_strip_jumps_there(linked, qtbot):
    strip, pane = linked.side(0).strip, linked.pane_widgets()[0]
    at = QPoint(5, strip.height() // 2)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    bar = pane.verticalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=3)


def test_swapping_takes_links_and_rings_along(linked):
    left, right = linked.article(0), linked.article(1)
    linked.select(0, left.blocks[3].span)
    linked.swap()
    assert (linked.article(0), linked.article(1)) == (right, left)
    assert linked.focused_side == 1
    assert linked.counterpart(1) == right.blocks[3].span
    linked.linking.gutter.grab()
    assert linked.linking.gutter.drawn
    assert {lone.side for lone, _ in linked.linking.gutter.drawn_rings} == {1}


def test_an_alignment_of_other_texts_links_nothing(linked):
    other = article_of()
    linked.show_alignment(aligned(other, linked.article(1), [(Span(0, 5), Span(0, 5))]))
    assert linked.linking.pairing.links == ()
    linked.show_alignment(None)
    assert linked.linking.pairing.links == ()


def test_an_alignment_seen_from_the_other_side_is_turned_around(split):
    left, right = article_of(), long_article()
    split.show_article(0, left)
    split.show_article(1, right)
    pair = (right.blocks[1].span, span_of(left, "Nobody left."))
    split.show_alignment(aligned(right, left, [pair]))
    split.select(0, span_of(left, "Nobody left."))
    assert split.counterpart(0) == right.blocks[1].span


def test_on_a_narrow_window_the_focused_article_stands_alone(linked):
    linked.resize(500, 600)
    assert linked.side(0).isVisible()
    assert not linked.side(1).isVisible()
    linked.focus_side(1)
    assert linked.side(1).isVisible()
    assert linked.side(1).width() == linked.width()
    linked.resize(1100, 600)
    assert linked.side(0).isVisible()


@pytest.mark.parametrize("article", [NOTHING, Article("empty.txt", "text/1", "", ())])
def test_an_empty_article_is_shown_and_painted(split, article):
    split.show_article(0, article)
    split.set_scale(2.0)
    split.grab()
    assert split.passage(0) is None


def test_hits_are_outlined_in_the_text_and_shown_on_the_strip(split):
    article = long_article()
    split.show_article(0, article)
    pane, strip = split.pane_widgets()[0], split.side(0).strip
    without = pane.grab().toImage(), strip.grab().toImage()
    split.show_hits("other.txt", [Span(0, 5)])
    assert pane.hits == ()
    split.show_hits(article.path, [span_of(article, "harbour")])
    assert pane.grab().toImage() != without[0]
    assert strip.grab().toImage() != without[1]
    split.show_hits(article.path, ())
    assert pane.grab().toImage() == without[0]
