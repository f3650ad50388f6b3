"""The story that is being read: what its accounts tell of one another, asked for and followed."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from diptych.model.story import Story, StoryAnalysis
from diptych.ui.jobs import Jobs
from diptych.workspace.workspace import Workspace

_log = logging.getLogger(__name__)

_LANE = "story"


class StorySession(QObject):
    """Asks for one story at a time, that of the article in hand."""

    story_ready = Signal(object)
    """A `Story`."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Ask in ``workspace`` from now on."""
        self._jobs.drop(_LANE)
        self._workspace = workspace

    def look_at(self, path: str) -> None:
        """Find out about the story of the article at ``path``; newer wishes replace older ones."""
        workspace = self._workspace
        if workspace is None:
            return
        self._jobs.start(
            _LANE,
            lambda: workspace.story(path),
            lambda future: self._jobs.follow(_LANE, future, partial(self._take, workspace), _note),
            _note,
        )

    def _take(self, workspace: Workspace, analysis: StoryAnalysis) -> None:
        def told() -> Story:
            return Story(analysis, {path: workspace.article(path) for path in analysis.accounts})

        self._jobs.start(_LANE, told, self.story_ready.emit, _note)


def _note(error: Exception) -> None:
    """Log why something beside the text is missing: why it cannot be had was told already."""
    _log.info("no story: %s", error)
