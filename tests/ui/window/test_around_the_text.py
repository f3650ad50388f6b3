"""Finding, regions, panels, dialogs, and every command of the table, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.window.seen import COURIER, RELAY, checked, pane, passage

from diptych.model.article import BlockKind
from diptych.ui.commands import COMMANDS, Context, Owner
from diptych.ui.panels.inspector import Page

# Finding.


def find(window, keys, words):
    keys("Ctrl+F")
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_finding_steps_round_and_leaves_no_hits_behind(pair, keys):
    find(pair, keys, "the")
    assert pane(pair, 0).hits
    first = passage(pair, 0)
    keys("F3")
    assert passage(pair, 0) != first
    keys("Shift+F3")
    assert passage(pair, 0) == first
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    keys("Escape")
    assert not pane(pair, 0).hits
    assert pane(pair, 0).hasFocus()
    assert passage(pair, 0) == first


def test_f3_opens_the_find_bar_with_the_words_of_last_time(pair, keys):
    find(pair, keys, "the")
    keys("Escape", "F3")
    assert pair.parts.finder.isVisible()
    assert pane(pair, 0).hits


def test_the_hits_follow_the_pane_and_leave_its_cursor_where_it_was(pair, keys):
    keys("J", "J", "J")
    find(pair, keys, "the")
    here = passage(pair, 0)
    pair.parts.split.focus_side(1)
    assert pane(pair, 1).hits
    assert not pane(pair, 0).hits
    assert passage(pair, 1) is None
    pair.parts.split.focus_side(0)
    assert passage(pair, 0) == here


# Regions, panels and look.


def test_f6_goes_round_all_regions(pair, keys):
    names = []
    for _ in range(5):
        keys("F6")
        names.append(type(QApplication.focusWidget()).__name__)
    assert len(set(names)) >= 4, names
    assert "SearchField" in names
    assert names.count("ReaderPane") >= 1
    keys(*["Shift+F6"] * 5)
    assert pane(pair, 0).hasFocus()


def test_f6_is_not_stuck_where_nothing_is_open(window, keys):
    window.parts.fold(folded=True)
    window.parts.rail.setFocus()
    seen = set()
    for _ in range(4):
        keys("F6")
        seen.add(type(QApplication.focusWidget()).__name__)
    assert len(seen) >= 2, seen


def test_the_inspector_is_shown_on_a_narrow_screen_when_it_is_asked_for(pair, keys):
    pair.resize(1100, 700)
    QApplication.processEvents()
    assert pair.parts.inspector.isHidden()
    assert not checked(pair, "toggle_inspector")
    keys("Ctrl+I")
    assert pair.parts.inspector.isVisible()
    assert checked(pair, "toggle_inspector")
    keys("Ctrl+I")
    assert pair.parts.inspector.isHidden()


def test_closing_the_inspector_or_the_library_gives_the_keys_to_the_text(pair, keys):
    pair.parts.inspector.focus_page()
    keys("Ctrl+I")
    assert pane(pair, 0).hasFocus()
    keys("Ctrl+B")
    assert pair.parts.library.list.hasFocus()
    assert checked(pair, "toggle_library")
    keys("Ctrl+B")
    assert pane(pair, 0).hasFocus()
    assert not checked(pair, "toggle_library")


def test_the_inspector_gives_way_to_a_library_that_is_opened_on_a_narrow_screen(pair, keys):
    pair.resize(1280, 800)
    QApplication.processEvents()
    assert pair.parts.inspector.isVisible()
    keys("Ctrl+B")
    assert pair.parts.library.isVisible()
    assert pair.parts.inspector.isHidden()
    keys("Ctrl+B")
    assert pair.parts.inspector.isVisible()


def test_a_library_opened_and_folded_again_is_left_to_the_width(pair, keys):
    keys("Ctrl+B", "Ctrl+B")
    assert pair.parts.is_folded
    pair.resize(1900, 900)
    QApplication.processEvents()
    assert not pair.parts.is_folded
    keys("Ctrl+B")
    assert pair.parts.is_folded


def test_the_selected_article_is_on_screen_when_the_list_gets_the_keys(pair, keys):
    pair.resize(1440, 360)
    keys("Ctrl+B")
    articles = pair.parts.library.list
    articles.scrollToBottom()
    pair.parts.split.focus_side(0)
    keys("Shift+F6")
    assert articles.hasFocus()
    assert articles.viewport().rect().contains(articles.visualRect(articles.currentIndex()))


def test_a_new_query_shows_its_best_hit_first_wherever_the_list_stood(pair, keys, qtbot):
    pair.resize(1440, 420)
    keys("Ctrl+B")
    articles = pair.parts.library.list
    articles.select_path(RELAY)
    keys("Ctrl+L")
    QTest.keyClicks(QApplication.focusWidget(), "talks")
    hits = pair.lists.listing.hits
    assert len(hits) > 2
    assert articles.selected_path() == hits[0][0].path
    assert articles.verticalScrollBar().value() == 0
    keys("Down", "Down")
    pair.lists.renew()
    qtbot.wait(300)
    assert articles.selected_path() == hits[1][0].path


def test_the_status_line_shows_the_keys_of_where_the_reader_is(pair, keys):
    hints = pair.parts.status._hints

    def words():
        return [hint.words for hint in hints._hints]

    assert "passage" in words()
    keys("Ctrl+B")
    assert "article" in words()
    keys("Ctrl+L")
    assert words() == ["commands"]


def test_a_key_with_nothing_to_do_is_answered_where_nothing_moves(window, keys):
    window.reading.open("island-quarterly-lighthouse-keeper.md", other=False)
    keys("A")
    said = window.parts.status._saved.text()
    assert said == "No other account of this story is in the library."
    assert window.parts.messages.isHidden()


def test_while_a_passage_is_being_looked_for_the_page_says_so(pair, keys):
    pair.sessions.reading.accounts_ready.disconnect()
    keys("J")
    page = pair.parts.inspector.accounts
    assert page._empty.sentence() == "Looking for this passage in the other accounts…"


def test_the_text_size_stays_where_the_cursor_is(pair, keys):
    keys("J", "J", "J", "Ctrl++", "Ctrl++")
    assert pair.look.scale == pytest.approx(1.21)
    assert pane(pair, 0).hasFocus()
    keys("Ctrl+-", "Ctrl+0")
    assert pair.look.scale == 1.0


# The inspector.


def test_p_keeps_the_pages_and_lets_them_follow_again(pair, keys, qtbot):
    keys("J", "J", "J", "J")
    page = pair.parts.inspector.accounts
    words = passage(pair, 0).text_in(pair.parts.split.article(0).text)
    qtbot.waitUntil(lambda: bool(page.accounts()) and page.accounts()[0].text in words)
    keys("P", "J", "J")
    kept = page.accounts()
    pair.sessions.reading._resting.timeout.emit()
    assert page.accounts() == kept
    keys("P")
    qtbot.waitUntil(lambda: page.accounts() != kept)


def test_nothing_is_said_of_an_article_that_is_closed(window, keys, qtbot):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J")
    qtbot.waitUntil(lambda: bool(window.parts.inspector.accounts.accounts()))
    keys("P", "Ctrl+W")
    assert not window.parts.inspector.accounts.accounts()
    assert not window.inspecting.is_pinned
    assert not window.parts.inspector.tags.passages()


# Dialogs.


@pytest.mark.parametrize(
    "key", ["Ctrl+K", "Ctrl+,", "F1", "Ctrl+F1"], ids=["palette", "preferences", "manual", "keys"]
)
def test_escape_closes_a_dialog_and_the_text_has_the_keys_again(pair, keys, key):
    keys("J", "J")
    here = passage(pair, 0)
    keys(key)
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert QApplication.activePopupWidget() or dialog is not pair or pair.dialogs._palette
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    pair.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert pane(pair, 0).hasFocus()
    assert passage(pair, 0) == here


# Every row of the table.


@pytest.fixture
def typing(pair):
    """The fields of the window in which words are typed, by what opens them."""
    return {
        "search": pair.parts.library.focus_search,
        "find": pair.commands.find_here,
        "tag": pair.tags.pick_tag,
        "note": pair.tags.edit_note,
    }


@pytest.mark.parametrize("field", ["search", "find", "tag", "note"])
def test_letters_and_digits_are_words_where_words_are_typed(pair, keys, typing, field):
    keys("J", "J")
    here = passage(pair, 0)
    typing[field]()
    singles = [
        key
        for command in COMMANDS
        if command.context is not Context.EVERYWHERE
        for key in command.keys
        if len(key) == 1
    ]
    focused = QApplication.focusWidget()
    for key in singles:
        QTest.keyClicks(focused, key.lower())
    assert QApplication.focusWidget() is focused
    typed = focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()
    assert typed == "".join(singles).lower()
    assert pair.parts.split.article(0).path == COURIER
    assert not pair.sessions.tagging.tagset(COURIER).annotations
    if field != "find":
        assert passage(pair, 0) == here


def test_every_command_runs_from_the_palette_without_a_fault(pair, keys, monkeypatch, qtbot):
    left_out = {"quit", "open_library", "rebuild_index", "open_sample", "paste_article"}
    keys("J", "J")
    for command in COMMANDS:
        if command.name in left_out:
            continue
        pair.actions_made.run(command.name)
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if widget is not pair and widget.isVisible() and widget.isWindow():
                widget.close()
    message = pair.parts.messages.message()
    assert message is None or message.kind.value == "info"
    assert {command.owner for command in COMMANDS} == set(Owner)


def test_site_furniture_is_skipped_by_the_cursor(window, keys):
    window.reading.open(COURIER, other=False)
    noise = [
        block.span
        for block in window.parts.split.article(0).blocks
        if block.kind is BlockKind.NOISE
    ]
    keys("G")
    for _ in range(12):
        assert not any(passage(window, 0).overlaps(span) for span in noise)
        keys("J")


def test_the_page_of_the_inspector_comes_back(make_window, window, saved, story_library):
    window.parts.inspector.show_page(Page.TAGS)
    window.close()
    again = make_window(saved[-1])
    assert again.parts.inspector.page() is Page.TAGS
