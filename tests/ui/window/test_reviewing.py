"""Tags on a text that was changed outside: looked at one by one, decided, and never dropped."""

import json

import pytest
from tests.ui.window.conftest import press
from tests.ui.window.seen import COURIER, RELAY, answer, passage, said, sidecar, tags_on_disk

from diptych.tagging.anchors import Outcome

CHANGED = "But the frigates that closed the channel on March 2 have not moved"
NOW = "But the frigates which had closed the channel on March 2 have not yet moved"
LOST = "He said the table was “not yet cleared”."
KEPT = "Sarovia says it shut the strait for safety"


def span_of(window, words):
    text = window.parts.split.article(0).text
    start = text.index(words)
    return start, start + len(words)


def tag_words(window, words, key):
    """Put the cursor on the sentence of ``words`` and press the digit ``key``."""
    steps = window.parts.split.pane_widgets()[0].steps
    window.parts.split.set_passage(0, steps.at(span_of(window, words)[0]))
    press(window, key)


def rewrite(library):
    path = library / COURIER
    text = path.read_text("utf-8")
    path.write_text(text.replace(CHANGED, NOW).replace(LOST, ""), "utf-8")


@pytest.fixture
def rewritten(make_window, window, story_library):
    """A window on an article that was changed since three of its sentences were tagged."""
    window.reading.open(COURIER, other=False)
    for words, key in ((CHANGED, "1"), (LOST, "2"), (KEPT, "3")):
        tag_words(window, words, key)
    window.close()
    rewrite(story_library)
    return opened(make_window, story_library)


def opened(make_window, library):
    window = make_window()
    window.open(library)
    window.reading.open(COURIER, other=False)
    window.split.clear_side(1)
    return window


def section(window):
    return window.parts.inspector.tags.reviews


def listed(window):
    return [(row.review.tags, row.review.outcome) for row in section(window).passages()]


def exact_on_disk(library):
    """The words that each saved annotation is on."""
    items = json.loads(sidecar(library).read_text("utf-8"))["items"]
    return [item["target"]["selector"][0]["exact"] for item in items]


BOTH = [(("Claim",), Outcome.CHANGED), (("Figure",), Outcome.LOST)]


def test_what_was_not_found_for_certain_is_listed_and_the_message_leads_there(rewritten):
    assert listed(rewritten) == BOTH
    assert "has changed" in said(rewritten)
    assert not section(rewritten).isVisible()
    answer(rewritten, "Look at them")
    assert section(rewritten).isVisible()
    start, end = span_of(rewritten, NOW)
    assert passage(rewritten, 0).start == start
    assert passage(rewritten, 0).end >= end


def test_i_goes_from_one_to_the_next_and_round_and_shift_i_back(rewritten):
    keys = []
    for key in ("I", "I", "I", "Shift+I"):
        press(rewritten, key)
        keys.append(section(rewritten).current().review.tags[0])
    assert keys == ["Claim", "Figure", "Claim", "Figure"]
    assert rewritten.parts.split.pane_widgets()[0].hasFocus()


def test_y_accepts_the_place_and_it_is_saved_as_an_ordinary_anchor(rewritten, story_library):
    press(rewritten, "I", "Y")
    assert listed(rewritten) == BOTH[1:]
    words = exact_on_disk(story_library)
    assert words[0].startswith(NOW)
    assert words[1] == LOST
    press(rewritten, "I")
    assert section(rewritten).current().review.tags == ("Figure",)


def test_undo_puts_an_accepted_tag_back_on_the_list(rewritten, story_library):
    press(rewritten, "I", "Y", "Ctrl+Z")
    assert listed(rewritten) == BOTH
    assert exact_on_disk(story_library)[0].startswith(CHANGED)
    press(rewritten, "Ctrl+Shift+Z")
    assert listed(rewritten) == BOTH[1:]


def test_nothing_is_decided_before_it_is_in_sight(rewritten, story_library):
    before = sidecar(story_library).read_bytes()
    for key in ("Y", "H", "Shift+U"):
        rewritten.parts.inspector.show_page("accounts")
        press(rewritten, key)
        assert section(rewritten).isVisible()
    assert sidecar(story_library).read_bytes() == before


def test_a_lost_tag_cannot_be_accepted_but_put_on_the_passage_under_the_cursor(
    rewritten, story_library
):
    press(rewritten, "I", "I", "Y")
    assert rewritten.parts.status._saved.text() == "No place was found for this tag."
    assert listed(rewritten) == BOTH
    tag = section(rewritten).current().review
    assert not section(rewritten)._buttons["accept_place"].isEnabled()
    press(rewritten, "J", "H")
    assert listed(rewritten) == BOTH[:1]
    tagset = rewritten.sessions.tagging.tagset(COURIER)
    assert tagset.with_id(tag.id).span == passage(rewritten, 0)
    assert passage(rewritten, 0).text_in(tagset.text) in exact_on_disk(story_library)
    press(rewritten, "Ctrl+Z")
    assert listed(rewritten) == BOTH


def test_shift_u_deletes_the_tag_and_undo_brings_it_back_to_the_list(rewritten, story_library):
    press(rewritten, "I", "I", "Shift+U")
    assert sorted(tags_on_disk(story_library)) == ["Claim", "Sourcing"]
    assert listed(rewritten) == BOTH[:1]
    press(rewritten, "Ctrl+Z")
    assert sorted(tags_on_disk(story_library)) == ["Claim", "Figure", "Sourcing"]
    assert listed(rewritten) == BOTH


def test_what_is_not_decided_stays_in_the_sidecar_and_is_listed_at_the_next_start(
    rewritten, make_window, story_library
):
    press(rewritten, "I", "Y", "J", "4")  # other tags are saved meanwhile
    rewritten.close()
    again = opened(make_window, story_library)
    assert listed(again) == BOTH[1:]
    assert LOST in exact_on_disk(story_library)
    press(again, "I", "Shift+U")
    again.close()
    last = opened(make_window, story_library)
    assert listed(last) == []
    assert said(last) == ""


def test_the_message_is_not_repeated_with_every_decision(rewritten):
    rewritten.parts.messages.close_message()
    press(rewritten, "I", "Y", "Ctrl+Z")
    assert said(rewritten) == ""


def test_the_buttons_do_what_the_keys_do(rewritten, qtbot):
    press(rewritten, "I")
    buttons = section(rewritten)._buttons
    buttons["accept_place"].click()
    assert listed(rewritten) == BOTH[1:]
    buttons["place_here"].click()
    assert listed(rewritten) == []
    assert not section(rewritten).isVisible()


def test_in_the_list_arrows_and_enter_lead_to_the_place_and_the_keys_decide(rewritten):
    press(rewritten, "I", "J", "J")
    rewritten.parts.inspector.focus_page()
    rows = section(rewritten).list
    assert rows.hasFocus()
    press(rewritten, "Down", "Return", "Up", "Return")
    assert passage(rewritten, 0).start == span_of(rewritten, NOW)[0]
    press(rewritten, "Y", "H")
    assert listed(rewritten) == []
    assert rewritten.parts.inspector.tags.list.hasFocus()


def test_the_message_leads_to_its_own_article_wherever_the_keys_are(rewritten):
    rewritten.reading.open(RELAY, other=True)
    rewritten.parts.split.focus_side(1)
    answer(rewritten, "Look at them")
    assert rewritten.parts.split.focused_side == 0
    assert section(rewritten).isVisible()
    assert passage(rewritten, 0).start == span_of(rewritten, NOW)[0]


def test_without_anything_to_decide_the_commands_are_grey(window, keys):
    window.reading.open(COURIER, other=False)
    keys("J", "1")
    assert not window.actions_made["next_review"].isEnabled()
    assert section(window).isHidden()


def test_the_list_follows_the_pane_that_has_the_keys(rewritten):
    rewritten.reading.open(RELAY, other=True)
    rewritten.parts.split.focus_side(1)
    assert listed(rewritten) == []
    assert not rewritten.actions_made["accept_place"].isEnabled()
    rewritten.parts.split.focus_side(0)
    assert listed(rewritten) == BOTH
