"""Sentences of a canonical text."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.text.canonical import MAX_LINE
from diptych.text.sentences import sentences
from diptych.text.spans import Span


def split(text, span=None):
    return [sentence.text_in(text) for sentence in sentences(text, span)]


@given(st.text(st.sampled_from('aB1 .!?…\n"“”’()。」Dr.U.S.é漢')))
def test_sentences_hold_every_character_that_is_not_white_space(text):
    kept = "".join("".join(sentence.split()) for sentence in split(text))
    assert kept == "".join(text.split())


@given(st.text(st.sampled_from("aB .!?\n“”")))
def test_sentences_are_in_order_and_never_overlap_or_end_in_space(text):
    found = sentences(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(span.text_in(text) == span.text_in(text).strip() != "" for span in found)


def test_a_line_end_ends_a_sentence():
    assert split("A headline\nThe first sentence.") == ["A headline", "The first sentence."]


def test_closing_marks_belong_to_the_sentence_before_them():
    text = "“We will talk.” He left. (So did she.) Then it rained."
    assert split(text) == ["“We will talk.”", "He left.", "(So did she.)", "Then it rained."]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ugrich met Mr. Ek on Jan. 5 in the city.",
        "The U.S. Congress met.",
        "J. K. Rowling wrote to the paper.",
        "“Go!” he shouted.",
        "It cost 3.5 percent more.",
        "They met at 5 p.m. Monday.",
        "It ended... and nobody noticed.",
        "See fig. 3 and no. 7 of the report.",
        "E.g. this one",
        "He waited until 5 p.m. 30 others left.",
        "Ferries wait at the quay, March 5, 2024. /EPN",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It happened in the U.S. The army left.", 2),
        ("Will it hold? Yes! It will.", 3),
        ("So did I. The door closed.", 2),
        ("“Wait…” The line went dead.", 2),
        ("会议结束了。他离开了。", 2),
        ("他说：「好。」然后走了。", 2),
        ("One. “Two.” Three.", 3),
        ("The minister said no. They left.", 2),
        ("It began in Dec. The end came soon.", 2),
        ("They stood in Main St. The rest had left.", 2),
        ("هل انتهت الحرب؟ قال الوزير لا.", 2),
        ("यह समाप्त हुआ। वह चला गया।", 2),
    ],
)
def test_a_stop_ends_a_sentence(text, count):
    assert len(split(text)) == count


def test_only_the_span_that_is_asked_for_is_split():
    assert split("One. Two. Three.", Span(5, 9)) == ["Two."]


def test_a_stop_before_nothing_but_marks_ends_no_sentence_of_its_own():
    assert split("He said so. ”") == ["He said so. ”"]


def test_a_line_of_nothing_but_dots_takes_no_time():
    text = "." * MAX_LINE + "x"
    started = time.process_time()
    assert sentences(text) == [Span(0, len(text))]
    assert time.process_time() - started < 0.5
