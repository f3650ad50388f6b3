"""The commands of the tag menu by their keys, and what is said where there is nothing to do."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

COURIER = "northern-courier-strait-talks.txt"
RELAY = "daily-relay-sarovia-negotiations.txt"


@pytest.fixture
def reader(window, keys):
    """The window with an article open and the cursor on a passage."""
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J")
    return window


def annotations(window, path=COURIER):
    return window.sessions.tagging.tagset(path).annotations


def tags(window):
    return [one.tags for one in annotations(window)]


def status(window):
    return window.parts.status._saved.text()


def test_q_repeats_the_last_tag_and_says_where_there_is_none(reader, keys):
    keys("Q")
    assert status(reader) == "No tag was used yet."
    keys("1", "J", "Q")
    assert tags(reader) == [("Claim",), ("Claim",)]


def test_0_marks_a_passage_as_read(reader, keys):
    keys("0")
    (one,) = annotations(reader)
    assert not one.tags
    assert reader.sessions.tagging.tagset(COURIER).is_dealt_with(reader.parts.split.passage(0))


def test_o_chooses_among_overlapping_tags_and_u_takes_the_chosen_one_away(reader, keys):
    keys("1", "Shift+J", "2")
    keys("O")
    first = status(reader)
    keys("O")
    assert {first, status(reader)} == {"Chosen: Claim", "Chosen: Figure"}
    chosen = status(reader).removeprefix("Chosen: ")
    keys("U")
    assert tags(reader) == [(other,) for other in ("Claim", "Figure") if other != chosen]
    keys("U")
    assert tags(reader) == []
    keys("U")


def test_e_moves_the_end_of_a_tag_word_by_word_and_enter_keeps_it(reader, keys):
    keys("1")
    text = reader.parts.split.article(0).text
    (before,) = annotations(reader)
    keys("E")
    assert status(reader).startswith("Arrows move the end of “Claim”")
    keys("Right", "Right", "Left", "Return")
    (after,) = annotations(reader)
    assert (after.id, after.tags) == (before.id, ("Claim",))
    assert after.span.start == before.span.start
    added = text[before.span.end : after.span.end]
    assert len(added.split()) == 1
    assert reader.parts.split.passage(0) == after.span
    keys("Ctrl+Z")
    assert annotations(reader)[0].span == before.span


def test_shift_e_moves_the_start_and_escape_leaves_it(reader, keys):
    keys("1", "Shift+E", "Right", "Escape")
    (one,) = annotations(reader)
    assert reader.parts.split.passage(0) == one.span
    assert status(reader) == "Saved"
    keys("Shift+E", "Right", "Down", "Return")
    (other,) = annotations(reader)
    assert other.span.end == one.span.end
    assert other.span.start > one.span.start
    keys("J")
    assert reader.parts.split.passage(0).start > one.span.end


def test_a_tag_is_never_moved_to_nothing_and_another_key_ends_the_moving(reader, keys):
    keys("1", "E", *["Left"] * 60, "J")
    (one,) = annotations(reader)
    assert reader.parts.split.passage(0).start > one.span.start
    keys("Return")
    assert annotations(reader) == (one,)
    keys("J", "J", "J", "J", "E")
    assert status(reader) == "No tag stands on this passage."


def test_ctrl_j_goes_to_what_is_not_dealt_with_until_all_is(reader, keys):
    keys("1", "Ctrl+J")
    tagset = reader.sessions.tagging.tagset(COURIER)
    assert not tagset.is_dealt_with(reader.parts.split.passage(0))
    for _ in reader.reading.sentences():
        keys("0", "Ctrl+J")
    assert status(reader).startswith("Every passage")


def test_n_writes_a_note_that_is_saved_and_shown(reader, keys, story_library):
    here = reader.parts.split.passage(0)
    keys("N")
    QTest.keyClicks(QApplication.focusWidget(), "Ask who said this")
    keys("Ctrl+Return")
    assert reader.parts.split.pane_widgets()[0].hasFocus()
    assert reader.parts.split.passage(0) == here
    text = (story_library / f"{COURIER}.diptych.json").read_text("utf-8")
    assert "Ask who said this" in json.dumps(json.loads(text), ensure_ascii=False)
    keys("N")
    assert QApplication.focusWidget().toPlainText() == "Ask who said this"
    QTest.keyClicks(QApplication.focusWidget(), "!")
    keys("Escape")
    assert [one.note for one in annotations(reader)] == ["Ask who said this"]
    keys("N")
    assert QApplication.focusWidget().toPlainText() == "Ask who said this!"


def test_escape_leaves_the_strip_and_nothing_is_tagged(reader, keys):
    keys("T")
    QTest.keyClicks(QApplication.focusWidget(), "half a na")
    keys("Escape")
    assert tags(reader) == []
    assert reader.parts.split.pane_widgets()[0].hasFocus()
    keys("T")
    assert QApplication.focusWidget().text() == "half a na"


def test_ctrl_enter_applies_and_stays(reader, keys):
    keys("T")
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "Claim")
    keys("Ctrl+Return")
    assert tags(reader) == [("Claim",)]
    assert QApplication.focusWidget() is field


def test_tags_follow_their_article_when_the_panes_are_swapped(reader, keys):
    keys("1")
    reader.reading.open(RELAY, other=True)
    keys("J", "2", "F8")
    split = reader.parts.split
    for side in (0, 1):
        names = [note.name for note in split.side(side)._tags]
        assert names == {COURIER: ["Claim"], RELAY: ["Figure"]}[split.article(side).path]
    assert reader.parts.inspector.tags.passages()[0].tags == ("Figure",)


def test_undo_reaches_an_article_that_is_closed_and_says_so(reader, keys, story_library):
    keys("1")
    reader.reading.open(RELAY, other=False)
    keys("Ctrl+Z")
    assert tags(reader) == []
    assert COURIER in reader.parts.messages.message().text
    items = json.loads((story_library / f"{COURIER}.diptych.json").read_text("utf-8"))["items"]
    assert items == []


class NoTags:
    """The codebook of a library without tags."""

    tags = ()

    def for_key(self, _digit):
        return None


def test_a_digit_without_a_tag_says_so(reader, keys, monkeypatch):
    monkeypatch.setattr(reader.tags, "_codes", NoTags())
    keys("7")
    assert status(reader) == "No tag has the digit 7 yet."
    assert tags(reader) == []
