"""Keeps two panes at the same place of the story while one of them is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diptych.text.spans import Span
from diptych.ui.reader.pairing import end
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.sync import Course, Tie, View

if TYPE_CHECKING:
    from diptych.model.links import Link


class CommonScrolling(QObject):
    """Scrolls the pane that is not being scrolled; panes are told by side, 0 and 1."""

    def __init__(self, panes: Sequence[ReaderPane], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = list(panes)
        self._leader = self._panes[0]
        self._links: tuple[Link, ...] = ()
        self._course: Course | None = None
        self._drift = 0.0  # by scrolling one pane alone; stays
        self._lean = 0.0  # by bringing passages level; fades
        self._lean_at = (0.0, 0.0)
        self._is_following = False
        self.enabled = True
        for pane in panes:
            pane.moved.connect(lambda pane=pane: self._follow(pane))
            pane.turned.connect(lambda: self._follow(self._leader))
            pane.layout_changed.connect(self._forget)

    def set_links(self, links: Sequence[Link]) -> None:
        """Scroll by these links, or in proportion where there are none."""
        self._links = tuple(links)
        self._drift = self._lean = 0.0
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
        self._lean = 0.0
        self._drift = self._panes[1].scrolled - self._expected(0, float(self._panes[0].scrolled))

    def bring_level(self, side: int, span: Span, other: Span) -> None:
        """Scroll the other pane until ``other`` stands as high as ``span`` stands on ``side``.

        As the panes are scrolled on, they go back to where the links want them within one view.
        """
        pane, partner = self._panes[side], self._panes[1 - side]
        with self._quietly():
            partner.reveal(other)  # loads the part that holds it
            height = pane.places.line_top(span) - pane.scrolled
            partner.scroll_to(partner.places.line_top(other) - height)
        left, right = (float(pane.scrolled) for pane in self._panes)
        inside = self._inside(0, left)
        self._lean_at = left, right
        self._lean = (right - self._expected(0, left)) / inside - self._drift if inside > 0.1 else 0

    @contextmanager
    def held(self, leader: int) -> Iterator[None]:
        """Let both panes be laid out anew, each at its own place; then bring them together."""
        with self._quietly():
            yield
        self.align(leader)

    def _follow(self, leader: ReaderPane) -> None:
        if self._is_following or not self.enabled:
            return
        if not all(pane.isVisible() and pane.article.path for pane in self._panes):
            return
        self._leader = leader
        side, scroll = self._panes.index(leader), float(leader.scrolled)
        if self._has_parts:
            self._open_opposite(side, scroll - side * self._apart(side))
        self._scroll_quietly(self._panes[1 - side], self._expected(side, scroll, self._apart(side)))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Scroll without the other pane following."""
        was, self._is_following = self._is_following, True
        try:
            yield
        finally:
            self._is_following = was

    def _scroll_quietly(self, pane: ReaderPane, value: float) -> None:
        with self._quietly():
            pane.scroll_to(value)

    def _expected(self, side: int, scroll: float, apart: float = 0.0) -> float:
        """Where the other pane belongs when ``side`` is at ``scroll``.

        ``apart`` is how much further down than the links say the right pane is to be.
        """
        leader, partner = self._view(side), self._view(1 - side)
        if side == 0:
            return partner.scroll_for(self._across(side, leader.level(scroll))) + apart
        return partner.scroll_for(self._across(side, leader.level(scroll - apart)))

    def _across(self, side: int, level: float) -> float:
        """The height on the other side that belongs to the height ``level`` on ``side``."""
        if self._has_parts:
            position = self._opposite(side, level)
            return self._panes[1 - side].places.extent(Span(position, position)).top
        return self._crossing(side)(level)

    def _opposite(self, side: int, level: float) -> int:
        """The position in the other article that belongs to the height ``level`` on ``side``."""
        return round(self._crossing(side)(float(self._panes[side].places.position_at(level))))

    def _open_opposite(self, side: int, scroll: float) -> None:
        """Have the part of the other article laid out to which the links lead, and some around."""
        partner, view = self._panes[1 - side], self._view(1 - side)
        position = self._opposite(side, self._view(side).level(scroll))
        height, part = partner.places.extent(Span(position, position)).top, partner.shown.part
        is_early = part.has_before and height < view.height
        if is_early or (part.has_after and height > view.length - view.height):
            with self._quietly():
                partner.open_around(position)

    def _apart(self, side: int) -> float:
        """How far apart the reader has put the panes: nothing at the ends of the article."""
        scroll = float(self._panes[side].scrolled)
        way = abs(scroll - self._lean_at[side]) / max(1.0, self._view(side).height)
        return self._inside(side, scroll) * (self._drift + self._lean * max(0.0, 1.0 - way))

    def _inside(self, side: int, scroll: float) -> float:
        """From 0 at the ends of the article to 1 where both are half a view away."""
        view = self._view(side)
        near = min(scroll, view.farthest - scroll) / max(1.0, view.height / 2)
        return min(1.0, max(0.0, near))

    @property
    def _has_parts(self) -> bool:
        """Whether heights tell nothing of the whole articles, as not all of them is laid out."""
        return any(pane.shown.part.count > 1 for pane in self._panes)

    def _crossing(self, side: int) -> Callable[[float], float]:
        """What leads across from ``side``: by heights, or by positions where there are parts."""
        if self._course is None:
            self._course = self._course_of_words() if self._has_parts else self._new_course()
        return self._course.to_left if side else self._course.to_right

    def _course_of_words(self) -> Course:
        ties = (Tie(link.left.start, link.right.start, link.score) for link in self._links)
        left, right = (len(pane.article.text) for pane in self._panes)
        return Course(ties, left, right)

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
