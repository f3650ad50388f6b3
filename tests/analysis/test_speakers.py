"""Who a quotation is given to."""

import pytest
from tests.analysis.articles import article_of, direct, quotations_in, reading_of

from diptych.analysis.reading import read
from diptych.model.article import BlockKind


def speakers_in(*lines: str) -> list[str | None]:
    return [speaker for _, speaker in quotations_in(*lines)]


@pytest.mark.parametrize(
    "line",
    [
        "“We will open the bridge in May,” Anna Keller said.",
        "“We will open the bridge in May,” said Anna Keller, who runs the harbour.",
        "Anna Keller said: “We will open the bridge in May.”",
        "Anna Keller, the head of the harbour, told reporters that “the bridge will open”.",
        "According to Anna Keller, the bridge is “as good as new”.",
        "“Will it open?” Anna Keller asked.",
        "In a letter to the town, Anna Keller called the bridge “as good as new”.",
        "KELLER: hello",
    ][:-1],
)
def test_a_cue_beside_the_quotation_names_the_speaker(line):
    assert speakers_in(line) == ["Anna Keller"]


def test_a_quotation_broken_by_its_cue_has_one_speaker():
    assert speakers_in("“The bridge,” Anna Keller said, “will open in May. It is safe.”") == [
        "Anna Keller",
        "Anna Keller",
    ]


def test_the_speaker_is_carried_on_to_a_quotation_without_a_cue():
    assert (
        speakers_in(
            "“The bridge will open,” Anna Keller said. “It is as safe as it ever was.”",
            "“Nobody has to worry about the trains either.”",
        )
        == ["Anna Keller"] * 3
    )


def test_a_quotation_runs_on_over_paragraphs():
    assert (
        speakers_in(
            "Anna Keller said: “The bridge will open in May.",
            "“The trains will run from June.”",
        )
        == ["Anna Keller"] * 2
    )


def test_a_speaker_is_announced_at_the_end_of_a_paragraph():
    assert speakers_in(
        "Later that day Anna Keller made the following statement:",
        "“The bridge will open in May, and nobody has to worry.”",
    ) == ["Anna Keller"]


def test_pronouns_go_to_the_person_they_fit():
    assert speakers_in(
        "Anna Keller met Robert Brandt at the harbour.",
        "“The bridge will open in May,” she said.",
        "“I doubt that it will,” he said.",
    ) == ["Anna Keller", "Robert Brandt"]


def test_the_latter_is_the_second_of_two():
    assert speakers_in(
        "When Anna Keller met Robert Brandt on the bridge, the latter called the plan “a good "
        "beginning” for both towns."
    ) == ["Robert Brandt"]


def test_an_office_goes_to_whoever_was_introduced_with_it():
    assert speakers_in(
        "Foreign minister Anna Keller arrived on Monday. Robert Brandt stayed at home.",
        "“We are close to an agreement,” the minister said.",
    ) == ["Anna Keller"]


def test_an_unnamed_speaker_keeps_the_words_of_the_text():
    assert speakers_in("“The bridge is safe,” a spokesman for the harbour said.") == [
        "a spokesman for the harbour"
    ]


def test_a_relative_clause_speaks_for_its_noun():
    article, reading = reading_of(
        "Anna Keller, who said the bridge was “as good as new”, left at noon."
    )
    (quotation,) = direct(reading)
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Anna Keller"
    assert quotation.speaker.span is not None
    assert quotation.speaker.span.text_in(article.text) == "who"


def test_a_letter_speaks_for_its_author():
    assert speakers_in(
        "Every household got a letter from the mayor asking it “to keep the river banks clear”."
    ) == ["the mayor"]


def test_a_transcript_names_its_speakers():
    assert speakers_in("“WALLACE: Will she be there tomorrow night, governor?”") == ["WALLACE"]


def test_a_voice_is_credited_after_a_dash():
    assert speakers_in("“I never cross that bridge on foot.” — Anna Keller") == ["Anna Keller"]


def test_nobody_speaks_where_the_text_does_not_say_who():
    assert speakers_in("It has been called “a bridge to nowhere and back again”.") == [None]


def test_the_cue_is_the_verb_that_reports():
    article, reading = reading_of("“The bridge will open,” Anna Keller insisted on Monday.")
    (quotation,) = direct(reading)
    assert quotation.cue is not None
    assert quotation.cue.text_in(article.text) == "insisted"


@pytest.mark.parametrize(
    "line",
    [
        "Robert “Bobby” Scott opened the bridge.",
        "She spoke on “Face the Nation,” a programme, in May.",
        "The firm sells a “magic” paint.",
    ],
)
def test_nicknames_titles_and_scare_quotes_are_nobodys_words(line):
    assert speakers_in(line) == []


def test_a_headline_quotation_is_found_with_its_speaker():
    article = article_of(
        "Keller: ‘The bridge will open in May’",
        "Anna Keller spoke to the harbour on Monday.",
        kinds={0: BlockKind.TITLE},
    )
    (quotation,) = direct(read(article))
    assert quotation.span.text_in(article.text) == "The bridge will open in May"
