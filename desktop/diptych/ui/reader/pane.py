"""One article on screen: read only, with the passage cursor in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.reader.decorations import paint_decorations
from diptych.ui.reader.digits import digit_of, is_hidden_digit
from diptych.ui.reader.document import EDGE, ArticleDocument
from diptych.ui.reader.folding import Fold, Folding
from diptych.ui.reader.formats import Look
from diptych.ui.reader.geometry import Extent, TextGeometry
from diptych.ui.reader.marks import Mark, Marks
from diptych.ui.reader.painting import painting
from diptych.ui.reader.parts import Part, part_around, part_at
from diptych.ui.reader.passage import Passage, PassageCursor, Unit

WIDEST, NARROWEST = 72, 45
"""Characters of the measure, on average."""
INSET = 18
"""Pixels between the pane's edge and its text, less the document's own edge."""
MARGIN = 5.6
"""Width of the margin beside the text, in times of the reading size."""
_SAMPLE = "the quick reader of two accounts asks who said so, and to whom it was said"


class ReaderPane(QTextEdit):
    """Shows one article and its highlights; read only."""

    passage_selected = Signal(object)  # Passage
    layout_changed = Signal()
    focused = Signal()
    digit_pressed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # no caret
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.margin_width = 0
        self.passage: Passage | None = None
        self.companion: Span | None = None
        self.hits: tuple[Span, ...] = ()
        self.shows_focus = False
        self._marks_wanted: tuple[Mark, ...] = ()
        self._moving_part = False
        self.look = look
        self._colour()
        self.show_article(Article("", "", "", ()), 0)
        self.verticalScrollBar().valueChanged.connect(self._load_neighbour)

    def show_article(self, article: Article, position: int) -> None:
        """Show ``article``, or of a very long one the part around ``position``, which is shown."""
        self.article = article
        self.steps = PassageCursor(article)
        self.passage, self.companion, self.hits, self._marks_wanted = None, None, (), ()
        self._open_part(part_around(article, position))
        self.go_to(position)

    def go_to(self, position: int) -> None:
        """Bring ``position`` to the top of the view, if the text reaches that far."""
        if not self.shown.holds(position):
            self._open_part(part_around(self.article, position))
        self.scroll_to(self.places.extent(Span(position, position)).top if position else 0)

    @property
    def position(self) -> int:
        """The position at the top of the view; 0 at the very start."""
        return self.places.position_at(self.scrolled) if self.scrolled else self.shown.span.start

    def set_look(self, look: Look) -> None:
        """Show the same words in another theme or size."""
        position = self.position
        self.look = look
        self._colour()
        self._open_part(self.shown.part)
        self._fit()
        self.go_to(position)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Mark exactly these spans."""
        self._marks_wanted = tuple(marks)
        self.marks.show(self._marks_wanted)

    def set_passage(self, passage: Passage | None) -> None:
        """Outline ``passage`` and bring it into view."""
        self.passage = passage
        if passage is not None:
            self.reveal(passage.span)
            cursor = self.shown.cursor(Span(passage.span.start, passage.span.start))
            self.setTextCursor(cursor)  # where a screen reader reads on
        self.viewport().update()

    def set_companion(self, span: Span | None) -> None:
        """Outline the passage that is linked with the other pane's."""
        self.companion = span
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Outline what was searched for."""
        self.hits = tuple(hits)
        self.viewport().update()

    @property
    def scrolled(self) -> int:
        """How many pixels of the document are above the view."""
        return self.verticalScrollBar().value()

    def scroll_to(self, y: float) -> None:
        """Bring height ``y`` of the document to the top of the view, as far as it goes."""
        self.verticalScrollBar().setValue(round(y))

    def scroll_to_start(self) -> None:
        """Show the article's beginning."""
        if self.shown.part.has_before:
            self._open_part(part_at(self.article, 0))
        self.scroll_to(0)

    def scroll_to_end(self) -> None:
        """Show the article's end."""
        if self.shown.part.has_after:
            self._open_part(part_at(self.article, self.shown.part.count))
        self.scroll_to(self.verticalScrollBar().maximum())

    def scroll_page(self, step: int) -> bool:
        """Scroll a view less two lines on (``step`` 1) or back (-1); whether that was possible."""
        before = self.scrolled
        page = max(1, self.viewport().height() - round(self.look.unit * 3))
        self.scroll_to(before + step * page)
        return self.scrolled != before

    def visible_extent(self) -> Extent:
        """The part of the document that is in view."""
        return Extent(self.scrolled, self.scrolled + self.viewport().height())

    def reveal(self, span: Span) -> None:
        """Scroll no more than needed to show ``span`` with some of what is around it."""
        if not self.shown.holds(span.start):
            self._open_part(part_around(self.article, span.start))
        extent, height = self.places.extent(span), self.viewport().height()
        around = min(height / 5, max(0.0, (height - (extent.bottom - extent.top)) / 2))
        if extent.bottom + around > self.scrolled + height:
            self.scroll_to(min(extent.bottom + around - height, extent.top - 2 * EDGE))
        if extent.top - around < self.scrolled:
            self.scroll_to(extent.top - around)

    def box_of(self, span: Span) -> QRect:
        """The rectangle around ``span`` in the viewport; null where nothing of it is shown."""
        box = QRectF()
        for line in self.places.lines(span):
            box = box.united(line)
        return box.translated(0, -self.scrolled).toAlignedRect() if not box.isNull() else QRect()

    def toggle_fold(self, fold: Fold) -> None:
        """Fold site furniture that is open, open what is folded."""
        self.folding.toggle(fold)
        self._forget_layout()

    def fold_near(self, position: int) -> Fold | None:
        """The first site furniture at or after ``position``, else the last before it."""
        folds = self.folding.folds
        number = self.shown.number_at(position)
        return next((fold for fold in folds if fold.last > number), folds[-1] if folds else None)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        """Let the window's shortcuts through, which a text widget would keep for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(is_hidden_digit(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = digit_of(event)
        if digit is not None:
            self.digit_pressed.emit(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            fold = self.fold_near(self.passage.span.start if self.passage else 0)
            if fold is not None:
                self.toggle_fold(fold)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fold = self._fold_at(event.position().y())
        if fold is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggle_fold(fold)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._take_selection(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        position = self.position
        self._fit()
        super().resizeEvent(event)
        self._forget_layout()
        if event.size().width() != event.oldSize().width():
            self.go_to(position)

    def showEvent(self, event: QShowEvent) -> None:
        scroll = self.scrolled
        super().showEvent(event)  # scrolls to the text cursor when it is the first time
        self.scroll_to(scroll)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            painter.translate(0, -self.scrolled)
            paint_decorations(painter, self)

    # Inside

    def _colour(self) -> None:
        palette = self.look.theme.palette()
        palette.setColor(QPalette.ColorRole.Base, self.look.colour("page"))
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("page"))
        self.setPalette(palette)

    def _open_part(self, part: Part) -> None:
        document = ArticleDocument(self.article, self.look, self, part=part)
        self.shown = document
        self.places = TextGeometry(document)
        self.marks = Marks(document)
        self.folding = Folding(document)
        self.setDocument(document.qt)
        self.marks.show(self._marks_wanted)
        self._forget_layout()

    def _load_neighbour(self) -> None:
        """Near an end of the part, show the next one, with the same line at the same height."""
        part, bar = self.shown.part, self.verticalScrollBar()
        near = self.viewport().height() // 2
        if part.has_after and bar.value() >= bar.maximum() - near:
            step = part.step + 1
        elif part.has_before and bar.value() <= near:
            step = part.step - 1
        else:
            return
        if not self._moving_part:
            self._moving_part = True
            QTimer.singleShot(0, self, lambda: self._move_part(step))

    def _move_part(self, step: int) -> None:
        top = self.places.position_at(self.scrolled)
        self._open_part(part_at(self.article, step))
        self.scroll_to(self.places.extent(Span(top, top)).top)
        self._moving_part = False

    def _forget_layout(self) -> None:
        self.places.forget()
        self.layout_changed.emit()
        self.viewport().update()

    def _fit(self) -> None:
        """Share the width between the text's measure and the margin."""
        metrics = QFontMetricsF(self.look.theme.reading_font(self.look.scale))
        character = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        room = self.width() - 2 * EDGE - INSET
        margin = min(self.look.unit * MARGIN, room - NARROWEST * character)
        margin = margin if margin >= self.look.unit * MARGIN / 2 else EDGE
        measure = min(room - margin, WIDEST * character)
        left = INSET + max(0.0, (room - margin - measure) / 2)
        self.margin_width = round(margin)
        right = self.width() - left - measure - 2 * EDGE
        self.setViewportMargins(round(left), 0, max(0, round(right)), 0)

    def _fold_at(self, y: float) -> Fold | None:
        height = y + self.scrolled
        for fold in self.folding.folds:
            box = self.folding.box(fold, self.places)
            if box.top() <= height <= box.bottom():
                return fold
        return None

    def _take_selection(self, event: QMouseEvent) -> None:
        """Make what the mouse has marked, or clicked, the passage."""
        native = self.textCursor()
        shown = self.shown
        if native.hasSelection():
            first = shown.position(native.selectionStart())
            last = max(first, shown.position(native.selectionEnd()) - 1)
            passage = self.steps.between(first, last, Unit.WORD)
            native.clearSelection()
            self.setTextCursor(native)
        else:
            unit = self.passage.unit if self.passage else Unit.SENTENCE
            at = self.cursorForPosition(event.position().toPoint())
            passage = self.steps.at(shown.position(at.position()), unit)
        if passage is not None:
            self.passage_selected.emit(passage)
