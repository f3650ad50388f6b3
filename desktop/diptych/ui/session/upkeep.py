"""What keeps an open library sound: other processes that use it, and damage on the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from diptych.ui.jobs import Jobs
from diptych.workspace.workspace import Workspace

LOOK_AGAIN_AFTER = 2000
"""Milliseconds between two looks at a process that keeps the library which is open here too."""

_LANES = ("writer", "check", "mend")


class Upkeep(QObject):
    """Looks after one open library at a time."""

    taken_over = Signal()
    """The process that kept the library has ended, and this one keeps it now."""
    changed = Signal()
    """Another process, which keeps the library, has changed what there is to list."""
    outdated = Signal()
    """The library has to be opened again: another process made its catalogue anew."""
    damaged = Signal()
    """The library has to be opened again, and what is stored of it has to be built anew."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._version = 0
        self._is_checked = False
        self._mended: set[Path] = set()
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_AFTER)
        self._again.timeout.connect(self._look)

    def begin(self, workspace: Workspace) -> None:
        """Look after ``workspace`` from now on."""
        self._workspace, self._version, self._is_checked = workspace, 0, False
        if not workspace.is_writer:
            self._again.start()

    def end(self) -> None:
        """Look after nothing."""
        self._workspace = None
        self._again.stop()
        for lane in _LANES:
            self._jobs.drop(lane)

    def check(self) -> None:
        """Have all that is stored of the library read once, when there is nothing else to do."""
        workspace = self._workspace
        if workspace is None or self._is_checked or not workspace.is_writer:
            return
        self._is_checked = True

        def looked_through(_result: object) -> None:
            self.mend(lambda: None)

        self._jobs.follow("check", workspace.standing.check(), looked_through, looked_through)

    def mend(self, otherwise: Callable[[], None]) -> None:
        """Have the library opened again if it is damaged, else do what there is ``otherwise``.

        Once for each library: a disk that goes on damaging files is not to be hidden.
        """
        workspace = self._workspace

        def act(is_outdated: bool) -> None:
            if workspace is not self._workspace:
                return
            if is_outdated and workspace is not None and workspace.root not in self._mended:
                self._mended.add(workspace.root)
                self.damaged.emit()
            else:
                otherwise()

        if workspace is not None:
            self._jobs.start(
                "mend", workspace.standing.is_outdated, act, lambda _error: otherwise()
            )

    def _look(self) -> None:
        """See whether the process that keeps the library is still there, and what it has done."""
        workspace = self._workspace
        if workspace is None:
            return
        standing = workspace.standing
        self._jobs.start(
            "writer",
            lambda: (standing.take_over(), standing.is_outdated(), standing.version()),
            lambda seen: self._take(*seen),
            lambda _error: self._again.start(),
        )

    def _take(self, is_writer: bool, is_outdated: bool, version: int) -> None:
        if is_outdated:
            (self.damaged if is_writer else self.outdated).emit()
        elif is_writer:
            self.taken_over.emit()
        else:
            self._follow(version)

    def _follow(self, version: int) -> None:
        if version != self._version:
            self.changed.emit()
        self._version = version
        self._again.start()
