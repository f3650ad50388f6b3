import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from diptych.ui.actions import Actions, clashes
from diptych.ui.commands import COMMANDS, Context, Owner, When

ALT_GR_ONLY = set("@\\|{}[]~€")


class EveryMethod:
    """Has every command's method and remembers what was called."""

    def __init__(self):
        self.called = []

    def __getattr__(self, name):
        return lambda: self.called.append(name)


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.list, window.reader = QWidget(window), QWidget(window)
    window.owner = EveryMethod()
    window.made = Actions(
        dict.fromkeys(Owner, window.owner),
        {
            Context.LIST: [window.list],
            Context.READING: [window.reader],
            Context.BROWSING: [window.list, window.reader],
            Context.REVIEWING: [window.reader],
        },
        window,
    )
    qtbot.addWidget(window)
    return window


def test_names_are_unique():
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))


def test_no_key_means_two_things_in_one_place(qapp):
    assert clashes({}) == []


def test_a_clash_that_the_reader_makes_is_found(qapp):
    found = clashes({"cycle_marks": ("J",)})
    assert [(key, {first.name, second.name}) for key, first, second in found] == [
        ("J", {"next_passage", "cycle_marks"})
    ]


def test_every_key_is_one_that_qt_knows(qapp):
    for command in COMMANDS:
        for key in command.keys:
            assert QKeySequence(key).toString(), (command.name, key)


def test_every_key_is_reached_without_altgr():
    for command in COMMANDS:
        for key in command.keys:
            assert not ALT_GR_ONLY & set(key), (command.name, key)


def test_single_letters_never_act_everywhere():
    for command in COMMANDS:
        if command.context is Context.EVERYWHERE:
            assert all(len(key) > 1 for key in command.keys), command.name


def test_alt_with_a_letter_stays_with_the_menus():
    for command in COMMANDS:
        for key in command.keys:
            assert not (key.startswith("Alt+") and len(key) == 5), command.name


def test_a_command_runs_its_owner_s_method(window):
    window.made.run("next_passage")
    assert window.owner.called == ["next_passage"]


def test_commands_without_their_object_are_disabled(window):
    window.made.set_available(frozenset({When.LIBRARY}))
    assert window.made["select_next"].isEnabled()
    assert not window.made["next_passage"].isEnabled()
    assert window.made["show_palette"].isEnabled()


def test_every_command_stands_in_a_menu(window):
    window.made.fill(window.menuBar())
    shown = {
        action.objectName()
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
    }
    assert shown == {command.name for command in COMMANDS}


def test_remapped_keys_replace_the_standard_ones(window):
    window.made.set_keys({"undo": ("Ctrl+U",), "redo": ()})
    assert window.made["undo"].shortcut().toString() == "Ctrl+U"
    assert window.made["redo"].shortcuts() == []
    window.made.set_keys({})
    assert window.made["redo"].shortcut().toString() == "Ctrl+Shift+Z"


def test_a_pressed_key_runs_the_command_that_has_it_in_the_panes(window):
    window.made.set_keys({"undo": ("1",), "apply_tag_1": (), "toggle_star": ("2",)})
    for key in ("1", "2", "Ctrl+J", "F12"):
        window.made.press(key)
    assert window.owner.called == ["undo", "apply_tag_2", "next_untagged"]
