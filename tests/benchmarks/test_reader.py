"""The reader against bare text views: opening, marking, scrolling with ribbons, huge articles.

Ratios come from one run on one machine and hold on any; the few absolute limits are what a person
feels: one frame, and no freeze.
"""

import random
import time
from collections.abc import Callable
from itertools import cycle
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget

from diptych.model.article import Article, Block, BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.text.spans import Span
from diptych.ui.reader.marks import MarkKind
from diptych.ui.reader.split import SplitView
from diptych.ui.theme import load_fonts, load_theme

FRAME_SECONDS = 0.016
MARKS_SECONDS = 0.005
RIBBONS = 22
SIZE = (1106, 858)


def article_of(paragraphs: int, words: int, path: str) -> Article:
    """Return an article of invented words, the same for the same path."""
    choice = random.Random(path)
    lines = [
        " ".join(
            choice.choice("harbour pilot strait talks ship Halvern".split()) for _ in range(words)
        )
        for _ in range(paragraphs)
    ]
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(path, "text/1", "\n".join(lines), tuple(blocks), sha256=path)


def marks_of(article: Article, count: int) -> list[tuple[Span, MarkKind]]:
    choice = random.Random(article.path)
    kinds = list(MarkKind)
    spans = []
    for number in range(count):
        block = article.blocks[number % len(article.blocks)].span
        start = choice.randrange(block.start, block.end - 8)
        spans.append((Span(start, start + choice.randrange(3, 8)), choice.choice(kinds)))
    return spans


def best_seconds(act: Callable[[], object], rounds: int) -> float:
    """Return how long ``act`` takes at best, after two rounds that do not count."""
    taken = []
    for _ in range(rounds + 2):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return min(taken[2:])


def fastest(benchmark) -> float:
    """Return the seconds of the best round: what else the machine does only adds to it."""
    return benchmark.stats.stats.min


@pytest.fixture
def split(qtbot):
    load_fonts()
    view = SplitView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(*SIZE)
    with qtbot.waitExposed(view):
        view.show()
    return view


class Bare(NamedTuple):
    """A window and its two text views."""

    window: QWidget
    views: list[QTextEdit]


@pytest.fixture
def bare(qtbot):
    """Two text views beside one another, as large as the reader's."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QHBoxLayout(window)
    for _ in range(2):
        view = QTextEdit()
        view.setFont(load_theme("light").reading_font())
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(view)
    window.resize(*SIZE)
    with qtbot.waitExposed(window):
        window.show()
    return Bare(window, window.findChildren(QTextEdit))


def test_an_article_is_painted_within_one_frame(split, benchmark, goal):
    articles = cycle([article_of(30, 24, "one"), article_of(30, 24, "two")])

    def opened():
        split.show_article(0, next(articles))
        split.side(0).repaint()

    benchmark(opened)
    goal("seconds", fastest(benchmark), at_most=FRAME_SECONDS)


def test_marks_of_an_article_stay_far_below_a_frame(split, benchmark, goal):
    article = article_of(30, 24, "one")
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    marks = cycle([marks_of(article, 150), []])
    benchmark(lambda: pane.set_marks(next(marks)))
    goal("seconds", fastest(benchmark), at_most=MARKS_SECONDS)


def test_five_thousand_marks_cost_little_more_than_the_formats_themselves(split, bare, benchmark):
    article = article_of(2000, 12, "long")
    split.show_article(0, article)
    pane = split.pane_widgets()[0]
    marks = marks_of(article, 5000)
    document = bare.views[0].document()
    document.setUndoRedoEnabled(False)
    document.setPlainText(article.text)
    document.documentLayout().documentSize()
    forms = {kind: QTextCharFormat() for kind in MarkKind}
    forms[MarkKind.DIRECT].setBackground(QColor("yellow"))
    forms[MarkKind.QUANTITY].setFontWeight(QFont.Weight.Bold)
    for kind in (MarkKind.PERSON, MarkKind.PLACE, MarkKind.ORGANISATION):
        forms[kind].setFontUnderline(True)

    def formatted():
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for span, kind in marks:
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(forms[kind])
        cursor.endEditBlock()

    def cleared():
        pane.set_marks(())
        return (marks,), {}

    peer = best_seconds(formatted, 5)
    benchmark.pedantic(pane.set_marks, setup=cleared, rounds=5)
    benchmark.extra_info["times bare formats"] = fastest(benchmark) / peer
    assert fastest(benchmark) <= 2 * peer


def test_a_frame_with_twenty_five_ribbons_costs_at_most_three_bare_ones(split, bare, benchmark):
    left, right = article_of(400, 7, "left"), article_of(400, 7, "right")
    split.show_article(0, left)
    split.show_article(1, right)
    links = tuple(
        Link(a.span, b.span, Relation.SAME, 0.9)
        for a, b in zip(left.blocks, right.blocks, strict=True)
    )
    split.show_alignment(Alignment("left", "right", links, (), ()))
    for number, article in enumerate((left, right)):
        split.side(number).pane.set_marks(marks_of(article, 400))
        bare.views[number].setPlainText(article.text)
        bare.views[number].document().documentLayout().documentSize()
    places = cycle(range(200, 3000, 7))
    bar = split.pane_widgets()[0].verticalScrollBar()

    def frame():
        bar.setValue(next(places))
        for pane in split.pane_widgets():
            pane.viewport().update()
        QApplication.processEvents()

    def bare_frame():
        place = next(places)
        for view in bare.views:
            view.verticalScrollBar().setValue(place)
            view.viewport().update()
        QApplication.processEvents()

    peer = best_seconds(bare_frame, 60)
    benchmark(frame)
    peer = min(peer, best_seconds(bare_frame, 60))
    benchmark.extra_info["ribbons"] = len(split.linking.gutter.drawn)
    benchmark.extra_info["times bare frames"] = fastest(benchmark) / peer
    assert len(split.linking.gutter.drawn) >= RIBBONS
    assert fastest(benchmark) <= 3 * peer


def test_fifty_megabytes_open_without_a_freeze(split, benchmark, goal):
    line = "The ferry waits in the harbour and nobody knows when it leaves. " * 8
    count = 50_000_000 // (len(line) + 1)
    width = len(line) + 1
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(number * width, number * width + width - 1))
        for number in range(count)
    )
    article = Article("huge.txt", "text/1", "\n".join([line] * count), blocks, sha256="huge")

    def opened():
        split.show_article(0, article)
        split.side(0).repaint()

    benchmark.pedantic(opened, rounds=3)
    goal("seconds", fastest(benchmark), at_most=0.5)
    went = best_seconds(split.pane_widgets()[0].scroll_to_end, 3)
    goal("seconds to the end", went, at_most=0.5)


def test_thousands_of_hits_are_shown_without_a_freeze(split, benchmark, goal):
    article = article_of(2000, 12, "long")
    split.show_article(0, article)
    choice = random.Random("hits")
    hits = [Span(start, start + 1) for start in choice.sample(range(len(article.text)), 5000)]

    def shown():
        split.show_hits(article.path, hits)
        split.side(0).repaint()

    benchmark.pedantic(shown, rounds=5)
    goal("seconds", fastest(benchmark), at_most=0.1)
