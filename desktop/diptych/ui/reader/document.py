"""One article, or a part of it, as a text document: one block of the article, one of Qt's.

Here, and nowhere outside this package, code points meet Qt's UTF-16 units, which stand in
variables named ``qt_position``.
"""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QSizeF, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from diptych.model.article import Article, Block, BlockKind
from diptych.text.direction import is_right_to_left
from diptych.text.offsets import Utf16Offsets
from diptych.text.spans import Span
from diptych.ui.reader.formats import Look
from diptych.ui.reader.parts import Part

_SAMPLE = 6_000
"""Code points from which the direction of an article is told."""
EDGE = 8
"""Pixels around the text inside the document: room for the outline of a passage."""


class ArticleDocument:
    """The text document of one ``part`` of ``article``, with its site furniture folded."""

    def __init__(self, article: Article, look: Look, parent: QObject, part: Part) -> None:
        self.article = article
        self.look = look
        self.part = part
        blocks = self.blocks
        start = blocks[0].span.start if blocks else 0
        end = blocks[-1].span.end if blocks else 0
        self.span = Span(start, end)
        self.is_mirrored = reads_right_to_left(article)
        """Whether what stands beside the text belongs at its left."""
        self._offsets = Utf16Offsets(self.span.text_in(article.text))
        self.qt = QTextDocument(parent)
        self.qt.setUndoRedoEnabled(False)
        self.qt.setDocumentMargin(EDGE)
        self.qt.setPageSize(
            QSizeF(0, 0)
        )  # no layout until a view gives the width: it costs as much
        self._write()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article's blocks that this part shows."""
        return self.article.blocks[self.part.first : self.part.last]

    def holds(self, position: int) -> bool:
        """Whether ``position`` is in the part that is shown."""
        return self.span.start <= position <= self.span.end

    def qt_position(self, position: int) -> int:
        """Where code point ``position`` of the article is in the document; at most its ends."""
        start = self.span.start
        if position <= start:
            return 0
        if position >= self.span.end:
            return self._offsets.units
        return self._offsets.to_units(position - start)

    def position(self, qt_position: int) -> int:
        """The code point of the article at ``qt_position`` of the document."""
        inside = min(max(qt_position, 0), self._offsets.units)
        return self.span.start + self._offsets.to_code_points(inside)

    def number_at(self, position: int) -> int:
        """The number, in the whole article, of the block at ``position``."""
        blocks = self.article.blocks
        return max(0, bisect_right(blocks, position, key=lambda block: block.span.start) - 1)

    def text_block(self, number: int) -> QTextBlock:
        """Qt's block for the article's block ``number``; not valid where it is not shown."""
        return self.qt.findBlockByNumber(number - self.part.first)

    def block_number(self, block: QTextBlock) -> int:
        """The article's number of Qt's ``block``."""
        return block.blockNumber() + self.part.first

    def is_right_to_left(self, number: int) -> bool:
        """Whether the lines of the article's block ``number`` begin at the right."""
        return self.text_block(number).textDirection() == Qt.LayoutDirection.RightToLeft

    def lay_out(self) -> None:
        """Lay all of it out at once.

        Qt would do it bit by bit, and loses blocks whose neighbours are formatted meanwhile.
        """
        self.qt.documentLayout().documentSize()

    def cursor(self, span: Span) -> QTextCursor:
        """A cursor of Qt that selects ``span``."""
        cursor = QTextCursor(self.qt)
        self.select(cursor, span)
        return cursor

    def select(self, cursor: QTextCursor, span: Span) -> None:
        """Make ``cursor`` of this document select ``span``."""
        cursor.setPosition(self.qt_position(span.start))
        cursor.setPosition(self.qt_position(span.end), QTextCursor.MoveMode.KeepAnchor)

    def _write(self) -> None:
        cursor = QTextCursor(self.qt)
        look, text = self.look, self.article.text
        cursor.beginEditBlock()
        for index, block in enumerate(self.blocks):
            words = look.char_format(block.kind, block.level)
            form = look.block_format(block)
            _direct(
                form, rtl=is_right_to_left(block.span.text_in(text), otherwise=self.is_mirrored)
            )
            if index:
                cursor.insertBlock(form, words)
            else:
                cursor.setBlockFormat(form)
                cursor.setBlockCharFormat(words)
            cursor.insertText(block.span.text_in(text), words)
            if block.kind is BlockKind.NOISE:
                cursor.block().setVisible(False)
        cursor.endEditBlock()
        frame = QTextFrameFormat(self.qt.rootFrame().frameFormat())
        frame.setBottomMargin(round(look.unit * 2))
        self.qt.rootFrame().setFrameFormat(frame)


def reads_right_to_left(article: Article) -> bool:
    """Whether most of ``article`` is written from right to left, as far as its beginning tells."""
    begin = article.text[:_SAMPLE]
    return is_right_to_left("".join(block.span.text_in(begin) for block in article.prose()))


def _direct(form: QTextBlockFormat, *, rtl: bool) -> None:
    """Have lines begin, and their indent stand, at the right or at the left."""
    if rtl:
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        form.setRightMargin(form.leftMargin())
        form.setLeftMargin(0)
    else:
        form.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
