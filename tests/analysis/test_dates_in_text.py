"""Dates and times of day, resolved against the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.analysis.dates_in_text import moments
from diptych.analysis.times_in_text import times_of_day
from diptych.text.spans import Span

# A Tuesday.
PUBLISHED = date(2022, 2, 15)


def dates_in(text: str, published: date | None = PUBLISHED, *, ahead: bool = False):
    """Return each date's words with what they mean."""
    found = moments(text, published, lambda _span: ahead)
    return [(one.span.text_in(text), one.when) for one in found]


def times_in(text: str) -> list[tuple[str, str]]:
    return [(one.span.text_in(text), one.when) for one in times_of_day(text)]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("on February 16", "February 16", "2022-02-16"),
        ("on January 26", "January 26", "2022-01-26"),
        ("on December 25", "December 25", "2021-12-25"),
        ("on Feb. 14, 2021", "Feb. 14, 2021", "2021-02-14"),
        ("14 February 2022", "14 February 2022", "2022-02-14"),
        ("Mon 8 Jul 2024", "Mon 8 Jul 2024", "2024-07-08"),
        ("15-Feb-2022", "15-Feb-2022", "2022-02-15"),
        ("2022-02-15", "2022-02-15", "2022-02-15"),
        ("the 16th or 17th of February", "the 16th or 17th of February", "2022-02-16/2022-02-17"),
        ("on (February) 16 or 17", "(February) 16 or 17", "2022-02-16/2022-02-17"),
        ("(June 21-26)", "June 21-26", "2022-06-21/2022-06-26"),
        ("by the 16th.", "the 16th", "2022-02-16"),
        ("In December 2021,", "December 2021", "2021-12"),
        ("in January", "January", "2022-01"),
        ("in March", "March", "2021-03"),
        ("next March", "March", "2022-03"),
        ("in 2014", "2014", "2014"),
        ("from 2011–15", "2011–15", "2011/2015"),
        ("the 1990s", "1990s", "199X"),
        ("yesterday", "yesterday", "2022-02-14"),
        ("last week", "last week", "2022-W06"),
        ("last year", "last year", "2021"),
        ("next month", "next month", "2022-03"),
        ("on Monday", "Monday", "2022-02-14"),
        ("on Tuesday", "Tuesday", "2022-02-15"),
        ("on Wednesday", "Wednesday", "2022-02-09"),
        ("next Tuesday", "next Tuesday", "2022-02-22"),
        ("last Tuesday", "last Tuesday", "2022-02-08"),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(text, words, when):
    assert dates_in(text) == [(words, when)]


@pytest.mark.parametrize(
    ("text", "when"),
    [("on Wednesday", "2022-02-16"), ("on Tuesday", "2022-02-15"), ("in March", "2022-03")],
)
def test_in_a_clause_about_what_is_to_come_days_and_months_lie_ahead(text, when):
    assert [found for _, found in dates_in(text, ahead=True)] == [when]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on February 16", "XXXX-02-16"),
        ("the 16th or 17th of February", "XXXX-02-16/XXXX-02-17"),
        ("the 16th.", "XXXX-XX-16"),
        ("on Monday", "XXXX-WXX-1"),
        ("in May", "XXXX-05"),
        ("last week", "-P1W"),
        ("today", "P0D"),
        ("February 14, 2022", "2022-02-14"),
    ],
)
def test_what_an_undated_article_leaves_open_stays_open(text, when):
    assert [found for _, found in dates_in(text, None)] == [when]


@pytest.mark.parametrize(
    "text",
    ["2000 people came", "about 1900 ships", "$2014", "2,014 ships", "30 February 2022", "may he"],
)
def test_numbers_that_are_no_dates_are_none(text):
    assert dates_in(text) == []


@pytest.mark.parametrize("text", ["on Good Friday", "Black Friday", "on Fridays"])
def test_named_and_repeated_days_are_left_alone(text):
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("gave way at 16.20 after rain", "16.20", "T16:20"),
        ("at 7:05 p.m. sharp", "7:05 p.m.", "T19:05"),
        ("at 12 a.m.", "12 a.m.", "T00:00"),
        ("until 3am", "3am", "T03:00"),
        ("16:20 GMT", "16:20", "T16:20"),
        ("at seven o’clock this morning", "seven o’clock", "T07:00"),
        ("every evening at six the boats", "six", "T18:00"),
        ("at noon", "noon", "T12:00"),
        ("at midnight", "midnight", "T00:00"),
        ("stopped at twenty-four minutes past four.", "twenty-four minutes past four", "T04:24"),
        ("at half past two", "half past two", "T02:30"),
        ("at a quarter to one", "a quarter to one", "T00:45"),
    ],
)
def test_a_time_of_day_is_read_in_digits_and_in_words(text, words, when):
    assert times_in(text) == [(words, when)]


@pytest.mark.parametrize("text", ["won 3:1", "rose 16.20 percent", "at ten ships", "at 25:10"])
def test_numbers_that_are_no_times_are_none(text):
    assert times_in(text) == []


@given(
    st.text()
    | st.lists(st.sampled_from("May 1 31 the 30th 2022 – - or of Monday last in 0".split())).map(
        " ".join
    ),
    st.dates() | st.none(),
    st.booleans(),
)
def test_no_text_breaks_the_reading_of_dates(text, published, ahead):
    for one in moments(text, published, lambda _span: ahead):
        assert Span(0, len(text)).covers(one.span)
        assert one.when
        assert (one.first is None) == (one.last is None)
    for time in times_of_day(text):
        assert 0 <= time.minutes < 1440
