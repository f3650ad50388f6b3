"""Who stands behind a sentence, and what rests on nobody named."""

import pytest
from tests.analysis.articles import article_of, reading_of

from diptych.analysis.reading import read
from diptych.analysis.sources import head_noun, is_outlet, is_several
from diptych.analysis.unnamed import unnamed_in_article, unnamed_in_story
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Reading
from diptych.model.statements import BasisKind, Statement


def statement(*lines: str) -> Statement:
    """Return the statement of the last sentence."""
    return reading_of(*lines)[1].statements[-1]


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("The bridge was closed on Monday.", "own_voice"),
        ("Anna Keller said the bridge was closed.", "named_person"),
        ("“The bridge is closed,” Anna Keller told reporters.", "named_person"),
        ("The bridge, Anna Keller said, would stay closed.", "named_person"),
        ("The defence ministry said the bridge was closed.", "organisation"),
        ("According to the company, the bridge was closed.", "organisation"),
        ("Officials in Vell said the bridge was closed.", "unnamed_official"),
        ("The bridge was closed, according to a senior diplomat.", "unnamed_official"),
        ("A spokesman for the company said the bridge was closed.", "unnamed_official"),
        ("Mr Keller is said to have closed the bridge.", "unnamed_official"),
        ("The report says that the bridge was closed.", "document"),
        ("Satellite images show that the bridge was closed.", "document"),
        ("The bridge was closed, according to the BBC.", "other_outlet"),
        ("The closure was first reported by the Harbour Monitor.", "other_outlet"),
        ("The talks suggested that the bridge would be closed.", "own_voice"),
        ("Anna Keller agreed to close the bridge.", "own_voice"),
    ],
)
def test_the_basis_is_what_kind_of_source_says_it(line, basis):
    assert statement(line).basis == basis


def test_an_office_that_one_person_holds_is_not_nameless():
    mayor = statement("The mayor said the bridge was closed.")
    assert mayor.basis is BasisKind.UNNAMED_OFFICIAL
    assert not mayor.rests_on_unnamed
    assert statement("An official said the bridge was closed.").rests_on_unnamed


def test_an_office_belongs_to_the_one_person_of_the_article_who_has_it():
    reading = reading_of(
        "Kestria’s chancellor said the bridge was closed.",
        "The Kestrian chancellor, Katharina Weiss, left at noon.",
    )[1]
    assert [one.name for one in reading.statements[0].sources] == ["Katharina Weiss"]


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        (
            "A UN spokesman said that Maria Lopez believes there will be no war.",
            ["unnamed_official", "named_person"],
        ),
        (
            "Maria Lopez’s office quoted Peter Brandt saying that the bridge was closed.",
            ["organisation", "named_person"],
        ),
        ("The bridge was closed, Anna Keller said, citing officials.", None),
    ],
)
def test_a_source_that_passes_something_on_is_kept_with_whom_it_goes_back_to(line, chain):
    found = [source.kind.value for source in statement(line).sources]
    assert found == (chain or ["named_person", "unnamed_official"])


def test_the_outlet_spoken_to_is_kept_unless_it_is_our_own():
    line = "“The bridge is closed,” Anna Keller told the BBC on Monday."
    through = statement(line).through
    assert through is not None
    assert through.name == "the BBC"
    assert statement("“The bridge is closed,” Anna Keller told reporters.").through is None


def test_it_is_known_whose_words_a_sentence_is_about():
    reading = reading_of("Peter Brandt spoke first.", "His remarks seemed to please the crowd.")[1]
    owner = reading.statements[-1].words_of
    assert owner is not None
    assert owner.name == "Peter Brandt"


def test_each_sentence_has_one_statement_in_any_language():
    _, reading = reading_of("One came.  Two left.", "“Three,” said Anna Keller. Four stayed.")
    assert [one.span for one in reading.statements] == list(reading.sentences)
    assert read(article_of("Die Brücke ist zu.", language="de")).statements == ()


@pytest.mark.parametrize(
    ("phrase", "noun", "several"),
    [
        ("officials in Vell", "official", True),
        ("a person who advises the ministries", "person", False),
        ("one of his aides", "aide", False),
        ("the authorities", "authorities", True),
        ("Skaldia’s prime minister", "minister", False),
    ],
)
def test_the_noun_of_a_description(phrase, noun, several):
    assert head_noun(phrase) == noun
    assert is_several(phrase) == several or noun == "authorities"


@pytest.mark.parametrize("name", ["Reuters", "the BBC", "Meridian Press Agency", "Harbour Times"])
def test_outlets_and_agencies_are_known_by_name(name):
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["the times", "Anna Post-Keller", "", "the Ministry of Defence"])
def test_other_names_are_no_outlets(name):
    assert not is_outlet(name)


def story(left: str, right: str) -> tuple[list[Reading], Alignment]:
    ours, theirs = reading_of(left)[1], reading_of(right)[1]
    link = Link(ours.sentences[0], theirs.sentences[0], Relation.REWORDED, 0.8)
    return [ours, theirs], Alignment(ours.text_sha256, theirs.text_sha256, (link,), (), ())


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("A diplomat said that the bridge had been closed.", 1),
        ("Anna Keller said that the bridge had been closed.", 0),
        ("The bridge has been closed.", 0),
    ],
)
def test_a_story_has_only_from_nobody_named_what_no_linked_account_has_otherwise(other, count):
    readings, alignment = story("An official said the bridge was closed.", other)
    assert len(unnamed_in_article(readings[0])) == 1
    found = unnamed_in_story(readings, [alignment])
    assert len(found[readings[0].text_sha256]) == count


def test_what_no_account_links_to_stays_unnamed_in_the_story():
    readings, _ = story("An official said the bridge was closed.", "Rain fell.")
    elsewhere = Alignment("elsewhere", readings[1].text_sha256, (), (), ())
    found = unnamed_in_story(readings, [elsewhere])
    assert found[readings[0].text_sha256] == unnamed_in_article(readings[0])
