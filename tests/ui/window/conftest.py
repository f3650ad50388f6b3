"""A real window on a real library: only the threads are replaced by work done at once."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.window.seen import COURIER, RELAY

from diptych.settings import Places, Settings
from diptych.ui.jobs import ImmediateJobs, Jobs, ThreadJobs
from diptych.ui.start import sample_library as users_sample
from diptych.ui.window.sessions import Services
from diptych.ui.window.window import MainWindow
from diptych.workspace.last_seen import Seen
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace

STORY = (
    "northern-courier-strait-talks.txt",
    "lakeland-post-sarovia-talks.txt",
    "daily-relay-sarovia-negotiations.txt",
    "sky-ledger-strait-talks.txt",
    "island-quarterly-lighthouse-keeper.md",
)


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    workers = Workers(2)
    yield workers
    workers.close()


@pytest.fixture
def saved() -> list[Settings]:
    """The settings that a window has saved, the newest last."""
    return []


@dataclass(frozen=True, slots=True)
class Analysed:
    """A library, and the user's folders with everything that was found in it."""

    folder: Path
    kept: Path
    """A copy of ``folder`` as it was when all was found."""

    @property
    def library(self) -> Path:
        return self.folder / "strait"

    @property
    def places(self) -> Places:
        return Places(*(self.folder / name for name in ("config", "cache", "data")))

    def put_back(self) -> None:
        """Have everything as it was when all was found."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder)


@pytest.fixture(scope="session")
def analysed(tmp_path_factory, workers) -> Analysed:
    """Four accounts of one story and an article that stands alone, read and aligned once."""
    folder = tmp_path_factory.mktemp("analysed")
    analysed = Analysed(folder / "now", folder / "kept")
    analysed.library.mkdir(parents=True)
    sample = files("diptych_resources") / "sample"
    for name in STORY:
        (analysed.library / name).write_bytes((sample / name).read_bytes())
    workspace = Workspace.open(analysed.library, analysed.places, workers=workers)
    workspace.refresh()
    regrouping = workspace.regroup()
    assert regrouping is not None
    regrouping.result()
    workspace.analyse()
    for path in STORY:
        for aligning in workspace.comparing.relate(path):
            aligning.result()
        workspace.story(path).result()
    workspace.close()
    workspace.ended.result()
    shutil.copytree(analysed.folder, analysed.kept)
    return analysed


@pytest.fixture
def story_library(analysed) -> Path:
    """The library that is analysed already, as it was then."""
    analysed.put_back()
    return analysed.library


@pytest.fixture
def make_window(qtbot, workers, saved, analysed):
    """A window as a person starts it; several may be made one after the other."""
    places = analysed.places

    def open_workspace(folder: Path, anew: bool) -> Workspace:
        return Workspace.open(folder, places, creator="Ines", workers=workers, anew=anew)

    def make(
        settings: Settings | None = None, jobs: Jobs | None = None, seen: Sequence[Seen] = ()
    ) -> MainWindow:
        services = Services(
            jobs or ImmediateJobs(), open_workspace, lambda: users_sample(places), saved.append
        )
        window = MainWindow(services, settings or Settings(), seen)
        if jobs is None and not seen:
            services.jobs.failed = window.messages.error
        qtbot.addWidget(window, before_close_func=let_go)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


def let_go(window: MainWindow) -> None:
    if hasattr(window, "sessions"):  # else there is not more of it than a first frame
        window.sessions.library.close()


@pytest.fixture
def thread_jobs() -> Iterator[ThreadJobs]:
    """Real threads, for tests of what happens while something is under way."""
    jobs = ThreadJobs()
    yield jobs
    jobs.close()


@pytest.fixture
def window(make_window, story_library) -> MainWindow:
    """A window on a small library, everything imported and analysed, no article open."""
    window = make_window()
    window.open(story_library)
    for _ in (0, 1):
        window.reading.close()
    return window


@pytest.fixture
def keys(qtbot, window):
    """Presses keys on whatever has the focus, as a person does."""
    return partial(press, window)


def press(window: QWidget, *sequences: str) -> None:
    """Press one key after the other; a letter is its key, whatever its case."""
    for sequence in sequences:
        combination = QKeySequence(sequence)[0]
        target = QApplication.focusWidget() or window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


@pytest.fixture
def pair(window):
    """The window with two accounts side by side; the left one has the keys."""
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    window.parts.split.focus_side(0)
    return window
