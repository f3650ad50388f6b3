"""How two numbers for the same thing compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.analysis.bounds import dimension, figure_relation
from diptych.model.figures import FigureRelation
from diptych.model.reading import Quantity
from diptych.text.spans import Span

EQUAL, ROUNDED = FigureRelation.EQUAL, FigureRelation.ROUNDED
COMPATIBLE, CONFLICTING = FigureRelation.COMPATIBLE, FigureRelation.CONFLICTING


def number(
    value: float, qualifier: str = "exact", unit: str = "", upper: float | None = None
) -> Quantity:
    return Quantity(Span(0, 1), value, unit, "", qualifier, upper=upper)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (number(4500), number(4500), EQUAL),
        (number(4500, "about"), number(4480), ROUNDED),
        (number(4500, "about"), number(4500), ROUNDED),
        (number(22, unit="kilometre"), number(12, unit="nautical mile"), ROUNDED),
        (number(90_000, unit="ton"), number(90_000, unit="tonne"), EQUAL),
        (number(2, unit="day"), number(48, unit="hour"), EQUAL),
        (number(2.4e9), number(2.44e9), ROUNDED),
        (number(100_000, "more_than"), number(130_000, "more_than"), COMPATIBLE),
        (number(110, "more_than"), number(112), COMPATIBLE),
        (number(110, "more_than"), number(110), COMPATIBLE),
        (number(12, "more_than"), number(17), COMPATIBLE),
        (number(7, "at_least"), number(11), COMPATIBLE),
        (number(2.5e9, "nearly"), number(2.4e9), COMPATIBLE),
        (number(500, "up_to"), number(300), COMPATIBLE),
        (number(20, upper=30), number(25), COMPATIBLE),
        (number(20, upper=30), number(20, upper=40), COMPATIBLE),
        (number(2000, "more_than"), number(2300, "about"), COMPATIBLE),
        (number(112), number(121), CONFLICTING),
        (number(60), number(64), CONFLICTING),
        (number(1800), number(1850), CONFLICTING),
        (number(300_000, "about"), number(200_000), CONFLICTING),
        (number(2.4e9), number(2.6e9, "about"), CONFLICTING),
        (number(20, upper=30), number(31), CONFLICTING),
        (number(50, "less_than"), number(80, "at_least"), CONFLICTING),
    ],
)
def test_numbers_compare_by_what_they_leave_open(left, right, relation):
    assert figure_relation(left, right) is relation


def test_units_of_one_dimension_compare_and_others_are_their_own():
    assert dimension(number(1, unit="mile")) == dimension(number(1, unit="metre")) == "length"
    assert dimension(number(1, unit="dollar")) == "dollar"
    assert dimension(number(1)) == ""


NUMBERS = st.builds(
    number,
    st.one_of(st.integers(1, 2000), st.sampled_from([4_500, 100_000, 2.4e9, 0.5, 12.25])),
    st.sampled_from("exact about nearly more_than at_least up_to at_most less_than".split()),
    st.sampled_from(["metre", "kilometre", "mile"]),
)


@given(NUMBERS, NUMBERS)
def test_the_relation_is_the_same_from_either_side(left, right):
    assert figure_relation(left, right) is figure_relation(right, left)


@given(NUMBERS)
def test_a_number_equals_itself(one):
    assert figure_relation(one, one) is EQUAL
