"""Numbers that several accounts give for the same thing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.articles import reading_of

from diptych.analysis.alignment import align
from diptych.analysis.fates import fate
from diptych.analysis.figures import paired_figures, shared_figures
from diptych.analysis.inferred_dates import inferred_dates
from diptych.analysis.reading import read
from diptych.model.figures import FigureRelation
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Quantity
from diptych.model.story import Member
from diptych.text.spans import Span

Row = tuple[str, FigureRelation, list[tuple[str, float]]]
EQUAL, ROUNDED = FigureRelation.EQUAL, FigureRelation.ROUNDED
COMPATIBLE, CONFLICTING = FigureRelation.COMPATIBLE, FigureRelation.CONFLICTING

GAZETTE = (
    "The storm killed nine people on the island of Karsk, officials said.",
    "About 4,500 sailors are waiting off the harbour on board 112 ships.",
    "The council will pay $90 million for a new pier.",
    "Two tugs were sent from the mainland.",
)
MERCURY = (
    "The death toll from the storm on Karsk has risen to 11.",
    "Off the harbour 4,480 seafarers wait on more than 110 ships.",
    "A new pier is to cost $90 million.",
)
ECHO = (
    "At least seven people died when the storm reached Karsk.",
    "The port office said 121 ships with sailors on board are waiting off the harbour.",
    "Three tugs from the mainland are on their way.",
)


def member(name: str, *lines: str) -> Member:
    article, reading = reading_of(*lines)
    return Member(replace(article, path=name, outlet=f"Outlet {name}"), reading)


def links(*members: Member) -> list[Alignment]:
    return [
        align(ours[0], theirs[0], ours[1], theirs[1])
        for number, ours in enumerate(members)
        for theirs in members[:number]
    ]


def shared(*accounts: tuple[str, ...]) -> list[Row]:
    """Return what is counted, the relation, and account number and value of each figure."""
    members = [member(str(number), *lines) for number, lines in enumerate(accounts)]
    return [
        (one.what, one.relation, [(value.path, value.value) for value in one.values])
        for one in shared_figures(members, links(*members))
    ]


def test_figures_line_up_by_what_they_count_and_say_how_they_agree():
    assert shared(GAZETTE, MERCURY, ECHO) == [
        ("people dead", CONFLICTING, [("0", 9), ("1", 11), ("2", 7)]),
        ("seafarers", ROUNDED, [("0", 4500), ("1", 4480)]),
        ("ships", CONFLICTING, [("0", 112), ("1", 110), ("2", 121)]),
        ("pier", EQUAL, [("0", 90e6), ("1", 90e6)]),
        ("tugs", CONFLICTING, [("0", 2), ("2", 3)]),
    ]


def test_a_figure_is_given_by_the_speaker_of_its_passage_else_by_the_outlet():
    ours = member("0", "Olga Brandt said that 340 volunteers were on the quays of Karsk.")
    theirs = member("1", "There were 340 volunteers on the quays of Karsk.")
    (found,) = shared_figures([ours, theirs])
    assert [value.given_by for value in found.values] == ["Olga Brandt", "Outlet 1"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # Fates differ.
        ("The storm killed 40 people on Karsk.", "The storm injured 60 people on Karsk."),
        # A part of them is counted.
        ("He died with 19 other children in the storm.", "The storm killed 26 people."),
        # Words that tell two things apart.
        ("The army sent 60 naval divers to Karsk.", "The army sent 80 rescue divers to Karsk."),
        # Sizes that cannot be of one thing.
        ("More than 10 ships wait off Karsk.", "There are 600 ships in the fleet of Karsk."),
        # Ages are of anybody.
        ("Olga Brandt is 50 years old.", "Olga Brandt is 60 years old."),
        # An offer for shares and their price.
        (
            "Shareholders will receive 412 pence for each share in cash.",
            "Shares closed at 398 pence on Tuesday.",
        ),
        # Nothing is said to be counted.
        ("The island council spoke of 300.", "The island council spoke of 340."),
        # Different currencies.
        ("The pier on Karsk costs $90 million.", "The pier on Karsk costs €90 million."),
        # An account that counts two things by the word says nothing about a third.
        (
            "The mayor closed 12 schools on Karsk, and 20 schools on the mainland stay open.",
            "The mayor closed 15 schools on Karsk.",
        ),
    ],
)
def test_doubt_means_no_match(ours, theirs):
    assert shared((ours,), (theirs,)) == []


def test_one_age_is_of_one_person_only_where_the_sentences_are_linked():
    ours = member("0", "A 50-year-old woman lost her hat in the storm.")
    theirs = member("1", "In the storm a woman, who is 50 years old, lost her hat.")
    assert shared_figures([ours, theirs]) == ()
    (found,) = shared_figures([ours, theirs], links(ours, theirs))
    assert found.what == "age"


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [
        (
            "More than 90,000 tons of grain are waiting.",
            "More than 120,000 tonnes of grain lie at anchor.",
            COMPATIBLE,
        ),
        (
            "The ferry company employs 1,850 people in Karsk.",
            "The 1,800 employees in Karsk were told on the ferry company's deck.",
            CONFLICTING,
        ),
        (
            "The crews of more than 4,200 sailors are angry.",
            "In the bay 5,000 seafarers wait for bread.",
            COMPATIBLE,
        ),
        (
            "Fourteen sailors were hurt in the blast.",
            "The explosion on the tug injured 14 of her crew.",
            EQUAL,
        ),
        ("Divers have recovered three mines.", "The navy has located five mines.", CONFLICTING),
        ("The firm paid $2.4 billion for it.", "It went for $2.4bn, the owners said.", EQUAL),
    ],
)
def test_different_words_for_one_thing_meet(ours, theirs, relation):
    found = shared((ours,), (theirs,))
    assert [row[1] for row in found] == [relation]


def test_two_accounts_are_paired_value_by_value_without_repeats():
    ours = member("0", *GAZETTE, "All 112 ships are waiting off the harbour, he repeated.")
    theirs = member("1", *ECHO)
    found = paired_figures(ours, theirs, links(ours, theirs))
    assert [(one.what, one.left.value, one.right.value, one.relation) for one in found] == [
        ("people dead", 9, 7, COMPATIBLE),
        ("ships", 112, 121, CONFLICTING),
        ("tugs", 2, 3, CONFLICTING),
    ]


def test_accounts_without_numbers_share_none():
    assert shared(("Nothing was counted.",), ("Nobody counted.",)) == []
    assert shared_figures([]) == ()


ACCOUNTS = [member(str(at), *lines) for at, lines in enumerate((GAZETTE, MERCURY, ECHO))]


@settings(max_examples=8, deadline=None)
@given(st.permutations(ACCOUNTS))
def test_figures_do_not_depend_on_the_order_of_the_accounts(order):
    def as_sets(members: list[Member]) -> set[object]:
        return {
            (one.relation, frozenset(one.values))
            for one in shared_figures(members, links(*members))
        }

    assert as_sets(order) == as_sets(ACCOUNTS)


@pytest.mark.parametrize(
    ("text", "what", "name"),
    [
        ("nine dead", "dead", "dead"),
        ("killing 9 people, while 20 were missing", "people", "dead"),
        ("injured were counted. 9 people waited", "people", ""),
        ("the 9 people who had been arrested", "people", "held"),
        ("lifted 9 people from roofs that killed nobody", "people", "rescued"),
    ],
)
def test_the_fate_of_those_counted_stands_nearest_in_the_clause(text, what, name):
    start = max(text.find("9"), 0)
    counted = Quantity(Span(start, start + 1), 9, "", what)
    assert fate(text, counted, Span(0, len(text)), of_people=True) == name


def dated(name: str, *lines: str, published: str = "") -> Member:
    article = replace(reading_of(*lines)[0], path=name, published=published)
    return Member(article, read(article))


def linked_lines(left: Member, right: Member, *pairs: tuple[int, int]) -> Alignment:
    """Return an alignment that links these lines of the two."""
    found = [
        Link(left[0].blocks[one].span, right[0].blocks[other].span, Relation.REWORDED, 0.9)
        for one, other in pairs
    ]
    return Alignment(left[0].sha256, right[0].sha256, tuple(found), (), ())


UNDATED = (
    "The ferry sank on Monday.",
    "The council met on Monday.",
    "Divers arrived on March 3.",
    "The pier opens on Friday.",
)


def test_an_undated_account_takes_its_days_from_linked_passages():
    ours = dated("0", *UNDATED)
    theirs = dated(
        "1", "On Monday the ferry sank.", "Divers came on March 3.", published="2024-03-05"
    )
    link = linked_lines(ours, theirs, (0, 0), (2, 1))
    for side in (link, link.mirrored()):
        found = inferred_dates([ours, theirs], [side])
        assert [(one.path, one.when, one.from_path) for one in found] == [
            ("0", "2024-03-04", "1"),
            ("0", "2024-03-04", "1"),
            ("0", "2024-03-03", "1"),
        ]


def test_a_day_that_accounts_place_differently_is_left_open():
    ours = dated("0", *UNDATED)
    one = dated("1", "The ferry sank on Monday.", published="2024-03-05")
    other = dated("2", "The ferry sank on a Monday in May.", published="2024-03-12")
    late = dated("3", "The ferry sank on Monday.", published="2024-03-12")
    links = [linked_lines(ours, account, (0, 0)) for account in (one, other, late)]
    assert inferred_dates([ours, one, other, late], links) == ()


def test_a_day_that_does_not_fit_is_not_taken():
    ours = dated("0", *UNDATED)
    theirs = dated("1", "The ferry sank on Sunday.", published="2024-03-05")
    assert inferred_dates([ours, theirs], [linked_lines(ours, theirs, (0, 0))]) == ()
