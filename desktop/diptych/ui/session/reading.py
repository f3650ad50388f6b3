"""The articles in the panes, and what is known of them and between them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.workspace.queue import Priority
from diptych.workspace.workspace import Workspace

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)

INSPECT_AFTER = 150
"""Milliseconds the cursor rests on a passage before the inspector follows it."""


class ReadingSession(QObject):
    """Which article is in which pane; asks for their analysis, what is on screen first."""

    article_opened = Signal(int, object, object)
    """Side, `Article`, and the `Place` where reading was left off."""
    article_renewed = Signal(int, object)
    """Side, and the `Article` there with the new text of its file."""
    side_closed = Signal(int)
    reading_ready = Signal(object)
    """A `Reading`, of whatever article it is."""
    alignment_ready = Signal(object)
    """The `Alignment` from the left to the right pane, or None."""
    accounts_ready = Signal(object)
    """`Accounts` of the passage under the cursor."""
    lones_ready = Signal(object, object)
    """The `LonePassage`s of the left and of the right article, each a tuple."""
    open_failed = Signal(str, object)
    """A path and the exception that says why it did not open."""
    reading_failed = Signal(object, object)
    """The `Article`, which can be read all the same, and why it was not analysed."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._articles: list[Article | None] = [None, None]
        self._passage: tuple[str, Span] | None = None
        self._lanes: set[str] = set()
        self._resting = QTimer(self, singleShot=True, interval=INSPECT_AFTER)
        self._resting.timeout.connect(self._ask_for_accounts)
        self._related_lately = QTimer(self, singleShot=True, interval=INSPECT_AFTER)
        self._related_lately.timeout.connect(self._ask_for_lones)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Read in ``workspace`` from now on; both panes are emptied."""
        for side in (0, 1):
            self.close_side(side)
        for lane in self._lanes:
            self._jobs.drop(lane)
        self._resting.stop()
        self._related_lately.stop()
        self._passage = None
        self._workspace = workspace

    def article(self, side: int) -> Article | None:
        """What is in the pane on ``side`` (0 left, 1 right)."""
        return self._articles[side]

    def side_of(self, path: str) -> int | None:
        """The side on which the article at ``path`` is open."""
        for side, article in enumerate(self._articles):
            if article is not None and article.path == path:
                return side
        return None

    def open(self, path: str, side: int) -> None:
        """Show the article at ``path`` on ``side``."""
        workspace = self._workspace
        if workspace is None:
            return
        self._jobs.start(
            self._lane(f"open {side}"),
            lambda: (workspace.article(path), workspace.personal.place(path)),
            lambda found: self._show(side, *found),
            lambda error: self.open_failed.emit(path, error),
        )

    def renew(self, article: Article, path: str = "") -> None:
        """Show what the file of ``article`` holds now, where it is open; its reader stays there.

        ``path`` is what the file is called now, if that is not what it was called.
        """
        side, workspace = self.side_of(article.path), self._workspace
        if side is None or workspace is None:
            return
        path = path or article.path

        def show(new: Article) -> None:
            now = self.side_of(article.path)
            known = (article.sha256, article.path)
            if now is not None and known != (new.sha256, new.path):
                self._articles[now] = new
                self.article_renewed.emit(now, new)
                self._begin(now, new)

        self._jobs.start(
            self._lane(f"renew {side}"),
            lambda: workspace.article(path),
            show,
            lambda error: self.open_failed.emit(path, error),
        )

    def read_again(self, article: Article) -> None:
        """Have ``article``, which is open, analysed after that has failed."""
        side = self.side_of(article.path)
        if side is not None:
            self._begin(side, article)

    def relate_again(self) -> None:
        """Relate what is open anew: articles are in other stories than before."""
        for side, article in enumerate(self._articles):
            if article is not None:
                self._relate(side, article)
        self._related_lately.start()
        self._resting.start()

    def correct_again(self) -> None:
        """Show what is open as its readers have it now; nothing is analysed for that."""
        for side, article in enumerate(self._articles):
            if article is not None:
                self._read(side, article)
        self._ask_for_alignment()
        self._related_lately.start()
        self._resting.start()

    def close_side(self, side: int) -> None:
        """Empty the pane on ``side``."""
        self._jobs.drop(f"open {side}")
        if self._articles[side] is None:
            return
        self._articles[side] = None
        self.side_closed.emit(side)
        self._align()

    def swap(self) -> None:
        """Exchange the two sides; the panes do the same on their own."""
        self._articles.reverse()
        self._align()

    def rest_on(self, path: str, passage: Span) -> None:
        """Tell that the cursor is on ``passage``; once it rests there its accounts are found."""
        self._passage = path, passage
        self._resting.start()

    def _show(self, side: int, article: Article, place: object) -> None:
        self._articles[side] = article
        self.article_opened.emit(side, article, place)
        self._begin(side, article)

    def _begin(self, side: int, article: Article) -> None:
        self._read(side, article)
        self._align()
        self._relate(side, article)

    def _read(self, side: int, article: Article) -> None:
        workspace = self._workspace
        assert workspace is not None
        self._follow_later(
            f"read {side}",
            lambda: workspace.found.reading(article, Priority.SCREEN),
            self.reading_ready.emit,
            lambda error: self.reading_failed.emit(article, error),
        )

    def _align(self) -> None:
        for lane in ("align", "lones"):  # what is under way is of other sides
            self._jobs.drop(lane)
        self.alignment_ready.emit(None)
        self._ask_for_alignment()

    def _ask_for_alignment(self) -> None:
        workspace, (left, right) = self._workspace, self._articles
        if workspace is None or left is None or right is None:
            return
        self._follow_later(
            "align",
            lambda: workspace.found.alignment(left, right, Priority.SCREEN),
            self._aligned,
            _note,
        )

    def _aligned(self, alignment: Alignment) -> None:
        self.alignment_ready.emit(alignment)
        self._related_lately.start()

    def _relate(self, side: int, article: Article) -> None:
        """Have ``article`` aligned with the other accounts of its story, for the inspector."""
        workspace = self._workspace
        assert workspace is not None

        def follow(futures: list[Future[Alignment]]) -> None:
            for number, future in enumerate(futures):
                lane = self._lane(f"relate {side} {number}")
                self._jobs.follow(lane, future, self._related, _note)

        lane = self._lane(f"relate {side}")
        self._jobs.start(lane, partial(workspace.comparing.relate, article.path), follow, _note)

    def _ask_for_lones(self) -> None:
        workspace, (left, right) = self._workspace, self._articles
        if workspace is None or left is None or right is None:
            return
        self._jobs.start(
            self._lane("lones"),
            lambda: (
                workspace.comparing.lone_passages(left.path, right.path),
                workspace.comparing.lone_passages(right.path, left.path),
            ),
            lambda found: self.lones_ready.emit(*found),
            _note,
        )

    def _related(self, _alignment: Alignment) -> None:
        self._related_lately.start()
        if self._passage is not None and not self._resting.isActive():
            self._resting.start()

    def _ask_for_accounts(self) -> None:
        workspace, passage = self._workspace, self._passage
        if workspace is None or passage is None:
            return
        lane = self._lane("accounts")
        # Without them the text can be read all the same; a file that is gone is told of elsewhere.
        self._jobs.start(
            lane, lambda: workspace.comparing.accounts(*passage), self.accounts_ready.emit, _note
        )

    def _follow_later(
        self,
        lane: str,
        ask: Callable[[], Future[Answer]],
        then: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask off the window's thread, since asking looks into the catalogue; then wait there."""
        self._jobs.start(
            self._lane(lane),
            ask,
            lambda future: self._jobs.follow(lane, future, then, failed),
            failed,
        )

    def _lane(self, name: str) -> str:
        """``name``, which is remembered: another library makes what is under way on it stale."""
        self._lanes.add(name)
        return name


def _note(error: Exception) -> None:
    """Log why something beside the text is missing: why it cannot be had was told already."""
    _log.info("not related: %s", error)
