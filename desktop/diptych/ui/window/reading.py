"""The panes: what is opened in them, what is marked, and where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.tagging.anchors import anchor, reanchor
from diptych.text.spans import Span
from diptych.ui.reader.passage import Unit
from diptych.ui.session.library import LibrarySession
from diptych.ui.session.reading import ReadingSession
from diptych.ui.window.parts import Parts
from diptych.ui.window.places import show_at
from diptych.workspace.personal import Personal, Place

_LINE = 60
"""Code points by which the top of the view is found again in a changed text."""


LONG_TEXT = 500_000
"""Code points beyond which passages are counted by paragraphs."""


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
        self._beside = ""
        """The path of an account that is wanted at the passage that is being read."""
        self._focus_wanted = 0
        self._coming_back: set[str] = set()
        self._sentences: tuple[str, list[Span]] = ("", [])
        session.article_opened.connect(self._show)
        for failed in (session.open_failed, library.open_failed):
            failed.connect(self._take_away)
        session.article_renewed.connect(self._renew)
        session.side_closed.connect(self._close)
        session.reading_ready.connect(self._mark)
        session.alignment_ready.connect(self._link)
        split = self._split
        split.passage_changed.connect(self._follow)
        split.side_focused.connect(self._focus)

    def open(self, path: str, other: bool, passage: Span | None = None) -> None:
        """Show ``path``, in the pane without the keys if ``other``, with ``passage`` selected."""
        if passage is not None:
            self._wanted[path] = passage
        self._beside = ""
        side = self._session.side_of(path)
        if side is not None:
            self._go_to(side, path)
            return
        self._session.open(path, self.side_for(other=other))

    def open_beside(self, path: str) -> None:
        """Show ``path`` in the pane without the keys, at the passage that is being read."""
        self._beside = path
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
            shown = self._split.article(side)
            if shown is not None and shown.path != path:
                self._split.clear_side(side)
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

    def is_open(self, path: str) -> bool:
        """Whether the article at ``path`` is in a pane."""
        return self._session.side_of(path) is not None

    def reading(self, article: Article) -> Reading | None:
        """What analysis has found in an open article so far."""
        return self._readings.get(article.sha256)

    def sentences(self) -> list[Span]:
        """The sentences of the article in the pane that has the keys, in order.

        Of a very long text the paragraphs stand for them: finding its sentences takes seconds.
        """
        article = self.article()
        if article is None:
            return []
        if self._sentences[0] != article.sha256:
            cursor = self._split.pane_widgets()[self._split.focused_side].steps
            unit = Unit.SENTENCE if len(article.text) <= LONG_TEXT else Unit.PARAGRAPH
            self._sentences = article.sha256, list(cursor.spans(unit))
        return self._sentences[1]

    def close(self) -> None:
        """Close the pane that has the keys; the other article moves to the left."""
        side = self._split.focused_side
        self._keep_place(side)
        self._session.close_side(side)
        left, right = self._session.article(0), self._session.article(1)
        if left is None and right is not None:
            self.swap()
        elif left is None:
            self._parts.focus_library()

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
        if self._split.article(side) != article:  # else it stands there since the first frame
            show_at(self._split, side, article, place)
        span = self._wanted.pop(article.path, None)
        if span is not None:
            self._split.select(side, span)
        if article.path in self._coming_back:
            self._coming_back.remove(article.path)
            if side == self._focus_wanted and not self._parts.is_typing:
                self._split.focus_side(side)
        elif article.path != self._beside:
            self._split.focus_side(side)
        self.article_shown.emit(side, article)
        self.panes_changed.emit()

    def _renew(self, side: int, article: Article) -> None:
        """Show the new text of a file, with the cursor on the same words."""
        before, state = self._split.article(side), self._split.state(side)
        if before is None:
            return
        span = _followed(state.span, before.text, article.text) if state.span else None
        top = _followed(_line_from(state.position, before.text), before.text, article.text)
        position = top.start if top is not None else min(state.position, len(article.text))
        self._split.show_article(side, article, position=position)
        self._split.restore(side, replace(state, path=article.path, span=span, position=position))
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

    def _take_away(self) -> None:
        """Close what was shown in the first frame and then could not be opened."""
        for side in (0, 1):
            if self._session.article(side) is None and self._split.article(side) is not None:
                self._close(side)

    def _make_room(self) -> None:
        opened = (self._session.article(side) or self._split.article(side) for side in (0, 1))
        self._parts.set_articles(sum(article is not None for article in opened))

    def _mark(self, reading: Reading) -> None:
        opened = [self._session.article(side) for side in (0, 1)]
        texts = {article.sha256 for article in opened if article is not None}
        if reading.text_sha256 not in texts:
            return
        self._readings = {text: one for text, one in self._readings.items() if text in texts}
        self._readings[reading.text_sha256] = reading
        self._split.show_reading(reading)
        self.read.emit(reading)

    def _link(self, alignment: Alignment | None) -> None:
        self._split.show_alignment(alignment)
        if alignment is not None and self._beside and self.is_open(self._beside):
            self._select_counterpart()

    def _select_counterpart(self) -> None:
        self._beside = ""
        side = self._split.focused_side
        span = self._split.counterpart(side)
        if span is not None:
            self._split.select(1 - side, span)

    def _follow(self, side: int, span: Span) -> None:
        article = self._session.article(side)
        if article is None or side != self._split.focused_side:
            return
        self._session.rest_on(article.path, span)
        self.passage_changed.emit(article.path, span)

    def _focus(self, side: int) -> None:
        article, span = self._session.article(side), self._split.passage(side)
        if article is not None and span is not None:
            self._follow(side, span)

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


def _line_from(position: int, text: str) -> Span:
    """The words at ``position``, as many as tell them from others."""
    return Span(position, min(len(text), position + _LINE))


def _followed(span: Span, before: str, after: str) -> Span | None:
    """Where the words of ``span`` are in the text ``after``; None where they are gone."""
    return reanchor(anchor(before, span), after).span
