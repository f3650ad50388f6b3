"""The first whole path: open, find, read two side by side, tag, close, and find it all again."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diptych.ui.panels.rows import ArticleRow, StoryRow

COURIER = "northern-courier-strait-talks.txt"
RELAY = "daily-relay-sarovia-negotiations.txt"


def rows(window, kind):
    return [row for row in window.parts.library.list.rows() if isinstance(row, kind)]


def test_the_list_is_grouped_by_story(window):
    assert len(rows(window, ArticleRow)) == 5
    assert len(rows(window, StoryRow)) == 1


def test_the_whole_sample_library_makes_three_stories(make_window, sample_library):
    window = make_window()
    window.open(sample_library)
    assert len(rows(window, ArticleRow)) == 15
    assert len(rows(window, StoryRow)) == 3


def test_typing_in_the_search_field_narrows_the_list_with_snippets(window, qtbot):
    window.parts.library.focus_search()
    QTest.keyClicks(window.parts.search, "lighthou")
    found = rows(window, ArticleRow)
    assert "island-quarterly-lighthouse-keeper.md" in {row.entry.path for row in found}
    assert any(row.snippet is not None and row.snippet.hits for row in found)


def test_two_accounts_stand_side_by_side_linked_and_marked(window):
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    split = window.parts.split
    assert split.article(0).path == COURIER
    assert split.article(1).path == RELAY
    assert split.side(0).reading.entities
    assert split.side(1).reading.quotations
    assert window.reading.sentences()


def test_tab_goes_to_the_linked_passage_of_the_other_side(window, keys):
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    split = window.parts.split
    split.focus_side(0)
    keys("J", "J", "J", "J", "J", "J")
    linked = split.counterpart(0)
    keys("Tab")
    assert split.focused_side == 1
    assert linked is None or split.passage(1).overlaps(linked)


def test_a_digit_tags_the_passage_and_the_sidecar_is_on_disk(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "1")
    sidecar = json.loads((story_library / f"{COURIER}.diptych.json").read_text("utf-8"))
    (item,) = sidecar["items"]
    passage = window.parts.split.passage(0)
    assert item["body"][0]["value"] == "Claim"
    assert item["creator"]["name"] == "Ines"
    selectors = {one["type"]: one for one in item["target"]["selector"]}
    assert selectors["TextPositionSelector"]["start"] == passage.start
    assert window.parts.inspector.tags.passages()[0].tags == ("Claim",)


def test_undo_takes_a_tag_back_and_redo_gives_it_again(window, keys, story_library):
    window.reading.open(COURIER, other=False)
    keys("J", "2", "Ctrl+Z")
    path = story_library / f"{COURIER}.diptych.json"
    assert json.loads(path.read_text("utf-8"))["items"] == []
    keys("Ctrl+Shift+Z")
    assert len(json.loads(path.read_text("utf-8"))["items"]) == 1


def test_a_tag_typed_into_the_strip_is_made_and_applied(window, keys, story_library, qtbot):
    window.reading.open(COURIER, other=False)
    keys("J", "T")
    QTest.keyClicks(window.strips.tag.focusWidget(), "Back channel")
    QTest.keyClick(window.strips.tag.focusWidget(), Qt.Key.Key_Return)
    assert window.parts.inspector.tags.passages()[0].tags == ("Back channel",)
    codebook = json.loads((story_library / "diptych.json").read_text("utf-8"))
    assert "Back channel" in json.dumps(codebook)


def test_everything_comes_back_at_the_next_start(make_window, window, keys, saved, story_library):
    window.reading.open(COURIER, other=False)
    window.reading.open(RELAY, other=True)
    window.parts.split.focus_side(0)
    keys("J", "J", "J", "J", "1")
    passage = window.parts.split.passage(0)
    window.close()

    again = make_window(saved[-1])
    again.open(story_library)
    split = again.parts.split
    assert [split.article(side).path for side in (0, 1)] == [COURIER, RELAY]
    assert split.passage(0) == passage
    assert split.focused_side == 0
    assert again.parts.inspector.tags.passages()[0].tags == ("Claim",)


def test_a_shows_the_next_account_of_the_passage_beside_it(window, keys, qtbot):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J", "J")
    keys("A")
    split = window.parts.split
    first = split.article(1).path
    assert first in window.lists.story_of(COURIER)
    assert split.focused_side == 0
    keys("A")
    assert split.article(1).path not in {first, COURIER}


def test_the_accounts_page_shows_the_passage_in_every_account(window, keys, qtbot):
    window.reading.open(COURIER, other=False)
    keys("J", "J", "J", "J", "J")
    page = window.parts.inspector.accounts
    qtbot.waitUntil(lambda: len(page.accounts()) == 4)
    assert page.accounts()[0].is_reference
    assert sum(account.span is not None for account in page.accounts()) >= 2


@pytest.mark.parametrize("text", ["", "   \n "])
def test_pasting_nothing_says_so(window, text):
    window.libraries.paste(text, "")
    assert "clipboard" in window.parts.messages.message().text


def test_escape_in_the_search_field_keeps_the_words_and_goes_back_to_the_text(window, keys):
    window.reading.open(COURIER, other=False)
    keys("J", "/")
    assert window.parts.search.hasFocus()
    QTest.keyClicks(window.parts.search, "strait")
    keys("Escape")
    assert window.parts.search.text() == "strait"
    assert window.parts.split.pane_widgets()[0].hasFocus()


def test_an_article_opened_from_a_search_shows_the_words_that_were_found(window, keys):
    window.parts.library.focus_search()
    QTest.keyClicks(window.parts.search, '"waiting room"')
    QTest.keyClick(window.parts.search, Qt.Key.Key_Return)
    split = window.parts.split
    article = split.article(split.focused_side)
    pane = split.pane_widgets()[split.focused_side]
    assert [hit.text_in(article.text) for hit in pane.hits] == ["waiting room"]
    assert split.passage(split.focused_side).covers(pane.hits[0])


def test_f3_goes_to_what_the_library_was_searched_for(window, keys):
    window.parts.library.focus_search()
    QTest.keyClicks(window.parts.search, "sarovia")
    QTest.keyClick(window.parts.search, Qt.Key.Key_Return)
    split = window.parts.split
    first = split.passage(split.focused_side)
    keys("F3")
    second = split.passage(split.focused_side)
    article = split.article(split.focused_side)
    assert second.text_in(article.text).casefold().startswith("sarovia")
    assert second.start >= first.start
