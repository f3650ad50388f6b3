"""A library that others use or that is damaged: the window looks after it while one reads."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.test_library_open_twice import HOLDER
from tests.ui.window.conftest import press
from tests.ui.window.seen import COURIER, ISLAND, RELAY, said, sidecar, tags_on_disk

from diptych.library.catalogue import FILE_NAME

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60_000


@pytest.fixture
def holder(story_library, analysed):
    """Another process that has the library open."""
    paths = [ROOT / "desktop", ROOT / "resources", ROOT]
    program = [sys.executable, "-c", HOLDER, story_library, analysed.folder, *paths]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def rows(window):
    return {row.entry.path for row in window.parts.library.list.rows() if hasattr(row, "entry")}


@pytest.fixture
def second(make_window, thread_jobs, story_library, holder, qtbot):
    """A window on the library, with an article open, that is not the first to have it."""
    window = make_window(jobs=thread_jobs)
    window.open(story_library)
    qtbot.waitUntil(lambda: len(rows(window)) == 5, timeout=PATIENCE)
    window.reading.open(COURIER, other=False)
    qtbot.waitUntil(lambda: window.sessions.tagging.tagset(COURIER) is not None, timeout=PATIENCE)
    window.split.focus_side(0)
    return window


def test_the_second_window_takes_over_when_the_first_process_is_killed(
    second, holder, story_library, qtbot
):
    assert "open in another window" in said(second)
    workspace = second.sessions.library.workspace
    press(second, "J", "J")
    here = second.split.passage(0)
    (story_library / "new.txt").write_text("A new headline\n\nSome new words here.\n", "utf-8")
    holder.kill()
    qtbot.waitUntil(lambda: "was closed" in said(second), timeout=PATIENCE)
    qtbot.waitUntil(lambda: "new.txt" in rows(second), timeout=PATIENCE)
    assert second.sessions.library.workspace is workspace
    assert workspace.is_writer
    assert second.split.passage(0) == here
    press(second, "1")
    qtbot.waitUntil(sidecar(story_library).exists, timeout=PATIENCE)
    assert tags_on_disk(story_library) == ["Claim"]


def test_the_second_window_lists_what_the_first_process_has_read(
    second, holder, story_library, qtbot
):
    (story_library / "new.txt").write_text("A new headline\n\nSome new words here.\n", "utf-8")
    holder.stdin.write("refresh\n")
    holder.stdin.flush()
    qtbot.waitUntil(lambda: "new.txt" in rows(second), timeout=PATIENCE)
    assert not second.sessions.library.workspace.is_writer


def damage(analysed, library):
    """Turn a bit of a stored article where SQLite does not see it."""
    path = analysed.places.cache_of(library) / FILE_NAME
    data = path.read_bytes()
    middle = data.rindex(b"lighthouse")
    path.write_bytes(data[:middle] + b"m" + data[middle + 1 :])


def test_quiet_damage_is_found_and_mended_while_one_reads(
    make_window, thread_jobs, analysed, story_library, qtbot
):
    damage(analysed, story_library)
    window = make_window(jobs=thread_jobs)
    opened = []
    window.sessions.library.opened.connect(opened.append)
    window.open(story_library)
    qtbot.waitUntil(lambda: "was damaged" in said(window), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=PATIENCE)
    with qtbot.waitSignal(window.sessions.library.refreshed, timeout=PATIENCE):
        pass
    window.parts.library.set_query("lighthouse")
    qtbot.waitUntil(lambda: rows(window) == {ISLAND}, timeout=PATIENCE)
    assert window.sessions.library.workspace.is_writer
    assert window.sessions.library.workspace.standing.check().result(60)


def test_a_cache_that_is_taken_away_while_one_reads_is_built_anew(
    window, keys, analysed, story_library
):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "1")
    for path in analysed.places.cache_of(story_library).rglob("*"):
        if path.is_file():
            path.unlink()
    (story_library / "new.txt").write_text("A new headline\n\nSome new words here.\n", "utf-8")
    window.sessions.library.refresh()
    assert "was damaged" in said(window)
    assert len(rows(window)) == 6
    assert window.split.article(0).path == COURIER
    assert tags_on_disk(story_library) == ["Claim"]
    window.reading.open(RELAY, other=True)
    assert window.split.article(1).path == RELAY
