"""What a reader does to the tags of an article."""

from dataclasses import replace

import pytest

from diptych.model.annotation import Body, PairRelation, Purpose
from diptych.tagging.corrections import LinkState
from diptych.tagging.edits import (
    NOTHING_HERE,
    OtherPassage,
    corrected,
    linked,
    moved_edge,
    nothing_here,
    paired,
    star,
    tagged,
    untagged,
    with_note,
)
from diptych.tagging.save import Opened
from diptych.tagging.sidecar import ArticleFacts, new_sidecar
from diptych.tagging.tagset import Change, TagSet, tag_set
from diptych.text.spans import Span

TEXT = "The minister said that 4,480 homes were without power."
MINISTER, HOMES = Span(0, 12), Span(23, 34)
FIRST, LATER = "2026-03-01T10:00:00.000Z", "2026-03-01T11:00:00.000Z"


@pytest.fixture
def bare() -> TagSet:
    sidecar = new_sidecar(ArticleFacts("talks.txt"))
    return tag_set("news/talks.txt", TEXT, sidecar, Opened(sidecar))


@pytest.fixture
def threat(bare) -> TagSet:
    return tagged(bare, MINISTER, ["Threat"], "", "Ann", FIRST)[0]


def test_a_tag_is_tied_to_its_passage(bare):
    tagset, change = tagged(bare, MINISTER, ["Threat", "Claim"], "Look", "Ann", FIRST)
    (made,) = tagset.annotations
    assert change.before is None
    assert change.after == made
    assert (made.tags, made.note, made.creator) == (("Threat", "Claim"), "Look", "Ann")
    assert (made.created, made.modified) == (FIRST, FIRST)
    assert made.targets[0].source == "talks.txt"
    assert made.targets[0].anchor.exact == "The minister"
    assert bare.annotations == ()


def test_a_second_tag_on_a_passage_joins_the_first(threat):
    tagset, change = tagged(threat, MINISTER, ["Claim", "Threat"], "", "Ann", LATER)
    (one,) = tagset.annotations
    assert one.tags == ("Threat", "Claim")
    assert (one.created, one.modified) == (FIRST, LATER)
    assert change.before == threat.annotations[0]


def test_the_same_tag_twice_changes_nothing(threat):
    tagset, change = tagged(threat, MINISTER, ["Threat"], "", "Ann", LATER)
    assert tagset == threat
    assert change.is_nothing


def test_two_readers_speak_for_themselves(threat):
    tagset, _ = tagged(threat, MINISTER, ["Claim"], "", "Béla", LATER)
    assert [(one.creator, one.tags) for one in tagset.annotations] == [
        ("Ann", ("Threat",)),
        ("Béla", ("Claim",)),
    ]


def test_the_whole_article_can_be_tagged(bare):
    tagset, _ = tagged(bare, None, ["Important"], "", "Ann", FIRST)
    assert tagset.annotations[0].span is None
    assert tagset.placed() == []


def test_white_space_in_a_tag_is_tidied_and_an_empty_one_is_none(bare):
    tagset, _ = tagged(bare, MINISTER, [" To \n check ", " "], "", "Ann", FIRST)
    assert tagset.annotations[0].tags == ("To check",)
    assert tagged(bare, MINISTER, ["  "], "", "Ann", FIRST)[1].is_nothing


def test_one_of_two_tags_is_taken_off(threat):
    both, _ = tagged(threat, MINISTER, ["Claim"], "", "Ann", FIRST)
    tagset, _ = untagged(both, both.annotations[0].id, LATER, "Threat")
    assert tagset.annotations[0].tags == ("Claim",)
    assert tagset.sidecar.deleted == ()


def test_the_last_tag_takes_the_annotation_along_and_that_is_remembered(threat):
    key = threat.annotations[0].id
    tagset, change = untagged(threat, key, LATER, "Threat")
    assert tagset.annotations == ()
    assert [(gone.id, gone.when) for gone in tagset.sidecar.deleted] == [(key, LATER)]
    assert change.after is None


def test_a_note_outlives_the_last_tag(threat):
    noted, _ = with_note(threat, threat.annotations[0].id, "Why?", LATER)
    tagset, _ = untagged(noted, noted.annotations[0].id, LATER, "Threat")
    assert (tagset.annotations[0].tags, tagset.annotations[0].note) == ((), "Why?")


def test_an_annotation_goes_with_all_its_tags(threat):
    noted, _ = with_note(threat, threat.annotations[0].id, "Why?", LATER)
    assert untagged(noted, noted.annotations[0].id, LATER)[0].annotations == ()


def test_a_note_is_written_rewritten_and_taken_away(threat):
    key = threat.annotations[0].id
    first, _ = with_note(threat, key, "Why?", LATER)
    second, _ = with_note(first, key, "Because.", LATER)
    assert second.annotations[0].note == "Because."
    assert with_note(second, key, "", LATER)[0].annotations[0].bodies == (
        Body(Purpose.TAGGING, "Threat"),
    )


def test_two_changes_in_one_instant_are_still_in_order(threat):
    key = threat.annotations[0].id
    first, _ = with_note(threat, key, "Why?", FIRST)
    second, _ = with_note(first, key, "Because.", FIRST)
    moments = [one.annotations[0].modified for one in (threat, first, second)]
    assert moments == sorted(set(moments))


def test_taking_away_a_note_that_is_all_there_is_deletes_the_annotation(bare):
    noted, _ = tagged(bare, MINISTER, [], "Why?", "Ann", FIRST)
    assert with_note(noted, noted.annotations[0].id, "", LATER)[0].annotations == ()


def test_of_two_notes_in_a_file_one_is_rewritten_and_the_other_goes(threat):
    (one,) = threat.annotations
    notes = (Body(Purpose.COMMENTING, "a"), Body(Purpose.COMMENTING, "b"))
    twice = threat.applied(Change(one.id, one, replace(one, bodies=notes)), LATER)
    changed, _ = with_note(twice, one.id, "c", LATER)
    assert changed.annotations[0].bodies == (Body(Purpose.COMMENTING, "c"),)


def test_an_edge_moves_and_the_words_follow(threat):
    key = threat.annotations[0].id
    tagset, _ = moved_edge(threat, key, Span(0, 17), LATER)
    assert tagset.annotations[0].targets[0].anchor.exact == "The minister said"
    assert moved_edge(threat, key, Span(3, 3), LATER)[1].is_nothing
    assert moved_edge(threat, key, MINISTER, LATER)[1].is_nothing


def test_a_passage_is_read_with_nothing_to_tag_until_it_is_tagged(bare):
    read, _ = nothing_here(bare, HOMES, "Ann", FIRST)
    assert read.annotations[0].bodies == (Body(Purpose.ASSESSING, NOTHING_HERE),)
    assert read.is_dealt_with(HOMES)
    assert not read.is_dealt_with(MINISTER)
    changed, _ = tagged(read, HOMES, ["Figure"], "", "Ann", LATER)
    assert changed.annotations[0].bodies == (Body(Purpose.TAGGING, "Figure"),)


def test_a_tagged_passage_stays_tagged_when_there_is_nothing_to_add(threat):
    assert nothing_here(threat, MINISTER, "Ann", LATER)[1].is_nothing


def test_a_star_is_set_and_taken_away(bare):
    starred, _ = star(bare, "Ann", FIRST)
    assert starred.star is not None
    assert star(starred, "Ann", LATER)[0].star is None


def test_a_pair_names_both_passages_and_how_they_relate(bare):
    other = OtherPassage("other.txt", "The aide said little.", Span(4, 8))
    tagset, _ = paired(
        bare, MINISTER, other, PairRelation.REATTRIBUTES, "Ann", FIRST, ["Sourcing", "Sourcing"]
    )
    (pair,) = tagset.annotations
    assert (pair.relation, pair.tags) == ("reattributes", ("Sourcing",))
    assert [target.source for target in pair.targets] == ["talks.txt", "other.txt"]
    assert pair.targets[1].anchor.exact == "aide"


def test_what_another_account_leaves_out_has_no_passage_there(bare):
    tagset, _ = paired(bare, MINISTER, OtherPassage("b.txt", ""), PairRelation.ADDS, "Ann", FIRST)
    assert tagset.annotations[0].targets[1].anchor is None


def test_tags_do_not_join_a_pair_a_star_or_a_correction(bare):
    other = OtherPassage("b.txt", "")
    tagset, _ = paired(bare, MINISTER, other, PairRelation.OMITS, "Ann", FIRST)
    fix = Body(Purpose.EDITING, "Ilse Brandt", "speaker", "the minister")
    tagset, _ = corrected(tagset, MINISTER, fix, "Ann", FIRST)
    tagset, _ = star(tagset, "Ann", FIRST)
    tagset, _ = tagged(tagset, MINISTER, ["Threat"], "", "Ann", FIRST)
    tagset, _ = tagged(tagset, None, ["Important"], "", "Ann", FIRST)
    assert len(tagset.annotations) == 5


def test_a_correction_replaces_the_earlier_one_of_its_field(bare):
    first = Body(Purpose.EDITING, "Ilse Brandt", "speaker", "the minister")
    again = Body(Purpose.EDITING, "Ilse Brand", "speaker", "Ilse Brandt")
    kind = Body(Purpose.EDITING, "organisation", "kind", "person")
    tagset = bare
    for correction in (first, kind, again):
        tagset, _ = corrected(tagset, MINISTER, correction, "Ann", FIRST)
    kept = replace(again, was="the minister")
    assert [one.bodies for one in tagset.corrections()] == [(kept,), (kind,)]


@pytest.mark.parametrize(
    "edit",
    [
        lambda tagset: untagged(tagset, "urn:none", LATER),
        lambda tagset: with_note(tagset, "urn:none", "Why?", LATER),
        lambda tagset: moved_edge(tagset, "urn:none", HOMES, LATER),
    ],
)
def test_what_is_not_there_is_not_changed(threat, edit):
    tagset, change = edit(threat)
    assert tagset == threat
    assert change.is_nothing


def test_a_link_by_hand_is_said_once_for_two_passages(bare):
    other = OtherPassage("b.txt", "It was dark.", Span(0, 12), "abc")
    elsewhere = OtherPassage("b.txt", "It was dark.", Span(3, 12), "abc")
    tagset, change = linked(bare, MINISTER, other, LinkState.LINKED, "Ann", FIRST)
    (made,) = tagset.annotations
    assert change.after == made
    assert made.bodies == (Body(Purpose.EDITING, "linked", "link"),)
    here, there = made.targets
    assert (here.anchor.exact, there.source, there.anchor.exact) == (
        "The minister",
        "b.txt",
        "It was dark.",
    )
    assert dict(there.extra) == {"diptych:sha256": "abc"}
    tagset, _ = linked(tagset, MINISTER, other, LinkState.UNLINKED, "Ann", LATER)
    assert [one.bodies[0].value for one in tagset.annotations] == ["unlinked"]
    tagset, _ = linked(tagset, MINISTER, elsewhere, LinkState.LINKED, "Ann", LATER)
    tagset, _ = linked(tagset, MINISTER, other, LinkState.LINKED, "Bob", LATER)
    assert len(tagset.annotations) == 3
    assert tagset.placed() == []
    assert not tagset.is_dealt_with(MINISTER)
