"""What every test gets: no display, no traces in the user's folders, and the two libraries."""

import os

# Before anything imports Qt: tests never open a window on someone's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The same signs and forms of dates on every machine; Qt warns where the locale has no Unicode.
os.environ["LC_ALL"] = "C.UTF-8"
# These go before the locale where the window looks for its language.
os.environ["DIPTYCH_LANGUAGE"] = os.environ["LANGUAGE"] = ""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Deadlines measure the machine, not the program: speed has its own tests in tests/benchmarks.
settings.register_profile(
    "diptych", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("diptych")

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def own_user_folders(tmp_path_factory, monkeypatch) -> Path:
    """Keep settings, cache and data of a test in a folder of its own, which is returned."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DIPTYCH_HOME", str(home / "diptych"))
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real articles the program is measured on; never part of the project."""
    if not SEEDS.is_dir():
        pytest.skip("the seed articles are not beside this checkout")
    return SEEDS


@pytest.fixture
def sample_library(tmp_path) -> Path:
    """A copy of the sample library that a test may write to."""
    copy = tmp_path / "sample"
    with as_file(files("diptych_resources") / "sample") as original:
        shutil.copytree(original, copy)
    return copy
