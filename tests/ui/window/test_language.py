"""Nothing in the window is left in English where the person reads German."""

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)


def shown_texts(top: QWidget) -> Iterator[str]:
    """What a person reads or hears of a window and of everything in it."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(index) for index in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from told_rows(widget)
    yield from (action.text() for action in top.findChildren(QAction))


def told_rows(view: QAbstractItemView) -> Iterator[str]:
    roles = Qt.ItemDataRole
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            yield from re.split(r", | · ", str(index.data(role) or ""))


def english_only(collected) -> re.Pattern[str]:
    """Matches every English text that reads otherwise in German."""
    sources = {
        translation.text.source
        for translation in collected.translations(collected.SOURCES / "diptych_de.ts")
        if translation.text.source not in translation.forms and "{" not in translation.text.source
    }
    return re.compile("|".join(re.escape(source).replace("%n", r"\d+") for source in sources))


def still_english(top: QWidget, collected) -> set[str]:
    pattern = english_only(collected)
    return {text for text in shown_texts(top) if pattern.fullmatch(text)}


def test_the_window_has_no_english_left(german, window, collected):
    window.reading.open("northern-courier-strait-talks.txt", other=False)
    window.reading.open("daily-relay-sarovia-negotiations.txt", other=True)
    for name in ("next_passage", "next_speech", "apply_tag_1", "find_here", "pick_tag"):
        window.actions_made.run(name)
    assert still_english(window, collected) == set()


def test_the_dialogs_have_no_english_left(german, window, collected):
    for name in ("show_palette", "show_preferences", "show_keys", "show_about"):
        window.actions_made.run(name)
        (dialog,) = [found for found in window.findChildren(QDialog) if found.isVisible()]
        assert still_english(dialog, collected) == set()
        dialog.close()


def test_english_is_found_where_it_is_left(window, collected):
    assert {"&Library", "Inspector", "Next article"} <= still_english(window, collected)
