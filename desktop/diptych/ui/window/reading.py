"""The panes: what is opened in them, what is marked, and where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.analysis.wording import wording_difference
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.text.spans import Span
from diptych.ui.reader.gutter import Lone
from diptych.ui.reader.passage import Unit
from diptych.ui.reader.side import PaneState
from diptych.ui.session.library import LibrarySession
from diptych.ui.session.reading import ReadingSession
from diptych.ui.window.parts import Parts
from diptych.workspace.accounts import LonePassage
from diptych.workspace.personal import Personal, Place


class ReadingController(QObject):
    """Joins the two panes with the articles that are open."""

    article_shown = Signal(int, object)
    """Side and `Article`; its tags are wanted now."""
    panes_changed = Signal()
    """Which articles are open, or on which side."""
    passage_changed = Signal(str, object)
    """Path and `Span` of the passage under the cursor of the pane with the keys."""
    read = Signal(object)
    """The `Reading` of an open article."""

    def __init__(
        self, parts: Parts, session: ReadingSession, library: LibrarySession, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._session, self._library = parts, session, library
        self._split = parts.split
        self._readings: dict[str, Reading] = {}
        self._wanted: dict[str, Span] = {}
        self._counterpart_wanted = False
        self._focus_wanted = 0
        self._coming_back: set[str] = set()
        self._sentences: tuple[str, list[Span]] = ("", [])
        session.article_opened.connect(self._show)
        session.side_closed.connect(self._close)
        session.reading_ready.connect(self._mark)
        session.alignment_ready.connect(self._link)
        session.lones_ready.connect(self._ring)
        split = self._split
        split.passage_changed.connect(self._follow)
        split.side_focused.connect(self._focus)

    def open(self, path: str, other: bool, passage: Span | None = None) -> None:
        """Show ``path``, in the pane without the keys if ``other``, with ``passage`` selected."""
        if passage is not None:
            self._wanted[path] = passage
        side = self._session.side_of(path)
        if side is not None:
            self._go_to(side, path)
            return
        self._session.open(path, self.side_for(other=other))

    def open_beside(self, path: str) -> None:
        """Show ``path`` in the pane without the keys, at the passage that is being read."""
        self._counterpart_wanted = True
        if self._session.side_of(path) is None:
            self._session.open(path, self.side_for(other=True))
        else:
            self._select_counterpart()

    def side_for(self, *, other: bool) -> int:
        """Where an article is opened: an empty split view is filled from the left."""
        focused = self._split.focused_side
        if self._session.article(0) is None:
            return 0
        if self._session.article(1) is None:
            return 1 if other else 0
        return 1 - focused if other else focused

    def come_back(self, paths: Sequence[str], focused: int) -> None:
        """Open what was open before, from the left; the side ``focused`` gets the keys.

        An empty path is an empty pane.
        """
        self._focus_wanted = focused
        self._coming_back = {path for path in paths if path}
        for side, path in enumerate(paths):
            if path:
                self._session.open(path, side)

    def article(self) -> Article | None:
        """The article in the pane that has the keys."""
        return self._session.article(self._split.focused_side)

    def other_article(self) -> Article | None:
        """The article in the other pane."""
        return self._session.article(1 - self._split.focused_side)

    def passage(self) -> tuple[Article, Span] | None:
        """The passage under the cursor of the pane that has the keys."""
        article = self.article()
        span = self._split.passage(self._split.focused_side)
        return (article, span) if article is not None and span is not None else None

    def reading(self, article: Article) -> Reading | None:
        """What analysis has found in an open article so far."""
        return self._readings.get(article.sha256)

    def sentences(self) -> list[Span]:
        """The sentences of the article in the pane that has the keys, in order."""
        article = self.article()
        if article is None:
            return []
        if self._sentences[0] != article.sha256:
            cursor = self._split.pane_widgets()[self._split.focused_side].steps
            self._sentences = article.sha256, list(cursor.spans(Unit.SENTENCE))
        return self._sentences[1]

    def close(self) -> None:
        """Close the pane that has the keys; the other article moves to the left."""
        side = self._split.focused_side
        self._keep_place(side)
        self._session.close_side(side)
        left, right = self._session.article(0), self._session.article(1)
        if left is None and right is not None:
            self.swap()

    def swap(self) -> None:
        """Exchange the two panes; the keys stay with their article."""
        self._split.swap()
        self._session.swap()
        self.panes_changed.emit()

    def keep_places(self) -> None:
        """Note what is open and where the reader is in it."""
        for side in (0, 1):
            self._keep_place(side)
        articles = (self._session.article(0), self._session.article(1))
        opened = tuple(article.path if article else "" for article in articles)
        self._update_personal(partial(_with_opened, opened, self._split.focused_side))

    def _show(self, side: int, article: Article, place: Place) -> None:
        self._keep_place(side)
        self._make_room()
        self._split.show_article(side, article, position=place.top)
        span = self._wanted.pop(article.path, None)
        if span is not None:
            self._split.select(side, span)
        elif place.end > place.start and place.end <= len(article.text):
            state = PaneState(article.path, place.top, Span(place.start, place.end))
            self._split.restore(side, state)
        if article.path in self._coming_back:
            self._coming_back.remove(article.path)
            if side == self._focus_wanted:
                self._split.focus_side(side)
        elif not self._counterpart_wanted and not self._parts.search.hasFocus():
            self._split.focus_side(side)
        self.article_shown.emit(side, article)
        self.panes_changed.emit()

    def _go_to(self, side: int, path: str) -> None:
        span = self._wanted.pop(path, None)
        self._split.focus_side(side)
        if span is not None:
            self._split.select(side, span)

    def _close(self, side: int) -> None:
        self._split.clear_side(side)
        self._make_room()
        self.panes_changed.emit()

    def _make_room(self) -> None:
        opened = (self._session.article(side) for side in (0, 1))
        self._parts.set_articles(sum(article is not None for article in opened))

    def _mark(self, reading: Reading) -> None:
        self._readings[reading.text_sha256] = reading
        self._split.show_reading(reading)
        self.read.emit(reading)

    def _link(self, alignment: Alignment | None) -> None:
        self._split.show_alignment(alignment)
        if alignment is not None:
            if self._counterpart_wanted:
                self._select_counterpart()
            self._show_wording()

    def _ring(self, left: tuple[LonePassage, ...], right: tuple[LonePassage, ...]) -> None:
        """Ring what the facing account does not tell, twice what no other account tells."""
        found = [(side, lone) for side, lones in enumerate((left, right)) for lone in lones]
        self._split.show_lones(
            [Lone(side, lone.span, lone.is_only_here, self._told(lone)) for side, lone in found]
        )
        for side, lones in enumerate((left, right)):
            only = sum(lone.is_only_here for lone in lones)
            article = self._session.article(side)
            chips = [self.tr("%n only here", "", only)] if only else []
            self._split.set_chips(side, [*chips, *(article.credits if article else ())])

    def _told(self, lone: LonePassage) -> str:
        if not lone.others:
            return self.tr("Not found in the facing account")
        if lone.is_only_here:
            return self.tr("Found in no other account of this story")
        return self.tr("Not found in the facing account; {told} of {others} others tell it").format(
            told=lone.told_by, others=lone.others
        )

    def _select_counterpart(self) -> None:
        self._counterpart_wanted = False
        side = self._split.focused_side
        span = self._split.counterpart(side)
        if span is not None:
            self._split.select(1 - side, span)

    def _follow(self, side: int, span: Span) -> None:
        article = self._session.article(side)
        if article is None or side != self._split.focused_side:
            return
        self._session.rest_on(article.path, span)
        self._show_wording()
        self.passage_changed.emit(article.path, span)

    def _focus(self, side: int) -> None:
        article, span = self._session.article(side), self._split.passage(side)
        if article is not None and span is not None:
            self._follow(side, span)

    def _show_wording(self) -> None:
        """Mark the words in which the passage and its counterpart differ, on both sides."""
        side = self._split.focused_side
        here, there = self._session.article(side), self._session.article(1 - side)
        span, counterpart = self._split.passage(side), self._split.counterpart(side)
        if here is None or there is None or span is None or counterpart is None:
            self._split.show_wording(0, ())
            self._split.show_wording(1, ())
            return
        difference = wording_difference(here.text, span, there.text, counterpart)
        self._split.show_wording(side, difference.left)
        self._split.show_wording(1 - side, difference.right)

    def _keep_place(self, side: int) -> None:
        article = self._split.article(side)
        if article is None:
            return
        state = self._split.state(side)
        span = state.span or Span(0, 0)
        place = Place(span.start, span.end, state.position)
        self._update_personal(partial(Personal.with_place, path=state.path, place=place))

    def _update_personal(self, change: Callable[[Personal], Personal]) -> None:
        workspace = self._library.workspace
        if workspace is not None:
            workspace.personal.update(change)


def _with_opened(opened: tuple[str, ...], focused: int, personal: Personal) -> Personal:
    return replace(personal, opened=opened, focused=focused)
