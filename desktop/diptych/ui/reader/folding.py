"""Site furniture: blocks that are folded away behind one line that says how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from diptych.model.article import BlockKind
from diptych.ui.reader.document import EDGE, ArticleDocument
from diptych.ui.reader.geometry import TextGeometry

HEIGHT = 1.5
"""Of the line that stands for folded blocks, in times of the reading size."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The blocks ``first <= number < last`` of an article, all of them site furniture."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


class Folding:
    """Folds and unfolds the site furniture of one document."""

    def __init__(self, document: ArticleDocument) -> None:
        self._document = document
        self.folds = tuple(_folds(document))
        self._unfolded: set[Fold] = set()
        for fold in self.folds:
            self._apply(fold)

    def is_folded(self, fold: Fold) -> bool:
        """Whether only the line that stands for the blocks is seen."""
        return fold not in self._unfolded

    def toggle(self, fold: Fold) -> None:
        """Fold what is open, open what is folded."""
        self._unfolded ^= {fold}
        self._apply(fold)
        # All of it: Qt forgets the lines of the block before the first one that is laid out anew.
        self._document.qt.markContentsDirty(0, self._document.qt.characterCount())

    def box(self, fold: Fold, geometry: TextGeometry) -> QRectF:
        """Where the line that stands for ``fold`` is painted."""
        height = self._height
        width = self._document.qt.textWidth() - 2 * EDGE
        before = self._visible_before(fold.first)
        top = geometry.block_box(before).bottom() + 0.1 * height if before >= 0 else EDGE / 2
        return QRectF(EDGE, top, width, height)

    @property
    def _height(self) -> int:
        return round(self._document.look.unit * HEIGHT)

    def _visible_before(self, number: int) -> int:
        """The nearest block above that is seen; -1 where there is none in this part."""
        for index in range(number - 1, self._document.part.first - 1, -1):
            if self._document.text_block(index).isVisible():
                return index
        return -1

    def _apply(self, fold: Fold) -> None:
        folded = self.is_folded(fold)
        document, gap = self._document, self._height * 1.4
        for number in range(fold.first, fold.last):
            document.text_block(number).setVisible(not folded)
        # Qt counts the lower margin even of a block that is hidden.
        first, last = fold.first, fold.last - 1
        self._space(first, top=0 if folded else gap)
        self._space(last, bottom=gap if folded else None)

    def _space(self, number: int, *, top: float | None = None, bottom: float | None = None) -> None:
        """Set margins of a block; None leaves the one of its kind."""
        block = self._document.text_block(number)
        usual = self._document.look.block_format(self._document.article.blocks[number])
        form = QTextBlockFormat(block.blockFormat())
        form.setBottomMargin(usual.bottomMargin() if bottom is None else bottom)
        if top is not None:
            form.setTopMargin(top)
        QTextCursor(block).setBlockFormat(form)


def _folds(document: ArticleDocument) -> list[Fold]:
    folds: list[Fold] = []
    start: int | None = None
    for number, block in enumerate(document.blocks, start=document.part.first):
        if block.kind is BlockKind.NOISE:
            start = number if start is None else start
        elif start is not None:
            folds.append(Fold(start, number))
            start = None
    if start is not None:
        folds.append(Fold(start, document.part.last))
    return folds
