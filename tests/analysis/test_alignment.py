"""Links between two accounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.articles import article_of

from diptych.analysis import alignment
from diptych.analysis.alignment import align
from diptych.analysis.passages import stem
from diptych.model.article import BlockKind
from diptych.model.links import Alignment, Relation
from diptych.model.reading import Reading
from diptych.text.sentences import sentences

COURIER = (
    "The Karsk ferry ran aground on Monday with 214 passengers on board.",
    "Harbour pilots blamed thick fog and a broken radar mast.",
    "The mayor promised an inquiry, and said the island would get a second ferry by autumn.",
    "School children slept in the gymnasium.",
)
HERALD = (
    "A broken radar mast and dense fog were to blame, according to the harbour's pilots.",
    "On Monday, 214 passengers were on the ferry to Karsk when it hit the rocks.",
    "An inquiry was promised by the mayor.",
    "By autumn the island will have a second ferry, she said.",
    "Bakers gave away bread.",
)


LONGER = (
    "The Karsk ferry ran aground on Monday with 214 passengers on board, while owners in the "
    "capital argued about staff, engines, insurance and an unpaid bill for repairs."
)

Kinds = dict[int, BlockKind] | None


def aligned(
    left: tuple[str, ...],
    right: tuple[str, ...],
    left_kinds: Kinds = None,
    right_kinds: Kinds = None,
    languages: tuple[str, str] = ("en", "en"),
):
    articles = [
        article_of(*left, kinds=left_kinds, language=languages[0]),
        article_of(*right, kinds=right_kinds, language=languages[1]),
    ]
    readings = [
        Reading(
            one.sha256,
            "test",
            tuple(span for block in one.prose() for span in sentences(one.text, block.span)),
        )
        for one in articles
    ]
    found = align(*articles, *readings)
    return articles, found


def linked(
    left: tuple[str, ...],
    right: tuple[str, ...],
    *kinds: Kinds,
    languages: tuple[str, str] = ("en", "en"),
):
    (ours, theirs), found = aligned(left, right, *kinds, languages=languages)
    return {
        (left.index(link.left.text_in(ours.text)), right.index(link.right.text_in(theirs.text)))
        for link in found.links
    }


def test_passages_that_report_the_same_are_linked_even_when_they_cross():
    assert {(0, 1), (1, 0)} <= linked(COURIER, HERALD)


def test_a_sentence_that_the_other_account_splits_is_linked_to_both_halves():
    (ours, theirs), found = aligned(COURIER, HERALD)
    halves = {
        link.right.text_in(theirs.text): link.relation
        for link in found.links
        if link.left.text_in(ours.text) == COURIER[2]
    }
    assert halves == {HERALD[2]: Relation.PARTIAL, HERALD[3]: Relation.PARTIAL}


@pytest.mark.parametrize(
    ("half", "is_linked"),
    [
        ("The mayor, speaking on the quay at noon, promised an inquiry.", True),
        ("The island has had a single ferry since its last mayor sold the other.", False),
    ],
)
def test_a_half_in_other_words_is_linked_if_it_completes_the_whole(half, is_linked):
    split = (*HERALD[:2], half, *HERALD[3:])
    assert ((2, 2) in linked(COURIER, split)) == is_linked
    assert ((2, 2) in linked(split, COURIER)) == is_linked


def test_a_free_retelling_is_linked():
    told = (
        "The doctors sent the rescued crew home from hospital.",
        "Nobody knows who will pay for the damage.",
    )
    retold = (
        "It is unknown who is going to bear the cost of the destruction.",
        "Physicians let the sailors who had been saved leave the clinic.",
    )
    assert linked(told, retold) == {(0, 1), (1, 0)}


RUNDSCHAU = (
    "Dichter Nebel und ein defekter Radarmast seien schuld gewesen, sagten die Lotsen des Hafens.",
    "Die Fähre nach Karsk lief am Montag mit 214 Fahrgästen an Bord auf Grund.",
    "Bäcker verschenkten Brot.",
    "Eine zweite Fähre werde die Insel im Herbst bekommen, versprach die Bürgermeisterin.",
)


def test_an_account_in_another_language_is_linked_too():
    found = linked(COURIER, RUNDSCHAU, languages=("en", "de"))
    assert found == {(0, 1), (1, 0), (2, 3)}


def test_accounts_of_different_things_in_two_languages_have_no_link():
    others = ("Die Brotpreise sind gefallen.", "Im Süden war ein Komet zu sehen.")
    assert linked(COURIER, others, languages=("en", "de")) == set()


def test_where_a_language_is_unknown_the_wording_counts():
    assert linked(COURIER, HERALD, languages=("en", "")) == linked(COURIER, HERALD)


def test_what_one_account_alone_tells_has_no_link():
    (ours, theirs), found = aligned(COURIER, HERALD)
    assert [span.text_in(ours.text) for span in found.only_left] == [COURIER[3]]
    assert [span.text_in(theirs.text) for span in found.only_right] == [HERALD[4]]


def test_two_accounts_of_different_things_have_no_link():
    assert linked(COURIER, ("Bread prices fell.", "A comet was seen in the south.")) == set()


def test_an_article_is_linked_to_itself_sentence_by_sentence():
    _, found = aligned(COURIER, COURIER)
    assert {link.relation for link in found.links} == {Relation.SAME}
    assert all(link.left == link.right for link in found.links)
    assert found.only_left == found.only_right == ()


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("The Karsk ferry ran aground on Monday with 214 passengers on board!", Relation.SAME),
        ("On Monday the ferry to Karsk ran aground; 214 people were on board.", Relation.REWORDED),
        (
            LONGER,
            Relation.PARTIAL,
        ),
    ],
)
def test_the_relation_tells_how_the_wording_compares(other, relation):
    _, found = aligned(COURIER[:1], (other,))
    assert [link.relation for link in found.links] == [relation]


def test_a_link_is_surer_the_closer_the_two_are():
    scores = []
    for other in (COURIER[0], HERALD[1], "A boat with many people ran into trouble on Monday."):
        _, found = aligned(COURIER, (*HERALD[3:], other))
        scores.append(max((link.score for link in found.links if link.left.start == 0), default=0))
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.99
    assert scores[-1] < 0.7


def test_headlines_link_to_headlines_alone():
    title = {0: BlockKind.TITLE}
    lines = ("Karsk ferry runs aground", *COURIER)
    assert (0, 0) in linked(lines, ("Ferry aground at Karsk", *HERALD), title, title)
    assert not any(left == 0 for left, _ in linked(lines, HERALD, title))


def test_captions_and_furniture_are_not_linked():
    for kind in (BlockKind.CAPTION, BlockKind.NOISE):
        found = linked(COURIER, COURIER, {0: kind}, {0: kind})
        assert found == {(1, 1), (2, 2), (3, 3)}


def test_a_line_without_a_word_is_nothing_to_compare():
    _, found = aligned((*COURIER, "…"), (*COURIER, "…"))
    assert len(found.links) == len(COURIER)
    assert found.only_left == ()


def test_only_so_many_sentences_are_compared(monkeypatch):
    monkeypatch.setattr(alignment, "MAX_SENTENCES", 2)
    assert linked(COURIER, COURIER) == {(0, 0), (1, 1)}


def test_an_alignment_is_the_same_from_either_side():
    _, there = aligned(COURIER, HERALD)
    _, back = aligned(HERALD, COURIER)
    assert links_of(there.mirrored()) == links_of(back)


def links_of(found: Alignment) -> list[tuple[object, ...]]:
    return sorted((link.left, link.right, link.relation) for link in found.links)


def test_empty_accounts_have_no_links():
    _, found = aligned((), COURIER)
    assert found.links == ()
    assert len(found.only_right) == len(COURIER)


@pytest.mark.parametrize(
    "forms",
    ["neighbour neighbor", "organise organized organizing", "defence defense", "ship ships"],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@given(
    st.lists(st.sampled_from((*COURIER, *HERALD)), max_size=6),
    st.lists(st.sampled_from((*COURIER, *HERALD)), max_size=6),
)
def test_every_sentence_is_linked_or_alone_and_scores_are_shares(left, right):
    (ours, theirs), found = aligned(tuple(left), tuple(right))
    assert all(0 <= link.score <= 1 for link in found.links)
    for article, alone, side in (
        (ours, found.only_left, [link.left for link in found.links]),
        (theirs, found.only_right, [link.right for link in found.links]),
    ):
        blocks = {block.span for block in article.blocks}
        assert set(alone) | set(side) == blocks
        assert not set(alone) & set(side)
