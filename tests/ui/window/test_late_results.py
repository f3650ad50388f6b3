"""Real threads and processes: what comes late reaches nobody that it is not for."""

import shutil
from functools import partial
from importlib.resources import files

import pytest
from PySide6.QtTest import QTest
from tests.ui.window.conftest import press
from tests.ui.window.correcting import BLOCKADE, choose, go, names, place, speaker
from tests.ui.window.dying import DEADLY, read_or_die

from diptych.model.reading import EntityKind
from diptych.tagging.corrections import Field
from diptych.tagging.names import NameForm, NameStatement, Sameness
from diptych.tagging.store import SidecarStore
from diptych.ui.panels.rows import ArticleRow
from diptych.workspace import analysing
from diptych.workspace.codes import Codes
from diptych.workspace.tagging import Tagging
from diptych.workspace.workspace import Workspace

COURIER = "northern-courier-strait-talks.txt"
RELAY = "daily-relay-sarovia-negotiations.txt"
ISLAND = "island-quarterly-lighthouse-keeper.md"
PATIENCE = 20_000
"""Milliseconds for a worker to start on a busy machine."""


@pytest.fixture
def busy(make_window, story_library, thread_jobs, qtbot):
    """A window with real threads, its library listed."""
    window = make_window(jobs=thread_jobs)
    thread_jobs.failed.connect(window.messages.error)
    window.open(story_library)
    qtbot.waitUntil(lambda: bool(window.lists.groups), timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.parts.split.article(1) is not None, timeout=PATIENCE)
    return window


@pytest.fixture
def other_library(tmp_path):
    """Another library with an article of the same path as one of the first."""
    folder = tmp_path / "other"
    folder.mkdir()
    sample = files("diptych_resources") / "sample"
    (folder / COURIER).write_bytes((sample / ISLAND).read_bytes())
    return folder


def rows(window):
    return [row for row in window.parts.library.list.rows() if isinstance(row, ArticleRow)]


def test_two_accounts_are_marked_and_linked_by_real_workers(busy, qtbot):
    split = busy.parts.split
    qtbot.waitUntil(lambda: bool(split.linking.pairing.links), timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: all(split.side(side).reading is not None for side in (0, 1)), timeout=PATIENCE
    )
    split.focus_side(0)
    press(busy, "J", "J", "J", "J")
    page = busy.parts.inspector.accounts
    qtbot.waitUntil(lambda: len(page.accounts()) == 4, timeout=PATIENCE)
    press(busy, "1")
    tags = busy.parts.inspector.tags
    assert tags.passages()[0].tags == ("Claim",)
    sidecar = busy.sessions.library.workspace.root / f"{COURIER}.diptych.json"
    qtbot.waitUntil(sidecar.exists)
    qtbot.waitUntil(lambda: busy.parts.status._saved.text() == "Saved")


def test_nothing_of_one_library_is_shown_in_the_next(busy, other_library, qtbot):
    busy.reading.open(RELAY, other=False)
    busy.parts.split.focus_side(0)
    press(busy, "J", "1")
    busy.open(other_library)
    qtbot.waitUntil(lambda: busy.windowTitle().startswith("other"), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(rows(busy)) == 1, timeout=PATIENCE)
    assert busy.parts.split.article(0) is None
    assert not busy.parts.inspector.tags.passages()
    busy.reading.open(COURIER, other=False)
    qtbot.waitUntil(lambda: busy.parts.split.article(0) is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: busy.sessions.tagging.tagset(COURIER) is not None, timeout=PATIENCE)
    assert not busy.parts.inspector.tags.passages()
    assert not busy.actions_made["undo"].isEnabled()


def test_of_two_libraries_opened_in_a_row_the_second_stays_and_the_first_is_let_go(
    busy, story_library, other_library, tmp_path, qtbot, analysed
):
    third = tmp_path / "third"
    shutil.copytree(other_library, third)
    opened = []
    busy.sessions.library.opened.connect(opened.append)
    busy.open(other_library)
    busy.open(third)
    qtbot.waitUntil(lambda: bool(opened) and len(rows(busy)) == 1, timeout=PATIENCE)
    assert [workspace.root for workspace in opened] == [third]

    def is_free():
        with Workspace.open(other_library, analysed.places) as again:
            return again.is_writer

    qtbot.waitUntil(is_free, timeout=PATIENCE)


def test_opening_the_library_that_is_open_changes_nothing(busy, story_library):
    workspace = busy.sessions.library.workspace
    busy.parts.split.focus_side(0)
    press(busy, "J", "J")
    here = busy.parts.split.passage(0)
    busy.come_forward(str(story_library))
    assert busy.sessions.library.workspace is workspace
    assert busy.parts.split.passage(0) == here


def test_coming_back_to_a_library_that_is_just_being_closed_finds_it_free(
    busy, story_library, other_library, qtbot
):
    library = busy.sessions.library
    busy.open(other_library)
    qtbot.waitUntil(lambda: library.workspace.root == other_library, timeout=PATIENCE)
    busy.open(story_library)
    qtbot.waitUntil(lambda: library.workspace.root == story_library, timeout=PATIENCE)
    assert library.workspace.is_writer
    assert busy.parts.messages.message() is None


def test_the_index_is_built_anew_while_the_window_is_open(busy, qtbot):
    library = busy.sessions.library
    before = library.workspace
    busy.actions_made.run("rebuild_index")
    qtbot.waitUntil(lambda: library.workspace not in (None, before), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(rows(busy)) == 5, timeout=PATIENCE)
    assert busy.parts.messages.message() is None
    assert library.workspace.is_writer


def test_a_new_file_is_noticed_and_a_changed_one_shown(busy, story_library, qtbot):
    (story_library / "new.txt").write_text("A new headline\n\nSome new words here.\n", "utf-8")
    qtbot.waitUntil(lambda: len(rows(busy)) == 6, timeout=PATIENCE)
    path = story_library / COURIER
    path.write_text(path.read_text("utf-8") + "\n\nA last sentence was added.\n", "utf-8")
    side = busy.sessions.reading.side_of(COURIER)
    qtbot.waitUntil(lambda: "was added" in busy.parts.split.article(side).text, timeout=PATIENCE)


def test_a_killed_worker_costs_the_analysis_of_one_article_and_nothing_else(
    make_window, thread_jobs, tmp_path, qtbot, monkeypatch
):
    monkeypatch.setattr(analysing, "read_task", read_or_die)
    folder = tmp_path / "fresh"
    folder.mkdir()
    words = "The minister Mary Brown said on Monday that talks had begun in London. " * 4
    for name in (DEADLY, "harmless.txt"):
        (folder / name).write_text(f"Headline of {name}\n\n{words}\n", "utf-8")
    window = make_window(jobs=thread_jobs)
    window.open(folder)
    qtbot.waitUntil(lambda: len(rows(window)) == 2, timeout=PATIENCE)
    split, bar = window.parts.split, window.parts.messages
    window.reading.open(DEADLY, other=False)
    qtbot.waitUntil(lambda: bar.message() is not None, timeout=PATIENCE)
    assert "ended unexpectedly" in bar.message().text
    assert [action.label for action in bar.message().actions] == ["Try again"]
    press(window, "J", "1")
    qtbot.waitUntil((folder / f"{DEADLY}.diptych.json").exists, timeout=PATIENCE)
    window.reading.open("harmless.txt", other=True)
    qtbot.waitUntil(lambda: split.side(1).reading is not None, timeout=PATIENCE)
    assert split.side(1).reading.entities
    assert split.article(0).path == DEADLY


def test_at_the_start_the_text_has_the_keys(busy, qtbot):
    qtbot.waitUntil(busy.parts.split.pane_widgets()[0].hasFocus, timeout=PATIENCE)


def test_who_types_already_when_the_articles_come_back_goes_on_typing(
    make_window, story_library, thread_jobs, qtbot
):
    window = make_window(jobs=thread_jobs)
    window.parts.library.focus_search()
    QTest.keyClicks(window.parts.search, "lighthouse")
    window.open(story_library)
    qtbot.waitUntil(lambda: window.parts.split.article(1) is not None, timeout=PATIENCE)
    assert window.parts.search.hasFocus()
    assert window.parts.search.text() == "lighthouse"
    qtbot.waitUntil(lambda: [row.entry.path for row in rows(window)] == [ISLAND], timeout=PATIENCE)


def test_accounts_that_come_into_the_story_later_are_compared_too(
    make_window, story_library, thread_jobs, qtbot
):
    text = (story_library / RELAY).read_bytes()
    (story_library / RELAY).unlink()
    window = make_window(jobs=thread_jobs)
    window.open(story_library)
    qtbot.waitUntil(lambda: len(rows(window)) == 4, timeout=PATIENCE)
    window.reading.open(COURIER, other=False)
    qtbot.waitUntil(window.parts.split.pane_widgets()[0].hasFocus, timeout=PATIENCE)
    press(window, "J", "J", "J", "J")
    page = window.parts.inspector.accounts
    qtbot.waitUntil(lambda: len(page.accounts()) == 3, timeout=PATIENCE)
    (story_library / RELAY).write_bytes(text)
    qtbot.waitUntil(lambda: len(page.accounts()) == 4, timeout=PATIENCE)


def test_what_is_corrected_here_and_in_another_program_is_shown_by_itself(busy, qtbot):
    split, library = busy.parts.split, busy.sessions.library.workspace
    qtbot.waitUntil(lambda: split.side(0).reading is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: busy.sessions.tagging.tagset(COURIER) is not None, timeout=PATIENCE)
    split.focus_side(0)
    go(busy, BLOCKADE)
    press(busy, "C")
    choose(partial(press, busy), "nordahl")
    qtbot.waitUntil(lambda: speaker(busy, BLOCKADE) == "Erik Nordahl", timeout=PATIENCE)
    qtbot.waitUntil(lambda: not library.tagging.unsaved, timeout=PATIENCE)
    other = Tagging(SidecarStore(library.root, library.root.parent / "others"), "Bob")
    other.open(library.article(COURIER))
    other.correct(COURIER, place(busy, BLOCKADE), Field.SPEAKER, "Ingrid Solheim", "")
    other.save(COURIER)
    qtbot.waitUntil(lambda: speaker(busy, BLOCKADE) == "Ingrid Solheim", timeout=PATIENCE)
    codes = Codes(library.root, library.root.parent / "others")
    one, same = (NameForm(EntityKind.PERSON, name) for name in ("Pavel Ruzhin", "Ingrid Solheim"))
    codes.restate(codes.stating(NameStatement.of(Sameness.SAME, one, same)))
    codes.save()
    qtbot.waitUntil(lambda: "Pavel Ruzhin" not in names(busy), timeout=PATIENCE)
    assert names(busy)["Ingrid Solheim"].by_hand
