"""Every panel takes a new theme while it is open: none keeps a colour of the old one."""

import pytest
from PySide6.QtGui import QColor, QImage
from tests.ui.panels.samples import two_stories

from diptych.model.annotation import Tag
from diptych.model.reading import EntityKind
from diptych.text.spans import Span
from diptych.ui.panels.inspector import Inspector
from diptych.ui.panels.library import LibraryPanel
from diptych.ui.panels.messages import Message, MessageBar, MessageKind
from diptych.ui.panels.note_editor import NoteEditor
from diptych.ui.panels.rail import Rail, RailAccount
from diptych.ui.panels.search import SearchField
from diptych.ui.panels.status import StatusLine
from diptych.ui.panels.tagging import TagStrip
from diptych.ui.panels.topbar import TopBar
from diptych.ui.panels.values import Account, GivenValue, Name, PassageAccounts, ShownFigure
from diptych.ui.styling import apply_theme
from diptych.ui.theme import load_theme


def library(theme):
    panel = LibraryPanel(theme, SearchField(theme))
    panel.show_rows(two_stories())
    panel.select_path("a.txt")
    return panel


def inspector(theme):
    inspector = Inspector(theme)
    inspector.set_palette([Tag("Threat", key="1")])
    account = Account("a", "EGN", "reference", "carry on", Span(0, 8), is_reference=True)
    inspector.accounts.show_accounts(PassageAccounts((account,), "1 of 1"))
    return inspector


def names(theme):
    inspector = Inspector(theme)
    inspector.names.show_names([Name("1", EntityKind.PLACE, "Sarovia", ("Sarovia",), 2)])
    inspector.show_page("names")
    return inspector


def numbers(theme):
    inspector = Inspector(theme)
    value = GivenValue("a", "EGN", Span(0, 2), "17")
    inspector.numbers.show_figures([ShownFigure("crew", "differ", differs=True, values=(value,))])
    inspector.show_page("numbers")
    return inspector


def top_bar(theme):
    bar = TopBar(theme, SearchField(theme))
    bar.set_story("The strait", "3 accounts")
    bar.set_marks("all")
    return bar


def rail(theme):
    rail = Rail(theme)
    rail.show_accounts([RailAccount("a", "EGN", "One")])
    return rail


def message(theme):
    bar = MessageBar(theme)
    bar.show_message(Message(MessageKind.WARNING, "Three tags moved."))
    return bar


def strip(theme):
    strip = TagStrip(theme)
    strip.open_with([Tag("Threat"), Tag("Wire")])
    return strip


def editor(theme):
    editor = NoteEditor(theme)
    editor.open_with("p", "a note", "the passage")
    return editor


MAKERS = [library, inspector, names, numbers, top_bar, rail, message, strip, editor, StatusLine]


def share_of_light(picture: QImage) -> float:
    """How much of the picture is closer to white than to black."""
    small = picture.scaled(60, 60)
    light = [QColor(small.pixel(x, y)).lightnessF() > 0.5 for x in range(60) for y in range(60)]
    return sum(light) / len(light)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_panel_changes_its_theme_while_it_is_open(qapp, theme, painted, make):
    panel = make(theme)
    assert share_of_light(painted(panel)) > 0.8
    dark = load_theme("dark")
    apply_theme(qapp, dark)
    panel.set_theme(dark)
    assert share_of_light(painted(panel)) < 0.2
