"""A real window on a real library: only the threads are replaced by work done at once."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from diptych.settings import Places, Settings
from diptych.ui.jobs import ImmediateJobs
from diptych.ui.start import sample_library as users_sample
from diptych.ui.window.sessions import Services
from diptych.ui.window.window import MainWindow
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


@pytest.fixture
def make_window(qtbot, workers, saved):
    """A window as a person starts it; several may be made one after the other."""
    places = Places.of_user()

    def open_workspace(folder: Path, anew: bool) -> Workspace:
        return Workspace.open(folder, places, creator="Ines", workers=workers, anew=anew)

    def make(settings: Settings | None = None) -> MainWindow:
        services = Services(
            ImmediateJobs(), open_workspace, lambda: users_sample(places), saved.append
        )
        window = MainWindow(services, settings or Settings())
        qtbot.addWidget(window, before_close_func=lambda window: window.sessions.library.close())
        window.resize(1440, 900)
        window.show()
        return window

    return make


@pytest.fixture
def story_library(tmp_path) -> Path:
    """Four accounts of one story and an article that stands alone: quick to analyse."""
    library = tmp_path / "strait"
    library.mkdir()
    sample = files("diptych_resources") / "sample"
    for name in STORY:
        (library / name).write_bytes((sample / name).read_bytes())
    return library


@pytest.fixture
def window(make_window, story_library) -> MainWindow:
    """A window on a small library, everything imported and analysed."""
    window = make_window()
    window.open(story_library)
    return window


@pytest.fixture
def keys(qtbot, window):
    """Presses keys on whatever has the focus, as a person does."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def press(*sequences: str) -> None:
        for sequence in sequences:
            combination = QKeySequence(sequence)[0]
            target = QApplication.focusWidget() or window
            modifiers = combination.keyboardModifiers()
            if sequence.isupper() and len(sequence) == 1 and sequence.isalpha():
                modifiers = Qt.KeyboardModifier.NoModifier
            QTest.keyClick(target, combination.key(), modifiers)
            QApplication.processEvents()

    window.activateWindow()
    return press
