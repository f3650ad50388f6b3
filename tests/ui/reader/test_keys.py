"""Real keys and real clicks."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication
from tests.ui.reader.articles import aligned, article_of, long_article, reading_of, span_of

from diptych.ui.commands import COMMANDS, Owner
from diptych.ui.digits import digit_of, is_hidden_digit
from diptych.ui.reader.reader_commands import ReaderCommands

ROWS = [command for command in COMMANDS if command.owner is Owner.READER]


@pytest.fixture
def keyed(split, qtbot):
    """A split view with the ferry article, its commands on the keys of the table, and the focus."""
    commands = ReaderCommands(split)
    for row in ROWS:
        action = QAction(split)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(getattr(commands, row.name))
        split.addAction(action)
    split.show_article(0, article_of())
    split.show_reading(reading_of(article_of()))
    split.activateWindow()
    split.focus_side(0)
    qtbot.waitUntil(split.pane_widgets()[0].hasFocus)
    return split


def words(split) -> str:
    side = split.focused_side
    return split.passage(side).text_in(split.article(side).text)


def press(split, qtbot, *keys) -> None:
    for pressed in keys:
        plain = (Qt.KeyboardModifier.NoModifier, pressed)
        modifiers, code = pressed if isinstance(pressed, tuple) else plain
        qtbot.keyClick(QApplication.focusWidget(), code, modifiers)


Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_the_cursor_appears_in_view_without_scrolling(split):
    split.show_article(0, long_article())
    pane = split.pane_widgets()[0]
    pane.scroll_to(900)
    ReaderCommands(split).next_passage()
    assert pane.scrolled == 900
    assert pane.uncovered_extent().top < pane.places.extent(split.passage(0)).top


def test_the_cursor_appears_on_the_passage_that_is_linked_with_the_other_side(split):
    left, right = long_article(), long_article(path="right.txt")
    split.show_article(0, left)
    split.show_article(1, right)
    split.show_alignment(
        aligned(left, right, [(left.blocks[n].span, right.blocks[n].span) for n in range(1, 40)])
    )
    split.select(0, left.blocks[20].span)
    places = [pane.scrolled for pane in split.pane_widgets()]
    split.focus_side(1)
    assert [pane.scrolled for pane in split.pane_widgets()] == places
    ReaderCommands(split).next_passage()
    assert right.blocks[20].span.covers(split.passage(1))


def test_every_row_of_the_table_that_the_reader_owns_has_its_method(split):
    commands = ReaderCommands(split)
    assert ROWS
    assert not [row.name for row in ROWS if not callable(getattr(commands, row.name, None))]


def test_letters_and_arrows_move_the_passage(keyed, qtbot):
    press(keyed, qtbot, Qt.Key.Key_J, Qt.Key.Key_Down)
    assert words(keyed) == "Anna Weiss opened the talks."
    press(keyed, qtbot, Qt.Key.Key_Up)
    assert words(keyed) == "Ferry talks go on 🚢 in Halvern"
    press(keyed, qtbot, Qt.Key.Key_End)
    assert words(keyed) == "More talks follow on Friday."
    press(keyed, qtbot, Qt.Key.Key_Home)
    assert words(keyed) == "Ferry talks go on 🚢 in Halvern"


def test_shift_and_an_arrow_extend_the_passage(keyed, qtbot):
    press(keyed, qtbot, Qt.Key.Key_J, Qt.Key.Key_J, (Shift, Qt.Key.Key_Down))
    assert words(keyed).startswith("Anna Weiss opened")
    assert words(keyed).endswith("start”.")


def test_control_c_copies_the_passage_of_the_article(keyed, qtbot):
    press(keyed, qtbot, Qt.Key.Key_R, (Control, Qt.Key.Key_C))
    assert QGuiApplication.clipboard().text() == "a fair start"


def test_tab_goes_to_the_linked_passage_of_the_other_side(keyed, qtbot):
    right = article_of(path="right.txt")
    keyed.show_article(1, right)
    left = keyed.article(0)
    keyed.show_alignment(
        aligned(left, right, [(span_of(left, "Nobody left."), span_of(right, "Nobody left."))])
    )
    keyed.focus_side(0)
    keyed.select(0, span_of(left, "Nobody left."))
    press(keyed, qtbot, Qt.Key.Key_Tab)
    assert keyed.focused_side == 1
    assert words(keyed) == "Nobody left."
    press(keyed, qtbot, Qt.Key.Key_Tab)
    assert keyed.focused_side == 0


def test_v_shows_more_or_fewer_marks(keyed, qtbot):
    levels = []
    keyed.level_changed.connect(levels.append)
    press(keyed, qtbot, Qt.Key.Key_V, Qt.Key.Key_V, Qt.Key.Key_V)
    assert levels == ["all", "quiet", "standard"]


def test_enter_unfolds_site_furniture_and_folds_it_again(keyed, qtbot):
    pane = keyed.pane_widgets()[0]
    fold = pane.folding.folds[0]
    press(keyed, qtbot, Qt.Key.Key_Return)
    assert not pane.folding.is_folded(fold)
    assert pane.places.block_box(0).height() > 0
    press(keyed, qtbot, Qt.Key.Key_Return)
    assert pane.folding.is_folded(fold)
    assert pane.places.block_box(0).isNull()


def test_a_click_on_a_fold_line_unfolds_and_moves_what_follows_down(keyed, qtbot):
    pane = keyed.pane_widgets()[0]
    fold = pane.folding.folds[1]
    below = pane.places.block_box(fold.last).top()
    middle = pane.folding.box(fold, pane.places).center().toPoint()
    qtbot.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=middle - QPoint(0, pane.scrolled)
    )
    assert not pane.folding.is_folded(fold)
    assert pane.places.block_box(fold.first).height() > 0
    assert pane.places.block_box(fold.last).top() > below
    assert keyed.passage(0) is None


def point_at(pane, found) -> QPoint:
    box = pane.places.lines(found)[0]
    return QPoint(round(box.left()) + 2, round(box.center().y()) - pane.scrolled)


def test_a_click_selects_the_sentence_it_is_in(keyed, qtbot):
    pane = keyed.pane_widgets()[0]
    at = point_at(pane, span_of(pane.article, "three ships"))
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert words(keyed) == "It wants three ships, Weiss said."


def test_dragging_selects_whole_words_and_leaves_no_selection_of_its_own(keyed, qtbot):
    pane = keyed.pane_widgets()[0]
    start = point_at(pane, span_of(pane.article, "called")) + QPoint(12, 0)
    end = point_at(pane, span_of(pane.article, "start”")) + QPoint(9, 0)
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.viewport(), pos=end)
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert words(keyed) == "called them “a fair start"
    assert not pane.textCursor().hasSelection()


def key(code: int, text: str, scan: int, virtual: int = 0) -> QKeyEvent:
    no = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, code, no, scan, virtual, 0, text)


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "digit"),
    [
        ("xcb", 10, 0, 1),
        ("wayland", 18, 0, 9),
        ("xcb", 19, 0, 0),
        ("windows", 2, 0, 1),
        ("windows", 11, 0, 0),
        ("cocoa", 0, 0x12, 1),
        ("cocoa", 0, 0x1D, 0),
        ("xcb", 24, 0, None),
        ("windows", 12, 0, None),
    ],
)
def test_digits_are_told_by_the_place_of_their_keys(platform, scan, virtual, digit):
    assert digit_of(key(Qt.Key.Key_Ampersand, "&", scan, virtual), platform) == digit


def test_a_digit_of_the_keypad_is_a_digit_and_one_with_control_is_not():
    keypad = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier, "4")
    control = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_4, Control, "4")
    assert digit_of(keypad) == 4
    assert digit_of(control) is None
    assert is_hidden_digit(key(Qt.Key.Key_Minus, "-", 15), "xcb")
    assert not is_hidden_digit(key(Qt.Key.Key_6, "6", 15), "xcb")


def test_a_digit_without_a_shortcut_is_told(keyed, qtbot):
    with qtbot.waitSignal(keyed.digit_pressed) as told:
        press(keyed, qtbot, Qt.Key.Key_3)
    assert told.args == [3]


def test_a_click_on_the_other_side_gives_it_the_keys(keyed, qtbot):
    keyed.show_article(1, long_article())
    pane = keyed.pane_widgets()[1]
    with qtbot.waitSignal(keyed.side_focused) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert told.args == [1]
    assert keyed.passage(1) is not None


def turn_wheel(pane, modifiers) -> None:
    point = QPointF(50, 50)
    no = Qt.MouseButton.NoButton
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, -120), no, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_the_wheel_scrolls_and_with_control_asks_for_another_size(keyed, qtbot):
    keyed.show_article(0, long_article())
    pane = keyed.pane_widgets()[0]
    turn_wheel(pane, Qt.KeyboardModifier.NoModifier)
    scrolled = pane.scrolled
    assert scrolled > 0
    with qtbot.waitSignal(keyed.zoom_wanted) as told:
        turn_wheel(pane, Control)
    assert told.args == [-1]
    assert pane.scrolled == scrolled
