"""What goes wrong ends in a sentence in the message bar; nothing is lost and the window goes on."""

import errno
import json
import os

import pytest
from tests.ui.window.conftest import press
from tests.ui.window.seen import COURIER, RELAY, answer, said, sidecar, tags_on_disk

from diptych.ui.panels.messages import MessageKind


@pytest.fixture
def full_disk(monkeypatch):
    """A disk that is full from the call on; undone by ``full_disk.undo()``."""

    def fill():
        def fails(*_):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", fails)

    fill.undo = monkeypatch.undo
    return fill


# Saving.


def test_a_full_disk_says_so_keeps_the_tag_and_saves_it_when_there_is_room(
    window, keys, story_library, full_disk
):
    window.reading.open(COURIER, other=False)
    full_disk()
    keys("J", "J", "1")
    assert window.parts.messages.message().kind is MessageKind.ERROR
    assert "the disk is full" in said(window)
    assert window.parts.inspector.tags.passages()[0].tags == ("Claim",)
    assert not sidecar(story_library).exists()
    full_disk.undo()
    answer(window, "Try again")
    assert tags_on_disk(story_library) == ["Claim"]
    assert said(window) == ""


def test_the_window_stays_open_as_long_as_tags_are_not_saved(
    window, keys, story_library, full_disk
):
    window.reading.open(COURIER, other=False)
    full_disk()
    keys("J", "1")
    answer(window, "Try again")
    window.close()
    assert window.isVisible()
    full_disk.undo()
    window.close()
    assert not window.isVisible()
    assert tags_on_disk(story_library) == ["Claim"]


def test_who_wants_to_can_close_without_the_tags(window, keys, full_disk):
    window.reading.open(COURIER, other=False)
    full_disk()
    keys("J", "1")
    window.parts.messages.close_message()
    window.close()
    answer(window, "Close and lose them")
    assert not window.isVisible()
    full_disk.undo()


def test_a_library_with_unsaved_tags_stays_open(window, keys, story_library, tmp_path, full_disk):
    window.reading.open(COURIER, other=False)
    full_disk()
    keys("J", "1")
    window.parts.messages.close_message()
    window.open(tmp_path)
    assert window.sessions.library.workspace.root == story_library
    assert "the disk is full" in said(window)
    full_disk.undo()
    window.open(tmp_path)
    assert window.sessions.library.workspace.root == tmp_path
    assert tags_on_disk(story_library) == ["Claim"]


# Sidecars.


def test_a_broken_sidecar_is_set_aside_and_the_article_can_be_tagged(make_window, story_library):
    broken = '{"items": [ {"oops"'
    sidecar(story_library).write_text(broken, "utf-8")
    window = make_window()
    window.open(story_library)
    window.reading.open(COURIER, other=False)
    assert sidecar(story_library).name in said(window)
    press(window, "J", "J", "1")
    assert tags_on_disk(story_library) == ["Claim"]
    aside = [path for path in story_library.iterdir() if "damaged" in path.name]
    assert [path.read_text("utf-8") for path in aside] == [broken]


def test_the_newest_good_backup_of_a_broken_sidecar_is_offered(make_window, story_library):
    window = make_window()
    window.open(story_library)
    window.reading.open(COURIER, other=False)
    press(window, "J", "J", "1", "J", "2", "J", "3")
    window.close()
    sidecar(story_library).write_text("{", "utf-8")

    again = make_window()
    again.open(story_library)
    again.reading.open(COURIER, other=False)
    message = again.parts.messages.message()
    assert [action.label for action in message.actions] == ["Bring the backup back"]
    again.parts.messages.action_chosen.emit(message.actions[0].name)
    assert tags_on_disk(story_library)[:2] == ["Claim", "Figure"]


def newer(library):
    """Make the sidecar of the courier one of a newer format."""
    path = sidecar(library)
    changed = json.loads(path.read_text("utf-8"))
    changed["diptych"]["format"] += 1
    path.write_text(json.dumps(changed), "utf-8")
    return path.read_bytes()


def test_tags_of_a_newer_version_can_be_read_and_are_not_changed(
    make_window, window, keys, story_library
):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "1")
    window.close()
    before = newer(story_library)
    again = make_window()
    again.open(story_library)
    again.reading.open(COURIER, other=False)
    press(again, "J", "2")
    assert "newer version" in said(again)
    assert sidecar(story_library).read_bytes() == before
    again.parts.messages.close_message()
    press(again, "J")
    again.reading.open(RELAY, other=False)
    press(again, "J", "1")
    assert tags_on_disk(story_library, RELAY) == ["Claim"]


# Articles.


def test_an_article_that_is_gone_when_it_is_opened_says_so(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    (story_library / RELAY).unlink()
    window.reading.open(RELAY, other=True)
    assert RELAY in said(window)
    assert window.parts.split.article(1) is None
    keys("J", "1")
    assert tags_on_disk(story_library) == ["Claim"]


def test_an_article_that_vanishes_while_it_is_open_stays_and_can_be_tagged(
    window, keys, story_library
):
    window.reading.open(COURIER, other=False)
    keys("J", "J")
    (story_library / COURIER).unlink()
    window.sessions.library.refresh()
    assert "no longer in the folder" in said(window)
    window.parts.messages.close_message()
    keys("J", "1")
    assert tags_on_disk(story_library) == ["Claim"]
    assert window.parts.split.article(0).path == COURIER
    assert said(window) == ""


def test_a_renamed_article_is_read_on_where_it_was(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J", "1")
    here = window.parts.split.passage(0)
    (story_library / COURIER).rename(story_library / "renamed.txt")
    window.sessions.library.refresh()
    assert window.parts.split.article(0).path == "renamed.txt"
    assert window.parts.split.passage(0) == here
    assert window.parts.inspector.tags.passages()[0].tags == ("Claim",)


def changed(library, change):
    path = library / COURIER
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def test_a_changed_text_keeps_cursor_focus_and_tags_on_their_words(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    window.parts.split.focus_side(0)
    keys(*["J"] * 6, "1")
    words = window.parts.split.passage(0).text_in(window.parts.split.article(0).text)
    keys("Tab")
    first = window.parts.split.article(0).blocks[1].span
    first = first.text_in(window.parts.split.article(0).text)
    changed(story_library, lambda text: text.replace(first, f"{first} Added words.", 1))
    window.sessions.library.refresh()
    split = window.parts.split
    text = split.article(0).text
    assert "Added words." in text
    assert split.passage(0).text_in(text) == words
    assert split.focused_side == 1
    tagset = window.sessions.tagging.tagset(COURIER)
    assert tagset.placed()[0].span.text_in(text) == words
    assert "has changed" in said(window)
    assert "moved with their words: 1" in said(window)


def test_tags_on_words_that_changed_or_went_are_counted(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    text = window.parts.split.article(0).text
    keys(*["J"] * 5, "1")
    gone = window.parts.split.passage(0).text_in(text)
    keys("J", "J", "J", "J", "2")
    bent = window.parts.split.passage(0).text_in(text)
    first, *rest = bent.split(" ")
    changed(
        story_library,
        lambda text: text.replace(gone, "").replace(bent, " ".join([first, "perhaps", *rest])),
    )
    window.sessions.library.refresh()
    assert "on words that changed: 1" in said(window)
    assert "not found, but kept: 1" in said(window)
    keys("J", "3")
    assert sorted(tags_on_disk(story_library)) == ["Claim", "Figure", "Sourcing"]
