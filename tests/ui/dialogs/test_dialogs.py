import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from diptych.settings import ThemeChoice
from diptych.ui.actions import translated
from diptych.ui.commands import COMMANDS
from diptych.ui.dialogs.about import LIBRARIES, AboutDialog, version_of
from diptych.ui.dialogs.key_groups import KeyGroup, KeyRow, _joined, key_groups
from diptych.ui.dialogs.keys import KeySheet, balanced, columns_in
from diptych.ui.dialogs.manual import ManualDialog, manual_markdown
from diptych.ui.dialogs.preferences import MarkChoice, Preferences, PreferencesDialog
from diptych.ui.styling.cap_row import CapRow
from diptych.ui.theme import load_theme

PREFERENCES = Preferences(
    ThemeChoice.DARK,
    1.3,
    (MarkChoice("names", "Names"), MarkChoice("tags", "Tags", shown=False)),
    creator="Ann",
    login="ann",
    last_library="strait",
)


@pytest.fixture
def theme(qapp):
    return load_theme("light")


@pytest.fixture
def preferences(qtbot, theme):
    dialog = PreferencesDialog(PREFERENCES, theme)
    qtbot.addWidget(dialog)
    return dialog


def rows(groups) -> list[KeyRow]:
    return [row for group in groups for row in group.rows]


def test_every_command_with_a_key_is_on_the_sheet(qapp):
    labels = {row.label for row in rows(key_groups({}))}
    for command in COMMANDS:
        if command.keys and not command.name.startswith("apply_tag_"):
            assert translated(command) in labels, command.name


def test_the_digits_of_the_palette_share_a_row(qapp):
    digits = [row for row in rows(key_groups({})) if "–" in row.keys]
    assert digits == [KeyRow(("1", "–", "9"), "Tag with palette tag 1–9")]


def test_a_series_is_told_wherever_a_language_puts_the_digit():
    series = [KeyRow((digit,), f"Schlagwort {digit} vergeben") for digit in "123"]
    assert _joined(series) == KeyRow(("1", "–", "3"), "Schlagwort 1–3 vergeben")


def test_a_digit_that_was_changed_or_removed_is_not_among_the_series(qapp):
    found = rows(key_groups({"apply_tag_2": (), "apply_tag_8": ("F8",)}))
    tags = [row for row in found if row.label.startswith("Tag with palette tag")]
    assert tags == [
        KeyRow(("1",), "Tag with palette tag 1"),
        KeyRow(("3", "–", "7"), "Tag with palette tag 3–7"),
        KeyRow(("F8",), "Tag with palette tag 8"),
        KeyRow(("9",), "Tag with palette tag 9"),
    ]


def test_remapped_and_removed_keys_are_shown_as_they_are(qapp):
    groups = key_groups({"untag": ("F2",), "edit_note": ()})
    found = {row.label: row.keys for row in rows(groups)}
    assert found["Untag"] == ("F2",)
    assert "Note…" not in found


def test_columns_hold_every_row_once_and_none_is_much_longer():
    groups = [KeyGroup(str(n), tuple(KeyRow((f"{n}{r}",), "") for r in range(20))) for n in (1, 2)]
    columns = balanced(groups, 3)
    shown = [row for column in columns for row in rows(column)]
    assert shown == rows(groups)
    lengths = [len(rows(column)) for column in columns]
    assert max(lengths) - min(lengths) <= 6


def test_a_narrow_screen_has_fewer_columns():
    assert [columns_in(width, 13.0) for width in (300, 800, 1366, 3840)] == [1, 2, 3, 3]
    assert columns_in(1366, 26.0) == 1


def test_the_sheet_of_keys_shows_caps_beside_their_words(qtbot, theme):
    sheet = KeySheet(theme, {})
    qtbot.addWidget(sheet)
    caps = {row.accessibleDescription(): row.keys() for row in sheet.findChildren(CapRow)}
    assert caps["Undo"] == ("Ctrl Z",)
    titles = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Everywhere", "In the list", "Reading", "Tagging"} <= titles
    assert not sheet.grab().isNull()


def test_the_form_says_what_it_was_given(preferences):
    assert preferences.preferences() == PREFERENCES


def test_what_is_changed_comes_back_once(qtbot, preferences):
    preferences._theme.choose([ThemeChoice.CONTRAST])
    preferences._marks.choose(["tags"])
    preferences._creator.setText("  ")
    preferences._start.choose(["sample"])
    with qtbot.waitSignal(preferences.chosen) as chosen:
        preferences.accept()
    assert chosen.args == [
        replace(
            PREFERENCES,
            theme=ThemeChoice.CONTRAST,
            marks=(MarkChoice("names", "Names", shown=False), MarkChoice("tags", "Tags")),
            creator="",
            starts_with_sample=True,
        )
    ]


def test_nothing_comes_back_where_nothing_was_changed_or_the_form_was_left(qtbot, preferences):
    with qtbot.assertNotEmitted(preferences.chosen):
        preferences.accept()
        preferences._creator.setText("Bo")
        preferences.reject()


def test_the_manual_has_the_keys_in_force(qtbot, theme):
    text = manual_markdown({"swap_panes": ("Ctrl+F8",)})
    assert text.startswith("# Diptych")
    assert "| **Ctrl F8** | Swap the panes |" in text
    dialog = ManualDialog(text, theme)
    qtbot.addWidget(dialog)
    assert not dialog.grab().isNull()


def test_about_names_every_library_that_the_program_needs(qtbot, theme):
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    needed = {
        re.split(r"[\[<>=~! ;]", line, maxsplit=1)[0].lower()
        for line in project["project"]["dependencies"]
    }
    named = {name.lower() for name, _licence in LIBRARIES}
    assert needed - named == set()
    dialog = AboutDialog(theme)
    qtbot.addWidget(dialog)
    assert version_of("no-such-library-anywhere") == ""


def test_the_sheet_of_keys_leads_to_changing_them(qtbot, theme):
    sheet = KeySheet(theme, {})
    qtbot.addWidget(sheet)
    sheet.show()
    (button,) = [one for one in sheet.findChildren(QPushButton) if "Change" in one.text()]
    with qtbot.waitSignal(sheet.change_wanted):
        button.click()
    assert sheet.isHidden()
