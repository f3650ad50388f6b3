"""One passage in several accounts: what is taken for its counterpart, and whose voice it is."""

from diptych.library.readers import article_from_bytes
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Quotation, QuotationKind, Reading, Speaker
from diptych.text.spans import Span
from diptych.workspace.accounts import (
    Voice,
    found_passage,
    linked,
    lone_passages,
    reference_passage,
)

HERE = article_from_bytes(
    "here.txt", b"Talks go on\n\nMoscow sees no sensible reason to stop, he said."
)
THERE = article_from_bytes(
    "there.txt", "Talks continue\n\n“There is no reasonable reason to stop,” said the man.".encode()
)


def span_of(article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def aligned(*links: Link) -> Alignment:
    return Alignment("left", "right", links, (), ())


def test_the_reference_comes_with_its_voice_and_speaker():
    span = span_of(HERE, "Moscow sees no sensible reason to stop, he said.")
    quotation = Quotation(
        span_of(HERE, "no sensible reason to stop"), QuotationKind.INDIRECT, Speaker("the man")
    )
    reading = Reading(HERE.sha256, "1", (), (), (quotation,))
    told = reference_passage(HERE, reading, span)
    assert told.is_reference
    assert (told.voice, told.speaker) == (Voice.INDIRECT, "the man")
    assert told.text == span.text_in(HERE.text)
    assert told.outlet == "Talks go on"


def test_a_word_or_two_in_quotation_marks_do_not_make_a_quotation():
    span = span_of(HERE, "Moscow sees no sensible reason to stop, he said.")
    scare = Quotation(span_of(HERE, "sensible"), QuotationKind.DIRECT, Speaker("someone"))
    told = reference_passage(HERE, Reading(HERE.sha256, "1", (), (), (scare,)), span)
    assert (told.voice, told.speaker) == (Voice.OWN, "")
    assert reference_passage(HERE, None, span).voice is Voice.OWN


def test_a_linked_passage_is_given_with_the_words_that_differ():
    here, there = span_of(HERE, "Moscow sees"), span_of(THERE, "no reasonable reason to stop")
    here = Span(here.start, span_of(HERE, "stop,").end)
    link = Link(here, there, Relation.REWORDED, 0.8)
    quotation = Quotation(there, QuotationKind.DIRECT, Speaker("the man"))
    reading = Reading(THERE.sha256, "1", (), (), (quotation,))
    told = found_passage(HERE, here, THERE, reading, aligned(link))
    assert told.span == there
    assert (told.relation, told.score) == (Relation.REWORDED, 0.8)
    assert (told.voice, told.speaker) == (Voice.DIRECT, "the man")
    assert [span.text_in(told.text) for span in told.differing] == ["reasonable"]


def test_where_nothing_is_linked_nothing_is_shown():
    told = found_passage(HERE, Span(0, 5), THERE, None, aligned())
    assert told.span is None
    assert told.text == ""


def test_links_far_from_the_surest_one_are_left_out():
    sure = Link(Span(0, 10), Span(1000, 1010), Relation.SAME, 0.9)
    near = Link(Span(5, 20), Span(1100, 1150), Relation.PARTIAL, 0.4)
    far = Link(Span(5, 20), Span(9000, 9050), Relation.PARTIAL, 0.5)
    beside = Link(Span(30, 40), Span(1010, 1020), Relation.SAME, 0.9)
    assert linked(aligned(sure, near, far, beside), Span(0, 25)) == [sure, near]


def test_what_is_told_alone_says_who_else_tells_it():
    link = Link(Span(0, 10), Span(0, 10), Relation.SAME, 0.9)
    told, untold = lone_passages([Span(2, 8), Span(20, 30)], [aligned(link), aligned()])
    assert (told.told_by, told.others, told.is_only_here) == (1, 2, False)
    assert (untold.told_by, untold.is_only_here) == (0, True)
