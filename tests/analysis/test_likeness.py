"""What speaks for two sentences reporting the same thing."""

import pytest
from tests.analysis.articles import article_of, reading_of

from diptych.analysis.likeness import likeness
from diptych.analysis.passages import Passage, passages
from diptych.model.reading import Reading


def passages_of(*lines: str) -> list[Passage]:
    """Return the lines as passages, all of them in the second paragraph or later."""
    article = article_of("Nothing else is in the lead.", *lines)
    reading = Reading(article.sha256, "test", ())
    return passages(article, reading, [block.span for block in article.blocks[1:]])


def read_passages(*lines: str) -> list[Passage]:
    article, reading = reading_of(*lines)
    return passages(article, reading, [block.span for block in article.blocks])


def scores(left: list[Passage], right: list[Passage], **named: bool) -> list[list[float]]:
    found = likeness(left, right, **named).scores
    return [[float(score) for score in row] for row in found]


def test_the_same_sentence_is_wholly_alike():
    ((score,),) = scores(*[passages_of("The ferry to Karsk ran aground.")] * 2)
    assert score == pytest.approx(1, abs=0.01)


def gained_by(number: str, other: str) -> float:
    """Return by how much a sentence is closer to one with its number than to one with another."""
    ((same, different),) = scores(
        passages_of(f"It was the harbour's {number} that he spoke of."),
        passages_of(f"They counted {number} in the end.", f"They counted {other} in the end."),
    )
    return same - different


def test_a_number_that_both_give_counts_more_than_a_year():
    assert gained_by("2140", "3070") > gained_by("2014", "2007") + 0.05
    assert gained_by("2014", "2007") > 0


def test_the_words_of_one_speaker_are_closer_than_those_of_two():
    ours = read_passages("“We will pay for the harbour,” said Ana Petrov on Monday.")
    same = read_passages("“The harbour is our task,” said Ana Petrov in the evening.")
    other = read_passages("“The harbour is our task,” said Ivo Marsh in the evening.")
    assert ours[0].speakers == same[0].speakers != other[0].speakers
    ((score,),), ((other_score,),) = scores(ours, same), scores(ours, other)
    assert score > other_score + 0.1


def test_two_leads_are_closer_than_a_lead_and_what_follows():
    lines = ("The ferry ran aground.", "The captain was questioned.")
    lead, later = read_passages(*lines)
    assert lead.is_lead
    assert not later.is_lead
    ((score,),), ((same_words,),) = scores([lead], [lead]), scores([later], [later])
    assert score == pytest.approx(same_words, abs=0.01)
    ((lone,),) = scores([lead], passages_of("A boat hit the rocks."))
    ((both,),) = scores([lead], read_passages("A boat hit the rocks."))
    assert both == pytest.approx(lone + 0.1, abs=0.01)


def test_a_name_written_alike_counts_across_languages():
    ((named, unnamed),) = scores(
        passages_of("Matthias Kern disagrees with the company."),
        passages_of("Matthias Kern widerspricht.", "Der Geologe widerspricht."),
        across_languages=True,
    )
    assert named > unnamed
