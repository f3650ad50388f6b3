"""Keeps two panes at the same place of the story while one of them is scrolled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject

from diptych.model.links import Link
from diptych.text.spans import Span
from diptych.ui.reader.pairing import end
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.sync import Course, Tie, View


class CommonScrolling(QObject):
    """Scrolls the pane that is not being scrolled; panes are told by side, 0 and 1."""

    def __init__(self, panes: Sequence[ReaderPane], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = list(panes)
        self._links: tuple[Link, ...] = ()
        self._course: Course | None = None
        self._drift = 0.0
        self._is_following = False
        self.enabled = True
        for pane in panes:
            pane.verticalScrollBar().valueChanged.connect(lambda _, pane=pane: self._follow(pane))
            pane.layout_changed.connect(self._forget)

    def set_links(self, links: Sequence[Link]) -> None:
        """Scroll by these links, or in proportion where there are none."""
        self._links = tuple(links)
        self._drift = 0.0
        self._forget()

    def swap(self) -> None:
        """Take the panes in the other order; links are to be set anew."""
        self._panes.reverse()
        self.set_links(())

    def align(self, leader: int) -> None:
        """Bring the other pane to where pane ``leader`` is, if they scroll together."""
        self._follow(self._panes[leader])

    def scroll_alone(self, side: int, distance: int) -> None:
        """Scroll one pane by ``distance`` pixels and keep the two that far apart from now on."""
        pane = self._panes[side]
        self._scroll_quietly(pane, pane.scrolled + distance)
        expected = self._partner_scroll(0, 0.0)
        self._drift = self._panes[1].scrolled - expected

    def bring_level(self, side: int, span: Span, other: Span) -> None:
        """Scroll the other pane until ``other`` stands as high as ``span`` stands on ``side``."""
        pane, partner = self._panes[side], self._panes[1 - side]
        partner.reveal(other)  # loads the part that holds it
        height = pane.places.extent(span).top - pane.scrolled
        self._scroll_quietly(partner, partner.places.extent(other).top - height)

    def reveal_quietly(self, side: int, span: Span) -> None:
        """Show ``span`` on ``side`` while the other pane stays where it is."""
        was, self._is_following = self._is_following, True
        self._panes[side].reveal(span)
        self._is_following = was

    @contextmanager
    def held(self, leader: int) -> Iterator[None]:
        """Let both panes be laid out anew, each at its own place; then bring them together."""
        was, self._is_following = self._is_following, True
        try:
            yield
        finally:
            self._is_following = was
        self.align(leader)

    def _follow(self, leader: ReaderPane) -> None:
        if self._is_following or not self.enabled:
            return
        if not all(pane.isVisible() and pane.article.path for pane in self._panes):
            return
        side = self._panes.index(leader)
        self._scroll_quietly(self._panes[1 - side], self._partner_scroll(side, self._drift))

    def _scroll_quietly(self, pane: ReaderPane, value: float) -> None:
        was, self._is_following = self._is_following, True
        pane.scroll_to(value)
        self._is_following = was

    def _partner_scroll(self, side: int, drift: float) -> float:
        """Where the other pane belongs; ``drift`` fades out towards the ends of the article."""
        leader, partner = self._view(side), self._view(1 - side)
        scroll = float(self._panes[side].scrolled)
        near_end = min(scroll, leader.farthest - scroll) / max(1.0, leader.height / 2)
        apart = drift * min(1.0, max(0.0, near_end))
        course = self._course = self._course or self._new_course()
        if side == 0:
            return partner.scroll_for(course.to_right(leader.level(scroll))) + apart
        return partner.scroll_for(course.to_left(leader.level(scroll - apart)))

    def _new_course(self) -> Course:
        left, right = (pane.places for pane in self._panes)
        shown = [pane.shown.span for pane in self._panes]
        ties = []
        for link in self._links:
            if all(shown[side].covers(end(link, side)) for side in (0, 1)):
                a, b = left.extent(link.left), right.extent(link.right)
                ties.append(Tie(a.top, b.top, link.score))
                ties.append(Tie(a.bottom, b.bottom, link.score))
        return Course(ties, self._view(0).length, self._view(1).length)

    def _view(self, side: int) -> View:
        pane = self._panes[side]
        height = pane.viewport().height()
        return View(height, pane.verticalScrollBar().maximum() + height)

    def _forget(self) -> None:
        self._course = None
