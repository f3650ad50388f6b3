import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.note_editor import NoteEditor
from diptych.ui.panels.tag_choices import TagChoice, choices
from diptych.ui.panels.tagging import TagStrip

TAGS = [Tag("Threat", key="1"), Tag("Anonymous source"), Tag("Hedged statement"), Tag("Wire")]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, theme):
    """A window whose Escape is a shortcut, as the program's is."""
    window = QMainWindow()
    window.other = QLineEdit(window)
    window.setCentralWidget(QWidget(window))
    window.escaped = []
    shortcut = QShortcut(QKeySequence("Escape"), window)
    shortcut.activated.connect(lambda: window.escaped.append(True))
    qtbot.addWidget(window)
    window.resize(700, 500)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def strip(qtbot, theme, window):
    strip = TagStrip(theme, window)
    strip.open_with(TAGS)
    return strip


@pytest.fixture
def editor(qtbot, theme, window):
    editor = NoteEditor(theme, window)
    editor.open_with("as saved", None, "the passage")
    return editor


def names(found: list[TagChoice]) -> list[str]:
    return [choice.name for choice in found]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["Threat", "Anonymous source", "Hedged statement", "Wire"]),
        ("s", ["Anonymous source", "Hedged statement", "s"]),
        ("T", ["Threat", "Hedged statement", "T"]),
        ("ir", ["Wire", "ir"]),
        ("  wire ", ["Wire"]),
        ("new   name", ["new name"]),
    ],
)
def test_what_begins_with_the_letters_comes_first_and_a_new_tag_last(typed, offered):
    assert names(choices(typed, TAGS, [""] * 4)) == offered


def test_enter_applies_and_closes(qtbot, strip):
    qtbot.keyClicks(strip._field, "hed")
    with qtbot.waitSignal(strip.tag_chosen) as chosen, qtbot.waitSignal(strip.closed):
        qtbot.keyClick(strip._field, Qt.Key.Key_Return)
    assert chosen.args == ["Hedged statement", False]
    assert strip.isHidden()
    assert strip.typed() == ""


def test_control_enter_applies_and_stays(qtbot, strip):
    qtbot.keyClicks(strip._field, "wi")
    with qtbot.waitSignal(strip.tag_chosen) as chosen:
        qtbot.keyClick(strip._field, Qt.Key.Key_Return, CONTROL)
    assert chosen.args == ["Wire", True]
    assert strip.isVisible()
    assert names(strip.offered()) == names(choices("", TAGS, [""] * 4))


def test_arrows_choose_among_what_is_offered(qtbot, strip):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(strip._field, key)
    with qtbot.waitSignal(strip.tag_chosen) as chosen:
        qtbot.keyClick(strip._field, Qt.Key.Key_Return)
    assert chosen.args == ["Anonymous source", False]


def test_a_new_name_makes_a_new_tag(qtbot, strip):
    qtbot.keyClicks(strip._field, "Back translation")
    assert strip.offered()[-1].is_new
    with qtbot.waitSignal(strip.tag_chosen) as chosen:
        qtbot.keyClick(strip._field, Qt.Key.Key_Return)
    assert chosen.args == ["Back translation", False]


def test_escape_closes_the_strip_alone_and_loses_nothing(qtbot, window, strip):
    qtbot.keyClicks(strip._field, "Thr")
    with qtbot.waitSignal(strip.closed), qtbot.assertNotEmitted(strip.tag_chosen):
        qtbot.keyClick(strip._field, Qt.Key.Key_Escape)
    assert window.escaped == []
    strip.open_with(TAGS)
    assert strip.typed() == "Thr"
    assert strip._field.selectedText() == "Thr"


def test_leaving_the_strip_closes_it(qtbot, window, strip):
    qtbot.waitUntil(strip._field.hasFocus)
    with qtbot.waitSignal(strip.closed):
        window.other.setFocus()


def test_a_click_applies(qtbot, strip, painted):
    place = strip._list.visualRect(strip._list.model().index(1, 0)).center()
    with qtbot.waitSignal(strip.tag_chosen) as chosen:
        qtbot.mouseClick(strip._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["Anonymous source", False]


def test_the_strip_is_drawn(strip, painted):
    strip._field.setText("s")
    assert not painted(strip, 280, 220).isNull()


def test_control_enter_saves_the_note(qtbot, editor):
    qtbot.keyClicks(editor._text, " and more")
    with qtbot.waitSignals([editor.note_saved, editor.closed]):
        qtbot.keyClick(editor._text, Qt.Key.Key_Return, CONTROL)
    assert editor.isHidden()


def test_plain_enter_is_a_new_line(qtbot, editor):
    with qtbot.assertNotEmitted(editor.note_saved):
        qtbot.keyClick(editor._text, Qt.Key.Key_Return)
    assert editor._text.toPlainText() == "as saved\n"


def test_escape_leaves_the_strip_and_saves_nothing(qtbot, window, editor):
    qtbot.keyClicks(editor._text, "!")
    with qtbot.waitSignal(editor.closed), qtbot.assertNotEmitted(editor.note_saved):
        qtbot.keyClick(editor._text, Qt.Key.Key_Escape)
    assert window.escaped == []


def test_every_letter_is_handed_on_until_it_is_again_what_is_saved(qtbot, editor):
    handed = []
    editor.draft_changed.connect(handed.append)
    qtbot.keyClicks(editor._text, "!?")
    qtbot.keyClick(editor._text, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor._text, Qt.Key.Key_Backspace)
    assert handed == ["as saved!", "as saved!?", "as saved!", None]


def test_a_draft_is_shown_in_the_place_of_the_note_and_is_none_of_what_is_written(qtbot, editor):
    with qtbot.assertNotEmitted(editor.draft_changed):
        editor.open_with("another", "another that goes on", "")
    assert editor._text.toPlainText() == "another that goes on"
    assert editor._draft.isVisibleTo(editor)
    editor.open_with("as saved", None, "")
    assert not editor._draft.isVisibleTo(editor)


def test_closing_a_strip_that_is_closed_says_nothing(qtbot, editor):
    editor.close_strip()
    with qtbot.assertNotEmitted(editor.closed):
        editor.close_strip()
