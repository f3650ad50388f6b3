"""The library's list with 100,000 rows: when it is first seen, and how it jumps."""

import time

import pytest
from PySide6.QtWidgets import QApplication

from diptych.model.listing import Entry
from diptych.ui.panels.library import LibraryPanel
from diptych.ui.panels.rows import ArticleRow, StoryRow
from diptych.ui.panels.search import SearchField
from diptych.ui.styling import apply_theme
from diptych.ui.theme import load_fonts, load_theme

ROWS = 100_000
FIRST_PAINT_SECONDS = 0.3
JUMP_SECONDS = 0.002
"""Of finding the place; painting is on top, and is not ours alone."""


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


def seconds(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def test_a_hundred_thousand_rows_are_seen_at_once(panel):
    rows = library()

    def shown():
        panel.show_rows(rows)
        panel.list.viewport().repaint()

    first = min(seconds(shown) for _ in range(3))
    print(f"\n100,000 rows to first paint: {first * 1000:.0f} ms")
    assert first <= FIRST_PAINT_SECONDS


def test_jumps_and_steps_do_not_depend_on_the_length(panel, qtbot):
    panel.show_rows(library())
    panel.list.viewport().repaint()
    bar = panel.list.verticalScrollBar()
    model = panel.list.model()

    def jump(row):
        panel.list.setCurrentIndex(model.index(row, 0))

    jumps = sorted(seconds(lambda row=row: jump(row)) for row in range(1, ROWS, ROWS // 50))
    frames = []
    for value in range(0, bar.maximum(), bar.maximum() // 50):
        bar.setValue(value)
        frames.append(seconds(panel.list.viewport().repaint))
    frames.sort()
    print(f"\njump: {jumps[25] * 1000:.2f} ms, frame: {frames[25] * 1000:.2f} ms")
    assert jumps[25] <= JUMP_SECONDS


def test_rows_that_come_in_are_taken_over_while_reading(panel):
    rows = library()
    panel.show_rows(rows[: ROWS // 2])
    panel.select_path("folder/040001.txt")
    taken = min(seconds(lambda: panel.show_rows(list(rows))) for _ in range(3))
    print(f"\n100,000 rows replaced, selection kept: {taken * 1000:.0f} ms")
    assert taken <= FIRST_PAINT_SECONDS
    assert panel.selected_path() == "folder/040001.txt"
