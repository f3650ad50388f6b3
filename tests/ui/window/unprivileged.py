"""A window whose process may not write everywhere: a program of its own, as root may run tests.

It reads and tags an article of a scratch library, so that everything is loaded, gives up its rights
if it is the superuser, does the same in the library that it is given, and prints what was said.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

NOBODY = 65534


def main(scratch: Path, library: Path, home: Path) -> None:
    from PySide6.QtWidgets import QApplication
    from tests.workspace.conftest import WorkersAtOnce

    from diptych.settings import Places, Settings
    from diptych.ui.jobs import ImmediateJobs
    from diptych.ui.translation import speak
    from diptych.ui.window.sessions import Services
    from diptych.ui.window.window import MainWindow
    from diptych.workspace.workspace import Workspace

    application = QApplication([])
    speak(application, "en")

    def open_workspace(folder: Path, anew: bool) -> Workspace:
        above = home if folder == library else scratch.parent / "scratch home"
        places = Places(*(above / name for name in ("config", "cache", "data")))
        return Workspace.open(folder, places, workers=WorkersAtOnce(), anew=anew)

    jobs = ImmediateJobs()
    services = Services(jobs, open_workspace, lambda: scratch, lambda _settings: None)
    window = MainWindow(services, Settings())
    jobs.failed = window.messages.error
    window.show()
    read_and_tag(window, scratch)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    json.dump(read_and_tag(window, library), sys.stdout)
    window.close()


def read_and_tag(window, folder: Path) -> dict[str, object]:
    """What a person sees who opens ``folder``, opens an article in it and tags a sentence."""
    window.open(folder)
    window.reading.open("ferry.txt", other=False)
    article = window.split.article(0)
    if article is not None:
        window.split.select(0, article.blocks[0].span)
        window.tags.apply(1)
    said, bar = [], window.parts.messages
    while bar.message() is not None:
        said.append(bar.message().text)
        bar.close_message()
    workspace = window.sessions.library.workspace
    return {
        "said": said,
        "library": workspace.root.name if workspace is not None else None,
        "listed": [(one.path, one.problem) for one in workspace.entries()] if workspace else [],
        "shown": article.path if article is not None else None,
        "tags": [list(one.tags) for one in window.parts.inspector.tags.passages()],
    }


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
