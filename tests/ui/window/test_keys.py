"""What every key does in the whole window: where the keys are afterwards, and what is shown."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window.seen import COURIER, ISLAND, LAKELAND, RELAY, checked, pane, passage

from diptych.ui.reader.marks import MarkLevel

# The list.


def test_letters_and_arrows_step_through_the_list_and_enter_opens(window, keys):
    panel = window.parts.library
    panel.focus_list()
    keys("Home")
    first = panel.selected_path()
    keys("J", "Down")
    assert panel.selected_path() != first
    keys("K", "Up")
    assert panel.selected_path() == first
    keys("Return")
    assert window.parts.split.article(0).path == first
    assert pane(window, 0).hasFocus()


def test_shift_enter_opens_beside_and_goes_there(window, keys):
    window.reading.open(COURIER, other=False)
    window.parts.library.focus_list()
    window.parts.library.select_path(RELAY)
    keys("Shift+Return")
    assert window.parts.split.article(0).path == COURIER
    assert window.parts.split.article(1).path == RELAY
    assert pane(window, 1).hasFocus()


def test_m_marks_done_and_goes_on_and_s_stars(window, keys):
    panel = window.parts.library
    panel.focus_list()
    keys("Home")
    first = panel.selected_path()
    keys("M")
    assert panel.selected_path() != first
    assert window.sessions.library.workspace.personal.state.done == {first}
    second = panel.selected_path()
    keys("S")
    assert window.sessions.library.workspace.starred == {second}
    assert panel.list.hasFocus()


def test_the_list_follows_what_is_read(pair, keys):
    keys("Tab")
    assert pair.parts.library.selected_path() == RELAY
    keys("Tab")
    assert pair.parts.library.selected_path() == COURIER


def test_after_the_last_article_is_closed_the_list_has_the_keys(pair, keys):
    keys("Ctrl+W", "Ctrl+W")
    assert pair.parts.split.article(0) is None
    assert pair.parts.library.list.hasFocus()
    keys("Escape")
    assert pair.parts.library.list.hasFocus()


# Searching.


def test_enter_in_the_search_field_opens_the_best_hit_and_gives_it_the_keys(window, keys):
    window.parts.library.focus_search()
    QTest.keyClicks(window.parts.search, "lighthouse")
    keys("Return")
    assert window.parts.split.article(0).path == ISLAND
    assert pane(window, 0).hasFocus()


@pytest.mark.parametrize("key", ["/", "Ctrl+L"])
def test_searching_shows_the_list_though_it_is_folded(pair, keys, key):
    assert pair.parts.is_folded
    keys(key)
    assert pair.parts.search.hasFocus()
    assert not pair.parts.is_folded
    keys("Escape")
    assert pair.parts.is_folded
    assert pane(pair, 0).hasFocus()


def test_a_chip_narrows_the_search_and_the_list_stays(pair, keys):
    keys("/")
    pair.parts.library._facets.setFocus()
    QApplication.processEvents()
    assert not pair.parts.is_folded


def test_down_goes_from_the_search_field_into_the_list(window, keys):
    keys("Ctrl+L", "Down")
    assert window.parts.library.list.hasFocus()
    assert window.parts.library.selected_path()


# Between the panes.


def test_swapping_keeps_the_keys_with_their_article(pair, keys):
    keys("J", "J", "F8")
    split = pair.parts.split
    assert [split.article(side).path for side in (0, 1)] == [RELAY, COURIER]
    assert split.focused_side == 1
    assert pane(pair, 1).hasFocus()
    assert split.linking.pairing.links


def test_closing_the_left_pane_moves_the_other_article_there_with_the_keys(pair, keys):
    keys("Ctrl+W")
    split = pair.parts.split
    assert split.article(0).path == RELAY
    assert split.article(1) is None
    assert pane(pair, 0).hasFocus()
    assert not pair.actions_made["swap_panes"].isEnabled()


def test_f7_scrolls_alone_and_together_again(pair, keys):
    keys("F7")
    assert not pair.commands.sync
    assert not checked(pair, "toggle_sync")
    assert not pair.parts.split.linking.scrolling.enabled
    keys("F7")
    assert checked(pair, "toggle_sync")


def test_the_story_and_the_place_follow_the_pane(window, keys):
    window.reading.open(COURIER, other=False)
    window.reading.open(ISLAND, other=True)
    story = window.lists.group_of(COURIER).title
    window.parts.split.focus_side(0)
    keys("J")
    assert window.parts.top._title.text().startswith(story[:10])
    assert window.tags.place_words().startswith("passage 1 of")
    keys("Tab")
    alone = window.lists.group_of(ISLAND).title
    assert window.parts.top._title.text().startswith(alone[:10])
    assert window.tags.place_words() == ""


# Reading.


def test_steps_extensions_and_units(pair, keys):
    keys("G", "J")
    one = passage(pair, 0)
    keys("Shift+J")
    assert passage(pair, 0).end > one.end
    keys("Shift+K")
    assert passage(pair, 0) == one
    keys("+")
    assert len(passage(pair, 0)) >= len(one)
    keys("-", "-")
    assert len(passage(pair, 0)) < len(one)
    keys("Shift+G")
    assert passage(pair, 0).end == len(pair.parts.split.article(0).text.rstrip()) or passage(
        pair, 0
    )


def test_r_w_and_l_go_to_speech_names_and_lone_passages(pair, keys):
    reading = pair.parts.split.side(0).reading
    keys("R")
    assert passage(pair, 0) in [one.span for one in reading.quotations]
    keys("G", "W")
    assert passage(pair, 0) in [span for one in reading.entities for span in one.mentions]
    keys("G", "L")
    assert passage(pair, 0) in pair.parts.split.linking.pairing.lone[0]


def test_v_goes_through_the_levels_of_marks(pair, keys):
    seen = []
    for _ in MarkLevel:
        keys("V")
        seen.append(pair.parts.split.level)
    assert set(seen) == set(MarkLevel)


def test_space_pages_and_goes_on_to_the_next_article(window, keys):
    window.reading.open(COURIER, other=False)
    following = window.lists.after(COURIER)
    for _ in range(20):
        if window.parts.split.article(0).path != COURIER:
            break
        keys("Space")
    assert window.parts.split.article(0).path == following


def test_m_in_the_text_marks_done_and_goes_on(window, keys):
    window.reading.open(COURIER, other=False)
    following = window.lists.after(COURIER)
    keys("M")
    assert window.sessions.library.workspace.personal.state.done == {COURIER}
    assert window.parts.split.article(0).path == following
    assert pane(window, 0).hasFocus()


def test_copying_with_the_source(pair, keys):
    keys("J", "J", "Ctrl+Shift+C")
    article = pair.parts.split.article(0)
    copied = QGuiApplication.clipboard().text()
    assert passage(pair, 0).text_in(article.text) in copied
    assert article.outlet in copied
    keys("Ctrl+C")
    assert QGuiApplication.clipboard().text() == passage(pair, 0).text_in(article.text)


# Back and forward.


def test_back_and_forward_between_the_panes(pair, keys):
    keys("J", "J", "J")
    left = passage(pair, 0)
    keys("Tab", "Shift+G")
    right = passage(pair, 1)
    keys("Alt+Left")
    keys("Alt+Left") if pair.parts.split.focused_side else None
    assert (pair.parts.split.focused_side, passage(pair, 0)) == (0, left)
    keys("Alt+Right")
    keys("Alt+Right") if passage(pair, 1) != right else None
    assert (pair.parts.split.focused_side, passage(pair, 1)) == (1, right)


def test_back_to_an_article_that_is_gone_says_so_and_goes_on_remembering(pair, keys, story_library):
    keys("J", "J")
    pair.reading.open(LAKELAND, other=False)
    keys("J")
    (story_library / COURIER).unlink()
    keys("Alt+Left")
    assert COURIER in pair.parts.messages.message().text
    before = passage(pair, 0)
    keys("Shift+G")
    keys("Alt+Left")
    assert pair.parts.split.article(0).path == LAKELAND
    assert passage(pair, 0) == before
