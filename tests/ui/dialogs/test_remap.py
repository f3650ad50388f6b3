import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diptych.ui.commands import COMMANDS
from diptych.ui.dialogs.remap import RemapDialog
from diptych.ui.dialogs.remap_capture import key_of
from diptych.ui.dialogs.remap_rows import LINE_ROLE, key_lines
from diptych.ui.styling import apply_theme
from diptych.ui.theme import load_theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)


@pytest.fixture
def make(qtbot, qapp):
    def make(chosen=None, theme="light", scale=1.0) -> RemapDialog:
        loaded = load_theme(theme)
        loaded = replace(loaded, interface_size=loaded.interface_size * scale)
        apply_theme(qapp, loaded)
        dialog = RemapDialog(chosen or {}, loaded)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.results = []
        dialog.chosen.connect(dialog.results.append)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog._field.hasFocus)
        return dialog

    return make


def press(key, held=NONE) -> None:
    """Press a key on whatever has the focus, as a person does."""
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def send(dialog, kind, key) -> None:
    """Send a key event that Qt's test library has no text for."""
    QApplication.sendEvent(dialog._strip.capture, QKeyEvent(kind, key, NONE))


def change(dialog, name, key, held=NONE) -> None:
    dialog._list.select(name)
    press(Key.Key_Return)
    press(key, held)


def names(lines) -> list[str]:
    return [line.command.name for line in lines if line.command]


def test_every_command_is_listed_under_its_menu(qapp):
    lines = key_lines("", {})
    assert sorted(names(lines)) == sorted(command.name for command in COMMANDS)
    assert [line.title for line in lines if line.command is None][:3] == ["Library", "Edit", "Go"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("swap", ["swap_panes"]),
        ("F8", ["swap_panes"]),
        ("ctrl+shift+v", ["paste_article"]),
        ("Ctrl Shift V", ["paste_article"]),
        ("v", ["cycle_marks"]),
        ("qqqq", []),
    ],
)
def test_commands_are_found_by_their_words_and_by_a_key(qapp, typed, found):
    assert set(found) <= set(names(key_lines(typed, {})))
    assert bool(found) == bool(key_lines(typed, {}))


def test_a_key_of_the_reader_s_is_found_and_marked_in_words(qapp):
    (line,) = [line for line in key_lines("F2", {"untag": ("F2",)}) if line.command]
    assert (line.command.name, line.keys, line.detail) == (
        "untag",
        ("F2",),
        "in the panes · changed",
    )


def test_enter_in_the_filter_and_one_key_change_a_command(make):
    dialog = make()
    QTest.keyClicks(dialog._field, "swap")
    press(Key.Key_Return)
    press(Key.Key_F2)
    assert dialog.results == [{"swap_panes": ("F2",)}]
    assert "“Swap the panes” now has F2." in dialog._said.text()
    assert dialog._field.hasFocus()


def test_arrows_in_the_filter_move_the_selection_past_the_names_of_menus(make):
    dialog = make()
    seen = []
    for _step in range(len(COMMANDS) + 10):
        seen.append(dialog._list.command().name)
        press(Key.Key_Down)
    assert list(dict.fromkeys(seen)) == names(key_lines("", {}))


def test_a_double_click_waits_for_a_key(make):
    dialog = make()
    dialog._list.select("open_sample")
    rect = dialog._list.visualRect(dialog._list.currentIndex())
    QTest.mouseClick(dialog._list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(dialog._list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert dialog._strip.capture.hasFocus()
    press(Key.Key_F4)
    assert dialog.results == [{"open_sample": ("F4",)}]
    assert dialog._list.hasFocus()


def test_what_is_held_is_shown_before_the_key_comes(make):
    dialog = make()
    press(Key.Key_Return)
    capture = dialog._strip.capture
    QTest.keyPress(capture, Key.Key_Control, CTRL)
    assert capture.shown() == "Ctrl …"
    QTest.keyPress(capture, Key.Key_Shift, CTRL | SHIFT)
    assert capture.shown() == "Ctrl Shift …"
    assert dialog.results == []


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Space, Key.Key_Return, Key.Key_Up])
def test_keys_that_steer_other_dialogs_are_captured(make, key):
    dialog = make()
    change(dialog, "edit_note", key)
    if dialog._strip.is_asking():  # where the key is some other command's
        dialog._strip._take.click()
    assert len(dialog.results) == 1
    assert "edit_note" in dialog.results[0]


def test_a_held_key_counts_once(make):
    dialog = make()
    dialog._list.select("edit_note")
    press(Key.Key_Return)
    again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, NONE, "\r", True)
    QApplication.sendEvent(dialog._strip.capture, again)
    assert dialog._strip.capture.hasFocus()
    assert dialog.results == []


def test_escape_leaves_the_command_as_it_is_and_the_dialog_open(make):
    dialog = make()
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.results == []
    assert dialog._field.hasFocus()
    press(Key.Key_Escape)
    assert dialog.isHidden()


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Delete])
def test_backspace_and_delete_take_the_keys_away(make, key):
    dialog = make()
    change(dialog, "undo", key)
    assert dialog.results == [{"undo": ()}]
    assert "“Undo” now has no key." in dialog._said.text()


def test_in_the_list_insert_adds_and_delete_takes_away(make):
    dialog = make()
    dialog._list.select("undo")
    dialog._list.setFocus()
    press(Key.Key_Insert)
    press(Key.Key_F2)
    assert dialog.results[-1] == {"undo": ("Ctrl+Z", "F2")}
    press(Key.Key_Delete)
    assert dialog.results[-1] == {"undo": ()}


def test_letters_in_the_list_go_to_the_filter(make):
    dialog = make()
    dialog._list.setFocus()
    press(Key.Key_S)
    assert dialog._field.text() == "s"
    assert dialog._field.hasFocus()


def test_a_clash_names_the_other_command_and_enter_leaves_it(make):
    dialog = make()
    change(dialog, "untag", Key.Key_V)
    assert dialog._said.text() == (
        "V already stands for “Marks: quiet, standard, all” in the panes."
    )
    press(Key.Key_Return)
    assert dialog.results == []
    assert not dialog._strip.is_asking()


def test_a_key_can_be_taken_from_the_other_command(make):
    dialog = make()
    change(dialog, "untag", Key.Key_V)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert dialog.results == [{"untag": ("V",), "cycle_marks": ()}]
    assert "“Marks: quiet, standard, all” no longer has V." in dialog._said.text()


def test_escape_leaves_a_clash_as_it_was(make):
    dialog = make()
    change(dialog, "untag", Key.Key_V)
    press(Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.results == []


@pytest.mark.parametrize(
    ("key", "held", "words"),
    [
        (Key.Key_J, NONE, "while typing"),
        (Key.Key_F, ALT, "opens a menu"),
        (Key.Key_At, NONE, "AltGr"),
        (Key.Key_E, CTRL | ALT, "AltGr"),
        (Key.Key_F4, ALT, "system"),
    ],
)
def test_a_refused_key_is_explained_and_another_can_be_pressed(make, key, held, words):
    dialog = make()
    change(dialog, "undo", key, held)
    assert words in dialog._said.text()
    assert dialog.results == []
    press(Key.Key_F2)
    assert dialog.results == [{"undo": ("F2",)}]


def test_whatever_altgr_types_is_refused(make):
    dialog = make()
    dialog._list.select("edit_note")
    press(Key.Key_Return)
    send(dialog, QEvent.Type.KeyPress, Key.Key_AltGr)
    press(Key.Key_Q)
    assert "AltGr" in dialog._said.text()
    send(dialog, QEvent.Type.KeyRelease, Key.Key_AltGr)
    press(Key.Key_F2)
    assert dialog.results == [{"edit_note": ("F2",)}]


def test_a_dead_key_is_refused(make):
    dialog = make()
    dialog._list.select("edit_note")
    press(Key.Key_Return)
    send(dialog, QEvent.Type.KeyPress, Key.Key_Dead_Circumflex)
    assert "cannot be told from others" in dialog._said.text()
    assert dialog._strip.capture.hasFocus()


def test_the_same_key_once_more_says_so(make):
    dialog = make()
    change(dialog, "undo", Key.Key_Z, CTRL)
    assert "Ctrl Z is its key already" in dialog._said.text()
    assert dialog.results == []


def test_a_digit_taken_from_its_tag_is_pointed_out(make):
    dialog = make()
    change(dialog, "untag", Key.Key_3)
    dialog._strip._take.click()
    assert "The palette still shows 3 beside a tag" in dialog._said.text()


def test_one_command_gets_its_standard_keys_back_and_takes_them_where_they_are(make):
    dialog = make({"untag": ("V",), "cycle_marks": ("F2",)})
    dialog._list.select("cycle_marks")
    dialog._strip._standard.click()
    assert "V already stands for “Untag”" in dialog._said.text()
    dialog._strip._take.click()
    assert dialog.results == [{"untag": ()}]
    assert not dialog._strip._standard.isEnabled()


def test_all_standard_keys_come_back_and_that_can_be_undone(make):
    dialog = make({"untag": ("F2",)})
    dialog._reset.click()
    assert dialog.results == [{}]
    assert not dialog._reset.isEnabled()
    dialog._list.setFocus()
    press(Key.Key_Z, CTRL)
    assert dialog.results[-1] == {"untag": ("F2",)}
    assert not dialog._undo.isEnabled()


def test_going_elsewhere_leaves_the_command_as_it_is(make):
    dialog = make()
    press(Key.Key_Return)
    dialog._field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not dialog._strip.is_asking()
    assert dialog.results == []


def test_the_list_does_not_move_when_a_key_changes(make):
    dialog = make()
    dialog._list.select("quit")
    bar = dialog._list.verticalScrollBar()
    bar.setValue(5)
    change(dialog, "quit", Key.Key_F4)
    assert len(dialog.results) == 1
    assert bar.value() == 5


def test_a_filter_that_finds_nothing_says_so_and_enter_does_nothing(make):
    dialog = make()
    QTest.keyClicks(dialog._field, "qqqq")
    assert dialog._nothing.isVisible()
    press(Key.Key_Return)
    assert not dialog._strip.is_asking()


def test_keys_that_clash_from_the_start_are_told(make):
    dialog = make({"untag": ("V",)})
    assert dialog._said.text().startswith("V stands for “")
    assert dialog._said.text().endswith("neither works.")


def test_a_screen_reader_hears_command_keys_and_place(make):
    dialog = make({"select_next": ()})
    model = dialog._list.model()
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(9)]
    assert said[:2] == ["Library", "Open a folder…: Ctrl O"]
    assert "Next article: no key, in the list, changed" in [
        text.replace(" · ", ", ") for text in said
    ]
    press(Key.Key_Return)
    interface = QAccessible.queryAccessibleInterface(dialog._strip.capture)
    assert "Press the key for “Open a folder…”" in interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_row_and_page_is_drawn(make, caplog, theme, scale):
    dialog = make({"next_passage": ("Ctrl+Shift+F12", "Ctrl+Alt+Home", "J", "X")}, theme, scale)
    with caplog.at_level(logging.ERROR):
        dialog._list.select("next_passage")
        assert not dialog.grab().isNull()
        press(Key.Key_Return)
        assert not dialog.grab().isNull()
    assert caplog.records == []
    assert dialog.width() <= dialog.screen().availableSize().width()
    row = dialog._list.currentIndex()
    assert row.data(LINE_ROLE).keys[0] == "Ctrl Shift F12"


@pytest.mark.parametrize(
    ("key", "held", "text", "portable"),
    [
        (Key.Key_J, NONE, "j", "J"),
        (Key.Key_J, SHIFT, "J", "Shift+J"),
        (Key.Key_Question, SHIFT, "?", "?"),
        (Key.Key_Plus, CTRL | SHIFT, "+", "Ctrl++"),
        (Key.Key_1, SHIFT, "1", "1"),
        (Key.Key_5, Modifier.KeypadModifier, "5", "5"),
        (Key.Key_Enter, Modifier.KeypadModifier, "\r", "Return"),
        (Key.Key_Space, SHIFT, " ", "Shift+Space"),
        (Key.Key_Backtab, SHIFT, "", "Shift+Backtab"),
        (Key.Key_PageDown, CTRL, "", "Ctrl+PgDown"),
        (0x0416, NONE, "ж", "Ж"),
        (Key.Key_Dead_Acute, NONE, "", ""),
        (Key.Key_unknown, NONE, "", ""),
        (0, NONE, "", ""),
    ],
)
def test_a_pressed_key_is_named_as_in_the_table(qapp, key, held, text, portable):
    assert key_of(QKeyEvent(QEvent.Type.KeyPress, int(key), held, text)) == portable


def test_the_number_row_gives_its_digit_where_it_types_a_sign(qapp, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    ampersand = QKeyEvent(QEvent.Type.KeyPress, int(Key.Key_Ampersand), NONE, 10, 0, 0, "&")
    assert key_of(ampersand) == "1"
