"""A read-only text widget that shows one article, part by part where it is very long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPalette, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from diptych.model.article import Article, BlockKind
from diptych.text.spans import Span
from diptych.ui.reader.document import EDGE, ArticleDocument
from diptych.ui.reader.folding import Fold, Folding
from diptych.ui.reader.formats import Look
from diptych.ui.reader.geometry import Extent, TextGeometry
from diptych.ui.reader.marks import Layer, Mark, Marks
from diptych.ui.reader.parts import Part, part_around, part_at
from diptych.ui.reader.underlines import Underlines

WIDEST, NARROWEST = 72, 45
"""Characters of the measure, on average."""
INSET = 18
"""Pixels between the view's edge and its text, less the document's own edge."""
MARGIN = 5.6
"""Width of the margin beside the text, in times of the reading size."""
COVER = 1.55
"""Height of the headline that the header lays over the text, in times of the reading size."""
AROUND = 0.2
"""The share of the view that is kept free above and below a passage."""
NOTHING = Article("", "", "", ())
"""What is shown where no article is."""
_SAMPLE = "the quick reader of two accounts asks who said so, and to whom it was said"


class ArticleView(QTextEdit):
    """Shows an article with its marks; the scroll bar is left to whoever stands beside it."""

    layout_changed = Signal()
    moved = Signal()
    """Other words are in view; told once, also where another part had to be opened for them."""
    turned = Signal()
    """Another part is laid out around the words in view."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(_viewport())
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # no caret
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.article = NOTHING
        self.look = look
        self.margin_width = 0
        self._marks_wanted: dict[Layer, tuple[Mark, ...]] = {}
        self._looking_ahead = self._is_turning = False
        self._in_view: tuple[Extent, range] | None = None
        self._colour()
        self._open_part(Part(0, 0))
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.verticalScrollBar().valueChanged.connect(self._tell_moved)

    def show_article(self, article: Article, position: int) -> None:
        """Show ``article``, or of a very long one the part around ``position``, which is shown."""
        was_mirrored = self.is_mirrored
        self.article = article
        self._marks_wanted = {}
        self._open_part(part_around(article, position))
        if self.is_mirrored != was_mirrored:
            self._fit()
        self.go_to(position)

    def set_look(self, look: Look) -> None:
        """Show the same words in another theme or size."""
        position = self.position
        self.look = look
        self._colour()
        self._open_part(self.shown.part)
        self._fit()
        self.go_to(position)

    def set_marks(self, marks: Iterable[Mark], layer: Layer = Layer.READING) -> None:
        """Mark exactly these spans on ``layer``."""
        self._marks_wanted[layer] = tuple(marks)
        self.underlines.forget(self.marks.show(self._marks_wanted[layer], layer))

    def toggle_fold(self, fold: Fold) -> None:
        """Fold site furniture that is open, open what is folded."""
        self.folding.toggle(fold)
        self._forget_layout()

    @property
    def is_mirrored(self) -> bool:
        """Whether it is read from right to left, with its margin and strip at the left."""
        return self.shown.is_mirrored

    # Scrolling

    @property
    def scrolled(self) -> int:
        """How many pixels of the document are above the view."""
        return self.verticalScrollBar().value()

    @property
    def position(self) -> int:
        """The position at the top of the view; the start of what is shown at the very top."""
        return self.places.position_at(self.scrolled) if self.scrolled else self.shown.span.start

    def visible_extent(self) -> Extent:
        """The part of the document that is in view."""
        return Extent(self.scrolled, self.scrolled + self.viewport().height())

    def uncovered_extent(self) -> Extent:
        """The part that is in view even while the header shows the headline over the text."""
        extent = self.visible_extent()
        return Extent(min(extent.top + COVER * self.look.unit, extent.bottom), extent.bottom)

    def visible_blocks(self) -> range:
        """The numbers of the article's blocks that are in view."""
        extent = self.visible_extent()
        if self._in_view is None or self._in_view[0] != extent:
            first = self.shown.number_at(self.places.position_at(extent.top))
            last = self.shown.number_at(self.places.position_at(extent.bottom))
            self._in_view = extent, range(first, min(last + 1, self.shown.part.last))
        return self._in_view[1]

    def visible_span(self) -> Span:
        """From the start of the first block in view to the end of the last one."""
        numbers, blocks = self.visible_blocks(), self.article.blocks
        if not numbers:
            return self.shown.span
        return blocks[numbers[0]].span.joined(blocks[numbers[-1]].span)

    def scroll_to(self, y: float) -> None:
        """Bring height ``y`` of the document to the top of the view, as far as it goes."""
        self.verticalScrollBar().setValue(round(y))

    def go_to(self, position: int) -> None:
        """Bring ``position`` to the top of the view, if the text reaches that far."""
        holds = self.shown.holds(position)
        with self._turned_to(None if holds else part_around(self.article, position)):
            self.scroll_to(self.places.extent(Span(position, position)).top if position else 0)

    def open_around(self, position: int) -> None:
        """Of a very long article have the part laid out that has ``position`` in its middle."""
        with self._turned_to(part_around(self.article, position)):
            self.scroll_to(self.places.extent(Span(position, position)).top)

    def scroll_to_start(self) -> None:
        """Show the article's beginning."""
        with self._turned_to(part_at(self.article, 0)):
            self.scroll_to(0)

    def scroll_to_end(self) -> None:
        """Show the article's end."""
        with self._turned_to(part_at(self.article, self.shown.part.count)):
            self.scroll_to(self.verticalScrollBar().maximum())

    def scroll_page(self, step: int) -> bool:
        """Scroll a view less two lines on (``step`` 1) or back (-1); whether that was possible."""
        before = self.scrolled
        page = max(1, self.viewport().height() - round(self.look.unit * 3))
        self.scroll_to(before + step * page)
        return self.scrolled != before

    def reveal(self, span: Span) -> None:
        """Scroll no more than needed to show ``span`` with some of what is around it."""
        holds = self.shown.holds(span.start)
        with self._turned_to(None if holds else part_around(self.article, span.start)):
            extent, view = self.places.extent(span), self.uncovered_extent()
            cover, height = view.top - self.scrolled, view.bottom - view.top
            around = min(height * AROUND, max(EDGE, (height - (extent.bottom - extent.top)) / 2))
            if extent.bottom + around > view.bottom:
                below = extent.bottom + around - height
                self.scroll_to(min(below, extent.top - EDGE) - cover)
            if extent.top - around < self.scrolled + cover:
                self.scroll_to(extent.top - around - cover)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        position = self.position
        self._fit()
        super().resizeEvent(event)
        self._forget_layout()
        if event.size().width() != event.oldSize().width():
            self.go_to(position)

    def showEvent(self, event: QShowEvent) -> None:
        scrolled = self.scrolled
        super().showEvent(event)  # scrolls to the text cursor when it is the first time
        self.scroll_to(scrolled)

    # Inside

    def _open_part(self, part: Part) -> None:
        former = self.findChildren(QTextDocument, options=Qt.FindChildOption.FindDirectChildrenOnly)
        document = ArticleDocument(self.article, self.look, self, part)
        self.shown = document
        self.folding = Folding(document)
        self.marks = Marks(document)
        for layer, marks in self._marks_wanted.items():
            self.marks.show(marks, layer)
        self.places = TextGeometry(document)  # last: from here on every change is laid out
        self.underlines = Underlines(document, self.marks, self.places)
        blocks = enumerate(document.blocks, start=part.first)
        self.title_block = next((n for n, b in blocks if b.kind is BlockKind.TITLE), None)
        self.setDocument(document.qt)
        for left_behind in former:
            left_behind.deleteLater()
        self._forget_layout()
        # Qt does so later, and until then one could scroll to where the former part ended.
        below = document.qt.size().height() - self.viewport().height()
        self.verticalScrollBar().setMaximum(max(0, round(below)))

    @contextmanager
    def _turned_to(self, part: Part | None) -> Iterator[None]:
        """Have ``part`` laid out, unless it is or is None; tell of it after the scrolling inside.

        In between the view stands wherever the scroll bar was left, where nobody is to follow.
        """
        if part is None or part == self.shown.part:
            yield
            return
        self._is_turning = True
        try:
            self._open_part(part)
            yield
        finally:
            self._is_turning = False
        self.moved.emit()

    def _tell_moved(self) -> None:
        if not self._is_turning:
            self.moved.emit()

    def _look_ahead(self) -> None:
        """See to the neighbouring parts once this scrolling is over."""
        if self.shown.part.count > 1 and not self._looking_ahead:
            self._looking_ahead = True
            QTimer.singleShot(0, self, self._open_neighbour)

    def _open_neighbour(self) -> None:
        """Near an end of the part, show the next one, with the same line at the same height."""
        self._looking_ahead = False
        part, bar = self.shown.part, self.verticalScrollBar()
        near = self.viewport().height() // 2
        if part.has_after and bar.value() >= bar.maximum() - near:
            step = part.step + 1
        elif part.has_before and bar.value() <= near:
            step = part.step - 1
        else:
            return
        top = self.places.position_at(self.scrolled)
        self._is_turning = True  # the same words stay in view: nobody is to follow
        self._open_part(part_at(self.article, step))
        self.scroll_to(self.places.extent(Span(top, top)).top)
        self._is_turning = False
        self.turned.emit()

    def _forget_layout(self) -> None:
        self.shown.lay_out()
        self._in_view = None
        self.places.forget()
        self.underlines.forget()
        self.layout_changed.emit()
        self.viewport().update()

    def _fit(self) -> None:
        left, self.margin_width, right = _shared(self.width(), self.look)
        if self.is_mirrored:
            left, right = right, left
        self.setViewportMargins(left, 0, right, 0)

    def _colour(self) -> None:
        palette = self.look.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self.look.colour("page"))
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("page"))
        self.setPalette(palette)


def _shared(width: int, look: Look) -> tuple[int, int, int]:
    """Of ``width``, what is left of the text, the margin beside it, and all that is right of it."""
    metrics = QFontMetricsF(look.theme.reading_font(look.scale))
    character = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    room = width - 2 * EDGE - INSET
    margin = min(look.unit * MARGIN, room - NARROWEST * character)
    margin = margin if margin >= look.unit * MARGIN / 2 else EDGE
    measure = min(room - margin, WIDEST * character)
    left = INSET + max(0.0, (room - margin - measure) / 2)
    right = width - left - measure - 2 * EDGE
    return round(left), round(margin), max(0, round(right))


def _viewport() -> QWidget:
    """A viewport that Python made: of Qt's own, PySide first has to find out the class.

    It looks through every kind of widget that there is for that, 6 ms of the start.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    return viewport
