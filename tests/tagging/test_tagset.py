"""The tags of one article, tied to its text."""

from dataclasses import replace

import pytest

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Target
from diptych.tagging.anchors import Outcome, anchor
from diptych.tagging.save import Opened
from diptych.tagging.sidecar import ArticleFacts, Deletion, Sidecar
from diptych.tagging.tagset import Change, TagSet, tag_set
from diptych.text.spans import Span

TEXT = "The minister of energy said that 4,480 homes in Valdoria were without power on Monday."
WHEN = "2026-03-01T10:00:00.000Z"


def on(words: str, key: str, text: str = TEXT, tag: str = "Threat") -> Annotation:
    start = text.index(words)
    place = anchor(text, Span(start, start + len(words)))
    bodies = (Body(Purpose.TAGGING, tag),)
    return Annotation(key, WHEN, WHEN, "Ann", bodies, (Target("talks.txt", place),))


def tags(*annotations: Annotation, text: str = TEXT, deleted=()) -> TagSet:
    sidecar = Sidecar(ArticleFacts("talks.txt"), annotations, deleted, id="urn:page")
    return tag_set("talks.txt", text, sidecar, Opened(sidecar))


OUTER, INNER, LAST = on("minister of energy said", "a"), on("energy", "b"), on("Monday", "c")


def test_tags_are_drawn_in_the_order_of_the_text_the_longest_first():
    tagset = tags(LAST, on("minister", "d"), INNER, OUTER)
    assert [one.annotation.id for one in tagset.placed()] == ["a", "d", "b", "c"]


def test_under_the_cursor_the_shortest_passage_comes_first():
    tagset = tags(OUTER, INNER, LAST)
    assert tagset.at(TEXT.index("energy")) == [INNER, OUTER]
    assert tagset.at(0) == []


def test_the_next_of_overlapping_tags_comes_round_again():
    tagset = tags(OUTER, INNER, LAST)
    passage = Span(4, 30)
    assert tagset.next_over(passage, "") == OUTER
    assert tagset.next_over(passage, "a") == INNER
    assert tagset.next_over(passage, "b") == OUTER
    assert tagset.next_over(Span(0, 2), "a") is None


def test_tags_are_counted():
    assert tags(OUTER, INNER, on("homes", "d", tag="Figure")).tag_counts() == {
        "Threat": 2,
        "Figure": 1,
    }


def test_what_moved_is_counted_and_what_is_unchanged_is_not_rewritten():
    tagset = tags(OUTER, LAST, text="Late on Sunday it began. " + TEXT)
    assert tagset.moved == 2
    assert tagset.reviews == ()
    again = tags(OUTER, LAST)
    assert again.annotations == (OUTER, LAST)


def test_a_shorter_context_of_another_program_is_left_as_it_is():
    place = Anchor(Span(4, 12), "minister", "The ", " of")
    foreign = Annotation("x", WHEN, WHEN, "", (), (Target("talks.txt", place),))
    assert tags(foreign).annotations == (foreign,)


def test_a_changed_passage_is_shown_at_its_likeliest_place_and_keeps_its_old_words():
    changed = TEXT.replace("minister of energy said", "minister for energy had said")
    tagset = tags(OUTER, LAST, text=changed)
    (review,) = tagset.reviews
    assert review.found.outcome is Outcome.CHANGED
    shown = tagset.placed()[0]
    assert (shown.outcome, shown.span.text_in(changed)) == (
        Outcome.CHANGED,
        "minister for energy had said",
    )
    assert shown.annotation.span == shown.span
    assert tagset.annotations[0] == OUTER


def test_the_note_on_a_passage_is_found_where_the_passage_is_now():
    note = replace(OUTER, bodies=(Body(Purpose.COMMENTING, "Who said so?"),))
    whole = replace(note, id="w", targets=(Target("talks.txt"),))
    changed = TEXT.replace("minister of energy said", "minister for energy had said")
    tagset = tags(note, replace(OUTER, id="t"), whole, text=changed)
    words = "minister for energy had said"
    place = Span(changed.index(words), changed.index(words) + len(words))
    assert tagset.noted_at(place).id == "a"
    assert tagset.noted_at(None).id == "w"
    assert tagset.noted_at(Span(place.start, place.end - 1)) is None


def test_a_lost_passage_is_listed_and_not_shown():
    tagset = tags(OUTER, LAST, text="Quite another text, without anything of it.")
    assert [review.annotation.id for review in tagset.reviews] == ["a", "c"]
    assert tagset.placed() == []
    assert tagset.annotations == (OUTER, LAST)


def test_a_decided_review_is_no_longer_listed():
    tagset = tags(OUTER, text="Quite another text, without anything of it.")
    assert tagset.applied(Change("a", OUTER, None), WHEN).reviews == ()


def test_the_other_passage_of_a_pair_is_not_looked_up_here():
    far = Target("other.txt", Anchor(Span(900, 905), "aides"))
    pair = Annotation("p", WHEN, WHEN, "Ann", (), (INNER.targets[0], far))
    assert tags(pair, text="New. " + TEXT).annotations[0].targets[1] == far


def test_a_change_can_be_applied_and_taken_back():
    change = Change("b", None, INNER)
    there = tags(OUTER).applied(change, WHEN)
    assert there.annotations == (OUTER, INNER)
    back = there.applied(change.reversed(), WHEN)
    assert back.annotations == (OUTER,)
    assert back.sidecar.deleted == (Deletion("b", WHEN),)


def test_what_is_brought_back_counts_as_later_than_its_deletion():
    tagset = tags(OUTER, deleted=(Deletion("z", WHEN), Deletion("b", "2026-03-01T12:00:00.000Z")))
    there = tagset.applied(Change("b", None, INNER), WHEN)
    assert there.with_id("b").modified == "2026-03-01T12:00:00.001Z"
    assert there.sidecar.deleted == (Deletion("z", WHEN),)


def test_a_change_stands_while_the_annotation_says_the_same_about_the_same_words():
    made = Change("b", None, INNER)
    assert tags(INNER).stands(made)
    assert tags(INNER, text="Late. " + TEXT).stands(made)
    assert not tags(on("energy", "b", tag="Claim")).stands(made)
    assert not tags(on("homes", "b")).stands(made)
    assert not tags().stands(made)
    assert tags().stands(made.reversed())
    assert not tags(INNER).stands(made.reversed())


@pytest.mark.parametrize("words", ["energy", "minister of energy said"])
def test_a_passage_is_dealt_with_where_any_tag_touches_it(words):
    tagset = tags(INNER)
    start = TEXT.index(words)
    assert tagset.is_dealt_with(Span(start, start + len(words)))
    assert not tagset.is_dealt_with(Span(0, 3))
