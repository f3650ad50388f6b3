"""Links that a reader sets and deletes by key."""

from tests.ui.window.correcting import ALONE, annotations, basis, go, links, listed, status
from tests.ui.window.seen import COURIER, RELAY, passage, sidecar


def test_b_unlinks_what_is_linked_and_links_it_again(pair, keys, story_library):
    before = links(pair)
    go(pair, "He said the table was “not yet cleared”.")
    here, there = passage(pair, 0), pair.parts.split.counterpart(0)
    keys("Tab", "Tab", "B")
    assert (here, there, False) not in links(pair)
    assert len(links(pair)) == len(before) - 1
    assert here in pair.parts.split.linking.pairing.lone[0]
    assert pair.parts.split.counterpart(0) is None
    assert listed(pair) == [f"unlinked by hand from a passage of {RELAY}"]
    keys("B")
    assert (here, there, True) in links(pair)
    assert here not in pair.parts.split.linking.pairing.lone[0]
    keys("Ctrl+Z", "Ctrl+Z")
    assert links(pair) == before
    assert annotations(story_library) == []


def test_b_links_two_passages_and_the_inspector_says_by_whom(pair, keys, qtbot):
    go(pair, ALONE)
    assert pair.parts.split.counterpart(0) is None
    go(pair, "From where the waiting ships can be seen".lower(), 1)
    keys("B")
    assert pair.parts.split.counterpart(0) == passage(pair, 1)
    qtbot.waitUntil(lambda: "linked by hand" in basis(pair, RELAY))
    lone = pair.parts.split.linking.pairing.lone[0]
    assert not any(span.overlaps(passage(pair, 0)) for span in lone)


def test_a_link_of_the_other_account_is_found_from_here_too(pair, keys, story_library):
    go(pair, ALONE)
    go(pair, "from where the waiting ships can be seen", 1)
    pair.parts.split.focus_side(1)
    keys("B")
    assert not sidecar(story_library).exists()
    (item,) = annotations(story_library, RELAY)
    assert [target["source"] for target in item["target"]] == [RELAY, COURIER]
    keys("F8")
    ends = (passage(pair, 0), passage(pair, 1), True)
    assert ends in links(pair)
    pair.parts.split.focus_side(1)
    keys("B")
    assert ends not in links(pair)


def test_without_a_passage_in_the_other_pane_it_says_what_to_do(pair, keys):
    go(pair, ALONE)
    keys("B")
    assert status(pair).startswith("Put the cursor")


def test_b_does_nothing_beside_an_empty_pane(window):
    window.reading.open(COURIER, other=False)
    go(window, "There is no smoke and no wreckage")
    window.corrections.toggle_link()
    assert not window.actions_made["toggle_link"].isEnabled()
    assert window.sessions.tagging.tagset(COURIER).annotations == ()
