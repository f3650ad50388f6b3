"""Words and how they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.spans import Span
from diptych.text.words import folded, words


def test_words_keep_what_joins_them_and_leave_punctuation_out():
    text = "“Don’t,” said Jean-Pierre: 130,000 troops!"
    found = [span.text_in(text) for span in words(text)]
    assert found == ["Don’t", "said", "Jean-Pierre", "130,000", "troops"]


def test_words_are_looked_for_inside_a_span_alone():
    assert words("one two three", Span(4, 7)) == [Span(4, 7)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin’s", "putin"),
        ("Zürich", "zurich"),
        ("STRASSE", "straße"),
        ("ministers'", "ministers"),
    ],
)
def test_words_that_readers_take_for_the_same_are_folded_alike(one, other):
    assert folded(one) == folded(other)


@given(st.text(max_size=20))
def test_folding_does_not_depend_on_case(word):
    assert folded(word.upper().lower()) == folded(word.upper().lower().casefold())
