"""Folders, analysis and the program itself in trouble: a sentence, and the window goes on."""

import errno
import json
import os
import sys

import pytest
from tests.ui.window.conftest import press
from tests.ui.window.seen import COURIER, answer, said, tags_on_disk

from diptych.errors import AnalysisError
from diptych.settings import Settings
from diptych.text.spans import Span
from diptych.ui.start import catch_everything
from diptych.workspace.workspace import Workspace

# Libraries.


def test_where_there_is_no_article_nobody_is_asked_to_choose_one(window, tmp_path):
    assert "Choose an article" in window.parts._nothing.sentence()
    (tmp_path / "empty").mkdir()
    window.open(tmp_path / "empty")
    assert window.parts._nothing.sentence() == ""


def test_an_empty_folder_is_a_library_with_a_way_on(make_window, tmp_path):
    window = make_window()
    window.open(tmp_path)
    assert said(window) == ""
    assert window.parts.library._empty.isVisibleTo(window.parts.library)
    assert not window.parts.library.list.rows()


@pytest.mark.parametrize("kind", ["missing", "file", "forbidden"])
def test_a_folder_that_cannot_be_opened_leaves_the_library_open(
    window, keys, story_library, tmp_path, kind, monkeypatch
):
    folder = tmp_path / "other"
    if kind == "file":
        folder.write_text("text", "utf-8")
    elif kind == "forbidden":
        folder.mkdir()
        scandir = os.scandir

        def refuse(path="."):
            if str(path) == str(folder):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)
    window.open(folder)
    assert str(folder) in said(window)
    assert window.sessions.library.workspace.root == story_library
    window.reading.open(COURIER, other=False)
    keys("J", "1")
    assert tags_on_disk(story_library) == ["Claim"]


def test_a_library_that_another_process_holds_can_be_read_and_tagged(
    make_window, analysed, story_library, workers
):
    with Workspace.open(story_library, analysed.places, creator="Else") as first:
        first.refresh()
        window = make_window()
        window.open(story_library)
        assert "another window" in said(window)
        window.reading.open(COURIER, other=False)
        press(window, "J", "1")
        assert tags_on_disk(story_library) == ["Claim"]


def test_a_file_that_cannot_be_read_is_listed_and_stops_nothing(make_window, story_library):
    (story_library / "empty.txt").write_bytes(b"")
    (story_library / "binary.txt").write_bytes(bytes(range(256)) * 40)
    window = make_window()
    window.open(story_library)
    problems = {
        row.entry.path: row.entry.problem
        for row in window.parts.library.list.rows()
        if hasattr(row, "entry") and row.entry.problem
    }
    assert "empty.txt" in problems
    window.reading.open("empty.txt", other=False)
    assert "empty.txt" in said(window)
    window.reading.open(COURIER, other=False)
    assert window.parts.split.article(window.parts.split.focused_side).path == COURIER


@pytest.mark.parametrize("damage", [b"", b"not a database", None], ids=["empty", "noise", "gone"])
def test_a_damaged_catalogue_or_index_is_made_anew(make_window, analysed, story_library, damage):
    cache = analysed.places.cache_of(story_library)
    for path in list(cache.rglob("*")):
        if path.is_file() and path.suffix != ".lock":
            if damage is None:
                path.unlink()
            else:
                path.write_bytes(damage)
    window = make_window()
    window.open(story_library)
    assert len(window.lists.groups) == 2
    window.parts.library.set_query("lighthouse")
    assert window.lists.listing.total == 1
    assert window.parts.messages.message() is None


def test_an_import_that_fails_says_so_and_can_be_tried_again(window, story_library, monkeypatch):
    workspace = window.sessions.library.workspace
    refresh = workspace.refresh

    def fails(*_):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(workspace, "refresh", fails)
    window.sessions.library.refresh()
    assert os.strerror(errno.EIO) in said(window)
    (story_library / "late.txt").write_text("A late headline\n\nWith words of its own.\n", "utf-8")
    monkeypatch.setattr(workspace, "refresh", refresh)
    answer(window, "Try again")
    assert "late.txt" in {
        row.entry.path for row in window.parts.library.list.rows() if hasattr(row, "entry")
    }


# Analysis.


def test_an_article_whose_analysis_fails_is_read_all_the_same(
    window, keys, story_library, monkeypatch
):
    analyses = window.sessions.library.workspace.analyses
    reading = analyses.reading

    def fails(*_):
        raise AnalysisError("The process that analysed this article ended unexpectedly.")

    monkeypatch.setattr(analyses, "reading", fails)
    window.reading.open(COURIER, other=False)
    assert "ended unexpectedly" in said(window)
    keys("J", "J", "1")
    assert tags_on_disk(story_library) == ["Claim"]
    monkeypatch.setattr(analyses, "reading", reading)
    answer(window, "Try again")
    assert window.parts.split.side(0).reading.entities


# The program itself.


def test_an_exception_that_nobody_expected_is_told_and_logged(
    window, keys, story_library, monkeypatch, caplog, tmp_path
):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_everything(window.messages, tmp_path / "diptych.log")
    window.reading.open(COURIER, other=False)
    error = ValueError("a fault in a slot")
    sys.excepthook(ValueError, error, None)
    assert "a fault in a slot" in said(window)
    assert [action.label for action in window.parts.messages.message().actions] == ["Show the log"]
    assert "ValueError" in caplog.text
    keys("J", "1")
    assert tags_on_disk(story_library) == ["Claim"]


def test_an_end_by_the_keyboard_is_not_caught(monkeypatch, window, tmp_path):
    ended = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, *_: ended.append(kind))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_everything(window.messages, tmp_path / "diptych.log")
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [KeyboardInterrupt]


# Odd texts.


def open_text(make_window, folder, text):
    folder.mkdir()
    (folder / "odd.txt").write_text(text, "utf-8")
    window = make_window()
    window.open(folder)
    window.reading.open("odd.txt", other=False)
    return window


@pytest.mark.parametrize(
    "sentence",
    [
        "قال الوزير إن المحادثات بدأت يوم الاثنين في العاصمة.",
        "The 👩‍👩‍👧‍👦 family 🇺🇦 said 😀 so on 𝒯uesday.",
        "大臣は月曜日に会談が始まったと述べた。",
        "Zo\u0308e said the re\u0301sume\u0301 was hers.",
    ],
    ids=["right to left", "emoji", "east asian", "combining"],
)
def test_tags_in_every_script_stand_at_their_words(make_window, tmp_path, sentence):
    filler = "One sentence of 𝒻iller stands here. "
    text = f"A headline 😀\n\n{filler * 3}\n\n{sentence}\n\n{filler}\n"
    window = open_text(make_window, tmp_path / "odd", text)
    article = window.parts.split.article(0)
    start = article.text.index(sentence)
    window.parts.split.select(0, Span(start, start + len(sentence)))
    press(window, "1")
    items = json.loads((tmp_path / "odd" / "odd.txt.diptych.json").read_text("utf-8"))["items"]
    selectors = {one["type"]: one for one in items[0]["target"]["selector"]}
    assert selectors["TextQuoteSelector"]["exact"] == sentence
    assert selectors["TextPositionSelector"]["start"] == start
    window.close()
    again = make_window()
    again.open(tmp_path / "odd")
    assert again.parts.inspector.tags.passages()[0].text == sentence
    note = again.parts.split.side(0)._tags[0]
    assert note.span == Span(start, start + len(sentence))


def test_settings_of_an_unknown_kind_change_nothing_else(make_window):
    window = make_window(Settings(hidden_marks=("of the future",)))
    window.take_settings(Settings(hidden_marks=("of the future",), text_scale=1.2))
    assert window.look.scale == pytest.approx(1.2)
