"""A key that the reader changes holds at once, wherever keys act and are shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from diptych.settings import Settings
from diptych.ui.commands import Context
from diptych.ui.dialogs.keys import KeySheet
from diptych.ui.dialogs.remap import RemapDialog
from diptych.ui.panels.hints import KeyHint, hints_for
from diptych.ui.panels.rail import Badge

COURIER = "northern-courier-strait-talks.txt"


@pytest.fixture
def opened(qtbot, window):
    """The dialog, opened as the palette opens it."""

    def open_dialog() -> RemapDialog:
        window.actions_made.run("change_keys")
        (dialog,) = window.findChildren(RemapDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return open_dialog


def change(dialog, name, key) -> None:
    dialog._list.select(name)
    dialog._list.setFocus()
    QTest.keyClick(dialog._list, Qt.Key.Key_Return)
    QTest.keyClick(dialog._strip.capture, key)


def close(qtbot, window, dialog) -> None:
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def test_a_changed_key_acts_and_is_shown_and_saved_at_once(window, opened, keys, qtbot, saved):
    window.reading.open(COURIER, other=False)
    window.look.set_scale(1.3)
    dialog = opened()
    change(dialog, "next_passage", Qt.Key.Key_Z)
    assert saved[-1].keys == {"next_passage": ("Z", "Down")}
    assert saved[-1].text_scale == window.look.scale == 1.3
    assert KeyHint(("Z", "K"), "passage") in hints_for(Context.READING, window.settings.keys)
    close(qtbot, window, dialog)
    window.split.focus_side(0)
    before = window.split.passage(0)
    keys("Z")
    assert window.split.passage(0) != before


def test_what_was_changed_comes_back_at_the_next_start(make_window):
    window = make_window(Settings(keys={"untag": ("F2",), "undo": ()}))
    assert [one.toString() for one in window.actions_made["untag"].shortcuts()] == ["F2"]
    assert window.actions_made["undo"].shortcuts() == []


def test_the_sheet_of_keys_leads_to_changing_them(window, qtbot):
    window.actions_made.run("show_keys")
    (sheet,) = window.findChildren(KeySheet)
    sheet.change_wanted.emit()
    assert window.findChildren(RemapDialog)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_digit_does_what_the_reader_put_on_it_on_every_keyboard(
    make_window, story_library, hidden
):
    window = make_window(Settings(keys={"next_passage": ("1",), "apply_tag_1": ()}))
    window.open(story_library)
    window.reading.open(COURIER, other=False)
    before = window.split.passage(0)
    if hidden:  # as the pane tells of a key that types another sign
        window.split.digit_pressed.emit(1)
    else:
        QTest.keyClick(window.split.pane_widgets()[0], Qt.Key.Key_1)
    assert window.split.passage(0) != before
    assert window.parts.inspector.tags.passages() == []
    window.split.digit_pressed.emit(2)
    assert window.parts.inspector.tags.passages() != []


def test_sentences_and_tool_tips_name_the_reader_s_keys(make_window):
    window = make_window(
        Settings(
            keys={
                "open_selected": ("F4",),
                "pick_tag": (),
                "find_next": ("F5",),
                "toggle_library": (),
            }
        )
    )
    said = {label.text() for label in window.findChildren(QLabel)}
    assert any(text.startswith("Choose an article: F4 opens it") for text in said)
    assert any("“Pick or create a tag…” picks a tag." in text for text in said)
    tips = {button.toolTip() for button in window.parts.finder.findChildren(QToolButton)}
    assert tips == {"Previous hit  Shift F3", "Next hit  F5", "Close  Esc"}
    assert "Library" in {badge.toolTip() for badge in window.parts.rail.findChildren(Badge)}
