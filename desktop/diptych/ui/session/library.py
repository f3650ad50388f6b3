"""The open library: its list, its search, and the import behind them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.errors import DiptychError
from diptych.model.listing import Order
from diptych.ui.jobs import Jobs
from diptych.ui.session.upkeep import Upkeep
from diptych.workspace.importing import Refreshed
from diptych.workspace.workspace import Workspace

if TYPE_CHECKING:
    from diptych.library.watcher import Observed

LIST_AGAIN_AFTER = 300
"""Milliseconds between two refreshes of the list while files are being imported."""
_LETTING_GO = 30.0
"""Seconds that work under way has to let go of a library before it is opened again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list is to show."""

    query: str = ""
    order: Order = Order.DATE


class LibrarySession(QObject):
    """One library at a time: opens it, lists it, keeps it up to date."""

    opened = Signal(object)
    """The `Workspace`."""
    closing = Signal()
    open_failed = Signal(object, object)
    """The folder, and the exception that says why."""
    unsaved = Signal(object)
    """The library stays open: the exception says why its tags cannot be saved."""
    refresh_failed = Signal(object)
    """The exception that says why the folder could not be imported."""
    listed = Signal(object)
    """A `Listing`."""
    progressed = Signal(object)
    """`Progress` of the import; None when there is nothing to do."""
    files_changed = Signal(object)
    """The paths of articles whose files changed while the library was open."""
    tags_changed = Signal(object)
    """The paths of articles whose sidecars another program changed."""
    refreshed = Signal(object)
    """`Refreshed`: what an import changed."""
    regrouped = Signal()
    """Articles are in other stories than before."""
    taken_over = Signal()
    """The process that kept the library has ended; this one reads new files from now on."""
    mending = Signal()
    """What is stored of the library was damaged; it is opened again, and that is built anew."""
    _noticed = Signal(object)

    def __init__(
        self, jobs: Jobs, opener: Callable[[Path, bool], Workspace], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._opener = jobs, opener
        self._workspace: Workspace | None = None
        self._left: Workspace | None = None
        self._wanted = 0
        self._wish = Wish()
        self._stop = threading.Event()
        self._again = QTimer(self, singleShot=True, interval=LIST_AGAIN_AFTER)
        self._again.timeout.connect(self._list)
        self._is_refreshing = self._is_refresh_wanted = False
        self._noticed.connect(self._take_notice)
        self._upkeep = Upkeep(jobs, self)
        self._upkeep.changed.connect(self._list)
        self._upkeep.outdated.connect(self._open_again)
        self._upkeep.damaged.connect(self.mending)
        self._upkeep.damaged.connect(self._open_again)
        self._upkeep.taken_over.connect(self.taken_over)
        self._upkeep.taken_over.connect(self.refresh)

    @property
    def workspace(self) -> Workspace | None:
        """The library that is open."""
        return self._workspace

    def open(self, folder: Path, *, anew: bool = False) -> None:
        """Open ``folder`` in the place of the library that is open now, unless it is that one.

        With ``anew`` what was derived from its files is thrown away first. A library whose tags
        cannot be saved stays open.
        """
        root = folder.expanduser().absolute()
        if self._workspace is not None and self._workspace.root == root and not anew:
            self.refresh()
            return
        self._open(root, anew=anew)

    def _open(self, root: Path, *, anew: bool = False) -> None:
        error = self.save_everything()
        if error is not None:
            self.unsaved.emit(error)
            return
        if self._workspace is not None and self._workspace.root == root:
            self.close()
        self._wanted += 1
        number, left = self._wanted, self._left

        def made() -> Workspace:
            if left is not None and left.root == root:
                wait([left.ended], _LETTING_GO)
            return self._opener(root, anew)

        def failed(error: Exception) -> None:
            if number == self._wanted:
                self.open_failed.emit(root, error)

        # A lane of its own: a library that is no longer wanted when it is open has to be closed.
        self._jobs.start(f"library {number}", made, lambda made: self._take(number, made), failed)

    def save_everything(self) -> DiptychError | None:
        """Put all tags, corrections and drafts on disk; returns why that is not possible."""
        errors = self._workspace.save() if self._workspace is not None else []
        return errors[0] if errors else None

    def close(self) -> None:
        """Let go of the library; what runs for it is stopped."""
        self._stop.set()
        self._wanted += 1
        for lane in ("list", "refresh", "stories", "analyse"):
            self._jobs.drop(lane)
        self._again.stop()
        self._upkeep.end()
        self._is_refreshing = self._is_refresh_wanted = False
        if self._workspace is not None:
            self.closing.emit()
            self._workspace.close()
            self._left, self._workspace = self._workspace, None

    def show(self, wish: Wish) -> None:
        """List what ``wish`` asks for."""
        self._wish = wish
        self._list()

    def refresh(self) -> None:
        """Look for files that were added, changed or removed; import them in the background."""
        workspace = self._workspace
        if workspace is None:
            return
        if self._is_refreshing:
            self._is_refresh_wanted = True
            return
        self._is_refreshing = True
        self._stop = stop = threading.Event()
        self._jobs.start(
            "refresh",
            lambda: workspace.refresh(self.progressed.emit, stop),
            self._refreshed,
            self._refresh_failed,
        )

    def stop(self) -> None:
        """Stop the import; what is imported stays, the rest comes with the next start."""
        self._stop.set()

    def list_again(self) -> None:
        """Renew the list soon; several calls in a row renew it once."""
        if not self._again.isActive():
            self._again.start()

    def _take(self, number: int, workspace: Workspace) -> None:
        if number != self._wanted:
            workspace.close()
            return
        self.close()
        self._workspace = workspace
        self._upkeep.begin(workspace)
        self.opened.emit(workspace)
        self._list()
        self._jobs.start("watch", lambda: workspace.watch(self._notice), lambda _: None)
        self.refresh()

    def _list(self) -> None:
        workspace, wish = self._workspace, self._wish
        if workspace is None:
            return
        self._jobs.start(
            "list",
            lambda: workspace.listing(wish.query, wish.order),
            self.listed.emit,
            self._tell_failed,
        )

    def _open_again(self) -> None:
        """Open the same library once more: whatever of its cache is damaged is made anew then."""
        workspace = self._workspace
        if workspace is not None:
            self._open(workspace.root)

    def rebuild(self) -> None:
        """Throw what is derived from the files away and import them all again."""
        workspace = self._workspace
        if workspace is not None:
            self.open(workspace.root, anew=True)

    def _refreshed(self, refreshed: Refreshed) -> None:
        self._is_refreshing = False
        self.progressed.emit(None)
        self.refreshed.emit(refreshed)
        self._list()
        if self._is_refresh_wanted:
            self._is_refresh_wanted = False
            self.refresh()
        elif refreshed.is_complete:
            self._regroup()

    def _regroup(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return

        def follow(grouping: Future[list[list[str]]] | None) -> None:
            if grouping is None:
                self._analyse()
            else:
                self._jobs.follow("stories", grouping, self._regrouped)

        self._jobs.start("stories", workspace.regroup, follow)

    def _regrouped(self, _stories: list[list[str]]) -> None:
        self.regrouped.emit()
        self._list()
        self._analyse()

    def _analyse(self) -> None:
        """Read what nobody has opened yet, so that names and quotations are known of everything."""
        workspace, stop = self._workspace, self._stop
        if workspace is None or stop.is_set():
            return

        def analysed(number: int) -> None:
            self.progressed.emit(None)
            if number:
                self._list()

        self._jobs.start("analyse", lambda: workspace.analyse(self.progressed.emit, stop), analysed)
        self._upkeep.check()

    def _refresh_failed(self, error: Exception) -> None:
        self._is_refreshing = False
        self.progressed.emit(None)
        self._tell_failed(error)

    def _tell_failed(self, error: Exception) -> None:
        self._upkeep.mend(lambda: self.refresh_failed.emit(error))

    def _notice(self, observed: Observed) -> None:
        """Take what the watcher's thread saw to the window's own."""
        with contextlib.suppress(RuntimeError):  # the window is gone by now
            self._noticed.emit(observed)

    def _take_notice(self, observed: Observed) -> None:
        if observed.articles:
            self.files_changed.emit(observed.articles)
            self.refresh()
        if observed.sidecars:
            self.tags_changed.emit(observed.sidecars)
