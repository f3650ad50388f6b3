"""Undo and redo, which leave alone what somebody else has changed since."""

import pytest

from diptych.tagging.edits import moved_edge, tagged, untagged, with_note
from diptych.tagging.history import Edit, History, Step, redo, undo
from diptych.tagging.instants import instant
from diptych.tagging.save import Opened
from diptych.tagging.sidecar import ArticleFacts, new_sidecar
from diptych.tagging.tagset import TagSet, tag_set
from diptych.text.spans import Span

TEXT = "The minister said that 4,480 homes were without power."
FIRST, LATER = "2026-03-01T10:00:00.000Z", "2026-03-01T11:00:00.000Z"


def bare(path: str = "a.txt") -> TagSet:
    sidecar = new_sidecar(ArticleFacts(path))
    return tag_set(path, TEXT, sidecar, Opened(sidecar))


def one_step(name: str, *edits: Edit, history: History | None = None) -> History:
    return (history or History()).with_step(Step(name, edits))


@pytest.fixture
def tagged_once() -> tuple[History, TagSet]:
    tagset, change = tagged(bare(), Span(4, 12), ["Threat"], "", "Ann", FIRST)
    return one_step("tag", Edit("a.txt", change)), tagset


def test_a_tag_is_undone_and_done_again(tagged_once):
    history, tagset = tagged_once
    undone = undo(history, {"a.txt": tagset}, LATER)
    assert undone.name == "tag"
    assert undone.changed["a.txt"].annotations == ()
    assert undone.history == History((), history.done)
    again = redo(undone.history, undone.changed, LATER)
    assert again.changed["a.txt"].tag_counts() == {"Threat": 1}
    assert again.history == history


def test_with_nothing_to_undo_nothing_happens():
    assert undo(History(), {}, LATER).changed == {}
    assert redo(History(), {}, LATER).name == ""


def test_an_undo_counts_as_made_now_so_that_no_other_copy_overrules_it(tagged_once):
    history, tagset = tagged_once
    noted, change = with_note(tagset, tagset.annotations[0].id, "Why?", LATER)
    history = one_step("note", Edit("a.txt", change), history=history)
    undone = undo(history, {"a.txt": noted}, LATER).changed["a.txt"]
    assert undone.annotations[0].note == ""
    assert instant(undone.annotations[0].modified) > instant(noted.annotations[0].modified)


def test_a_deleted_tag_comes_back_and_is_deleted_again(tagged_once):
    history, tagset = tagged_once
    removed, change = untagged(tagset, tagset.annotations[0].id, LATER)
    history = one_step("untag", Edit("a.txt", change), history=history)
    undone = undo(history, {"a.txt": removed}, LATER)
    back = undone.changed["a.txt"]
    assert (back.tag_counts(), back.sidecar.deleted) == ({"Threat": 1}, ())
    again = redo(undone.history, undone.changed, LATER).changed["a.txt"]
    assert again.annotations == ()
    assert undo(undone.history, undone.changed, LATER).changed["a.txt"].annotations == ()


def test_what_somebody_has_changed_since_is_left_alone(tagged_once):
    history, tagset = tagged_once
    theirs, _ = with_note(tagset, tagset.annotations[0].id, "Mine now", LATER)
    undone = undo(history, {"a.txt": theirs}, LATER)
    assert undone.changed == {}
    assert [edit.path for edit in undone.skipped] == ["a.txt"]


def test_a_step_in_two_articles_is_undone_as_a_whole():
    left, first = tagged(bare("a.txt"), Span(4, 12), ["Threat"], "", "Ann", FIRST)
    right, second = tagged(bare("b.txt"), Span(4, 12), ["Threat"], "", "Ann", FIRST)
    history = one_step("tag both", Edit("a.txt", first), Edit("b.txt", second))
    undone = undo(history, {"a.txt": left, "b.txt": right}, LATER)
    assert {path: one.annotations for path, one in undone.changed.items()} == {
        "a.txt": (),
        "b.txt": (),
    }
    only_one = undo(history, {"a.txt": left}, LATER)
    assert list(only_one.changed) == ["a.txt"]
    assert [edit.path for edit in only_one.skipped] == ["b.txt"]


def test_a_step_of_two_changes_to_one_article_is_undone_in_reverse():
    first_set, first = tagged(bare(), Span(4, 12), ["Threat"], "", "Ann", FIRST)
    second_set, second = with_note(first_set, first.id, "Why?", LATER)
    history = one_step("tag and note", Edit("a.txt", first), Edit("a.txt", second))
    assert undo(history, {"a.txt": second_set}, LATER).changed["a.txt"].annotations == ()


def test_a_new_step_ends_what_could_be_done_again(tagged_once):
    history, tagset = tagged_once
    undone = undo(history, {"a.txt": tagset}, LATER).history
    _, change = tagged(bare(), Span(0, 3), ["Claim"], "", "Ann", LATER)
    assert one_step("tag", Edit("a.txt", change), history=undone).undone == ()


def test_a_step_that_changed_nothing_is_not_remembered(tagged_once):
    history, tagset = tagged_once
    _, change = tagged(tagset, Span(4, 12), ["Threat"], "", "Ann", LATER)
    assert one_step("tag", Edit("a.txt", change), history=history) == history


def test_the_history_is_bounded(tagged_once):
    history, _ = tagged_once
    (step,) = history.done
    for _ in range(1_100):
        history = history.with_step(step)
    assert len(history.done) == 1_000


def test_a_tag_that_was_put_elsewhere_in_a_changed_text_is_to_be_decided_again(tagged_once):
    _, before = tagged_once
    tagset = tag_set("a.txt", "None of those words are left.", before.sidecar, before.base)
    (review,) = tagset.reviews
    placed, change = moved_edge(tagset, review.annotation.id, Span(8, 19), LATER)
    assert placed.reviews == ()
    assert placed.annotations[0].targets[0].anchor.exact == "those words"
    history = one_step("place", Edit("a.txt", change))
    back = undo(history, {"a.txt": placed}, LATER)
    (again,) = back.changed["a.txt"].reviews
    assert (again.found, again.annotation.targets) == (review.found, review.annotation.targets)
