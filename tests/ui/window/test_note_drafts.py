"""What somebody types into a note outlives other articles, closing, and the sudden end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window.conftest import press
from tests.ui.window.seen import COURIER, RELAY, answer, passage, said, sidecar

from diptych.workspace.personal import PersonalFile

ROOT = Path(__file__).resolve().parents[3]
WORDS = "Who counted the ships, and"


@pytest.fixture
def writing(window, keys):
    """A window in which somebody is in the middle of a note."""
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J", "N")
    type_words(WORDS)
    return window


def type_words(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def editor(window):
    return window.strips.note


def drafts(window):
    return list(window.sessions.library.workspace.personal.state.drafts.values())


def opened(make_window, library):
    window = make_window()
    window.open(library)
    return window


def test_a_draft_comes_back_at_its_place_after_the_window_was_closed(
    writing, make_window, story_library
):
    place = passage(writing, 0)
    writing.close()
    assert not sidecar(story_library).exists()
    again = opened(make_window, story_library)
    assert "have not saved: 1" in said(again)
    again.reading.open(COURIER, other=False)
    press(again, "G")
    answer(again, "Go on writing")
    assert editor(again).isVisible()
    assert passage(again, 0) == place
    assert editor(again)._text.toPlainText() == WORDS
    type_words(" when?")
    press(again, "Ctrl+Return")
    (note,) = again.sessions.tagging.tagset(COURIER).annotations
    assert (note.note, note.span) == (f"{WORDS} when?", place)
    again.close()
    assert said(opened(make_window, story_library)) == ""


def test_going_on_opens_the_article_where_it_is_not_open(writing, make_window, story_library):
    writing.close()
    again = opened(make_window, story_library)
    for _ in (0, 1):
        again.reading.close()
    answer(again, "Go on writing")
    assert again.reading.article().path == COURIER
    assert editor(again)._text.toPlainText() == WORDS


def test_another_article_in_the_pane_closes_the_strip_and_keeps_the_draft(writing, keys):
    writing.reading.open(RELAY, other=False)
    assert not editor(writing).isVisible()
    keys("J", "N")
    assert editor(writing)._text.toPlainText() == ""
    keys("Escape")
    writing.reading.open(COURIER, other=False)
    keys("N")
    assert editor(writing)._text.toPlainText() == WORDS
    assert [draft.path for draft in drafts(writing)] == [COURIER]


def test_the_notes_page_shows_drafts_here_and_leads_to_those_elsewhere(writing, keys):
    keys("Escape")
    page = writing.parts.inspector.notes
    writing.parts.inspector.show_page("notes")
    assert page._passage.note() == WORDS
    assert page._passage._unsaved.isVisible()
    assert page._elsewhere.isHidden()
    here = passage(writing, 0)
    keys("J", "J")
    assert page._passage.note() == ""
    assert page._passage._unsaved.isHidden()
    assert page._elsewhere.text().endswith(": 1")
    page._elsewhere.click()
    assert passage(writing, 0) == here
    assert editor(writing).isVisible()
    keys("Ctrl+Return")
    assert page._passage.note() == WORDS
    assert page._passage._unsaved.isHidden()
    assert drafts(writing) == []


def test_the_note_of_the_article_has_a_draft_of_its_own(writing, keys):
    keys("Escape")
    notes = writing.parts.inspector.notes
    notes.article_note_requested.emit()
    type_words("On all of it")
    keys("Escape")
    assert notes._article.note() == "On all of it"
    notes.article_note_requested.emit()
    type_words(".")
    keys("Ctrl+Return")
    (note,) = writing.sessions.tagging.tagset(COURIER).annotations
    assert (note.note, note.span) == ("On all of it.", None)
    assert [draft.note for draft in drafts(writing)] == [WORDS]


def test_a_draft_that_says_what_is_saved_is_none(writing, keys):
    keys("Ctrl+Return", "N")
    type_words("!")
    assert [draft.note for draft in drafts(writing)] == [f"{WORDS}!"]
    keys("Backspace", "Escape")
    assert drafts(writing) == []


def test_a_note_is_saved_on_its_words_though_the_text_has_changed_meanwhile(
    writing, keys, story_library
):
    article = writing.parts.split.article(0)
    words = passage(writing, 0).text_in(article.text)
    path = story_library / COURIER
    path.write_text(path.read_text("utf-8").replace(words, f"Before it. {words}"), "utf-8")
    writing.sessions.library.refresh()
    assert editor(writing).isVisible()
    QTest.keyClicks(editor(writing)._text, " when?")
    editor(writing)._text.setFocus()
    keys("Ctrl+Return")
    tagset = writing.sessions.tagging.tagset(COURIER)
    (note,) = tagset.annotations
    assert note.note == f"{WORDS} when?"
    assert note.span.text_in(tagset.text) == words
    assert drafts(writing) == []


def test_a_note_goes_with_its_article_to_another_name(writing, keys, story_library):
    (story_library / COURIER).rename(story_library / "renamed.txt")
    writing.sessions.library.refresh()
    assert editor(writing).isVisible()
    type_words(" when?")
    assert [(one.path, one.note) for one in drafts(writing)] == [("renamed.txt", f"{WORDS} when?")]
    keys("Ctrl+Return")
    (note,) = writing.sessions.tagging.tagset("renamed.txt").annotations
    assert note.note == f"{WORDS} when?"


def test_a_note_that_could_not_be_taken_stays_a_draft(writing, keys, monkeypatch):
    monkeypatch.setattr(writing.sessions.tagging, "note", lambda *_: None)
    keys("Ctrl+Return")
    assert [draft.note for draft in drafts(writing)] == [WORDS]


def test_the_window_stays_open_while_a_draft_cannot_be_saved(writing, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    writing.close()
    assert writing.isVisible()
    assert "the disk is full" in said(writing)
    monkeypatch.undo()
    answer(writing, "Try again")
    assert not writing.isVisible()


def test_a_kill_costs_no_more_than_the_last_second(
    story_library, analysed, make_window, tmp_path, qtbot
):
    program = [sys.executable, "-m", "tests.ui.window.typing_program"]
    arguments = [str(story_library), str(analysed.folder), COURIER, WORDS]
    paths = os.pathsep.join(str(ROOT / part) for part in (".", "desktop", "resources"))
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(
        [*program, *arguments], stdout=subprocess.PIPE, cwd=ROOT, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        typed = time.monotonic()
        folder = analysed.places.data_of(story_library)
        qtbot.waitUntil(
            lambda: any(one.note == WORDS for one in PersonalFile(folder).state.drafts.values()),
            timeout=20_000,
        )
        assert time.monotonic() - typed < 10  # on a busy machine; the timer's own is a second
        os.kill(process.pid, signal.SIGKILL)
    again = opened(make_window, story_library)
    answer(again, "Go on writing")
    assert editor(again)._text.toPlainText() == WORDS
    assert again.reading.article().path == COURIER
