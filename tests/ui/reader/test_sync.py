"""Scrolling by links, as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.ui.reader.sync import Course, Tie, View

lengths = st.floats(0, 50_000)
heights = st.floats(1, 2_000)


def test_the_level_slides_from_the_top_over_the_middle_to_the_bottom():
    view = View(600, 3000)
    assert view.level(0) == 0
    assert view.level(1200) == 1200 + 300
    assert view.level(2400) == 3000


@given(heights, lengths, st.floats(0, 1))
def test_scroll_and_level_go_there_and_back(height, length, part):
    view = View(height, length)
    scroll = part * view.farthest
    assert view.scroll_for(view.level(scroll)) == pytest.approx(scroll, abs=0.01)


@given(heights, lengths, st.floats(0, 1), st.floats(0, 1))
def test_the_level_rises_with_the_scroll_value(height, length, first, second):
    view = View(height, length)
    low, high = sorted((first * view.farthest, second * view.farthest))
    assert view.level(low) <= view.level(high) + 1e-6


ties = st.lists(
    st.builds(Tie, st.floats(0, 1000), st.floats(0, 2000), st.floats(0.1, 1)), max_size=12
)


@given(ties, st.floats(0, 1000), st.floats(0, 1000))
def test_a_course_never_runs_backwards_and_keeps_both_ends(found, first, second):
    course = Course(found, 1000, 2000)
    low, high = sorted((first, second))
    assert course.to_right(low) <= course.to_right(high) + 1e-6
    assert course.to_right(0) == 0
    assert course.to_right(1000) == 2000
    assert course.to_left(2000) == 1000


def test_between_two_ties_heights_are_interpolated():
    course = Course([Tie(100, 400), Tie(300, 500)], 1000, 1000)
    assert course.to_right(100) == 400
    assert course.to_right(200) == 450
    assert course.to_left(450) == 200
    assert course.to_right(50) == 200


def test_of_crossing_ties_the_heavier_ones_win():
    course = Course(
        [Tie(100, 900, 0.3), Tie(200, 300), Tie(400, 500), Tie(800, 100, 0.5)], 1000, 1000
    )
    assert course.to_right(200) == 300
    assert course.to_right(400) == 500
    assert course.to_right(100) == 150


@given(ties)
def test_the_chain_weighs_as_much_as_the_best_of_all_chains(found):
    from diptych.ui.reader.sync import _heaviest_chain

    ordered = sorted(found, key=lambda tie: (tie.left, tie.right))
    best: list[float] = []
    for index, tie in enumerate(ordered):
        under = [
            best[earlier]
            for earlier, other in enumerate(ordered[:index])
            if other.left < tie.left and other.right < tie.right
        ]
        best.append(tie.weight + max(under, default=0.0))
    chain = _heaviest_chain(ordered)
    assert sum(tie.weight for tie in chain) == pytest.approx(max(best, default=0.0))
