import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from tests.ui.panels.samples import article, found, many, two_stories

from diptych.model.listing import Facet, Order
from diptych.ui.panels.library import LibraryPanel
from diptych.ui.panels.library_delegate import _fitting
from diptych.ui.panels.search import SearchField

FACETS = [
    Facet("outlet", "Northern Courier", 12),
    Facet("outlet", "EGN", 3),
    Facet("month", "2022-02", 9),
    Facet("tag", "Threat", 2),
]


@pytest.fixture
def search(qtbot, theme):
    search = SearchField(theme)
    qtbot.addWidget(search)
    search.show()
    return search


@pytest.fixture
def panel(painted, theme, search):
    panel = LibraryPanel(theme, search)
    panel.show_rows(two_stories())
    painted(panel)
    return panel


def chips(panel) -> dict[str, QToolButton]:
    return {
        button.text(): button
        for button in panel.findChildren(QToolButton)
        if button.isVisibleTo(panel) and button.property("look") == "chip"
    }


def test_going_down_passes_over_headings(panel):
    visited = []
    for _ in range(7):
        panel.select_next()
        visited.append(panel.selected_path())
    assert visited == [
        "a.txt", "b.txt", "c.txt", "d.txt", "sub/broken.txt", "sub/broken.txt", "sub/broken.txt",
    ]  # fmt: skip


def test_going_up_ends_at_the_first_article_with_its_heading_in_view(panel):
    panel.select_path("d.txt")
    for _ in range(6):
        panel.select_previous()
    assert panel.selected_path() == "a.txt"
    assert panel.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("key", "path"), [(Qt.Key.Key_Home, "a.txt"), (Qt.Key.Key_End, "d.txt")])
def test_home_and_end_land_on_articles(qtbot, panel, key, path):
    panel.show_rows(two_stories()[:-1])
    panel.select_path("b.txt")
    qtbot.keyClick(panel.list, key)
    assert panel.selected_path() == path


def test_enter_opens_the_selected_article_here_or_beside(qtbot, panel):
    panel.select_path("b.txt")
    with qtbot.waitSignal(panel.open_requested) as here:
        panel.open_selected()
    with qtbot.waitSignal(panel.open_requested) as beside:
        panel.open_in_other_pane()
    assert (here.args, beside.args) == (["b.txt", False], ["b.txt", True])


def test_a_click_opens_and_with_control_in_the_other_pane(qtbot, panel):
    place = panel.list.visualRect(panel.list.model().index(2, 0)).center()
    with qtbot.waitSignal(panel.open_requested) as here:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(panel.open_requested) as beside:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert (here.args, beside.args) == (["b.txt", False], ["b.txt", True])


def test_done_marks_the_article_and_goes_on_to_the_next(qtbot, panel):
    panel.select_path("a.txt")
    with qtbot.waitSignal(panel.done_toggled) as done:
        panel.mark_done()
    assert done.args == ["a.txt"]
    assert panel.selected_path() == "b.txt"


def test_nothing_selected_means_nothing_to_star(qtbot, panel):
    with qtbot.assertNotEmitted(panel.star_toggled):
        panel.toggle_star()
    panel.select_path("c.txt")
    with qtbot.waitSignal(panel.star_toggled) as starred:
        panel.toggle_star()
    assert starred.args == ["c.txt"]


def test_letters_in_the_list_never_search_by_typing(qtbot, panel):
    panel.select_path("a.txt")
    qtbot.keyClicks(panel.list, "hx")
    assert panel.selected_path() == "a.txt"


def test_rows_that_come_in_while_reading_leave_selection_and_place_alone(panel):
    panel.show_rows(many(500, start=500))
    panel.select_path("000700.txt")
    panel.list.scrollTo(panel.list.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
    before = panel.list.visualRect(panel.list.currentIndex()).top()
    panel.show_rows(many(1000))
    assert panel.selected_path() == "000700.txt"
    assert panel.list.visualRect(panel.list.currentIndex()).top() == before


def test_what_is_on_screen_stays_there_though_nothing_is_selected(panel):
    panel.show_rows(many(500, start=500))
    panel.list.verticalScrollBar().setValue(4000)
    top = panel.list.indexAt(QPoint(1, 1))
    name, offset = top.data(), panel.list.visualRect(top).top()
    panel.show_rows(many(1000))
    top = panel.list.indexAt(QPoint(1, 1))
    assert (top.data(), panel.list.visualRect(top).top()) == (name, offset)


def test_a_list_that_stands_at_its_top_stays_there_while_rows_come_in(panel):
    panel.show_rows(many(500, start=500))
    panel.show_rows(many(1000))
    assert panel.list.verticalScrollBar().value() == 0


def test_a_selected_row_on_screen_stays_there_though_rows_come_before_it(panel):
    panel.show_rows(many(500, start=500))
    panel.select_path("000501.txt")
    before = panel.list.visualRect(panel.list.currentIndex()).top()
    panel.show_rows(many(1000))
    assert panel.list.visualRect(panel.list.currentIndex()).top() == before


def test_other_rows_begin_at_the_top(panel):
    panel.show_rows(many(300))
    panel.list.verticalScrollBar().setValue(4000)
    panel.show_rows([article("x.txt"), *many(300, start=9000)])
    assert panel.list.verticalScrollBar().value() == 0
    assert panel.selected_path() == ""


def test_an_article_that_is_not_listed_cannot_be_selected(panel):
    panel.select_path("a.txt")
    assert not panel.select_path("gone.txt")
    assert panel.selected_path() == "a.txt"


def test_rows_are_higher_only_where_there_are_snippets(panel, painted):
    low = panel.list.sizeHintForRow(0)
    panel.show_rows([found("a.txt", "the talks cannot run for ever", "talks")])
    assert panel.list.sizeHintForRow(0) > low
    painted(panel)
    panel.show_rows(two_stories())
    assert panel.list.sizeHintForRow(0) == low


def test_a_screen_reader_is_told_everything_about_a_row(panel):
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [panel.list.model().index(row, 0).data(role) for row in range(7)]
    assert told[0] == "The strait, 3 accounts · 2 origins"
    assert told[1] == "Headline of a.txt, Northern Courier, 14 Feb 2022, 19:24, 12 quotes"
    assert told[2].endswith("Daily Relay, no date, likely from Northern Courier, 94 %")
    assert told[3].endswith("EGN, no date, 1 tag, starred, done")
    assert told[6] == "broken.txt, The file is empty."


def test_typing_is_told_letter_by_letter(qtbot, panel, search):
    queries = []
    panel.query_changed.connect(queries.append)
    qtbot.keyClicks(search, "talk")
    assert queries == ["t", "ta", "tal", "talk"]
    with qtbot.waitSignal(panel.query_submitted) as submitted:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert submitted.args == ["talk"]


def test_down_leads_from_the_search_field_into_the_list(qtbot, panel, search):
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert panel.selected_path() == "a.txt"
    assert panel.list.hasFocus() or panel.focusWidget() is panel.list


def test_escape_in_the_search_field_keeps_the_words(qtbot, panel, search):
    qtbot.keyClicks(search, "talks")
    with qtbot.waitSignal(search.left):
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert panel.query() == "talks"


def test_a_chip_is_written_into_the_query_and_taken_out_again(qtbot, panel, search):
    panel.set_query("talks")
    panel.show_facets(FACETS)
    with qtbot.waitSignals([panel.query_changed, panel.facet_toggled]):
        qtbot.mouseClick(chips(panel)["Northern Courier  12"], Qt.MouseButton.LeftButton)
    assert panel.query() == 'talks outlet:"Northern Courier"'
    assert chips(panel)["Northern Courier  12"].isChecked()
    qtbot.mouseClick(chips(panel)["Northern Courier  12"], Qt.MouseButton.LeftButton)
    assert panel.query() == "talks"


def test_chips_follow_what_is_typed(panel):
    panel.set_query("outlet:EGN")
    panel.show_facets(FACETS)
    assert [text for text, chip in chips(panel).items() if chip.isChecked()] == ["EGN  3"]


def test_each_kind_of_chip_is_there_before_more_are_asked_for(qtbot, panel):
    outlets = [Facet("outlet", f"Outlet {number}", 40 - number) for number in range(20)]
    panel.show_facets([*outlets, *FACETS[2:]])
    first = set(chips(panel))
    assert {"Feb 2022  9", "Threat  2"} < first
    assert len(first) == 6
    more = [b for b in panel.findChildren(QToolButton) if b.text() == "more…" and b.isEnabled()]
    more[-1].click()
    assert len(chips(panel)) == 22


def test_an_order_is_announced_once(qtbot, panel):
    orders = []
    panel.order_changed.connect(orders.append)
    actions = {a.text(): a for a in panel._order.menu().actions()}
    actions["By outlet"].trigger()
    actions["By outlet"].trigger()
    assert orders == [Order.OUTLET]
    panel.set_order(Order.DATE)
    assert orders == [Order.OUTLET]
    assert panel._order.text().startswith("Newest first")


def test_an_empty_library_says_what_can_be_done(qtbot, panel):
    panel.show_rows([])
    assert panel._stack.currentWidget() is panel._empty
    buttons = {b.text(): b for b in panel._empty.children() if hasattr(b, "text")}
    with qtbot.waitSignal(panel.action_requested) as asked:
        buttons["Open a folder…"].click()
    assert asked.args == ["open_library"]


def test_files_that_cannot_be_read_are_not_counted_as_articles(panel):
    assert panel._count.text() == "4 articles · 1 unreadable"
    panel.show_rows(two_stories()[:-1])
    assert panel._count.text() == "4 articles"


def test_facts_that_do_not_fit_are_left_out_whole(theme):
    font = theme.interface_font(0.88)
    facts = ("Northern Courier", "", "updated 13 Mar 2024", "19 quotes")
    assert _fitting(facts, font, 900) == "Northern Courier · updated 13 Mar 2024 · 19 quotes"
    assert _fitting(facts, font, 230) == "Northern Courier · updated 13 Mar 2024"
    assert _fitting(facts, font, 20) == "Northern Courier"


def test_no_hits_offer_all_articles_again(qtbot, panel):
    panel.set_query("zebra")
    panel.show_rows([])
    assert "zebra" in panel._empty.sentence()
    with qtbot.assertNotEmitted(panel.action_requested):
        panel._empty.action_requested.emit("clear_search")
    assert panel.query() == ""


@pytest.fixture
def shown(qtbot, theme):
    """A panel under its search field, in a window that has the focus."""
    window = QWidget()
    search = SearchField(theme, window)
    panel = LibraryPanel(theme, search, window)
    column = QVBoxLayout(window)
    column.addWidget(search)
    column.addWidget(panel)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.window_kept = window  # else it goes when this function ends, and the panel with it
    return panel


def test_the_list_never_takes_the_keys_from_somebody_who_types(qtbot, shown):
    shown.set_progress(0, 10)
    shown.focus_list()
    qtbot.keyClicks(QApplication.focusWidget(), "run")
    assert shown.query() == "run"
    shown.show_rows(two_stories())
    assert shown._search.hasFocus()


def test_the_list_has_the_keys_as_soon_as_there_is_something_in_it(shown):
    shown.set_progress(0, 10)
    shown.focus_list()
    shown.show_rows(two_stories())
    assert shown.list.hasFocus()


def test_an_empty_list_gives_the_keys_to_what_can_be_done(qtbot, shown):
    shown.show_rows([])
    shown.focus_list()
    with qtbot.waitSignal(shown.action_requested) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert asked.args == ["open_library"]


def test_progress_is_shown_until_all_is_read(panel):
    panel.set_progress(3, 10)
    assert panel._progress.isVisible()
    panel.set_progress(10, 10)
    assert not panel._progress.isVisible()


def test_while_the_folder_is_read_an_empty_list_says_so(panel):
    panel.show_rows([])
    panel.set_progress(0, 10)
    assert panel._empty.sentence() == "Reading the folder…"


@pytest.mark.parametrize("width", [200, 304, 900])
def test_every_kind_of_row_is_drawn_at_every_width(painted, theme, search, width):
    panel = LibraryPanel(theme, search)
    panel.show_rows([*two_stories(), found("e.txt", "🌊 the talks cannot run for ever", "run")])
    panel.set_open_paths({"a.txt"})
    panel.select_path("b.txt")
    panel.focus_list()
    assert not painted(panel, width, 700).isNull()
