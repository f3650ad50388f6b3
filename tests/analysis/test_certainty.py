"""How certain a sentence is put, and whether it is denied."""

import pytest
from tests.analysis.articles import reading_of

from diptych.model.statements import Certainty


@pytest.mark.parametrize(
    ("line", "certainty", "negated"),
    [
        ("The bridge was closed.", "certain", False),
        ("The bridge was not closed.", "certain", True),
        ("The bridge has never been closed.", "certain", True),
        ("There is no bridge.", "certain", True),
        ("Nobody closed the bridge.", "certain", True),
        ("The company denied closing the bridge.", "certain", True),
        ("The company refused to close the bridge.", "certain", True),
        ("The bridge might be closed.", "possible", False),
        ("Perhaps the bridge is closed.", "possible", False),
        ("The bridge could not be closed.", "certain", True),
        ("Anna Keller hinted that the bridge was closed.", "possible", False),
        ("Anna Keller believes that the bridge is closed.", "probable", False),
        ("Anna Keller does not believe that the bridge is closed.", "probable", True),
        ("The bridge is likely to be closed.", "probable", False),
        ("The bridge is unlikely to be closed.", "probable", True),
        ("The bridge seems closed.", "probable", False),
        ("She is expected in Vell on Monday.", "probable", False),
        ("The bridge will be closed.", "intended", False),
        ("Anna Keller promised to close the bridge.", "intended", False),
        ("The ships are to sail on Friday.", "intended", False),
        ("The talks are due to resume on Friday.", "intended", False),
        ("The city must close the bridge.", "intended", False),
        ("Anna Keller must have closed the bridge.", "probable", False),
        ("If the bridge closes, the town dies.", "possible", False),
        ("Anna Keller said the bridge was closed.", "certain", False),
        ("Anna Keller would not say where the ships were.", "intended", True),
        ("Anna Keller tried to close the bridge.", "certain", False),
        ("The ministry stood ready to close the bridge.", "certain", False),
    ],
)
def test_a_sentence_is_as_certain_as_its_words_put_it(line, certainty, negated):
    statement = reading_of(line)[1].statements[0]
    assert (statement.certainty.value, statement.negated) == (certainty, negated)


def marked(line: str) -> dict[str, tuple[str, bool, list[str]]]:
    article, reading = reading_of(line)
    return {
        one.span.text_in(article.text): (
            one.certainty.value,
            one.negated,
            [cue.text_in(article.text) for cue in one.cues],
        )
        for one in reading.modalities
    }


def test_the_words_that_make_it_so_are_kept_with_the_word_they_bear_on():
    found = marked("Vell hinted that it might not send ships, offering hope that it may stop.")
    assert found["send"] == ("possible", True, ["hinted", "might", "not"])
    assert found["stop"] == ("possible", False, ["offering", "hope", "may"])


def test_a_modal_reaches_the_verbs_joined_to_its_own_and_no_others():
    assert set(marked("The army might attack and occupy the town.")) == {"attack", "occupy"}
    assert set(marked("The army might attack and the town laughed.")) == {"attack"}


def test_what_is_plain_has_no_marks():
    assert marked("The army took the town and left on Monday.") == {}
    assert reading_of("The army left.")[1].statements[0].certainty is Certainty.CERTAIN
