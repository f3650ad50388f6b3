import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QToolButton

from diptych.ui.commands import Context
from diptych.ui.panels.find import FindBar
from diptych.ui.panels.hints import KeyHints, hints_for
from diptych.ui.panels.messages import Message, MessageAction, MessageBar, MessageKind
from diptych.ui.panels.rail import Badge, Rail, RailAccount, badges
from diptych.ui.panels.search import SearchField
from diptych.ui.panels.status import StatusLine
from diptych.ui.panels.topbar import TopBar

INFO = Message(MessageKind.INFO, "This is the sample library.")
WARNING = Message(MessageKind.WARNING, "Three tags moved.", (MessageAction("review", "Review…"),))
ERROR = Message(MessageKind.ERROR, "The disk is full.")


@pytest.fixture
def top(painted, theme):
    top = TopBar(theme, SearchField(theme))
    painted(top, 1000, 44)
    return top


@pytest.fixture
def messages(qtbot, theme):
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def find(qtbot, theme):
    bar = FindBar(theme)
    qtbot.addWidget(bar)
    bar.open_bar()
    return bar


def test_the_switches_say_what_is_and_ask_for_their_command(qtbot, top, painted):
    top.set_marks("quiet")
    top.set_sync(on=True, enabled=True)
    painted(top, 1000, 44)
    assert top._marks.text() == "Marks: quiet"
    with qtbot.waitSignal(top.command_chosen) as chosen:
        qtbot.mouseClick(top._sync, Qt.MouseButton.LeftButton)
    assert chosen.args == ["toggle_sync"]
    assert top._sync.isChecked()  # until the window says that it is off
    top.set_sync(on=False, enabled=False)
    assert not top._sync.isEnabled()


def test_only_what_is_on_or_off_is_told_as_a_switch(top):
    def role(widget):
        return QAccessible.queryAccessibleInterface(widget).role()

    assert role(top._sync) is QAccessible.Role.CheckBox
    assert role(top._marks) is QAccessible.Role.Button


def test_the_focus_is_seen_on_a_switch_that_is_on(top, painted, monkeypatch):
    top.set_marks("all")
    painted(top, 1000, 44)
    without = top._marks.grab().toImage()
    monkeypatch.setattr(top._marks, "hasFocus", lambda: True)
    focused = top._marks.grab().toImage()
    middle = top._marks.height() // 2
    changed = [x for x in range(8) if focused.pixel(x, middle) != without.pixel(x, middle)]
    assert len(changed) >= 2


def test_the_space_key_presses_a_switch(qtbot, top):
    top.set_marks("all")
    with qtbot.waitSignal(top.command_chosen) as chosen:
        qtbot.keyClick(top._marks, Qt.Key.Key_Space)
    assert chosen.args == ["cycle_marks"]


def test_a_story_too_long_for_the_bar_is_cut_but_told_whole(top, painted):
    title = "Talks on the strait and everything that was ever said about them " * 3
    top.set_story(title, "6 accounts")
    painted(top, 600, 44)
    assert top._title.text().endswith("…")
    assert top._title.toolTip() == top._title.accessibleName() == title
    assert top._marks.geometry().right() < top.width()


def test_the_reader_s_own_keys_are_shown(top):
    before = top._sync.sizeHint().width()
    top.set_keys({"toggle_sync": ("Ctrl+Shift+F7",)})
    assert top._sync.sizeHint().width() > before


def test_an_information_gives_way_and_a_warning_waits_for_its_reader(messages):
    messages.show_message(INFO)
    messages.show_message(WARNING)
    assert messages.message() == WARNING
    messages.show_message(INFO)
    assert messages.message() == WARNING
    messages.close_message()
    assert messages.message() == INFO
    messages.close_message()
    assert messages.message() is None
    assert messages.isHidden()


def test_an_error_is_seen_at_once_and_the_warning_after_it(messages):
    messages.show_message(WARNING)
    messages.show_message(ERROR)
    assert messages.message() == ERROR
    messages.close_message()
    assert messages.message() == WARNING


def test_the_same_message_is_not_said_twice(messages):
    for message in (ERROR, WARNING, ERROR, WARNING):
        messages.show_message(message)
    messages.close_message()
    messages.close_message()
    assert messages.message() is None


def test_acting_on_a_message_closes_it(qtbot, messages, painted):
    messages.show_message(WARNING)
    painted(messages, 800, 40)
    button = next(b for b in messages.findChildren(QPushButton) if b.text() == "Review…")
    with qtbot.waitSignals([messages.emptied, messages.action_chosen]):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert messages.message() is None


def test_a_message_is_announced_to_a_screen_reader(messages, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", staticmethod(lambda event: told.append(event.message()))
    )
    messages.show_message(ERROR)
    assert told == ["The disk is full."]


def test_angle_brackets_of_a_message_are_not_taken_for_html(messages):
    messages.show_message(Message(MessageKind.ERROR, "“<b>x</b>.txt” is empty."))
    assert messages._text.textFormat() is Qt.TextFormat.PlainText


def test_an_answer_is_kept_while_it_holds_whatever_is_saved_meanwhile(qtbot, theme):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.tell("Arrows move the end.", keep=True)
    line.set_saved("Saved")
    assert line._saved.text() == "Arrows move the end."
    line.tell("")
    assert line._saved.text() == "Saved"
    line.tell("No tag was used yet.")
    line.set_saved("Saving…")
    assert line._saved.text() == "Saving…"


def test_the_status_line_tells_of_work_and_lets_it_be_stopped(qtbot, theme, painted):
    line = StatusLine(theme)
    line.set_saved("Saved")
    line.set_place("passage 2 of 41")
    line.set_work("Reading 3 of 10 articles", 3, 10)
    painted(line, 1200, 26)
    stop = next(b for b in line.findChildren(QToolButton) if b.text() == "Stop")
    with qtbot.waitSignal(line.stop_requested):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    line.set_work("")
    assert not stop.isVisible()


def test_hints_are_those_of_the_place(qapp):
    reading = {hint.words for hint in hints_for(Context.READING)}
    listed = {hint.words for hint in hints_for(Context.LIST)}
    assert "passage" in reading - listed
    assert "open" in listed - reading


def test_keys_that_do_the_same_stand_together(qapp):
    keys = {hint.words: hint.keys for hint in hints_for(Context.READING)}
    assert keys["passage"] == ("J", "K")
    assert (keys["tag"][0], keys["tag"][-1]) == ("1", "9")
    assert hints_for(Context.READING)[-1].words == "commands"


def test_a_remapped_or_removed_key_changes_the_hint(qapp):
    keys = {h.words: h.keys for h in hints_for(Context.LIST, {"mark_done": ("F2",)})}
    assert keys["done"] == ("F2",)
    assert "done" not in {h.words for h in hints_for(Context.LIST, {"mark_done": ()})}


def test_where_room_is_short_the_last_hints_stay(theme, painted):
    hints = KeyHints(theme)
    hints.show_hints(hints_for(Context.READING))
    painted(hints, 2000, 24)
    everything = hints.shown_hints()
    assert everything == hints_for(Context.READING)
    painted(hints, 130, 24)
    assert 0 < len(hints.shown_hints()) < len(everything)
    assert hints.shown_hints()[-1] == everything[-1]


def test_find_tells_every_letter_and_goes_both_ways(qtbot, find):
    words, steps = [], []
    find.find_changed.connect(words.append)
    find.find_next_requested.connect(steps.append)
    qtbot.keyClicks(find._field, "ab")
    qtbot.keyClick(find._field, Qt.Key.Key_Return)
    qtbot.keyClick(find._field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(find._field, Qt.Key.Key_Up)
    assert (words, steps) == (["a", "ab"], [1, -1, -1])


@pytest.mark.parametrize(("count", "text"), [((3, 12), "3 of 12"), ((0, 0), "not found")])
def test_find_says_where_it_is(qtbot, find, count, text):
    qtbot.keyClicks(find._field, "a")
    find.show_count(*count)
    assert find._count.text() == text
    find._field.clear()
    find.show_count(0, 0)
    assert find._count.text() == ""


def test_escape_closes_find_and_keeps_the_words(qtbot, find):
    qtbot.keyClicks(find._field, "talks")
    with qtbot.waitSignal(find.closed):
        qtbot.keyClick(find._field, Qt.Key.Key_Escape)
    assert find.isHidden()
    with qtbot.waitSignal(find.find_changed) as again:
        find.open_bar()
    assert again.args == ["talks"]


@pytest.mark.parametrize(
    ("outlets", "letters"),
    [
        (["Northern Courier", "Daily Relay", "EGN"], ["NC", "DR", "EG"]),
        (["Northern Courier", "New Chronicle"], ["NC", "NE"]),
        (["The Harbour Mail", "Harbour Mail"], ["HM", "HA"]),
        (["EGN", "EGN"], ["EG", "EG"]),
        (["X", "…", "日報"], ["X", "–", "日報"]),
    ],
)
def test_badges_tell_outlets_apart(outlets, letters):
    assert badges(outlets) == letters


def test_the_rail_opens_accounts_here_and_beside(qtbot, theme, painted):
    rail = Rail(theme)
    rail.show_accounts(
        [
            RailAccount("a", "Northern Courier", "One"),
            RailAccount("b", "Daily Relay", "Two"),
            RailAccount("c", "", "Three"),
        ]
    )
    rail.set_open_paths({"b"})
    painted(rail, 44, 400)
    unfold, first, second, unsigned = [b for b in rail.findChildren(Badge) if b.isVisible()]
    assert (first.isChecked(), second.isChecked()) == (False, True)
    with qtbot.waitSignal(rail.opened) as here:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(rail.opened) as beside:
        shift = Qt.KeyboardModifier.ShiftModifier
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton, shift)
    with qtbot.waitSignal(rail.unfold_requested):
        qtbot.keyClick(unfold, Qt.Key.Key_Space)
    assert (here.args, beside.args) == (["a", False], ["b", True])
    assert second.accessibleName() == "Daily Relay: Two"
    assert unsigned.accessibleName() == unsigned.toolTip() == "Three"
