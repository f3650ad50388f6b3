import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat

from diptych.text.spans import Span
from diptych.ui.panels.text_lines import Marked, lay_out

HEADLINE = "Ships wait for a third day while envoys keep talking about the talks to come"


@pytest.fixture(scope="module")
def face(qapp) -> QFont:
    face = QFont("DejaVu Sans")
    face.setPixelSize(13)
    return face


def lines_of(text, face, width, most, marks=()) -> list[str]:
    layout = lay_out(text, face, width, most, marks).layout
    shown, lines = layout.text(), []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        lines.append(shown[line.textStart() : line.textStart() + line.textLength()])
    return lines


def test_what_fits_is_shown_whole(face):
    assert lines_of("The dam", face, 300, 2) == ["The dam"]
    assert "".join(lines_of(HEADLINE, face, 300, 9)) == HEADLINE


def test_what_does_not_fit_ends_in_an_ellipsis(face):
    lines = lines_of(HEADLINE, face, 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert HEADLINE.startswith("".join(lines)[:-1].rstrip())
    assert QFontMetricsF(face).horizontalAdvance(lines[1]) <= 200


def test_a_word_longer_than_the_line_is_broken(face):
    lines = lines_of("x" * 200, face, 100, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_marks_stay_on_their_words_behind_wide_characters_and_are_cut_with_the_text(face):
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    text = "🌊🌊 wave " + HEADLINE
    marks = [Marked(Span(3, 7), bold), Marked(Span(20, 70), bold), Marked(Span(80, 84), bold)]
    ranges = lay_out(text, face, 160, 2, marks).layout.formats()
    assert (ranges[0].start, ranges[0].length) == (5, 4)
    assert len(ranges) == 2
    whole = lay_out(text, face, 9000, 1, marks).layout.formats()
    assert len(whole) == 3


@given(st.text(), st.integers(0, 400), st.integers(1, 4))
def test_no_text_takes_more_lines_than_it_is_given(face, text, width, most):
    laid = lay_out(text, face, float(width), most)
    assert laid.layout.lineCount() <= most
    assert laid.height == pytest.approx(laid.layout.lineCount() * 13 * 1.25)


@pytest.mark.parametrize(
    ("words", "at_right"), [("الميناء", True), ("הנמל", True), ("harbour", False), ("2024", False)]
)
def test_lines_begin_on_the_side_from_which_they_are_read(face, words, at_right):
    layout = lay_out(words, face, 300, 2).layout
    line = layout.lineAt(0).naturalTextRect()
    assert (line.left() > 100) is at_right
    assert (line.right() if at_right else line.left()) == pytest.approx(300 * at_right, abs=1)
