"""A window in a process of its own in which a note is typed, until somebody kills it.

Arguments: the library, the user's folders, and the words to type.
"""

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diptych.settings import Places, Settings
from diptych.ui.jobs import ImmediateJobs
from diptych.ui.start import make_application, services
from diptych.ui.window.window import MainWindow
from diptych.workspace.workers import Workers


def main() -> None:
    library, home, path, words = sys.argv[1:]
    application = make_application()
    workers = Workers(1)
    places = Places(*(Path(home) / name for name in ("config", "cache", "data")))
    settings = Settings()
    window = MainWindow(services(places, settings, ImmediateJobs(), lambda: workers), settings)
    window.show()
    window.activateWindow()
    window.open(Path(library))
    window.reading.open(path, other=False)
    window.actions_made.run("next_passage")
    window.actions_made.run("next_passage")
    window.actions_made.run("edit_note")
    editor = window.strips.note._text
    editor.setFocus()
    QApplication.processEvents()
    QTest.keyClicks(editor, words)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main()
