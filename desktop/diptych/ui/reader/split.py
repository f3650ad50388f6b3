"""Two articles side by side, with the gutter between them: what the window sees of the reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.reader.describing import describe, description
from diptych.ui.reader.formats import Look
from diptych.ui.reader.gutter import WIDTH as GUTTER_WIDTH
from diptych.ui.reader.gutter import Lone
from diptych.ui.reader.linking import Linking
from diptych.ui.reader.marks import MarkKind, MarkLevel
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.passage import Passage, Unit
from diptych.ui.reader.side import PaneState, Side
from diptych.ui.styling.painting import painting
from diptych.ui.theme import Theme

if TYPE_CHECKING:
    from diptych.model.annotation import Annotation, Tag
    from diptych.model.links import Alignment
    from diptych.model.reading import Reading

NARROW = 620
"""Pixels under which two articles have no room beside one another: one of them is shown."""


class SplitView(QWidget):
    """One or two articles; sides are counted from the left, from 0."""

    passage_changed = Signal(int, object)  # side, Span
    side_focused = Signal(int)
    account_wanted = Signal(int)  # +1 the next account, -1 the previous one
    article_done = Signal()
    next_article_wanted = Signal()
    tag_clicked = Signal(str, str)  # path, annotation id
    copy_with_source_wanted = Signal(int, object)  # side, Span
    pin_toggled = Signal()
    level_changed = Signal(str)  # MarkLevel
    digit_pressed = Signal(int)
    zoom_wanted = Signal(int)  # +1 larger, -1 smaller

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(theme)
        self._sides = [Side(self._look, self), Side(self._look, self)]
        self._focused = self._sides[0]
        self._level = MarkLevel.STANDARD
        self._hidden: frozenset[MarkKind] = frozenset()
        self.linking = Linking(self._sides, self)
        self.linking.passage_wanted.connect(self.select)
        for side in self._sides:
            self._connect(side)
        self.setMinimumSize(320, 200)
        self._arrange()

    # What is shown

    def show_article(self, side: int, article: Article, *, position: int = 0) -> None:
        """Show ``article`` on ``side`` with ``position`` in view; marks and tags follow."""
        self._sides[side].show_article(article, position)
        self._sides[side].set_marks(self._level, self._hidden)
        self._arrange()
        self._sides[side].pane.go_to(position)
        self.show_alignment(None)

    def show_reading(self, reading: Reading) -> None:
        """Mark what was found, wherever the article it was found in is shown."""
        for side in self._sides:
            if side.article is not None and side.article.sha256 == reading.text_sha256:
                side.show_reading(reading)

    def show_annotations(
        self, path: str, annotations: Sequence[Annotation], codebook: Sequence[Tag]
    ) -> None:
        """Show the tags of the article at ``path``."""
        for side in self._showing(path):
            side.show_annotations(annotations, codebook)

    def show_alignment(self, alignment: Alignment | None) -> None:
        """Link the two articles; an alignment of other texts is as good as none."""
        self.linking.show(alignment)
        self.linking.relate(self.focused_side)

    def show_lones(self, lones: Sequence[Lone]) -> None:
        """Ring these passages in the gutter, in place of those the alignment alone tells."""
        self.linking.show_lones(lones)

    def show_wording(self, side: int, spans: Sequence[Span]) -> None:
        """Mark the words of ``side`` that differ from the passage linked with them."""
        self._sides[side].show_wording(spans)

    def show_hits(self, path: str, spans: Sequence[Span]) -> None:
        """Outline what was searched for in the article at ``path``."""
        for side in self._showing(path):
            side.show_hits(spans)

    def set_chips(self, side: int, chips: Sequence[str]) -> None:
        """Show short remarks in the header of ``side``."""
        self._sides[side].header.set_chips(chips)

    def clear_side(self, side: int) -> None:
        """Close the article on ``side``; the other one gets the room."""
        self._sides[side].show_article(None)
        self.show_alignment(None)
        if self.focused_side == side and self.article(1 - side) is not None:
            self.focus_side(1 - side)
        self._arrange()

    def swap(self) -> None:
        """Put the left article on the right, with everything that belongs to it."""
        self._sides.reverse()
        self.linking.swap()
        self.linking.relate(self.focused_side)
        self._arrange()
        self.side_focused.emit(self.focused_side)

    # How it is shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._set_look(Look(theme, self._look.scale))

    def set_scale(self, scale: float) -> None:
        """Show the text ``scale`` times its normal size."""
        self._set_look(Look(self._look.theme, scale))

    @property
    def level(self) -> MarkLevel:
        """How much is marked."""
        return self._level

    def set_level(self, level: MarkLevel) -> None:
        """Mark more or less."""
        self._level = level
        for side in self._sides:
            side.set_marks(level, self._hidden)
        self.level_changed.emit(level)

    def set_hidden_marks(self, kinds: Collection[MarkKind]) -> None:
        """Switch these kinds of marks off on every level."""
        self._hidden = frozenset(kinds)
        for side in self._sides:
            side.set_marks(self._level, self._hidden)

    def set_sync(self, sync: bool) -> None:
        """Scroll the sides together, or each alone."""
        self.linking.scrolling.enabled = sync
        self.linking.scrolling.align(self.focused_side)

    def scroll_alone(self, side: int, distance: int) -> None:
        """Scroll one side by ``distance`` pixels; from then on the two stay that far apart."""
        self.linking.scrolling.scroll_alone(side, distance)

    # Where the reader is

    @property
    def focused_side(self) -> int:
        """The side that the keys act on."""
        return self._sides.index(self._focused)

    def focus_side(self, side: int) -> None:
        """Give the keys to ``side``."""
        self._focus(self._sides[side])
        self._sides[side].pane.setFocus()

    def side(self, number: int) -> Side:
        """One side with its header, pane, margin and strip."""
        return self._sides[number]

    def pane_widgets(self) -> list[ReaderPane]:
        """The panes, from the left."""
        return [side.pane for side in self._sides]

    def article(self, side: int) -> Article | None:
        """The article on ``side``, if any."""
        return self._sides[side].article

    def passage(self, side: int) -> Span | None:
        """The passage at the cursor of ``side``."""
        passage = self._sides[side].pane.passage
        return passage.span if passage else None

    def select(self, side: int, span: Span, unit: Unit | None = None) -> None:
        """Move the cursor of ``side`` to exactly ``span``; later steps are taken in ``unit``."""
        pane = self._sides[side].pane
        current = pane.passage.unit if pane.passage else Unit.SENTENCE
        self.set_passage(side, pane.steps.of(span, unit or current))

    def set_passage(self, side: int, passage: Passage) -> None:
        """Move the cursor of ``side`` to ``passage``."""
        self._sides[side].set_passage(passage)

    def counterpart(self, side: int) -> Span | None:
        """The passage of the other side that is linked with the one at the cursor of ``side``."""
        span = self.passage(side)
        return self.linking.pairing.counterpart(side, span) if span is not None else None

    def state(self, side: int) -> PaneState:
        """Where the reader is on ``side``."""
        return self._sides[side].state()

    def restore(self, side: int, state: PaneState) -> None:
        """Go back to ``state`` if ``side`` shows the article it was taken of."""
        self._sides[side].restore(state)

    def passage_rectangle(self, side: int) -> QRect:
        """The rectangle around the passage of ``side`` on the screen; null without one."""
        return self._sides[side].pane.passage_rectangle()

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("page"))

    def _connect(self, side: Side) -> None:
        side.pane.focused.connect(lambda: self._focus(side))
        side.pane.unfocused.connect(self._mark_focus)
        side.pane.digit_pressed.connect(self.digit_pressed)
        side.pane.zoom_wanted.connect(self.zoom_wanted)
        side.passage_changed.connect(lambda span: self._on_passage(side, span))
        side.tag_clicked.connect(lambda name: self.tag_clicked.emit(side.pane.article.path, name))

    def _on_passage(self, side: Side, span: Span) -> None:
        number = self._sides.index(side)
        if side is self._focused:
            self.linking.relate(number)
        describe(side.pane, description(self._sides, number, self.linking.pairing))
        self.passage_changed.emit(number, span)

    def _focus(self, side: Side) -> None:
        changed, self._focused = side is not self._focused, side
        self._mark_focus()
        if changed:
            self.linking.relate(self.focused_side)
            if not side.isVisible():  # there is room for one; else nothing is to move
                self._arrange()
            self.side_focused.emit(self.focused_side)

    def _mark_focus(self) -> None:
        two = all(side.article for side in self._sides)
        for side in self._sides:
            side.set_focused(side is self._focused, told=two)

    def _showing(self, path: str) -> list[Side]:
        return [side for side in self._sides if side.article and side.article.path == path]

    def _set_look(self, look: Look) -> None:
        self._look = look
        with self.linking.scrolling.held(self.focused_side):
            for side in self._sides:
                side.set_look(look)
        self.linking.gutter.update()
        self.update()

    def _arrange(self) -> None:
        """Share the width between the articles that are open."""
        shown = [side for side in self._sides if side.article] or [self._focused]
        if self.width() < NARROW * max(1.0, self._look.scale * 0.8):
            shown = [self._focused]
        width = (self.width() - GUTTER_WIDTH * (len(shown) - 1)) // len(shown)
        with self.linking.scrolling.held(self.focused_side):
            for side in self._sides:
                side.setVisible(side in shown)
            for index, side in enumerate(shown):
                side.setGeometry(index * (width + GUTTER_WIDTH), 0, width, self.height())
        self.linking.gutter.setVisible(len(shown) > 1)
        self.linking.gutter.setGeometry(width, 0, GUTTER_WIDTH, self.height())
        self._mark_focus()
