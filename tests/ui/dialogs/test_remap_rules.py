import pytest

from diptych.ui.commands import COMMANDS, Context, keys_of
from diptych.ui.dialogs.remap_rules import (
    Refusal,
    applied,
    change,
    chord,
    digits_astray,
    has_key,
    refusal,
    with_another_key,
    with_first_key,
)

NAMED = {command.name: command for command in COMMANDS}
FIND = NAMED["find_here"]  # everywhere
PASSAGE = NAMED["next_passage"]  # in the panes: J, Down
ARTICLE = NAMED["select_next"]  # in the list: J, Down
OPEN = NAMED["open_selected"]  # in the list: Return, Enter


def moved(name, *keys, chosen=None):
    """The reader's own keys after a command was put on ``keys``."""
    chosen = chosen or {}
    return applied(change(NAMED[name], keys, chosen), chosen)


def losses(change):
    return [(key, other.name) for key, other in change.losses]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Escape", "Esc"),
        ("Return", "Enter"),
        ("Ctrl+Shift+Z", "Shift+Ctrl+z"),
        ("Ctrl++", "ctrl++"),
    ],
)
def test_one_key_may_be_spelled_in_two_ways(one, other):
    assert chord(one) == chord(other)


@pytest.mark.parametrize(
    ("one", "other"), [("J", "Shift+J"), ("Ctrl++", "Ctrl+-"), ("+", "Ctrl++"), ("Ctrl+=", "=")]
)
def test_what_is_held_makes_another_key(one, other):
    assert chord(one) != chord(other)


def test_every_standard_key_is_one_that_its_command_may_have():
    refused = [
        (command.name, key)
        for command in COMMANDS
        for key in command.keys
        if refusal(command, key) is not None
    ]
    assert refused == []


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("J", Refusal.TYPING),
        ("Shift+J", Refusal.TYPING),
        ("5", Refusal.TYPING),
        ("?", Refusal.TYPING),
        ("Space", Refusal.TYPING),
        ("Return", Refusal.TYPING),
        ("Shift+End", Refusal.TYPING),
        ("@", Refusal.ALT_GR),
        ("Ctrl+\\", Refusal.ALT_GR),
        ("Ctrl+Alt+E", Refusal.ALT_GR),
        ("Alt+F", Refusal.MENU),
        ("Alt+Shift+É", Refusal.MENU),
        ("F10", Refusal.MENU),
        ("Alt+F4", Refusal.SYSTEM),
        ("Shift+Backtab", Refusal.SYSTEM),
        ("Meta+K", Refusal.SYSTEM),
        ("Ctrl+Esc", Refusal.SYSTEM),
        ("", Refusal.UNKNOWN),
        ("Ctrl+K", None),
        ("Ctrl++", None),
        ("Ctrl+Shift+5", None),
        ("F5", None),
        ("Alt+Left", None),
        ("Ctrl+Alt+Left", None),
    ],
)
def test_a_command_that_acts_everywhere_has_keys_that_nobody_types(key, reason):
    assert refusal(FIND, key) is reason


@pytest.mark.parametrize("key", ["X", "Shift+X", "5", "Space", "Tab", "Return", "Ctrl+Alt+Home"])
@pytest.mark.parametrize("command", [PASSAGE, ARTICLE, NAMED["show_keys"]])
def test_in_list_and_panes_single_keys_are_allowed(command, key):
    assert refusal(command, key) is None


def test_the_same_key_in_another_place_is_no_clash():
    assert losses(change(NAMED["toggle_star"], ("V",), {})) == []


def test_a_key_of_everywhere_clashes_with_every_place():
    wanted = change(FIND, ("Ctrl+J",), {})
    assert losses(wanted) == [("Ctrl+J", "next_untagged")]
    assert applied(wanted, {}) == {"find_here": ("Ctrl+J",), "next_untagged": ()}


def test_a_key_of_list_and_panes_is_taken_from_both():
    wanted = change(NAMED["show_keys"], ("J",), {})
    assert losses(wanted) == [("J", "select_next"), ("J", "next_passage")]
    chosen = applied(wanted, {})
    assert chosen["select_next"] == chosen["next_passage"] == ("Down",)


def test_what_was_chosen_before_counts_and_not_the_table():
    chosen = moved("cycle_marks", "F2")
    assert losses(change(PASSAGE, ("V",), chosen)) == []
    assert losses(change(PASSAGE, ("F2",), chosen)) == [("F2", "cycle_marks")]


def test_after_any_change_no_key_means_two_things():
    chosen = {}
    for command in COMMANDS:
        key = "Ctrl+Y" if command.context is Context.EVERYWHERE else "Y"
        chosen = applied(change(command, (key,), chosen), chosen)
        places = set(command.context.places)
        for other in COMMANDS:
            if other is not command and places & set(other.context.places):
                assert not has_key(other, key, chosen)
        assert keys_of(command, chosen) == (key,)


def test_a_new_first_key_leaves_the_others_and_another_one_is_put_last():
    assert with_first_key(PASSAGE, "X", {}) == ("X", "Down")
    assert with_another_key(PASSAGE, "X", {}) == ("J", "Down", "X")
    assert with_first_key(NAMED["open_sample"], "F4", {}) == ("F4",)


def test_the_two_enter_keys_go_together():
    assert with_first_key(OPEN, "X", {}) == ("X",)
    assert change(OPEN, ("X", "Return"), {}).keys == ("X", "Return", "Enter")
    assert losses(change(ARTICLE, ("Return",), {})) == [("Return", "open_selected")]
    assert moved("select_next", "Return")["open_selected"] == ()


def test_what_is_as_in_the_table_is_not_kept_as_the_reader_s_own():
    chosen = moved("next_passage", "X")
    assert chosen == {"next_passage": ("X",)}
    assert moved("next_passage", "Down", "J", chosen=chosen) == {}


def test_taking_all_keys_away_is_kept():
    assert moved("untag") == {"untag": ()}


def test_digits_that_no_longer_tag_are_told():
    assert digits_astray({}) == []
    assert digits_astray(moved("cycle_marks", "3")) == ["3"]
    assert digits_astray(moved("toggle_star", "3")) == []
