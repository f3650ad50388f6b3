"""The section of the tags page where tags on changed text are decided."""

import pytest
from PySide6.QtGui import Qt

from diptych.tagging.anchors import Outcome
from diptych.text.spans import Span
from diptych.ui.panels.review import review_sentence
from diptych.ui.panels.tags import TagsPage
from diptych.ui.panels.values import ReviewedPassage, TaggedPassage
from diptych.ui.theme import load_theme
from diptych.workspace.reviewing import ReviewedTag


def review(key, outcome=Outcome.CHANGED, now="all is calm now", **kind):
    given = {"tags": ("Threat",), "note": "", "is_correction": False, **kind}
    span = Span(5, 20) if now else None
    gone, added = (Span(7, 12),), (Span(11, 15),) if now else ()
    tag = ReviewedTag(
        key, given["tags"], given["note"], given["is_correction"], outcome, 0.816,
        "all is quiet", now, span, gone, added,
    )  # fmt: skip
    return ReviewedPassage(tag, ("#b35900",) * len(tag.tags))


CHANGED = review("1")
LOST = review("2", Outcome.LOST, "")


@pytest.fixture
def page(painted, theme):
    page = TagsPage(theme)
    painted(page, 290, 600)
    return page


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (CHANGED, "Threat. changed words – 82 % sure. before: all is quiet. now: all is calm now"),
        (LOST, "Threat. not found – kept until you decide. before: all is quiet"),
        (
            review("3", Outcome.AMBIGUOUS, now="all is quiet", tags=(), note="**Why** now?"),
            "Why now?. fits more than one place – this one 82 %. before: all is quiet",
        ),
        (
            review("4", now="all is quiet", tags=(), is_correction=True),
            "Correction. the same words among others – 82 % sure. before: all is quiet",
        ),
        (
            review("5", Outcome.LOST, "", tags=()),
            "Read, nothing to tag. not found – kept until you decide. before: all is quiet",
        ),
    ],
)
def test_each_row_says_what_became_of_the_passage(row, sentence):
    assert review_sentence(row) == sentence


def test_without_anything_to_decide_the_section_is_not_there(page):
    assert page.reviews.isHidden()
    assert page.focusProxy() is page.list


def test_what_is_to_be_decided_is_shown_even_where_nothing_else_is_tagged(page, painted):
    page.show_reviews([CHANGED, LOST])
    assert page.reviews.isVisible()
    assert page.focusProxy() is page.reviews.list
    page.grab()
    page.set_theme(load_theme("dark"))
    page.grab()


def test_only_what_has_a_place_can_be_accepted(page):
    page.show_reviews([CHANGED, LOST])
    accept = page.reviews._buttons["accept_place"]
    assert accept.isEnabled()
    page.reviews.step(1)
    assert page.reviews.current() == LOST
    assert not accept.isEnabled()


def test_the_current_row_stays_so_and_after_a_decision_the_next_one_is(page):
    third = review("3")
    page.show_reviews([CHANGED, LOST, third])
    page.reviews.step(1)
    page.show_reviews([LOST, third])
    assert page.reviews.current() == LOST
    page.show_reviews([CHANGED, LOST, third])
    assert page.reviews.current() == LOST
    page.show_reviews([CHANGED, third])
    assert page.reviews.current() == third
    page.show_reviews([CHANGED])
    assert page.reviews.current() == CHANGED


def test_enter_leads_to_the_place_where_there_is_one(page, qtbot):
    page.show_reviews([CHANGED, LOST])
    rows = page.reviews.list
    rows.setFocus()
    with qtbot.waitSignal(page.reviews.jump_requested) as jumped:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert jumped.args == [Span(5, 20)]
    page.reviews.step(1)
    with qtbot.assertNotEmitted(page.reviews.jump_requested):
        qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_many_rows_leave_room_for_the_tags_below(page):
    page.show_passages([TaggedPassage("t", Span(0, 3), "all", ("Threat",), ("",))])
    page.show_reviews([CHANGED])
    low = page.reviews.list.height()
    page.show_reviews([review(str(number)) for number in range(40)])
    assert low < page.reviews.list.height() <= page.height() * 0.55
    before = page.reviews.list.height()
    page.resize(page.width(), 900)
    assert before < page.reviews.list.height() <= 900 * 0.55
    assert page.list.height() > 80
