"""The first frame of a window: what was read last, before anything else is there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from diptych.settings import Settings, WindowState
from diptych.text.spans import Span
from diptych.workspace.last_seen import last_seen

COURIER = "northern-courier-strait-talks.txt"
RELAY = "daily-relay-sarovia-negotiations.txt"
PASSAGE = Span(400, 480)


@pytest.fixture
def left(make_window, analysed, story_library, saved) -> Settings:
    """The settings of a window that was left with two articles open, the second with the keys."""
    window = make_window()
    window.open(story_library)
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    window.split.focus_side(1)
    window.split.select(1, PASSAGE)
    QApplication.processEvents()
    window.close()
    return saved[-1]


def panes(window) -> QRect:
    return QRect(window.split.mapTo(window, QPoint(0, 0)), window.split.size())


def open_paths(window) -> list[str]:
    shown = [window.split.article(side) for side in (0, 1)]
    return [article.path for article in shown if article is not None]


def test_the_first_frame_shows_what_was_read_last(make_window, left, analysed, story_library):
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    assert open_paths(window) == [COURIER, RELAY]
    assert not hasattr(window, "parts")
    assert window.split.focused_side == 1
    assert window.split.passage(1) == PASSAGE
    window.furnish()


def test_nothing_moves_when_the_rest_comes_in(make_window, left, analysed, story_library):
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    QApplication.processEvents()
    place, scrolled = panes(window), window.split.pane_widgets()[1].scrolled
    documents = [pane.shown for pane in window.split.pane_widgets()]
    window.furnish()
    window.open(story_library)
    QApplication.processEvents()
    assert panes(window) == place
    assert window.split.pane_widgets()[1].scrolled == scrolled
    assert [pane.shown for pane in window.split.pane_widgets()] == documents
    assert window.split.focused_side == 1
    assert window.split.passage(1) == PASSAGE
    assert window.reading.article().path == RELAY


def test_an_article_whose_file_has_changed_waits_for_its_library(
    make_window, left, analysed, story_library
):
    (story_library / COURIER).write_text("Other words\n\nThat nobody has read.\n", "utf-8")
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    assert open_paths(window) == [RELAY]
    window.furnish()
    window.open(story_library)
    assert open_paths(window) == [COURIER, RELAY]
    assert "nobody has read" in window.split.article(0).text


def test_an_article_that_is_gone_by_then_is_taken_away(make_window, left, analysed, story_library):
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    (story_library / RELAY).unlink()
    window.furnish()
    window.open(story_library)
    assert open_paths(window) == [COURIER]


def test_a_library_that_cannot_be_opened_leaves_no_text_behind(
    make_window, left, analysed, story_library
):
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    window.furnish()
    window.open(story_library / "not there")
    assert open_paths(window) == []
    assert window.parts.messages.message() is not None


def test_a_window_that_is_closed_before_it_is_whole_keeps_its_settings(
    make_window, left, analysed, story_library, saved
):
    window = make_window(left, seen=last_seen(story_library, analysed.places))
    number = len(saved)
    window.close()
    assert len(saved) == number


def test_settings_that_know_no_place_for_the_panes_wait_for_the_whole_window(
    make_window, left, analysed, story_library
):
    settings = replace(left, window=WindowState())
    window = make_window(settings, seen=last_seen(story_library, analysed.places))
    assert window.parts.isVisible()


def test_a_library_that_was_never_open_was_never_seen(tmp_path, analysed):
    assert last_seen(tmp_path, analysed.places) == ()
    assert last_seen(tmp_path / "not there", analysed.places) == ()
