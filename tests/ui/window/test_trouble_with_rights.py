"""Folders that may not be written, in a window whose process is really not the superuser's."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.ui.window.unprivileged import NOBODY
from tests.workspace.conftest import ARTICLES, write

ROOT = Path(__file__).resolve().parents[3]
SIDECAR = "ferry.txt.diptych.json"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are something else there")


@pytest.fixture
def place():
    """A library and a home that belong to who uses the window; a scratch library beside them.

    Not in pytest's own folder, which nobody else may pass through.
    """
    with TemporaryDirectory(prefix="diptych-") as above:
        folder = Path(above)
        folder.chmod(0o755)
        for name in ("library", "scratch"):
            write(folder / name, ARTICLES)
        (folder / "home").mkdir()
        if os.getuid() == 0:
            own = (folder / "library", folder / "home")
            for path in (*own, *(folder / "library").rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield folder
        for path in (*folder.iterdir(), *(folder / "home").iterdir()):
            path.chmod(0o755)  # so that it can be removed


def used(place):
    """What a person sees who opens the library, opens an article and tags its headline."""
    folders = (place / name for name in ("scratch", "library", "home"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.window.unprivileged", *folders],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def closed(path, kind=Path.mkdir):
    """Something at ``path`` that its user may not change, and others not even look at."""
    kind(path)
    path.chmod(0o500 if path.is_dir() else 0)


def test_with_every_right_the_tag_is_saved_beside_the_article(place):
    seen = used(place)
    assert (seen["said"], seen["tags"]) == ([], [["Claim"]])
    assert (place / "library" / SIDECAR).exists()


def test_tags_in_a_folder_that_cannot_be_written_are_kept_in_the_users_and_said_so(place):
    (place / "library").chmod(0o555)
    seen = used(place)
    assert seen["tags"] == [["Claim"]]
    (sentence,) = seen["said"]
    assert sentence.startswith(f"“{SIDECAR}” cannot be written in its folder, so it is kept as")
    assert len(list((place / "home").rglob(SIDECAR))) == 1


def test_a_sidecar_that_may_not_be_read_is_not_written_over(place):
    closed(place / "library" / SIDECAR, Path.touch)
    seen = used(place)
    assert f"“{SIDECAR}” cannot be read: Permission denied." in seen["said"]
    assert (seen["shown"], seen["tags"]) == ("ferry.txt", [])
    assert (place / "library" / SIDECAR).read_bytes() == b""


def test_an_article_that_may_not_be_read_is_listed_and_said_so(place):
    (place / "library" / "ferry.txt").chmod(0)
    seen = used(place)
    assert seen["said"] == ["You have no permission to read “ferry.txt”."]
    assert dict(seen["listed"])["ferry.txt"] == seen["said"][0]
    assert len(seen["listed"]) == len(ARTICLES)


@pytest.mark.parametrize("name", ["data", "cache"])
def test_a_folder_of_the_user_that_cannot_be_written_leaves_the_library_before_open(place, name):
    closed(place / "home" / name)
    seen = used(place)
    assert seen["said"][0].startswith("Diptych cannot write in its own folder “")
    assert seen["said"][0].endswith("”: you have no permission to write there.")
    assert (seen["library"], seen["shown"]) == ("scratch", "ferry.txt")
    assert not (place / "library" / SIDECAR).exists()


def test_a_library_that_may_not_be_listed_leaves_the_one_before_open(place):
    (place / "library").chmod(0)
    seen = used(place)
    assert (
        seen["said"][0] == f"The folder “{place / 'library'}” cannot be opened: Permission denied."
    )
    assert seen["library"] == "scratch"
