"""Texts whose lines were broken at a fixed width."""

import textwrap

from diptych.library.readers.plain import read_plain
from diptych.library.readers.wrapping import unwrapped

STORY = (
    "The talks on the harbour will go on for another week, the minister said on Monday, and nobody "
    "in the hall believed that the week after would be the last one. The council, which had called "
    "for a pause, will meet again on Thursday in the old hall, where the heating has been out of "
    "order since the beginning of the winter. Nobody paid for the repair."
)


def test_lines_broken_at_a_width_are_joined_again_and_said_so():
    wrapped = "\n\n".join(["Harbour talks go on", *[textwrap.fill(STORY, 72)] * 4])
    draft = read_plain(wrapped)
    assert [piece.text for piece in draft.pieces] == ["Harbour talks go on", *[STORY] * 4]
    assert draft.notices[0].startswith("The lines of this file were broken at a fixed width")


def test_lines_that_end_where_sentences_end_are_left_alone():
    paragraphs = [[STORY], ["Ana Petrov", "Minister Ana Petrov leaves. Picture: PA"]] * 12
    assert unwrapped(paragraphs) == paragraphs


def test_a_poem_or_a_list_is_left_alone():
    poem = [["The fog is gone", "and so are you", "and nobody sings", "the tune we knew"]] * 6
    assert unwrapped(poem) == poem
    columns = [
        [f"{number}. The boat with the number {number} of the fleet." for number in range(30)]
    ]
    assert unwrapped(columns) == columns


def test_a_caption_among_broken_lines_keeps_its_lines():
    story = textwrap.wrap(STORY, 72)
    caption = ["Ana Petrov", "Minister Ana Petrov leaves. Picture: PA"]
    assert unwrapped([story, caption, story, story])[1] == caption
