"""The library's list with 100,000 rows: when it is first seen, and how it jumps."""

from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from diptych.model.listing import Entry
from diptych.text.spans import Span
from diptych.ui.panels.library import LibraryPanel
from diptych.ui.panels.rows import ArticleRow, StoryRow
from diptych.ui.panels.search import SearchField
from diptych.ui.panels.tags import TagsPage
from diptych.ui.panels.values import TaggedPassage
from diptych.ui.styling import apply_theme
from diptych.ui.theme import load_fonts, load_theme

ROWS = 100_000
FIRST_PAINT_SECONDS = 0.3
JUMP_SECONDS = 0.002
FRAME_SECONDS = 0.016
RETAG_SECONDS = 0.1


def library() -> list:
    rows: list = []
    for number in range(ROWS):
        if number % 10 == 0:
            rows.append(StoryRow(f"Story {number // 10}", "9 accounts · 4 texts"))
            continue
        entry = Entry(
            f"folder/{number:06}.txt",
            f"Headline {number} of an article that is long enough for two lines of the list",
            f"Outlet {number % 40}",
            "2022-02-14T19:24",
            quotations=number % 17,
            tags=number % 3,
        )
        rows.append(ArticleRow(entry))
    return rows


@pytest.fixture
def panel(qtbot):
    load_fonts()
    theme = load_theme("light")
    apply_theme(QApplication.instance(), theme)
    search = SearchField(theme)
    panel = LibraryPanel(theme, search)
    qtbot.addWidget(search)
    qtbot.addWidget(panel)
    panel.resize(304, 900)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_hundred_thousand_rows_are_seen_at_once(panel, benchmark, goal):
    rows = library()

    def shown():
        panel.show_rows(rows)
        panel.list.viewport().repaint()

    benchmark.pedantic(shown, rounds=3)
    goal("seconds", benchmark.stats.stats.min, at_most=FIRST_PAINT_SECONDS)


def test_a_jump_does_not_depend_on_the_length(panel, benchmark, goal):
    panel.show_rows(library())
    panel.list.viewport().repaint()
    model, rows = panel.list.model(), cycle(range(1, ROWS, ROWS // 53))
    benchmark.pedantic(lambda: panel.list.setCurrentIndex(model.index(next(rows), 0)), rounds=50)
    goal("seconds", benchmark.stats.stats.median, at_most=JUMP_SECONDS)


def test_a_frame_while_scrolling_does_not_depend_on_the_length(panel, benchmark, goal):
    panel.show_rows(library())
    panel.list.viewport().repaint()
    bar = panel.list.verticalScrollBar()
    places = cycle(range(0, bar.maximum(), bar.maximum() // 53))

    def frame():
        bar.setValue(next(places))
        panel.list.viewport().repaint()

    benchmark.pedantic(frame, rounds=50)
    goal("seconds", benchmark.stats.stats.median, at_most=FRAME_SECONDS)


def test_rows_that_come_in_are_taken_over_while_reading(panel, benchmark, goal):
    rows = library()
    panel.show_rows(rows[: ROWS // 2])
    panel.select_path("folder/040001.txt")
    benchmark.pedantic(lambda: panel.show_rows(list(rows)), rounds=3)
    goal("seconds", benchmark.stats.stats.min, at_most=FIRST_PAINT_SECONDS)
    assert panel.selected_path() == "folder/040001.txt"


def test_two_thousand_tagged_passages_are_listed_anew_after_each_tag(qtbot, benchmark, goal):
    theme = load_theme("light")
    apply_theme(QApplication.instance(), theme)
    page = TagsPage(theme)
    qtbot.addWidget(page)
    page.resize(290, 700)
    with qtbot.waitExposed(page):
        page.show()
    passages = [
        TaggedPassage(
            str(number),
            Span(number * 80, number * 80 + 70),
            f"Passage {number}, which is long enough for two lines of the inspector's page",
            ("Threat", "Hedged")[: 1 + number % 2],
            ("#b35900", "#1e7a4c")[: 1 + number % 2],
        )
        for number in range(2000)
    ]
    page.show_passages(passages)
    counts = cycle(range(1999, 1000, -1))
    benchmark.pedantic(lambda: page.show_passages(passages[: next(counts)]), rounds=10)
    goal("seconds", benchmark.stats.stats.median, at_most=RETAG_SECONDS)
