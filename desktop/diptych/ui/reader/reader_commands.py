"""The reader's commands: one method for each row of the table that the reader owns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from diptych.model.reading import Reading
from diptych.text.spans import Span
from diptych.ui.reader.marks import MarkLevel
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.passage import Passage, Unit
from diptych.ui.reader.split import SplitView
from diptych.ui.reader.view import AROUND


class ReaderCommands(QObject):
    """Carries the reader's commands out on whichever side has the focus."""

    def __init__(self, split: SplitView) -> None:
        super().__init__(split)
        self._split = split

    # Step by step

    def next_passage(self) -> None:
        passage = self._passage
        self._go(self._pane.steps.next(passage) if passage else self._in_view())

    def previous_passage(self) -> None:
        passage = self._passage
        self._go(self._pane.steps.previous(passage) if passage else self._in_view())

    def extend_next(self) -> None:
        self._extend(1)

    def extend_previous(self) -> None:
        self._extend(-1)

    def widen(self) -> None:
        passage = self._passage or self._in_view()
        self._go(self._pane.steps.widened(passage) if passage else None)

    def narrow(self) -> None:
        passage = self._passage or self._in_view()
        self._go(self._pane.steps.narrowed(passage) if passage else None)

    def go_start(self) -> None:
        self._go(self._pane.steps.first(self._unit))
        self._pane.scroll_to_start()

    def go_end(self) -> None:
        self._go(self._pane.steps.last(self._unit))
        self._pane.scroll_to_end()

    # From one thing to the next of its kind

    def next_speech(self) -> None:
        self._jump(self._speech(), 1)

    def previous_speech(self) -> None:
        self._jump(self._speech(), -1)

    def next_name(self) -> None:
        self._jump(self._names(), 1)

    def previous_name(self) -> None:
        self._jump(self._names(), -1)

    def next_lone(self) -> None:
        self._jump(self._lone(), 1)

    def previous_lone(self) -> None:
        self._jump(self._lone(), -1)

    # The other side, other articles

    def other_side(self) -> None:
        """Go to the linked passage on the other side; without one, to where that side was."""
        split, side = self._split, self._split.focused_side
        other, counterpart = 1 - side, split.counterpart(side)
        if split.article(other) is None:
            return
        if counterpart is not None:
            split.linking.bring_level(side)
        split.focus_side(other)
        if counterpart is not None:
            split.select(other, counterpart)

    def next_account(self) -> None:
        self._split.account_wanted.emit(1)

    def previous_account(self) -> None:
        self._split.account_wanted.emit(-1)

    def mark_article_done(self) -> None:
        self._split.article_done.emit()

    # Scrolling

    def page_down(self) -> None:
        """Scroll by a view less a line; from the end, ask for the next article."""
        if not self._pane.scroll_page(1):
            self._split.next_article_wanted.emit()

    def page_up(self) -> None:
        self._pane.scroll_page(-1)

    def scroll_alone_down(self) -> None:
        self._split.scroll_alone(self._split.focused_side, self._line)

    def scroll_alone_up(self) -> None:
        self._split.scroll_alone(self._split.focused_side, -self._line)

    # Everything else

    def copy_passage(self) -> None:
        passage = self._passage
        if passage is not None:
            words = passage.span.text_in(self._pane.article.text)
            QGuiApplication.clipboard().setText(words)

    def copy_with_source(self) -> None:
        passage = self._passage
        if passage is not None:
            self._split.copy_with_source_wanted.emit(self._split.focused_side, passage.span)

    def cycle_marks(self) -> None:
        levels = list(MarkLevel)
        self._split.set_level(levels[(levels.index(self._split.level) + 1) % len(levels)])

    def pin_inspector(self) -> None:
        self._split.pin_toggled.emit()

    # Inside

    @property
    def _pane(self) -> ReaderPane:
        return self._split.pane_widgets()[self._split.focused_side]

    @property
    def _passage(self) -> Passage | None:
        return self._pane.passage

    @property
    def _unit(self) -> Unit:
        return self._passage.unit if self._passage else Unit.SENTENCE

    @property
    def _line(self) -> int:
        return round(self._pane.look.unit * 1.5)

    @property
    def _reading(self) -> Reading | None:
        return self._split.side(self._split.focused_side).reading

    def _in_view(self) -> Passage | None:
        """Where the cursor appears: on what is linked with the other side's, else in view.

        That is where nothing has to be scrolled to show it.
        """
        pane = self._pane
        linked, extent = pane.companion, pane.uncovered_extent()
        if linked is not None and extent.top <= pane.places.line_top(linked) < extent.bottom:
            return pane.steps.at(linked.start, self._unit)
        if not pane.scrolled:
            return pane.steps.at(pane.position, self._unit)
        top = extent.top + (extent.bottom - extent.top) * AROUND
        found = pane.steps.at(pane.places.position_at(top), self._unit)
        if found is not None and pane.places.extent(found.span).top < top:
            return pane.steps.next(found)
        return found

    def _go(self, passage: Passage | None) -> None:
        if passage is not None:
            self._split.set_passage(self._split.focused_side, passage)

    def _extend(self, step: int) -> None:
        passage = self._passage
        self._go(self._pane.steps.extended(passage, step) if passage else self._in_view())

    def _jump(self, spans: Sequence[Span], step: int) -> None:
        """Go to the next of ``spans``, which are in order, in the direction of ``step``."""
        passage = self._passage
        start = passage.span.start if passage else -1
        starts = [span.start for span in spans]
        at = bisect_right(starts, start) if step > 0 else bisect_left(starts, start) - 1
        if 0 <= at < len(spans):
            self._split.select(self._split.focused_side, spans[at])

    def _lone(self) -> Sequence[Span]:
        return self._split.linking.pairing.lone[self._split.focused_side]

    def _speech(self) -> list[Span]:
        found = self._reading.quotations if self._reading else ()
        return sorted(quotation.span for quotation in found)

    def _names(self) -> list[Span]:
        found = self._reading.entities if self._reading else ()
        return sorted(mention for entity in found for mention in entity.mentions)
