"""Sentences that quotations do not end."""

from diptych.analysis.frames import frame_of, frames
from diptych.analysis.marks import quoted_spans
from diptych.text.spans import Span


def frames_of(text: str) -> list[str]:
    block = Span(0, len(text))
    return [one.text_in(text) for one in frames(text, block, quoted_spans(text, block))]


def test_a_quotation_of_several_sentences_is_one_piece():
    text = "“It rained. It poured. Then it stopped,” Mr Li said. We left."
    assert frames_of(text) == [text[:-9], "We left."]


def test_a_question_in_a_quotation_leaves_its_cue_with_it():
    assert frames_of("“Why now?” Mr Li asked. Nobody knew.") == [
        "“Why now?” Mr Li asked.",
        "Nobody knew.",
    ]


def test_a_full_stop_in_a_quotation_ends_the_sentence_before_a_capital():
    assert frames_of("She called it “a start.” Nobody agreed.") == [
        "She called it “a start.”",
        "Nobody agreed.",
    ]


def test_a_quotation_that_begins_a_sentence_is_not_part_of_the_one_before():
    assert frames_of("He left. “It is over,” she said.") == ["He left.", "“It is over,” she said."]


def test_a_position_between_frames_belongs_to_the_one_before():
    assert frame_of(5, [Span(0, 4), Span(6, 9)]) == 0
