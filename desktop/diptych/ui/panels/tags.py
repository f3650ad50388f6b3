"""The inspector's list of what was tagged in the article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from diptych.text.words import folded_text
from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.review import ReviewSection
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.tag_line import paint_tags
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.panels.values import ReviewedPassage, TaggedPassage
from diptych.ui.styling.keycaps import Remapped, key_or_name
from diptych.ui.styling.markdown import plain_text
from diptych.ui.theme import Theme


class TagDelegate(RowDelegate):
    """The tags with their bars, the passage, the beginning of the note."""

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, TaggedPassage)
        theme, top = self.theme, 0.0
        if row.tags:
            top += paint_tags(row.tags, row.colours, theme, box, painter)
        lines = [(lay_out(row.text, theme.reading_font(0.85), box.width(), 2, (), 1.35), "text")]
        for words in filter(None, (plain_text(row.note), row.correction)):
            note = lay_out(words, theme.interface_font(0.88), box.width(), 2, line_height=1.4)
            lines.append((note, "muted"))
        for line, role in lines:
            if painter is not None:
                line.draw(painter, box.left(), box.top() + top, theme.colour(role))
            top += line.height
        return top


class TagsPage(QWidget):
    """Every annotation of the article, those of passages in the order of the text, and a filter.

    What the reader has to look at, because the text has changed, stands above them.
    """

    jump_requested = Signal(object)
    """The span to go to."""
    annotation_chosen = Signal(str)
    """The id of the annotation, just after `jump_requested`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = TagDelegate(theme)
        self.list = RowList(self._delegate, self.tr("Tagged passages"), self)
        self._passages: tuple[TaggedPassage, ...] = ()
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Filter by tag, words or note"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._empty = Placeholder(self)
        self.reviews = ReviewSection(theme, self)
        shown, field = QWidget(self), QVBoxLayout()
        field.setContentsMargins(12, 8, 12, 8)
        field.addWidget(self._filter)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._stack = QStackedLayout()
        page.addWidget(self.reviews)
        page.addLayout(self._stack, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._empty)
        self._filter.textChanged.connect(self._show)
        self.list.row_chosen.connect(self._choose)
        self.set_keys({})
        self.show_passages(())
        self.show_reviews(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reviews.set_room(self.height())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.reviews.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def set_keys(self, remapped: Remapped) -> None:
        """Name the keys that the reader chose."""
        nothing = self.tr("Nothing is tagged in this article yet. {pick} picks a tag.")
        self._empty.say(nothing.format(pick=key_or_name("pick_tag", remapped)))
        self.reviews.set_keys(remapped)

    def show_passages(self, passages: Sequence[TaggedPassage]) -> None:
        """Show ``passages`` in their order."""
        self._passages = tuple(passages)
        self._stack.setCurrentIndex(0 if passages else 1)
        self._show()

    def show_reviews(self, passages: Sequence[ReviewedPassage]) -> None:
        """Show what the reader has to decide; it takes the keys first, while there is any."""
        had_keys = self.reviews.list.hasFocus()
        self.reviews.show_passages(passages)
        self.setFocusProxy(self.reviews.list if passages else self.list)
        if had_keys and not passages:
            self.list.setFocus()

    def passages(self) -> list[TaggedPassage]:
        """What is shown, after the filter."""
        return [row for row in self.list.rows() if isinstance(row, TaggedPassage)]

    def _show(self) -> None:
        wanted = folded_text(self._filter.text().strip())
        rows = [passage for passage in self._passages if wanted in _searched(passage)]
        self.list.show_rows(rows, [_sentence(passage) for passage in rows])

    def _choose(self, passage: TaggedPassage) -> None:
        if passage.span is not None:
            self.jump_requested.emit(passage.span)
        self.annotation_chosen.emit(passage.id)


def _searched(passage: TaggedPassage) -> str:
    told = (*passage.tags, passage.text, passage.note, passage.correction)
    return folded_text(" ".join(told))


def _sentence(passage: TaggedPassage) -> str:
    parts = (", ".join(passage.tags), passage.text, passage.note, passage.correction)
    return ": ".join(filter(None, parts))
