"""The window drawn to a picture, as it looks when everything is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from diptych.errors import LibraryError, StorageError
from diptych.model.links import Link
from diptych.settings import Places, Settings, ThemeChoice
from diptych.ui.jobs import ImmediateJobs
from diptych.ui.session.reading import INSPECT_AFTER
from diptych.ui.start import make_application, services
from diptych.ui.window.window import MainWindow
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be drawn."""

    library: Path
    size: QSize
    theme: ThemeChoice = ThemeChoice.LIGHT
    articles: tuple[str, ...] = ()
    """The paths of what stands in the panes; empty for the two that share most."""


def draw_window(scene: Scene, picture: Path, places: Places) -> None:
    """Draw the window to ``picture``, a PNG file.

    Raises:
        LibraryError: the library cannot be opened, or has nothing that could be read.
        StorageError: the picture could not be written.
    """
    application = make_application()
    workers = Workers(2)
    settings = Settings(theme=scene.theme)
    try:
        window = MainWindow(services(places, settings, ImmediateJobs(), lambda: workers), settings)
        window.resize(scene.size)
        window.show()
        window.open(scene.library)
        workspace = window.sessions.library.workspace
        if workspace is None:
            raise LibraryError("“{folder}” could not be opened.", folder=scene.library)
        for number, path in enumerate(scene.articles or _telling_pair(workspace)):
            window.reading.open(path, other=number > 0)
        _rest(INSPECT_AFTER)
        _go_to_a_telling_passage(window, workspace)
        _rest(3 * INSPECT_AFTER)
        application.processEvents()
        if not window.grab().save(str(picture), "PNG"):
            raise StorageError("The picture “{name}” could not be written.", name=picture)
        window.close()
    finally:
        workers.close()


def _telling_pair(workspace: Workspace) -> Sequence[str]:
    """The two accounts of the largest story that have most in common without being the same."""
    stories = sorted(workspace.stories.stories, key=len, reverse=True)
    if not stories:
        return [entry.path for entry in workspace.entries() if not entry.problem][:1]
    articles = [workspace.article(path) for path in stories[0]]
    dated = sorted(articles, key=lambda article: (not article.published, article.published))
    first = dated[0]
    shared = {
        other.path: len(workspace.analyses.alignment(first, other).result().links)
        for other in articles
        if other is not first
    }
    return first.path, max(shared, key=shared.__getitem__)


def _go_to_a_telling_passage(window: MainWindow, workspace: Workspace) -> None:
    """Put the cursor on a linked passage with reported speech, well inside the article."""
    split = window.parts.split
    left, right = split.article(0), split.article(1)
    if left is None or right is None:
        return
    split.focus_side(0)
    links = workspace.analyses.alignment(left, right).result().links
    quotations = [one.span for one in workspace.analyses.reading(left).result().quotations]

    def value(link: Link) -> tuple[bool, bool, float]:
        speaks = any(span.overlaps(link.left) for span in quotations)
        inside = len(left.text) * 0.15 < link.left.start < len(left.text) * 0.6
        return speaks, inside, -abs(link.score - 0.75)

    if links:
        split.select(0, max(links, key=value).left)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
