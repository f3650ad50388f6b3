"""The text document of an article: positions, blocks, folding, direction, parts."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextFormat
from tests.ui.reader.articles import LINES, article_of, span_of

from diptych.model.article import Article, Block, BlockKind
from diptych.text.canonical import split_lines
from diptych.text.spans import Span
from diptych.ui.reader.document import ArticleDocument
from diptych.ui.reader.formats import Look
from diptych.ui.reader.parts import LONG, part_around, part_at


def document_of(article: Article, theme, parent: QObject) -> ArticleDocument:
    return ArticleDocument(article, Look(theme), parent, part_around(article, 0))


@pytest.fixture
def parent(qapp):
    """The owner of a test's documents."""
    return QObject()


def test_every_block_of_the_article_is_one_block_of_the_document(theme, parent):
    article = article_of()
    document = document_of(article, theme, parent)
    assert document.qt.blockCount() == len(article.blocks)
    for number, block in enumerate(article.blocks):
        assert document.text_block(number).text() == block.span.text_in(article.text)


def test_positions_behind_an_emoji_are_right_both_ways(theme, parent):
    article = article_of()
    document = document_of(article, theme, parent)
    for words in ("Halvern", "Nobody", "Picture", "Friday"):
        span = span_of(article, words)
        cursor = document.cursor(span)
        assert cursor.selectedText() == words
        assert document.position(cursor.selectionStart()) == span.start
        assert document.position(cursor.selectionEnd()) == span.end


@given(st.lists(st.text(max_size=30), max_size=8))
def test_positions_go_there_and_back_in_any_canonical_text(theme, qapp, paragraphs):
    lines = split_lines("\n".join(paragraphs))
    article = article_of(tuple((BlockKind.PARAGRAPH, line) for line in lines))
    owner = QObject()
    document = document_of(article, theme, owner)
    assert document.qt.characterCount() - 1 == len(article.text.encode("utf-16-le")) // 2
    for position in range(len(article.text) + 1):
        assert document.position(document.qt_position(position)) == position


def test_site_furniture_is_in_the_document_but_not_seen(theme, parent):
    document = document_of(article_of(), theme, parent)
    seen = [document.text_block(number).isVisible() for number in range(len(LINES))]
    assert seen == [kind is not BlockKind.NOISE for kind, _ in LINES]


def test_each_block_reads_in_the_direction_of_its_own_words(theme, parent):
    lines = ((BlockKind.PARAGRAPH, "Left to right."), (BlockKind.CAPTION, "صورة من الاجتماع"))
    document = document_of(article_of(lines), theme, parent)
    directions = [document.text_block(number).textDirection() for number in (0, 1)]
    assert directions == [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
    caption = document.text_block(1).blockFormat()
    assert caption.rightMargin() > 0
    assert caption.leftMargin() == 0


def test_headings_are_headings_for_screen_readers_too(theme, parent):
    lines = (
        (BlockKind.TITLE, "Title"),
        (BlockKind.HEADING, "Part"),
        (BlockKind.PARAGRAPH, "Text."),
    )
    document = document_of(article_of(lines), theme, parent)
    levels = [document.text_block(number).blockFormat().headingLevel() for number in range(3)]
    assert levels == [1, 1, 0]
    heading = document.text_block(1).blockFormat()
    assert heading.intProperty(QTextFormat.Property.HeadingLevel.value) == 1


def long_text(length: int) -> Article:
    line = "x" * 999
    count = length // 1000 + 1
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(number * 1000, number * 1000 + 999))
        for number in range(count)
    )
    return Article("long.txt", "text/1", "\n".join([line] * count), blocks)


def test_an_article_of_common_length_is_one_part():
    part = part_around(long_text(LONG - 2000), 70_000)
    assert (part.first, part.has_before, part.has_after) == (0, False, False)


def test_the_parts_of_a_long_article_overlap_and_cover_all_of_it():
    article = long_text(1_000_000)
    parts = [part_at(article, step) for step in range(part_at(article, 0).count)]
    assert parts[0].first == 0
    assert parts[-1].last == len(article.blocks)
    assert not parts[-1].has_after
    for part, following in itertools.pairwise(parts):
        assert part.first < following.first < part.last < following.last


def test_the_part_around_a_position_holds_it_away_from_its_ends():
    article = long_text(1_000_000)
    for position in range(0, len(article.text), 33_333):
        part = part_around(article, position)
        start = article.blocks[part.first].span.start
        end = article.blocks[part.last - 1].span.end
        assert start <= position <= end
        assert not part.has_before or position - start > 10_000
        assert not part.has_after or end - position > 10_000
