"""What is known of a story, in words."""

import pytest

from diptych.model.story import Derivation, Origins, RelatedPair, Side, StoryAnalysis, Verdict
from diptych.ui.window.story_words import derived_from, detail_of


def analysis(*pairs, accounts=("a", "b", "c"), texts=3, least=3, most=3):
    groups = tuple((path,) for path in accounts[:texts])
    return StoryAnalysis(accounts, pairs, groups, Origins((), least, most))


def pair(left, right, verdict, share=0.9, origin=Side.LEFT):
    return RelatedPair(left, right, Derivation(verdict, share, origin))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (analysis(accounts=("a",)), ""),
        (analysis(), "3 accounts"),
        (analysis(texts=2, least=1, most=2), "3 accounts · 2 texts · 1–2 origins"),
        (analysis(texts=2, least=2, most=2), "3 accounts · 2 texts · 2 origins"),
        (analysis(texts=3, least=2, most=3), "3 accounts · 2–3 origins"),
        (analysis(texts=1, least=1, most=1), "3 accounts · 1 text · 1 origin"),
    ],
)
def test_a_story_is_counted_and_says_no_number_twice(qapp, known, words):
    assert detail_of(known) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.COPY, "likely a copy of A, 90 %"),
        (Verdict.REWORDED, "likely reworded from A, 90 %"),
        (Verdict.SHARED_SOURCE, "likely one source with A"),
        (Verdict.INDEPENDENT, ""),
    ],
)
def test_an_account_says_where_it_likely_comes_from(qapp, verdict, words):
    assert derived_from(analysis(pair("a", "b", verdict)), "b", str.upper) == words


def test_the_account_that_others_were_made_from_comes_from_none_of_them(qapp):
    known = analysis(
        pair("a", "b", Verdict.COPY), pair("c", "a", Verdict.REWORDED, 0.8, Side.RIGHT)
    )
    assert derived_from(known, "a", str.upper) == ""
    assert derived_from(known, "c", str.upper) == "likely reworded from A, 80 %"


def test_of_two_texts_of_which_nothing_tells_the_first_each_names_the_other(qapp):
    known = analysis(pair("a", "b", Verdict.COPY, origin=None))
    assert [derived_from(known, path, str.upper) for path in "ab"] == [
        "likely a copy of B, 90 %",
        "likely a copy of A, 90 %",
    ]


def test_a_text_outweighs_a_source_and_more_of_it_outweighs_less(qapp):
    known = analysis(
        pair("a", "d", Verdict.SHARED_SOURCE, 0.99),
        pair("b", "d", Verdict.REWORDED, 0.6),
        pair("c", "d", Verdict.REWORDED, 0.7),
        accounts=("a", "b", "c", "d"),
    )
    assert derived_from(known, "d", str.upper) == "likely reworded from C, 70 %"
