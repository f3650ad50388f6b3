"""Markdown as it reads, for notes and the manual."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_LINE_HEIGHT = 135.0
"""Per cent of the face's own height."""


@lru_cache(maxsize=4096)
def plain_text(source: str) -> str:
    """The words of Markdown on one line, without its signs."""
    document = QTextDocument()
    document.setMarkdown(source, _FEATURES)
    return " ".join(document.toPlainText().split())


class MarkdownView(QTextBrowser):
    """Shows Markdown without HTML, pictures or links that lead anywhere.

    A note may come from someone else's folder: nothing in it is ever loaded or opened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(18)
        self._source = ""

    def show_markdown(self, text: str) -> None:
        """Show ``text`` instead of what was there."""
        self._source = text
        self.document().setMarkdown(text, _FEATURES)
        self._space_blocks()
        self._open_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_blocks(self) -> None:
        """Room between paragraphs, more over a heading, less in a list."""
        unit = self.font().pixelSize()
        block = self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(
                _LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            is_first, heading = block.blockNumber() == 0, form.headingLevel() > 0
            in_list = form.objectIndex() >= 0
            form.setTopMargin(unit * 1.2 if heading and not is_first else 0)
            form.setBottomMargin(unit * (0.15 if in_list else 0.35 if heading else 0.6))
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _open_tables(self) -> None:
        """Tables without lines: rows and columns are plain enough from where the words stand."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format().toTableFormat()
                form.setBorder(0)
                form.setCellPadding(3)
                form.setCellSpacing(0)
                frame.setFormat(form)

    def fit_up_to(self, most: int) -> None:
        """Be as high as the text from now on, but at most ``most`` pixels; then it scrolls."""
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(
            lambda size: self.setFixedHeight(min(most, math.ceil(size.height()) + 2))
        )

    def markdown(self) -> str:
        """The Markdown that is shown."""
        return self._source

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: see the class."""
        return None
