"""The articles in the panes, and what is known of them and between them."""

from __future__ import annotations

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

INSPECT_AFTER = 150
"""Milliseconds the cursor rests on a passage before the inspector follows it."""


class ReadingSession(QObject):
    """Which article is in which pane; asks for their analysis, what is on screen first."""

    article_opened = Signal(int, object, object)
    """Side, `Article`, and the `Place` where reading was left off."""
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

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._articles: list[Article | None] = [None, None]
        self._passage: tuple[str, Span] | None = None
        self._resting = QTimer(self, singleShot=True, interval=INSPECT_AFTER)
        self._resting.timeout.connect(self._ask_for_accounts)
        self._related_lately = QTimer(self, singleShot=True, interval=INSPECT_AFTER)
        self._related_lately.timeout.connect(self._ask_for_lones)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Read in ``workspace`` from now on; both panes are emptied."""
        for side in (0, 1):
            self.close_side(side)
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
            f"open {side}",
            lambda: (workspace.article(path), workspace.personal.place(path)),
            lambda found: self._show(side, *found),
            lambda error: self.open_failed.emit(path, error),
        )

    def renew(self, article: Article) -> None:
        """Show ``article`` anew where it is open, if the words of its file have changed."""
        side, workspace = self.side_of(article.path), self._workspace
        if side is None or workspace is None:
            return

        def show(new: Article) -> None:
            if new.sha256 != article.sha256 and self.side_of(article.path) == side:
                self._show(side, new, workspace.personal.place(article.path))

        self._jobs.start(f"open {side}", lambda: workspace.article(article.path), show)

    def close_side(self, side: int) -> None:
        """Empty the pane on ``side``."""
        if self._articles[side] is None:
            return
        self._jobs.drop(f"open {side}")
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
        self._read(side, article)
        self._align()
        self._relate(article)

    def _read(self, side: int, article: Article) -> None:
        workspace = self._workspace
        assert workspace is not None
        self._follow_later(
            f"read {side}",
            lambda: workspace.analyses.reading(article, Priority.SCREEN),
            self.reading_ready.emit,
        )

    def _align(self) -> None:
        workspace, (left, right) = self._workspace, self._articles
        self._jobs.drop("align")
        self.alignment_ready.emit(None)
        if workspace is None or left is None or right is None:
            return
        self._follow_later(
            "align",
            lambda: workspace.analyses.alignment(left, right, Priority.SCREEN),
            self._aligned,
        )

    def _aligned(self, alignment: Alignment) -> None:
        self.alignment_ready.emit(alignment)
        self._related_lately.start()

    def _relate(self, article: Article) -> None:
        """Have ``article`` aligned with the other accounts of its story, for the inspector."""
        workspace = self._workspace
        assert workspace is not None

        def follow(futures: list[Future[Alignment]]) -> None:
            for number, future in enumerate(futures):
                self._jobs.follow(f"relate {number}", future, self._related, lambda _error: None)

        self._jobs.start("relate", partial(workspace.relate, article.path), follow)

    def _ask_for_lones(self) -> None:
        workspace, (left, right) = self._workspace, self._articles
        if workspace is None or left is None or right is None:
            return
        self._jobs.start(
            "lones",
            lambda: (
                workspace.lone_passages(left.path, right.path),
                workspace.lone_passages(right.path, left.path),
            ),
            lambda found: self.lones_ready.emit(*found),
        )

    def _related(self, _alignment: Alignment) -> None:
        self._related_lately.start()
        if self._passage is not None and not self._resting.isActive():
            self._resting.start()

    def _ask_for_accounts(self) -> None:
        workspace, passage = self._workspace, self._passage
        if workspace is None or passage is None:
            return
        self._jobs.start("accounts", lambda: workspace.accounts(*passage), self.accounts_ready.emit)

    def _follow_later(
        self,
        lane: str,
        ask: Callable[[], Future[Answer]],
        then: Callable[[Answer], None],
    ) -> None:
        """Ask off the window's thread, since asking looks into the catalogue; then wait there."""
        self._jobs.start(lane, ask, lambda future: self._jobs.follow(lane, future, then))
