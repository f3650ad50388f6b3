"""A whole reading, and what it is bounded by."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.articles import article_of, direct, quotations_in

from diptych.analysis import reading
from diptych.model.article import BlockKind


def test_a_quotation_is_given_to_the_subject_of_its_cue():
    assert quotations_in("“The bridge will open in May,” Anna Keller said.") == [
        ("The bridge will open in May,", "Anna Keller")
    ]


def test_sentences_leave_out_site_furniture():
    article = article_of("The bridge is open.", "Latest news", kinds={1: BlockKind.NOISE})
    found = reading.read(article)
    assert [span.text_in(article.text) for span in found.sentences] == ["The bridge is open."]


def test_an_article_in_another_language_has_its_quotation_marks_and_no_names():
    article = article_of("Anna Keller sagte: „Die Brücke ist offen.“", language="de")
    found = reading.read(article)
    assert [one.span.text_in(article.text) for one in direct(found)] == ["Die Brücke ist offen."]
    assert found.quotations[0].speaker is None
    assert not found.entities


def test_beyond_the_limit_there_are_sentences_only(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ANALYSED", 60)
    line = "“The bridge will open in May,” Anna Keller said."
    article = article_of(line, line)
    found = reading.read(article)
    assert len(found.sentences) == 2
    assert len(direct(found)) == 1


def test_an_article_without_words_has_an_empty_reading():
    found = reading.read(article_of())
    assert (found.sentences, found.entities, found.quotations) == ((), (), ())


@given(
    st.lists(
        st.text(
            alphabet=st.sampled_from("Anna Keller said, “‘’”\"'«»„(). :—U.S.\u00a0é中😀he told"),
            min_size=1,
            max_size=80,
        ).filter(str.strip),
        max_size=4,
    )
)
@settings(max_examples=80)
def test_whatever_the_text_every_span_lies_in_a_block(lines):
    article = article_of(*(line.strip() for line in lines))
    found = reading.read(article)
    spans = [one.span for one in found.quotations]
    spans += [one.cue for one in found.quotations if one.cue]
    spans += [mention for entity in found.entities for mention in entity.mentions]
    spans += found.sentences
    assert all(any(block.span.covers(span) for block in article.blocks) for span in spans)
    assert all(len(span) for span in spans)
    assert found == reading.read(article)


@pytest.mark.parametrize(
    "line", ["a" * 10_000, "he said " * 1_250, "“" * 5_000, "‘a " * 3_000, "said. " * 1_500]
)
def test_a_long_odd_line_takes_no_more_than_its_length_deserves(line):
    began = time.process_time()
    reading.read(article_of(line))
    assert time.process_time() - began < 10
