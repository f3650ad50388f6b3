"""From a command line without a command to a window on the screen."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from diptych import __version__
from diptych.errors import StorageError
from diptych.settings import Places, Settings, creator_name, load_settings, save_settings
from diptych.storage import could_not_save, is_there, private_folder
from diptych.ui.handover import Handover
from diptych.ui.jobs import Jobs, ThreadJobs
from diptych.ui.qt_log import log_qt_messages
from diptych.ui.styling import new_application
from diptych.ui.theme import load_fonts
from diptych.ui.translation import chosen_language, speak, wanted_languages
from diptych.ui.window.sessions import Services
from diptych.ui.window.window import MainWindow
from diptych.workspace.last_seen import last_seen

if TYPE_CHECKING:
    from diptych.ui.window.messages import Messages
    from diptych.workspace.workers import Workers
    from diptych.workspace.workspace import Workspace

FURNITURE = "diptych.ui.window.furniture"
WORKERS = 2
"""Processes beside the window's own: what is on screen never waits for an import."""


def run_window(arguments: Sequence[str]) -> int:
    """Open the window on the folder of ``arguments``, else on what was open last.

    Returns the exit status when the window is closed.
    """
    application = make_application()
    places = Places.of_user()
    handover = Handover(places)
    if handover.hand_over(str(Path(arguments[0]).absolute()) if arguments else ""):
        return 0
    settings, notice = load_settings(places)
    folder = _wanted_folder(arguments, settings)
    with ExitStack() as at_end:
        jobs = ThreadJobs()
        work = services(places, settings, jobs, _workers_until(at_end))
        at_end.callback(jobs.close)
        seen = last_seen(folder, places) if folder is not None else ()
        window = MainWindow(work, settings, seen)

        def begin(_loaded: object) -> None:
            window.furnish()
            jobs.failed.connect(window.messages.error)
            catch_everything(window.messages, keep_log(places))
            log_qt_messages()
            if notice:
                window.messages.warning(notice)
            handover.received.connect(window.come_forward)
            handover.listen()
            at_end.callback(handover.close)
            window.open(folder) if folder is not None else window.welcome()
            gc.freeze()
            gc.enable()  # `app` has kept it off until here

        def load() -> None:
            # Whatever goes wrong with that goes wrong again, and is told, where it is used.
            jobs.start("furniture", lambda: import_module(FURNITURE), begin, begin)

        window.first_painted.connect(load)
        window.show()
        return application.exec()


def _wanted_folder(arguments: Sequence[str], settings: Settings) -> Path | None:
    """The folder of ``arguments``, else the library that was open last; None for the sample."""
    if arguments:
        return Path(arguments[0])
    last = Path(settings.library)
    comes_back = bool(settings.library) and not settings.starts_with_sample
    return last if comes_back and last.is_dir() else None


def _workers_until(end: ExitStack) -> Callable[[], Workers]:
    """The workers of this process, loaded when they are first wanted and closed at ``end``."""

    @cache
    def workers() -> Workers:
        from diptych.workspace.tasks import prepare_aligning, prepare_reading
        from diptych.workspace.workers import Workers

        made = Workers(WORKERS, prepare=(prepare_reading, prepare_aligning))
        end.callback(made.close)
        return made

    return workers


def keep_log(places: Places) -> Path:
    """Write what the program logs to a file in the user's data folder; its path comes back.

    A folder that cannot be written costs the log and nothing else.
    """
    from logging.handlers import RotatingFileHandler

    path = places.data / "diptych.log"
    try:
        private_folder(places.data)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except (OSError, StorageError):
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return path


def catch_everything(messages: Messages, log: Path) -> None:
    """Show and log what nobody expected, and go on: an error in one place takes nothing else along.

    A single action is undone by whoever raised; tags are on disk before anything is said of them.
    """
    logger = logging.getLogger("diptych")

    def show_log() -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("unexpected", exc_info=(kind, error, trace))
        label = QCoreApplication.translate("Messages", "Show the log")
        messages.error(error, (label, show_log))

    sys.excepthook = show


def make_application() -> QApplication:
    """The application, with its language and the bundled faces; at most one in a process."""
    QApplication.setApplicationName("Diptych")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("diptych")
    application = new_application(sys.argv[:1])
    speak(application, chosen_language(wanted_languages()))
    load_fonts()
    return application


def services(
    places: Places, settings: Settings, jobs: Jobs, workers: Callable[[], Workers]
) -> Services:
    """What a window works with in real life."""

    def open_workspace(folder: Path, anew: bool) -> Workspace:
        from diptych.workspace.workspace import Workspace

        creator = creator_name(settings)
        return Workspace.open(folder, places, creator=creator, workers=workers(), anew=anew)

    return Services(
        jobs,
        open_workspace,
        lambda: sample_library(places),
        lambda changed: save_settings(changed, places),
    )


def sample_library(places: Places) -> Path:
    """The user's own copy of the sample library, made where it is missing.

    It is a copy so that it can be tagged, and changed, as any other library.

    Raises:
        StorageError: it could not be made.
    """
    copy = places.data / "Sample library"
    if not is_there(copy):
        half = private_folder(places.data) / ".Sample library"
        try:
            shutil.rmtree(half, ignore_errors=True)
            with as_file(files("diptych_resources") / "sample") as original:
                shutil.copytree(original, half)
            half.rename(copy)
        except OSError as error:
            raise could_not_save(copy, error) from error
    return copy
