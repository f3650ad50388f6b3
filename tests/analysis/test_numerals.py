"""Numbers in digits and words, their units, and the words that qualify them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.analysis.numerals import numerals
from diptych.analysis.qualifiers import qualified
from diptych.text.spans import Span


def values_in(text: str) -> list[tuple[float, float | None, str]]:
    """Return value, upper value and unit of each number."""
    return [(one.value, one.upper, one.unit) for one in numerals(text)]


def qualified_in(text: str) -> list[tuple[str, str]]:
    """Return each number's words with the name of its qualifier."""
    found = [qualified(text, one) for one in numerals(text)]
    return [(span.text_in(text), name) for span, name in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("130,000 ships", 130_000),
        ("4 500 sites", 4500),
        ("4\u00a0500 sites", 4500),
        ("1.2 million people", 1_200_000),
        ("2.5-million dollars", 2_500_000),
        ("twenty-three people", 23),
        ("a hundred and six ships", 106),
        ("two hundred and fifty thousand", 250_000),
        ("fifteen hundred", 1500),
        ("two dozen houses", 24),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("two and a half million", 2_500_000),
        ("one and a half", 1.5),
        ("3 ½ years", 3.5),
        ("ninety-nine point nine", 99.9),
        ("5m people", 5_000_000),
        ("Rs 50 crore", 500_000_000),
    ],
)
def test_a_number_has_its_value_however_it_is_written(text, value):
    assert [one.value for one in numerals(text)] == [value]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("$490 million", "dollar", 490e6),
        ("US$5.3bn", "US dollar", 5.3e9),
        ("€2bn", "euro", 2e9),
        ("2.4 billion dollars", "dollar", 2.4e9),
        ("$25.5 million dollars", "dollar", 25.5e6),
        ("398p", "penny", 398),
        ("EUR 40", "euro", 40),
        ("7%", "percent", 7),
        ("7 per cent", "percent", 7),
        ("90,000 tonnes", "tonne", 90_000),
        ("90,000 tons", "ton", 90_000),
        ("22 kilometers", "kilometre", 22),
        ("22km", "kilometre", 22),
        ("12 nautical miles", "nautical mile", 12),
        ("200,000 cubic metres", "cubic metre", 200_000),
        ("a 48-hour day", "hour", 48),
        ("half an hour", "hour", 0.5),
        ("a quarter of a century", "year", 25),
        ("risen by a fifth", "percent", 20),
        ("two-thirds of them", "percent", 66.66666667),
        ("nine-tenths of trade", "percent", 90),
    ],
)
def test_a_unit_has_one_name_however_it_is_written(text, unit, value):
    assert values_in(text) == [(value, None, unit)]


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("between 90 and 120 ships", 90, 120, ""),
        ("100–120 ships", 100, 120, ""),
        ("two or three ships", 2, 3, ""),
        ("2 to 3 million ships", 2e6, 3e6, ""),
        ("$1.5–2 billion", 1.5e9, 2e9, "dollar"),
        ("between $1bn and $2bn", 1e9, 2e9, "dollar"),
        ("10% to 12%", 10, 12, "percent"),
        ("ranging from 5 to 9 km", 5, 9, "kilometre"),
    ],
)
def test_a_range_is_one_number_with_an_upper_value(text, lower, upper, unit):
    assert values_in(text) == [(lower, upper, unit)]


def test_a_change_from_one_number_to_another_is_no_range():
    assert [one.value for one in numerals("It fell from 2 to 3 percent.")] == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "the 16th day",
        "in the second half",
        "the southern half of the country",
        "a third day of talks",
        "won 3-1 there",
        "a 52–48 vote",
        "by 4 to 1",
        "call 01632 960114",
        "+44 20 7946 0000",
        "(202) 555-0143",
        "agent 007",
        "a 3D film",
        "an F-16 jet",
        "since Covid-19",
        "G20",
        "example.org/2/3",
        "9/11",
        "none of the attention",
    ],
)
def test_what_counts_nothing_is_no_number(text):
    assert values_in(text) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("more than 130,000 ships", "more than 130,000", "more_than"),
        ("about 4,500 sites", "about 4,500", "about"),
        ("an estimated eight metres", "an estimated eight metres", "about"),
        ("At least seven people", "At least seven", "at_least"),
        ("no fewer than 12", "no fewer than 12", "at_least"),
        ("100 or more", "100 or more", "at_least"),
        ("200+ people", "200+", "at_least"),
        ("15-plus years", "15-plus years", "at_least"),
        ("almost $2.5 billion", "almost $2.5 billion", "nearly"),
        ("as many as 75 machines", "as many as 75", "up_to"),
        ("no more than six", "no more than six", "at_most"),
        ("less than four minutes", "less than four minutes", "less_than"),
        ("between 3 and 5 days or so", "between 3 and 5 days or so", "about"),
        ("hundreds of ships", "hundreds", "more_than"),
        ("exactly 12 ships", "12", "exact"),
        ("over 20 years he saw it", "20 years", "exact"),
        ("for over 20 years", "over 20 years", "more_than"),
        ("under two metres of water", "two metres", "exact"),
        ("under 20 people", "under 20", "less_than"),
    ],
)
def test_the_words_around_a_number_qualify_it_and_belong_to_its_span(text, words, name):
    assert qualified_in(text) == [(words, name)]


@pytest.mark.parametrize(
    ("words", "value"),
    [("dozens", 12), ("hundreds", 100), ("tens of thousands", 10_000), ("millions", 1e6)],
)
def test_vague_numbers_are_more_than_the_number_they_name(words, value):
    [one] = numerals(f"{words} of people")
    assert (one.value, qualified("", one)[1]) == (value, "more_than")


@given(
    st.lists(
        st.sampled_from(
            "1 23 4,500 1.2 million $ € % km two a hundred and half third of to - – or between "
            "from more than , . 2014 16th dozen ½ (".split()
        )
    ).map(" ".join)
    | st.text()
)
def test_no_text_breaks_the_reading_of_numbers_and_spans_stay_inside_it(text):
    found = numerals(text)
    for one in found:
        span, _ = qualified(text, one)
        assert span.covers(one.number)
        assert Span(0, len(text)).covers(span)
        assert one.upper is None or one.value < one.upper
    assert [one.number for one in found] == sorted({one.number for one in found})
