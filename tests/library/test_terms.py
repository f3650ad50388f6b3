import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.library.terms import located_terms, spans_at, terms, wanted_terms
from diptych.text.spans import Span

TEXTS = st.text(
    st.one_of(
        st.sampled_from("aB1,.'’ -_\u00a0\u0301é外交部ก\U00020000ßİs"),
        st.characters(exclude_categories=["Cs"]),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("More than 130,000 troops", ["more", "than", "130000", "troops"]),
        ("1\u202f234\u202f567 and 1.234.567", ["1234567", "and", "1234567"]),
        ("3.5 of 10,25 and 1234,567", ["3", "5", "of", "10", "25", "and", "1234", "567"]),
        ("Putin’s, the ministers' and Nato's", ["putin", "the", "ministers", "and", "nato"]),
        ("anti-war U.S. l’Ukraine", ["anti", "war", "u", "s", "l", "ukraine"]),
        ("Café, CAFE\u0301 and naïve", ["cafe", "cafe", "and", "naive"]),
        ("snake_case", ["snake", "case"]),
        ("外交部说", ["外交", "交部", "部说", "说"]),
        ("", []),
    ],
)
def test_words_are_folded_and_numbers_kept_whole(text, found):
    assert terms(text) == found


def test_pairs_alone_are_wanted_where_no_spaces_part_words():
    assert wanted_terms("外交部") == ["外交", "交部"]
    assert wanted_terms("外") == ["外"]


def test_the_places_of_terms_are_those_of_their_characters():
    text = "Some 130,000 of Putin’s"
    located = [(term, span.text_in(text)) for term, span in located_terms(text, Span(0, len(text)))]
    assert located == [("some", "Some"), ("130000", "130,000"), ("of", "of"), ("putin", "Putin")]


@given(TEXTS)
def test_terms_are_the_same_with_and_without_their_places(text):
    located = list(located_terms(text, Span(0, len(text))))
    assert [term for term, _ in located] == terms(text)
    assert all(span.start < span.end <= len(text) for _, span in located)
    spans = spans_at(text, Span(0, len(text)), range(len(located)))
    assert spans == {place: span for place, (_, span) in enumerate(located)}
