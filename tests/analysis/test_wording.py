"""Where two wordings differ: by word, with what was only moved left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.analysis.wording import wording_difference
from diptych.text.spans import Span
from diptych.text.words import folded, words

PASSAGE = st.lists(st.sampled_from(["no", "sensible", "reason", "to", "Stop", "now", "é"])).map(
    " ".join
)


def differing(left: str, right: str) -> tuple[list[str], list[str]]:
    found = wording_difference(left, Span(0, len(left)), right, Span(0, len(right)))
    return (
        [span.text_in(left) for span in found.left],
        [span.text_in(right) for span in found.right],
    )


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("", "", ([], [])),
        ("no sensible reason", "no reasonable reason", (["sensible"], ["reasonable"])),
        ("one two", "", ([], [])),
        ("nothing in common", "other words altogether", ([], [])),
        ("The café’s owner", "the CAFE owner", ([], [])),
        ("he said no", "no, he said", ([], [])),
        ("about 4,500 people", "about 4,480 people", (["4,500"], ["4,480"])),
        ("he sees no good cause", "he sees no very sound cause", (["good"], ["very sound"])),
    ],
)
def test_the_words_that_differ_are_marked(left, right, wanted):
    assert differing(left, right) == wanted


def test_only_the_passages_are_compared():
    left, right = "Before. The same here.", "Other. The same here. After."
    found = wording_difference(left, Span(8, 22), right, Span(7, 21))
    assert (found.left, found.right) == ((), ())


@given(PASSAGE, PASSAGE)
def test_what_is_marked_is_on_one_side_only(left, right):
    found = wording_difference(left, Span(0, len(left)), right, Span(0, len(right)))
    for marked, text, other in ((found.left, left, right), (found.right, right, left)):
        terms = {folded(word.text_in(other)) for word in words(other)}
        for span in marked:
            assert not {folded(word.text_in(text)) for word in words(text, span)} & terms


@given(PASSAGE)
def test_a_passage_does_not_differ_from_itself(text):
    assert differing(text, text.upper()) == ([], [])
