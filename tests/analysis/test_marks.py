"""Quotation marks in their several traditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.analysis.marks import quoted_spans
from diptych.text.spans import Span


def quoted(text: str) -> list[str]:
    return [one.inner.text_in(text) for one in quoted_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "She said “yes, soon” today.",
        'She said "yes, soon" today.',
        "She said ‘yes, soon’ today.",
        "She said 'yes, soon' today.",
        "She said «yes, soon» today.",
        "She said « yes, soon » today.",
        "She said „yes, soon“ today.",
        "She said „yes, soon” today.",
        "She said »yes, soon« today.",
        'She said “yes, soon" today.',
        "彼女は「yes, soon」と言った。",
    ],
)
def test_every_tradition_is_read(text):
    assert quoted(text) == ["yes, soon"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' plan wasn't Anna's idea in the '90s.",
        "The ministers’ plan wasn’t Anna’s idea in the ’90s.",
        "Rock 'n' roll, 'tis said, 'em and us.",
        "He is 6'3\" tall.",
        "An archive writes ''so'' with two apostrophes.",
    ],
)
def test_an_apostrophe_opens_nothing(text):
    assert quoted(text) == []


def test_an_apostrophe_inside_does_not_close():
    assert quoted("She called it ‘the ministers’ plan for Anna’s town’ again.") == [
        "the ministers’ plan for Anna’s town"
    ]


def test_a_nested_quotation_belongs_to_the_outer_one():
    assert quoted('He said: "The sign read “no entry” and we went in." So they did.') == [
        "The sign read “no entry” and we went in."
    ]
    assert quoted("“He told me, ‘go home,’ and I did,” she said.") == [
        "He told me, ‘go home,’ and I did,"
    ]


def test_an_unclosed_quotation_runs_to_the_end_of_its_paragraph():
    text = "She went on. “We are not leaving, and nobody else is"
    (one,) = quoted_spans(text, Span(0, len(text)))
    assert one.inner.text_in(text) == "We are not leaving, and nobody else is"
    assert not one.is_closed


def test_marks_without_a_word_between_them_are_nothing():
    assert quoted("She wrote “…” and “”.") == []


def test_marks_outside_the_block_are_left_alone():
    text = "“one” “two” “three”"
    assert [one.inner.text_in(text) for one in quoted_spans(text, Span(6, 11))] == ["two"]


@given(st.text(alphabet="ab sS.\"'“”‘’„«»", max_size=40))
def test_quoted_spans_are_disjoint_and_in_order(text):
    found = quoted_spans(text, Span(0, len(text)))
    edges = [edge for one in found for edge in (one.outer.start, one.outer.end)]
    assert edges == sorted(edges)
    assert all(one.outer.covers(one.inner) for one in found)
