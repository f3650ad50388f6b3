"""Versions of one utterance in several accounts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.articles import article_of, reading_of

from diptych.analysis.alignment import align
from diptych.analysis.members import surroundings
from diptych.analysis.reading import read
from diptych.analysis.utterances import utterances
from diptych.analysis.voices import Same, Voice
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import QuotationKind, Reading
from diptych.model.story import Member
from diptych.text.spans import Span

GAZETTE = (
    "Harbour master Olga Brandt said the ferry “was never fit for winter, but we sailed anyway”.",
    "“The keys were in my pocket,” Brandt said. “Nobody asked for them.”",
    "Captain Jonas Vik called the report “a map of somebody else’s sea”.",
)
MERCURY = (
    "The ferry “was never fit for the winter months, but we kept sailing it”, Olga Brandt said.",
    "“I had the keys in my pocket,” Ms Brandt said. “Nobody asked me for them.”",
    "Jonas Vik, the captain, dismissed the report as “a chart of somebody else’s sea”.",
)
ECHO = (
    "The vessel was “never fit for winter”, harbour master Olga Brandt told the council.",
    "Captain Jonas Vik said that he would read the report again.",
)


def member(name: str, *lines: str) -> Member:
    article, reading = reading_of(*lines)
    return Member(replace(article, path=name), reading)


def grouped(
    *accounts: tuple[str, ...], alignments: tuple[Alignment, ...] = ()
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each utterance: its speaker, and account number and words of each version."""
    members = [member(str(number), *lines) for number, lines in enumerate(accounts)]
    texts = {article.path: article.text for article, _ in members}
    return [
        (one.speaker, [(v.path, v.span.text_in(texts[v.path])) for v in one.versions])
        for one in utterances(members, alignments)
    ]


def together(*accounts: tuple[str, ...], **more: tuple[Alignment, ...]) -> list[set[str]]:
    """Return the words of each utterance that more than one account has."""
    return [
        {words for _, words in versions}
        for _, versions in grouped(*accounts, **more)
        if len({path for path, _ in versions}) > 1
    ]


def linked(ours: tuple[str, ...], theirs: tuple[str, ...], language: str = "en") -> Alignment:
    """Return an alignment that links the first sentence of each."""
    left, right = reading_of(*ours)[1], article_of(*theirs, language=language)
    link = Link(left.sentences[0], Span(0, len(theirs[0])), Relation.REWORDED, 0.9)
    return Alignment(left.text_sha256, right.sha256, (link,), (), ())


def test_reworded_and_shortened_versions_are_one_utterance():
    assert together(GAZETTE, MERCURY, ECHO)[0] == {
        "was never fit for winter, but we sailed anyway",
        "was never fit for the winter months, but we kept sailing it",
        "never fit for winter",
    }


def test_remarks_that_one_person_makes_side_by_side_stay_apart():
    found = together(GAZETTE, MERCURY)
    assert {"Nobody asked for them.", "Nobody asked me for them."} in found
    assert {"The keys were in my pocket,", "I had the keys in my pocket,"} in found


def test_every_quotation_is_in_one_utterance_with_the_fullest_name_of_its_speaker():
    found = grouped(GAZETTE, MERCURY, ECHO)
    versions = [version for _, group in found for version in group]
    assert len(versions) == len(set(versions))
    assert {speaker for speaker, _ in found} == {"Olga Brandt", "Jonas Vik"}


def test_what_another_person_says_in_like_words_is_another_utterance():
    minister = "“We will repair the pier if the island pays its share,” said Ingrid Moe."
    mayor = "“We would repair the pier if the state paid its share,” said Harald Lunde."
    assert together((minister,), (mayor,)) == []


def test_a_remark_that_two_accounts_give_to_two_people_in_the_same_words_is_one():
    words = "A broken mast tells you where the wind has been"
    one, other = f"“{words},” said Ingrid Moe.", f"“{words},” said Harald Lunde."
    assert together((one,), (other,)) == [{f"{words},"}]


def test_a_speaker_without_a_name_may_be_anybody_and_a_quotation_may_have_none():
    named = "The mayor has asked families to “leave the quays to the pilots”."
    other = "The mayor told residents to “leave the docks to the pilots”."
    alone = "One sign read “leave the quays to the pilots”."
    assert len(together((named,), (other,), (alone,))[0]) == 2


def test_an_account_that_splits_a_remark_around_its_cue_has_one_version_in_two_parts():
    whole = "“The pier is closed and the ferry is late,” Olga Brandt said."
    split = "“The pier is closed,” Olga Brandt said, “and the ferry is late.”"
    (speaker, versions), *rest = grouped((whole,), (split,))
    assert (speaker, rest) == ("Olga Brandt", [])
    assert [path for path, _ in versions] == ["0", "1", "1"]


def test_an_account_that_has_a_remark_in_two_sentences_gives_both_as_versions():
    whole = "“The pier is closed for the winter. The ferry is two days late,” Olga Brandt said."
    parts = (
        "“The pier is closed for the winter,” Olga Brandt said. “The ferry is two days late.”",
    )
    assert len(together((whole,), parts)) == 1


def test_the_same_words_twice_in_an_account_are_one_utterance_and_echoes_are_not():
    lines = (
        "Olga Brandt spoke of “a broken mast”.",
        "“It was a broken mast and no storm,” Olga Brandt said.",
        "“The mast was broken before,” Olga Brandt said.",
    )
    assert [len(versions) for _, versions in grouped(lines)] == [2, 1]


def test_reported_speech_joins_the_quotation_it_paraphrases():
    direct = "“The northern pier will be closed until the spring,” Olga Brandt said."
    reported = "Olga Brandt said the northern pier would remain closed until spring."
    (_, versions), *rest = grouped((direct,), (reported,))
    assert len(versions) == 2
    assert rest == []


def test_reported_speech_around_quoted_words_is_no_version_of_its_own():
    kinds = [
        version.kind for one in utterances([member("0", *GAZETTE)]) for version in one.versions
    ]
    assert kinds == [QuotationKind.DIRECT] * 4


def test_other_words_are_found_where_the_sentences_are_linked():
    ours = ("The harbour council would not be drawn into “talks about talks”, Olga Brandt said.",)
    theirs = ("Olga Brandt grumbled about “conversations about conversations”.",)
    assert together(ours, theirs) == []
    assert together(ours, theirs, alignments=(linked(ours, theirs),)) == [
        {"talks about talks", "conversations about conversations"}
    ]


def test_a_quotation_is_found_in_another_language_where_the_sentences_are_linked():
    ours = ("“The pier has held,” said Olga Brandt.",)
    theirs = article_of("„Die Mole hat gehalten“, sagte Olga Brandt.", language="de")
    german = Member(replace(theirs, path="1"), read(theirs))
    link = linked(ours, (theirs.text,), "de")
    (found,) = utterances([member("0", *ours), german], [link])
    assert [version.path for version in found.versions] == ["0", "1"]


def test_links_of_other_articles_change_nothing():
    link = linked(MERCURY, ECHO)
    assert together(GAZETTE, alignments=(link,)) == []


def test_no_account_has_no_utterance():
    assert utterances([]) == ()
    assert utterances([member("0", "Nothing was said.")]) == ()


ACCOUNTS = [member(str(number), *lines) for number, lines in enumerate((GAZETTE, MERCURY, ECHO))]
LINKS = [
    align(ours[0], theirs[0], ours[1], theirs[1])
    for number, ours in enumerate(ACCOUNTS)
    for theirs in ACCOUNTS[:number]
]


@settings(max_examples=12, deadline=None)
@given(st.permutations(ACCOUNTS), st.lists(st.booleans(), min_size=3, max_size=3))
def test_groups_do_not_depend_on_the_order_of_accounts_or_the_side_of_an_alignment(order, turned):
    links = [
        one.mirrored() if is_turned else one for one, is_turned in zip(LINKS, turned, strict=True)
    ]
    assert {frozenset(one.versions) for one in utterances(order, links)} == {
        frozenset(one.versions) for one in utterances(ACCOUNTS, LINKS)
    }


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        (Voice("anna  lunde", is_person=True), Voice("anna  lunde", is_person=True), Same.YES),
        (Voice("anna  lunde", is_person=True), Voice("lunde", is_person=True), Same.PERHAPS),
        (Voice("anna  lunde", is_person=True), Voice("harald  moe", is_person=True), Same.NO),
        (
            Voice("eric  nordal", is_person=True),
            Voice("erik  nordahl", is_person=True),
            Same.PERHAPS,
        ),
        (Voice("anna  lunde", is_person=True), Voice("ministry"), Same.PERHAPS),
        (Voice(""), Voice(""), Same.PERHAPS),
        (Voice("mayor"), Voice("mayor"), Same.YES),
    ],
)
def test_only_two_persons_with_different_names_are_two_voices(ours, theirs, same):
    assert ours.same(theirs) is same
    assert theirs.same(ours) is same


def test_the_surroundings_of_a_passage_are_the_sentences_it_reaches_into():
    reading = Reading("", "", (Span(0, 10), Span(11, 20), Span(30, 40)))
    assert surroundings(reading, Span(5, 12)) == Span(0, 20)
    assert surroundings(reading, Span(31, 33)) == Span(30, 40)
    assert surroundings(reading, Span(22, 25)) == Span(22, 25)
