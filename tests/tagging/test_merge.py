"""Two people's changes to one sidecar: nobody's tag disappears."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.tagging.strategies import sidecars

from diptych.model.annotation import Annotation, Body, Purpose, Target
from diptych.tagging.merge import SIDECAR, is_edited, joined_extra, merged, without_old_deletions
from diptych.tagging.sidecar import ArticleFacts, Deletion, Sidecar

FACTS = ArticleFacts("a.txt")


def note(words: str, minute: int = 0, key: str = "x") -> Annotation:
    when = f"2026-03-01T10:{minute:02}:00Z"
    bodies = (Body(Purpose.COMMENTING, words),)
    return Annotation(key, "2026-03-01T09:00:00Z", when, "Ann", bodies, (Target("a.txt"),))


def gone(minute: int = 0, key: str = "x") -> Deletion:
    return Deletion(key, f"2026-03-01T10:{minute:02}:00Z")


def holding(*states: Annotation | Deletion, **keys: object) -> Sidecar:
    return replace(
        Sidecar(
            FACTS,
            tuple(state for state in states if isinstance(state, Annotation)),
            tuple(state for state in states if isinstance(state, Deletion)),
            id="urn:page",
        ),
        **keys,
    )


def outcome(base: Sidecar, ours: Sidecar, theirs: Sidecar) -> Annotation | Deletion:
    """What both orders agree on about the one annotation."""
    one, other = merged(base, ours, theirs).document, merged(base, theirs, ours).document
    (state,) = (*one.annotations, *one.deleted)
    assert (state,) == (*other.annotations, *other.deleted)
    return state


def test_the_side_that_changed_wins():
    assert outcome(holding(note("a")), holding(note("a")), holding(note("b", 1))) == note("b", 1)
    assert outcome(holding(note("a")), holding(gone(5)), holding(note("a"))) == gone(5)


def test_of_two_edits_the_later_one_stands_and_the_other_is_handed_over():
    joined = merged(holding(note("a")), holding(note("mine", 1)), holding(note("theirs", 2)))
    assert joined.document.annotations == (note("theirs", 2),)
    assert joined.overruled.annotations == (note("mine", 1),)


def test_two_edits_of_one_instant_are_decided_alike_on_both_sides():
    outcome(holding(note("a")), holding(note("one", 1)), holding(note("two", 1)))


def test_an_edit_beats_a_deletion_even_a_later_one():
    assert outcome(holding(note("a")), holding(note("b", 1)), holding(gone(9))) == note("b", 1)


def test_finding_a_passage_again_is_no_edit_that_would_beat_a_deletion():
    found = replace(note("a"), targets=(Target("renamed.txt"),))
    assert outcome(holding(note("a")), holding(found), holding(gone(9))) == gone(9)
    assert merged(holding(note("a")), holding(found), holding(gone(9))).overruled is None


def test_finding_a_passage_again_does_not_overrule_an_edit():
    found = replace(note("a"), targets=(Target("renamed.txt"),))
    joined = merged(holding(note("a")), holding(found), holding(note("b", 1)))
    assert joined.document.annotations == (note("b", 1),)


def test_what_was_brought_back_stays():
    assert outcome(holding(gone(1)), holding(note("a", 2)), holding(gone(3))) == note("a", 2)


def test_without_a_common_version_the_later_word_counts():
    assert outcome(holding(), holding(note("a", 2)), holding(gone(1))) == note("a", 2)
    assert outcome(holding(), holding(note("a", 1)), holding(gone(2))) == gone(2)


def test_a_tag_that_a_deletion_overruled_is_handed_over():
    joined = merged(holding(), holding(note("a", 1)), holding(gone(2)))
    assert joined.overruled.annotations == (note("a", 1),)


def test_of_two_deletions_the_later_is_remembered():
    assert outcome(holding(note("a")), holding(gone(1)), holding(gone(2))) == gone(2)


def test_what_a_side_does_not_mention_is_not_deleted():
    assert outcome(holding(note("a")), holding(note("a")), holding()) == note("a")


def test_the_order_of_the_file_is_kept_and_new_ones_follow():
    base = holding(note("b", key="b"), note("a", key="a"))
    ours = holding(*base.annotations, note("c", key="c"))
    theirs = holding(*base.annotations, note("d", key="d"))
    keys = [one.id for one in merged(base, ours, theirs).document.annotations]
    assert keys == ["b", "a", "d", "c"]


def test_unknown_keys_of_both_sides_are_kept():
    base, ours, theirs = (("a", 1), ("b", 1)), (("a", 2), ("b", 1)), (("b", 3), ("c", 4))
    assert dict(joined_extra(base, ours, theirs)) == {"a": 2, "b": 3, "c": 4}


def test_unknown_items_of_both_sides_are_kept():
    joined = merged(holding(), holding(foreign=(1, 2)), holding(foreign=(2, 3))).document
    assert joined.foreign == (2, 3, 1)


def test_deletions_are_forgotten_after_more_than_a_year():
    sidecar = holding(gone(key="old"), note("a"))
    assert without_old_deletions(sidecar, "2027-03-01T00:00:00Z") == sidecar
    assert without_old_deletions(sidecar, "2027-05-01T00:00:00Z").deleted == ()


def test_a_save_forgets_old_deletions():
    old = Deletion("x", "2001-01-01T00:00:00Z")
    assert SIDECAR.join(holding(), holding(old), holding(note("a", key="b"))).document.deleted == ()


def alive(sidecar: Sidecar) -> set[str]:
    return {one.id for one in sidecar.annotations}


def content(sidecar: Sidecar) -> tuple[object, ...]:
    states = {one.id: one for one in (*sidecar.annotations, *sidecar.deleted)}
    keys = dict(sidecar.extra), dict(sidecar.own_extra), sidecar.article
    return states, keys, sidecar.id, sidecar.format


ANY = sidecars()


@given(base=ANY, ours=ANY, theirs=ANY)
def test_whichever_side_asks_the_outcome_is_the_same(base, ours, theirs):
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert content(one.document) == content(other.document)


@given(base=ANY, ours=ANY)
def test_a_merge_with_oneself_or_with_what_one_started_from_changes_nothing(base, ours):
    assert content(merged(base, ours, ours).document) == content(ours)
    assert merged(ours, ours, ours).overruled is None


@given(base=ANY, ours=ANY, theirs=ANY)
def test_merging_the_outcome_once_more_changes_nothing(base, ours, theirs):
    once = merged(base, ours, theirs).document
    assert content(merged(theirs, once, theirs).document) == content(once)
    assert content(merged(theirs, once, once).document) == content(once)


@given(base=ANY, ours=ANY, theirs=ANY)
def test_no_annotation_is_lost_that_nobody_deleted(base, ours, theirs):
    joined = merged(base, ours, theirs)
    known = {one.id for side in (ours, theirs) for one in (*side.annotations, *side.deleted)}
    states = content(joined.document)[0]
    assert isinstance(states, dict)
    assert set(states) == known
    deleted = {one.id for side in (ours, theirs) for one in side.deleted}
    assert alive(ours) | alive(theirs) <= alive(joined.document) | deleted


@given(base=ANY, ours=ANY, theirs=ANY)
def test_whatever_somebody_wrote_is_in_the_outcome_or_handed_over(base, ours, theirs):
    joined = merged(base, ours, theirs)
    kept = [*joined.document.annotations, *(joined.overruled or holding()).annotations]
    words = [(one.id, one.bodies) for one in kept]
    for side in (ours, theirs):
        for annotation in side.annotations:
            if all(
                is_edited(annotation, one) for one in base.annotations if one.id == annotation.id
            ):
                assert (annotation.id, annotation.bodies) in words


@given(
    st.permutations(
        ["2026-03-01T10:00:05Z", "2026-03-01T10:00:05.500Z", "2026-03-01T12:00:04+01:00"]
    )
)
def test_instants_are_compared_as_instants_not_as_texts(order):
    states = [replace(note(when), modified=when) for when in order]
    joined = holding(states[0])
    for state in states[1:]:
        joined = merged(holding(), joined, holding(state)).document
    assert joined.annotations[0].modified == "2026-03-01T12:00:04+01:00"
