"""The canonical text."""

from hypothesis import given
from hypothesis import strategies as st

from diptych.text.canonical import (
    MAX_LINE,
    canonical_text,
    clean_characters,
    clean_line,
    line_spans,
    on_one_line,
    split_lines,
    split_paragraphs,
)

# Everything that can arrive in a string, lone surrogates and controls included.
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
LINES = st.text(st.sampled_from("ab \t\n\r\u2028\x0b\x00\ufeff\u3000é漢😀\ud800"), max_size=200)


@given(ANY_TEXT | LINES)
def test_making_a_text_canonical_twice_changes_nothing(text):
    once = canonical_text(split_lines(text))
    assert canonical_text(split_lines(once)) == once


@given(ANY_TEXT | LINES)
def test_no_line_is_blank_or_too_long_or_unclean(text):
    for line in split_lines(text):
        assert line == line.strip() == clean_line(line)
        assert 0 < len(line) <= MAX_LINE
        assert line.encode("utf-8")


@given(st.text(st.sampled_from("ab é漢😀"), max_size=60), st.integers(1, 4))
def test_a_long_line_is_broken_without_losing_a_character(words, times):
    line = clean_line(words * (times * MAX_LINE // max(len(words), 1)))
    broken = split_lines(line)
    assert "".join("".join(broken).split()) == "".join(line.split())
    assert all(len(part) <= MAX_LINE for part in broken)


def test_a_long_line_is_broken_at_the_last_space_that_fits():
    line = "word " * (MAX_LINE // 5) + "last"
    assert [len(span) for span in line_spans(line)] == [MAX_LINE - 1, 4]


def test_a_long_line_without_a_space_is_broken_hard():
    assert [len(part) for part in split_lines("x" * (MAX_LINE + 1))] == [MAX_LINE, 1]


def test_a_long_line_of_nothing_but_odd_spaces_leaves_no_blank_part():
    line = "a" + "\u3000" * (2 * MAX_LINE) + "b"
    assert split_lines(line) == ["a", "b"]


def test_every_kind_of_line_end_ends_a_line():
    text = "a\nb\rc\r\nd\u2028e\u2029f\x0bg\x0ch\x85i\x1cj\x1dk\x1el"
    assert split_lines(text) == list("abcdefghijkl")


def test_lines_without_a_blank_line_between_them_make_a_paragraph():
    assert split_paragraphs("\n\na\nb\n \n\nc\n") == [["a", "b"], ["c"]]
    assert split_paragraphs("a\r\n\r\nb") == [["a"], ["b"]]
    assert split_paragraphs(" \n ") == []


def test_what_a_text_document_cannot_hold_is_dropped_and_surrogates_are_replaced():
    assert clean_line("a\x00b\ufdd0c\ufffcd\ufeff") == "abcd"
    assert clean_line("\ud83d") == "\ufffd"
    assert clean_line("tab\tstays") == "tab\tstays"


def test_composed_and_decomposed_letters_stay_as_they_are():
    assert split_lines("e\u0301 é") == ["e\u0301 é"]


def test_a_stretch_on_one_line_keeps_a_space_at_its_ends():
    assert on_one_line(" a \r\n\t b\u2028") == " a b "
    assert clean_characters(" a\x00 ") == " a "
