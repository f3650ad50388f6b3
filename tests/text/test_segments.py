"""Overlapping spans laid flat."""

from hypothesis import given
from hypothesis import strategies as st

from diptych.text.segments import Segment, flattened
from diptych.text.spans import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))


@given(st.lists(SPANS, max_size=12))
def test_each_position_has_exactly_the_items_whose_spans_hold_it(spans):
    marked = [(span, number) for number, span in enumerate(spans)]
    segments = flattened(marked)
    for position in range(41):
        expected = tuple(number for span, number in marked if position in span)
        found = [segment.items for segment in segments if position in segment.span]
        assert found == ([expected] if expected else [])


@given(st.lists(SPANS, max_size=12))
def test_segments_are_in_order_and_never_empty(spans):
    segments = flattened((span, "x") for span in spans)
    assert all(len(segment.span) for segment in segments)
    ends = [(segment.span.start, segment.span.end) for segment in segments]
    assert ends == sorted(ends)


def test_items_keep_the_order_they_were_given_in():
    marked = [(Span(0, 4), "name"), (Span(2, 6), "quote")]
    assert flattened(marked) == [
        Segment(Span(0, 2), ("name",)),
        Segment(Span(2, 4), ("name", "quote")),
        Segment(Span(4, 6), ("quote",)),
    ]
