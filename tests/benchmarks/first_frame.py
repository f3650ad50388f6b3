"""A program to be measured: the window, or a bare one, up to its first frame with text in it.

Prints one JSON object: CPU seconds and peak memory (of whatever unit the system counts in) at the
first frame, the modules that were loaded by then, and for the window the peak memory once its
library is open and listed.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path


def figures() -> dict[str, object]:
    return {
        "seconds": time.process_time(),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "modules": sorted(sys.modules),
    }


def finish(found: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # what ends with the program is not measured


def bare(text: Path) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: finish(figures()))

    application = QApplication([])
    window = Window()
    view = QTextEdit()
    view.setPlainText(text.read_text("utf-8"))
    window.setCentralWidget(view)
    window.resize(1440, 900)
    window.show()
    application.exec()


def diptych() -> None:
    from diptych import app

    app.before_qt()  # as it does itself: here the window is loaded sooner, to be watched
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from diptych.ui.window.window import MainWindow

    found: dict[str, object] = {}
    paint, furnish = MainWindow.paintEvent, MainWindow.furnish

    def seen(window: MainWindow) -> None:
        shown = [window.split.article(side) for side in (0, 1)]
        found.update(figures(), shown=[article.path for article in shown if article])

    def painted(window: MainWindow, event: QPaintEvent) -> None:
        if not found:
            QTimer.singleShot(0, lambda: seen(window))
        paint(window, event)

    def furnished(window: MainWindow) -> None:
        furnish(window)

        def listed(_listing: object) -> None:
            finish({**found, "settled": figures()["memory"]})

        window.sessions.library.listed.connect(listed)

    MainWindow.paintEvent, MainWindow.furnish = painted, furnished  # type: ignore[method-assign]
    app.run([])


if __name__ == "__main__":
    bare(Path(sys.argv[1])) if len(sys.argv) > 1 else diptych()
