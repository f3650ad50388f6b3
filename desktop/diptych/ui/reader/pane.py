"""One article on screen, with the passage cursor in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.digits import digit_of, is_hidden_digit
from diptych.ui.reader.decorations import paint_decorations
from diptych.ui.reader.folding import Fold
from diptych.ui.reader.formats import Look
from diptych.ui.reader.passage import Passage, PassageCursor, Unit
from diptych.ui.reader.view import NOTHING, ArticleView
from diptych.ui.styling.painting import painting


class ReaderPane(ArticleView):
    """Shows the passage at the cursor, the one linked with it and hits; takes keys and mouse."""

    passage_selected = Signal(object)  # Passage
    focused = Signal()
    unfocused = Signal()
    digit_pressed = Signal(int)
    zoom_wanted = Signal(int)  # +1 larger, -1 smaller

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.steps = PassageCursor(NOTHING)
        self.passage: Passage | None = None
        self.companion: Span | None = None
        self.hits: tuple[Span, ...] = ()
        self.shows_focus = False

    def show_article(self, article: Article, position: int) -> None:
        self.steps = PassageCursor(article)
        self.passage, self.companion, self.hits = None, None, ()
        super().show_article(article, position)

    def set_passage(self, passage: Passage | None) -> None:
        """Outline ``passage`` and bring it into view."""
        self.passage = passage
        if passage is not None:
            self.reveal(passage.span)
            # The text cursor is where a screen reader reads on.
            start = Span(passage.span.start, passage.span.start)
            self.setTextCursor(self.shown.cursor(start))
        self.viewport().update()

    def set_companion(self, span: Span | None) -> None:
        """Outline the passage that is linked with the other pane's."""
        self.companion = span
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Outline what was searched for."""
        self.hits = tuple(hits)
        self.viewport().update()

    def set_focus_shown(self, shown: bool) -> None:
        """Draw the passage as the one that the keys act on, or fainter."""
        self.shows_focus = shown
        self.viewport().update()

    def passage_rectangle(self) -> QRect:
        """The rectangle around the passage on the screen; null where there is none."""
        box = QRectF()
        if self.passage is not None:
            for line in self.places.lines(self.passage.span):
                box = box.united(line)
        if box.isNull():
            return QRect()
        inside = box.translated(0, -self.scrolled).toAlignedRect()
        return QRect(self.viewport().mapToGlobal(inside.topLeft()), inside.size())

    def fold_near(self, position: int) -> Fold | None:
        """The first site furniture at or after ``position``, else the last before it."""
        folds = self.folding.folds
        number = self.shown.number_at(position)
        return next((fold for fold in folds if fold.last > number), folds[-1] if folds else None)

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
            self.scroll_page(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fold = self._fold_at(event.position().y())
        if fold is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggle_fold(fold)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.article.path:
            self._take_selection(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Qt would change this widget's font alone, which is not the one of the text.
            if turned:
                self.zoom_wanted.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            painter.translate(0, -self.scrolled)
            paint_decorations(painter, self)

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
        if native.hasSelection():
            first = self.shown.position(native.selectionStart())
            last = max(first, self.shown.position(native.selectionEnd()) - 1)
            passage = self.steps.between(first, last, Unit.WORD)
            native.clearSelection()
            self.setTextCursor(native)
        elif self._fold_at(event.position().y()) is None:
            passage = self._clicked(event.position())
        else:
            return
        if passage is not None:
            self.passage_selected.emit(passage)

    def _clicked(self, point: QPointF) -> Passage | None:
        unit = self.passage.unit if self.passage else Unit.SENTENCE
        position = self.places.position_at(point.y() + self.scrolled, point.x())
        return self.steps.at(position, unit)
