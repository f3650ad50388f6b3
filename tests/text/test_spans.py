"""Spans."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.spans import Span, merged, trimmed

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 3)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_an_empty_span_is_still_a_span():
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0
    assert 3 not in Span(3, 3)


def test_a_span_holds_its_start_but_not_its_end():
    assert 1 in Span(1, 3)
    assert 3 not in Span(1, 3)
    assert Span(1, 3).text_in("abcd") == "bc"
    assert Span(1, 3).shifted(2) == Span(3, 5)


@given(SPANS, SPANS)
def test_overlap_cover_and_join_agree_with_sets_of_positions(one, other):
    first, second = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.shared(other) == len(first & second)
    assert one.overlaps(other) == bool(first & second)
    if second:
        assert one.covers(other) == (second <= first)
    assert first | second <= set(range(one.joined(other).start, one.joined(other).end))


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_positions_apart_and_in_order(spans):
    result = list(merged(spans))
    covered = {position for span in spans for position in range(span.start, span.end)}
    assert {p for span in result for p in range(span.start, span.end)} == covered
    assert all(one.end < other.start for one, other in itertools.pairwise(result))


def test_trimming_leaves_white_space_at_the_ends_out():
    assert trimmed("a  bc ", Span(1, 6)) == Span(3, 5)
    assert trimmed("a   ", Span(1, 4)) == Span(4, 4)
