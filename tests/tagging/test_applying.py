"""Corrections applied to what analysis found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tagging.strategies import SPANS

from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Entity, EntityKind, Quotation, QuotationKind, Reading, Speaker
from diptych.tagging.applying import applies, corrected_alignment, corrected_reading
from diptych.tagging.corrections import NO_NAME, Correction, Field, HandLink
from diptych.tagging.names import NameForm, NameStatement, Sameness
from diptych.text.spans import Span

TEXT = "“We will pay,” said Ivo. “We will not,” Ana Petrov said in Sarov. “Ana is right.”"
DIRECT = QuotationKind.DIRECT


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


IVO = Entity("e1", EntityKind.PERSON, "Ivo", (place("Ivo"),))
ANA = Entity("e2", EntityKind.PERSON, "Ana Petrov", (place("Ana Petrov"), place("Ana is")))
SAROV = Entity("e3", EntityKind.PLACE, "Sarov", (place("Sarov"),))
PAY = Quotation(place("We will pay"), DIRECT, Speaker("Ivo", "e1", place("Ivo")))
NOT = Quotation(place("We will not"), DIRECT, Speaker("Ana Petrov", "e2", place("Ana Petrov")))
RIGHT = Quotation(place("Ana is right"), DIRECT)
READING = Reading("sha", "1", (), (IVO, ANA, SAROV), (PAY, NOT, RIGHT))


def said(field: str, words: str | None, value: str) -> Correction:
    span = place(words) if words else None
    return Correction("a", "", field, value, "", words or "gone", span)


def read(*corrections: Correction, statements=()) -> Reading:
    return corrected_reading(READING, TEXT, corrections, statements)


def speakers(reading: Reading) -> list[tuple[str, str] | None]:
    return [
        (one.speaker.name, one.speaker.entity) if one.speaker else None
        for one in reading.quotations
    ]


def test_without_corrections_a_reading_is_what_was_found():
    assert read() is READING
    assert read(said("outlet", "Sarov", "Post")) == READING


def test_a_speaker_by_name_is_the_one_of_that_name_and_the_quotation_says_who_corrected_it():
    reading = read(said(Field.SPEAKER, "We will pay", "Ana Petrov"))
    assert speakers(reading) == [("Ana Petrov", "e2"), ("Ana Petrov", "e2"), None]
    assert [one.by_hand for one in reading.quotations] == [True, False, False]


def test_a_speaker_may_be_anybody_or_nobody_and_the_later_correction_prevails():
    somebody = said(Field.SPEAKER, "We will pay", "a fisherman")
    nobody = said(Field.SPEAKER, "We will pay", "")
    assert speakers(read(nobody, somebody))[0] == ("a fisherman", "")
    assert speakers(read(somebody, nobody))[0] is None


def test_a_speaker_goes_to_the_quotation_that_shares_most_with_the_passage():
    over_two = Correction(
        "a", "", Field.SPEAKER, "Zoe", "", "", Span(PAY.span.end - 2, NOT.span.end)
    )
    assert [one.by_hand for one in read(over_two).quotations] == [False, True, False]


def test_what_is_quoted_inside_the_passage_from_the_same_speaker_goes_along():
    around = Quotation(Span(0, PAY.span.end), QuotationKind.INDIRECT, PAY.speaker)
    other = Quotation(Span(3, 7), DIRECT, NOT.speaker)
    reading = Reading("sha", "1", (), (IVO, ANA), (around, PAY, other))
    said_around = Correction("a", "", Field.SPEAKER, "Zoe", "", "", around.span)
    found = corrected_reading(reading, TEXT, [said_around])
    assert [one.by_hand for one in found.quotations] == [True, True, False]
    inner = Correction("a", "", Field.SPEAKER, "Zoe", "", "", Span(1, 4))
    assert corrected_reading(reading, TEXT, [inner]) == found


def test_a_kind_is_that_of_all_mentions_and_no_name_takes_them_away():
    reading = read(said(Field.KIND, "Ana Petrov", "organisation"))
    (changed,) = [entity for entity in reading.entities if entity.by_hand]
    assert (changed.id, changed.kind) == ("e2", EntityKind.ORGANISATION)
    assert changed.mentions == ANA.mentions
    without = read(said(Field.KIND, "Ana Petrov", NO_NAME))
    assert without.entities == (IVO, SAROV)
    assert speakers(without)[1] == ("Ana Petrov", "")


def test_a_kind_that_this_program_does_not_know_changes_nothing():
    assert read(said(Field.KIND, "Ana Petrov", "ship")) == READING


def test_what_matches_nothing_changes_nothing_and_is_known():
    nothing = said(Field.SPEAKER, "said Ivo", "Ana")
    lost = said(Field.KIND, None, "place")
    no_name = said(Field.KIND, "said", "place")
    assert read(nothing, lost, no_name, said(Field.SPEAKER, None, "Ana")) == READING
    for correction in (nothing, lost, no_name):
        assert not applies(correction, READING)
    for correction in (
        said(Field.SPEAKER, "We will pay", "Ana"),
        said(Field.KIND, "Sarov", "person"),
        said(Field.KIND, "said", NO_NAME),
        said(Field.LINK, "said", "linked"),
    ):
        assert applies(correction, READING)


def test_names_are_joined_before_speakers_are_looked_up():
    same = NameStatement.of(
        Sameness.SAME,
        NameForm(EntityKind.PERSON, "Ivo"),
        NameForm(EntityKind.PERSON, "Ana Petrov"),
    )
    reading = read(said(Field.SPEAKER, "Ana is right", "Ivo"), statements=[same])
    assert speakers(reading) == [("Ana Petrov", "e2")] * 3


# Links.

A, B, C = Span(0, 10), Span(11, 20), Span(40, 60)


def computed(left: Span, right: Span) -> Link:
    return Link(left, right, Relation.REWORDED, 0.7)


def aligned(*links: Link, left=(), right=()) -> Alignment:
    ordered = sorted(links, key=lambda link: (link.left, link.right))
    return Alignment("l", "r", tuple(ordered), left, right)


def by_hand(left: Span, right: Span, is_linked: bool = True) -> HandLink:
    return HandLink(left, right, is_linked, Relation.REWORDED, "")


def pairs(alignment: Alignment) -> list[tuple[Span, Span, bool]]:
    return [(link.left, link.right, link.by_hand) for link in alignment.links]


def test_without_links_by_hand_an_alignment_is_what_was_found():
    alignment = aligned(computed(A, A))
    assert corrected_alignment(alignment, []) is alignment


def test_a_link_by_hand_is_there_and_its_passages_are_not_alone_any_more():
    after = corrected_alignment(aligned(computed(B, B), left=(A,), right=(A, C)), [by_hand(A, A)])
    assert pairs(after) == [(A, A, True), (B, B, False)]
    assert (after.only_left, after.only_right) == ((), (C,))
    assert after.links[0].score == 1


def test_a_deleted_link_is_gone_and_its_passages_are_alone():
    before = aligned(computed(A, A), computed(B, B), left=(C,))
    after = corrected_alignment(before, [by_hand(A, A, is_linked=False)])
    assert pairs(after) == [(B, B, False)]
    assert (after.only_left, after.only_right) == ((A, C), (A,))


def test_a_passage_that_another_link_holds_is_not_alone():
    before = aligned(computed(A, A), computed(A, B))
    after = corrected_alignment(before, [by_hand(A, A, is_linked=False)])
    assert pairs(after) == [(A, B, False)]
    assert (after.only_left, after.only_right) == ((), (A,))


@pytest.mark.parametrize("other", [(A, C), (C, A)])
def test_a_computed_link_of_the_same_passage_gives_way(other):
    after = corrected_alignment(aligned(computed(*other)), [by_hand(A, A)])
    assert pairs(after) == [(A, A, True)]
    assert {*after.only_left, *after.only_right} == {C}


@pytest.mark.parametrize("other", [(A, B), (B, A), (B, B)])
def test_a_computed_link_to_the_neighbour_stays(other):
    assert len(corrected_alignment(aligned(computed(*other)), [by_hand(A, A)]).links) == 2


def test_what_is_said_later_prevails():
    linked, deleted = by_hand(A, A), by_hand(A, A, is_linked=False)
    assert len(corrected_alignment(aligned(), [deleted, linked]).links) == 1
    assert corrected_alignment(aligned(left=(A,)), [linked, deleted]) == aligned(left=(A,))
    assert len(corrected_alignment(aligned(), [linked, by_hand(A, C)]).links) == 2


def test_a_wide_passage_takes_all_its_sentences():
    wide = Span(0, 20)
    before = aligned(computed(A, A), computed(B, B))
    assert corrected_alignment(before, [by_hand(wide, wide, is_linked=False)]).links == ()


def test_a_passage_that_only_touches_another_is_none_of_it():
    touching = Span(9, 20)
    before = aligned(computed(A, A))
    assert corrected_alignment(before, [by_hand(touching, touching, is_linked=False)]) == before


LINKS = st.lists(st.builds(computed, SPANS, SPANS), max_size=5, unique=True)
HAND_LINKS = st.lists(st.builds(by_hand, SPANS, SPANS, st.booleans()), max_size=4)


@given(LINKS, HAND_LINKS)
def test_what_is_linked_is_never_alone_and_the_last_word_holds(links, hand):
    after = corrected_alignment(aligned(*links), hand)
    assert list(after.links) == sorted(after.links, key=lambda link: (link.left, link.right))
    assert corrected_alignment(aligned(*links).mirrored(), [one.mirrored() for one in hand]) == (
        after.mirrored()
    )
    for number, ends in enumerate((after.only_left, after.only_right)):
        assert not {(link.left, link.right)[number] for link in after.links} & set(ends)
    if hand:
        last = hand[-1]
        assert ((last.left, last.right, True) in pairs(after)) is last.is_linked
