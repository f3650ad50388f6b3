"""A library that is damaged, or open in two processes: it opens, is searched, and tags are kept."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.workspace.conftest import ARTICLES, PATIENCE, WorkersAtOnce, write

from diptych.errors import LibraryError
from diptych.settings import Places
from diptych.text.spans import Span
from diptych.workspace.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys
sys.path[:0] = sys.argv[3:]
from pathlib import Path
from tests.workspace.conftest import WorkersAtOnce
from diptych.settings import Places
from diptych.workspace.workspace import Workspace

home = Path(sys.argv[2])
places = Places(home / "config", home / "cache", home / "data")
with Workspace.open(Path(sys.argv[1]), places, workers=WorkersAtOnce()) as workspace:
    workspace.refresh()
    print("open", flush=True)
    for line in sys.stdin:
        workspace.refresh()
        print(*(entry.path for entry in workspace.entries()), flush=True)
"""


@pytest.fixture
def home(tmp_path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def root(tmp_path) -> Path:
    write(tmp_path / "library", ARTICLES)
    return tmp_path / "library"


@pytest.fixture
def holder(root, home):
    """Another process that has the library open."""
    paths = [ROOT / "desktop", ROOT / "resources", ROOT]
    program = [sys.executable, "-c", HOLDER, root, home, *paths]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.stdin.close()
        process.wait(PATIENCE)


def opened(root: Path, home: Path, *, anew: bool = False) -> Workspace:
    places = Places(home / "config", home / "cache", home / "data")
    return Workspace.open(root, places, creator="Ann", workers=WorkersAtOnce(), anew=anew)


def test_the_second_process_reads_and_tags_while_the_first_keeps_the_list(root, home, holder):
    with opened(root, home) as second:
        assert not second.is_writer
        assert len(second.entries()) == 3
        assert [hit.path for hit in second.search("litres").hits] == ["ferry.txt"]
        write(root, {"new.txt": "Fog over the port\n\nNobody saw the lighthouse."})
        assert second.refresh().is_complete
        assert len(second.entries()) == 3
        assert second.analyse() == 0
        article = second.article("ferry.txt")
        second.tagging.open(article)
        second.tagging.tag("ferry.txt", Span(0, 5), ["Claim"])
        second.tagging.save("ferry.txt")
        assert not second.entry("ferry.txt").tags
        holder.stdin.write("refresh\n")
        holder.stdin.flush()
        assert "new.txt" in holder.stdout.readline()
        assert len(second.entries()) == 4
        assert second.entry("ferry.txt").tags == 1
        assert [hit.path for hit in second.search("lighthouse").hits] == ["new.txt"]


def test_what_another_process_uses_is_not_thrown_away(root, home, holder):
    with pytest.raises(LibraryError, match="open in another window"):
        opened(root, home, anew=True)
    assert holder.poll() is None
    with opened(root, home) as second:
        assert len(second.entries()) == 3


def test_the_next_to_open_it_may_write_when_the_first_has_gone(root, home, holder):
    holder.kill()
    holder.wait(PATIENCE)
    with opened(root, home) as next_one:
        assert next_one.is_writer
        assert not next_one.refresh()


@pytest.mark.parametrize("is_killed", [True, False], ids=["killed", "closed"])
def test_the_second_takes_over_where_the_first_has_gone(root, home, holder, is_killed):
    with opened(root, home) as second:
        assert not second.standing.take_over()
        write(root, {"new.txt": "Fog over the port\n\nNobody saw the lighthouse."})
        article = second.article("ferry.txt")
        second.tagging.open(article)
        second.tagging.tag("ferry.txt", Span(0, 5), ["Claim"])
        second.tagging.save("ferry.txt")
        if is_killed:
            holder.kill()
        else:
            holder.stdin.close()
        holder.wait(PATIENCE)
        assert second.standing.take_over()
        assert second.is_writer
        assert second.refresh().changed == {"new.txt"}
        assert [hit.path for hit in second.search("lighthouse").hits] == ["new.txt"]
        assert second.entry("ferry.txt").tags == 1
        assert second.analyse() == 4
        with opened(root, home) as third:
            assert not third.is_writer
            assert len(third.entries()) == 4


@pytest.mark.parametrize("pattern", ["catalogue.sqlite", "index/*/*", "index/current", "*.json"])
@pytest.mark.parametrize("damage", [b"", b"not what it was " * 300])
def test_what_is_derived_is_built_anew_where_it_is_damaged(root, home, pattern, damage):
    with opened(root, home) as first:
        first.refresh()
        first.regroup()
    damaged = [file for file in home.glob(f"cache/libraries/*/{pattern}") if file.is_file()]
    assert damaged
    for file in damaged:
        file.write_bytes(damage)
    with opened(root, home) as again:
        again.refresh()
        assert len(again.entries()) == 3
        assert [hit.path for hit in again.search("litres").hits] == ["ferry.txt"]


def test_a_cache_that_was_deleted_is_built_anew(root, home):
    with opened(root, home) as first:
        first.refresh()
    for file in home.glob("cache/libraries/*/**/*"):
        if file.is_file():
            file.unlink()
    with opened(root, home) as again:
        assert len(again.refresh().changed) == 3
