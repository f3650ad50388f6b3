"""What is counted, and how numbers, dates and times come together in a reading."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.analysis.articles import article_of, reading_of

from diptych.analysis.reading import read
from diptych.model.article import BlockKind


def counted_in(*lines: str) -> list[tuple[str, str]]:
    """Return the words of each number with what it counts; neither dates nor times."""
    article, reading = reading_of(*lines)
    return [
        (one.span.text_in(article.text), one.what)
        for one in reading.quantities
        if one.unit not in ("date", "time")
    ]


def dated(published: str, *lines: str) -> list[tuple[str, str]]:
    article = replace(article_of(*lines), published=published)
    return [(one.span.text_in(article.text), one.when) for one in read(article).quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The fair drew more than 9,000 Finnish visitors on its first day.",
            [("more than 9,000", "Finnish visitors")],
        ),
        ("They will hire 35 extra welders.", [("35", "welders")]),
        ("The blast injured 14 of her crew.", [("14", "crew")]),
        ("The blast injured 17 members of her crew.", [("17", "crew")]),
        ("It keeps 90,000 tonnes of grain at anchor.", [("90,000 tonnes", "grain")]),
        ("The price of bread has risen by a fifth.", [("a fifth", "price of bread")]),
        ("The death toll rose to nine.", [("nine", "death toll")]),
        ("They will spend $90 million on a covered dock.", [("$90 million", "covered dock")]),
        ("She made a cash offer of $2.4 billion.", [("$2.4 billion", "cash offer")]),
        ("The channel is four miles wide.", [("four miles", "channel")]),
        ("It happened during a 48-hour period.", [("48-hour", "period")]),
        ("At least seven dead after flood", [("At least seven", "dead")]),
        ("She is a 58-year-old farmer.", [("58-year-old", "age")]),
    ],
)
def test_a_number_is_said_to_count_the_noun_that_goes_with_it(text, found):
    assert counted_in(text) == found


def test_such_sites_are_what_was_brought_up_before():
    lines = (
        "Maps showing the nearest water pump hung in the shops.",
        "The council said on air that the island has about 450 such places.",
    )
    assert counted_in(*lines) == [("about 450", "water pump")]


def test_of_whom_takes_up_the_plural_before_it():
    text = "The yard pays its welders well, 40 percent of whom are young."
    assert counted_in(text) == [("40 percent", "welders")]


def test_numbers_without_a_noun_count_what_was_counted_before_them():
    lines = ("Fourteen sailors were hurt, two of them badly.", "Nine are still missing.")
    assert counted_in(*lines) == [
        ("Fourteen", "sailors"),
        ("two", "sailors"),
        ("Nine", "sailors"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jess Trelawney, 19, is in her second year.",
        "The document says on page 88 that it will close.",
        "One of the larger owners agreed with the other one.",
        "Call the newsdesk on 01632 960114.",
        "She was 99.",
    ],
)
def test_ages_after_names_labels_and_pronouns_are_no_quantities(text):
    assert counted_in(text) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The vote was held on Monday.", "2022-02-14"),
        ("The minister will fly to Rome on Monday.", "2022-02-21"),
        ("She is scheduled to meet the mayor on Wednesday.", "2022-02-16"),
        ("The ferry may sail as early as Wednesday.", "2022-02-16"),
        ("He had tried to reach the company on Wednesday.", "2022-02-09"),
        ("There has been no fog since Thursday.", "2022-02-10"),
        ("Eight years ago protests began.", "2014"),
    ],
)
def test_the_tense_of_a_clause_tells_last_monday_from_next(text, when):
    assert [found for _, found in dated("2022-02-15T12:57", text)] == [when]


def test_a_date_counts_its_first_and_last_day():
    article = replace(article_of("It was founded in December 2021."), published="2022-02-15")
    [found] = read(article).quantities
    days = date.fromordinal(int(found.value)), date.fromordinal(int(found.upper or 0))
    assert (found.unit, found.when) == ("date", "2021-12")
    assert days == (date(2021, 12, 1), date(2021, 12, 31))


def test_relative_dates_count_from_the_update_where_publication_is_unknown():
    article = replace(article_of("They met yesterday."), updated="2022-02-15T12:57")
    assert [one.when for one in read(article).quantities] == ["2022-02-14"]


def test_quantities_come_in_the_order_of_the_text_each_with_words_of_its_own():
    article, reading = reading_of(
        "At 16.20 on March 1, 2024, about 30 people met for two hours in 12 rooms.",
        "On 2 March they paid $5 million, or 7% of the price.",
    )
    spans = [one.span for one in reading.quantities]
    assert spans == sorted(spans)
    assert not any(left.overlaps(right) for left, right in pairwise(spans))
    assert [span.text_in(article.text) for span in spans] == [
        "16.20",
        "March 1, 2024",
        "about 30",
        "two hours",
        "12",
        "2 March",
        "$5 million",
        "7%",
    ]


def test_furniture_bylines_and_other_languages_have_no_quantities():
    kinds = {0: BlockKind.NOISE, 1: BlockKind.BYLINE, 2: BlockKind.DATELINE}
    english = article_of("120 lanterns were lit.", "By 2 people", "14 May 2024", kinds=kinds)
    german = article_of("Sie haben 120 Schiffe.", language="de")
    assert read(english).quantities == ()
    assert read(german).quantities == ()
