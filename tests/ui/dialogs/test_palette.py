import logging
import time

import pytest
from PySide6.QtCore import Qt

from diptych.model.listing import Entry
from diptych.ui.commands import COMMANDS
from diptych.ui.dialogs.matching import Headlines, PaletteItem, matching
from diptych.ui.dialogs.palette import CommandPalette
from diptych.ui.styling import apply_theme
from diptych.ui.theme import load_theme

EVERYTHING = frozenset(command.name for command in COMMANDS)
ARTICLES = [
    Entry("a.txt", "Talks on the strait go on", "EGN"),
    Entry("b.txt", "The strait: no talks in sight", "Daily Relay"),
    Entry("broken-strait.txt", problem="The file is empty."),
]


@pytest.fixture
def palette(qtbot, qapp):
    theme = load_theme("light")
    apply_theme(qapp, theme)
    palette = CommandPalette(theme)
    qtbot.addWidget(palette)
    palette.ask(EVERYTHING, ARTICLES, ["cycle_marks", "undo"])
    return palette


def names(items) -> list[str]:
    return [item.name for item in items]


def test_commands_used_last_come_first(palette):
    assert names(palette.offered())[:2] == ["cycle_marks", "undo"]
    assert len(palette.offered()) == len(COMMANDS)


def test_only_what_can_be_done_is_offered(palette):
    palette.ask({"undo"})
    assert names(palette.offered()) == ["undo"]


def test_enter_does_what_is_selected(qtbot, palette):
    qtbot.keyClicks(palette._field, "swap")
    with qtbot.waitSignal(palette.command_chosen) as chosen:
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert chosen.args == ["swap_panes"]
    assert palette.isHidden()


def test_arrows_stop_at_both_ends(qtbot, palette):
    palette.ask({"undo", "redo"})
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(palette._field, key)
    with qtbot.waitSignal(palette.command_chosen) as chosen:
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert chosen.args == ["redo"]


def test_words_of_a_headline_open_the_article(qtbot, palette):
    qtbot.keyClicks(palette._field, "sight strait")
    assert names(palette.offered()) == ["b.txt"]
    with qtbot.waitSignal(palette.article_chosen) as chosen:
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert chosen.args == ["b.txt"]


def test_what_matches_nothing_says_so_and_enter_does_nothing(qtbot, palette):
    qtbot.keyClicks(palette._field, "qqqqxx")
    assert palette.offered() == []
    assert palette._nothing.isVisible()
    with qtbot.assertNotEmitted(palette.command_chosen):
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_only_closes(qtbot, palette):
    with (
        qtbot.assertNotEmitted(palette.command_chosen),
        qtbot.assertNotEmitted(palette.article_chosen),
    ):
        qtbot.keyClick(palette._field, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_every_row_is_drawn(palette, caplog):
    palette._field.setText("a")
    with caplog.at_level(logging.ERROR):
        assert not palette.grab().isNull()
    assert caplog.records == []


ITEMS = [
    PaletteItem("copy_with_source", "Copy with source"),
    PaletteItem("open_sample", "Open the sample library"),
    PaletteItem("copy", "Copy"),
    PaletteItem("show_preferences", "Preferences…"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("copy", ["copy_with_source", "copy"]),
        ("so", ["copy_with_source"]),
        ("lib sam", ["open_sample"]),
        ("rary", ["open_sample"]),
        ("prefrences", ["show_preferences"]),
        ("xq", []),
    ],
)
def test_beginnings_words_parts_and_slips_are_understood(typed, found):
    assert names(matching(typed, ITEMS, [])) == found


def test_among_equals_the_one_used_last_is_first():
    assert names(matching("copy", ITEMS, ["copy"])) == ["copy", "copy_with_source"]


def test_articles_need_every_word_and_unreadable_files_are_left_out():
    headlines = Headlines(ARTICLES)
    assert names(headlines.matching("STRAIT", 8)) == ["a.txt", "b.txt"]
    assert names(headlines.matching("talks strait", 1)) == ["a.txt"]
    assert headlines.matching(" ", 8) == []
    assert Headlines([]).matching("strait", 8) == []


def test_a_headline_is_found_without_its_accents_and_of_any_number_of_lines():
    entries = [
        Entry("a.txt", "One\ntwo"),
        Entry("b.txt", "L’Élysée se tait"),
        Entry("c.txt", "Two"),
    ]
    assert names(Headlines(entries).matching("l'elysee", 8)) == ["b.txt"]
    assert names(Headlines(entries).matching("two", 8)) == ["a.txt", "c.txt"]


def test_a_letter_more_is_answered_at_once_however_many_articles_there_are():
    headlines = Headlines([Entry(f"{n}.txt", f"“Élan” in story {n}") for n in range(50_000)])
    assert names(headlines.matching("story 49999", 8)) == ["49999.txt"]
    started = time.process_time()
    assert headlines.matching("no such story", 8) == []
    assert time.process_time() - started < 0.2
