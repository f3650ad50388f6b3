"""Reported speech without quotation marks."""

import pytest
from tests.analysis.articles import reading_of

from diptych.model.reading import QuotationKind


def reported_in(*lines: str) -> list[tuple[str, str]]:
    article, reading = reading_of(*lines)
    return [
        (one.span.text_in(article.text), one.speaker.name if one.speaker else "")
        for one in reading.quotations
        if one.kind is QuotationKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Anna Keller said that the bridge would open in May.", "the bridge would open in May"),
        ("The bridge would open in May, Anna Keller said.", "The bridge would open in May"),
        ("According to Anna Keller, the bridge will open in May.", "the bridge will open in May"),
        ("Anna Keller promised to open the bridge in May.", "to open the bridge in May"),
        ("Anna Keller called for an opening of the bridge in May.", "for an opening of the bridge"),
    ],
)
def test_what_a_verb_reports_is_found_with_its_speaker(line, words):
    found = reported_in(line)
    assert len(found) == 1
    assert words in found[0][0]
    assert found[0][1] == "Anna Keller"


@pytest.mark.parametrize(
    "line",
    [
        "The bridge opened in May.",
        "Anna Keller opened the bridge that her father had built.",
        "Anna Keller was told to leave.",
        "“The bridge will open in May,” Anna Keller said.",
    ],
)
def test_nothing_is_reported_where_nobody_reports(line):
    assert reported_in(line) == []


def test_a_report_holds_the_whole_quotation_in_it():
    ((words, _),) = reported_in("Anna Keller said there was “no sensible reason” for the delay.")
    assert words == "there was “no sensible reason” for the delay"


def test_a_report_stays_in_its_sentence():
    ((words, _),) = reported_in("Anna Keller said the bridge would open. The trains stood still.")
    assert words == "the bridge would open"
