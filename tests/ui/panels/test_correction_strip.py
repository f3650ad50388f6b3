"""The strip in which what was found is corrected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from diptych.model.annotation import Target
from diptych.model.reading import EntityKind, Reading
from diptych.tagging.corrections import Correction
from diptych.tagging.names import ArticleKey, NameForm, NameStatement, Sameness
from diptych.text.spans import Span
from diptych.ui.panels.correction_strip import CorrectionChoice, CorrectionStrip, Offer
from diptych.ui.panels.correction_words import correction_words, found_words, statement_words


@pytest.fixture
def done() -> list[str]:
    """What was chosen."""
    return []


@pytest.fixture
def offer(done):
    def make(*words: str, free: bool = True, question: str = "Who says this?") -> Offer:
        choices = (
            CorrectionChoice(one, lambda one=one: done.append(one), "person") for one in words
        )
        return Offer(question, tuple(choices), done.append if free else None)

    return make


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    window.setCentralWidget(QWidget(window))
    qtbot.addWidget(window)
    window.resize(700, 500)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def strip(theme, window):
    return CorrectionStrip(theme, window)


def words(strip: CorrectionStrip) -> list[str]:
    return [choice.words for choice in strip.offered()]


def test_letters_find_and_enter_corrects(strip, offer, done):
    strip.open_with(offer("Ana Petrov", "Ivo Petrov", "Mara"))
    QTest.keyClicks(strip._field, "petr")
    assert words(strip) == ["Ana Petrov", "Ivo Petrov", "petr"]
    QTest.keyClick(strip._field, Qt.Key.Key_Down)
    QTest.keyClick(strip._field, Qt.Key.Key_Return)
    assert done == ["Ivo Petrov"]
    assert not strip.isVisible()


def test_what_is_typed_will_do_where_it_may(strip, offer, done):
    strip.open_with(offer("Ana"))
    QTest.keyClicks(strip._field, "  a  fisherman ")
    QTest.keyClick(strip._field, Qt.Key.Key_Return)
    assert done == ["a fisherman"]
    strip.open_with(offer("Ana", free=False))
    QTest.keyClicks(strip._field, "a fisherman")
    assert words(strip) == []
    QTest.keyClick(strip._field, Qt.Key.Key_Return)
    assert done == ["a fisherman"]
    assert strip.isVisible()


def test_a_name_that_is_offered_is_not_offered_again_as_typed(strip, offer):
    strip.open_with(offer("Ana"))
    QTest.keyClicks(strip._field, "ana")
    assert words(strip) == ["Ana"]


def test_escape_closes_and_nothing_is_kept(strip, offer, done):
    strip.open_with(offer("Ana"))
    QTest.keyClicks(strip._field, "an")
    QTest.keyClick(strip._field, Qt.Key.Key_Escape)
    assert done == []
    assert not strip.isVisible()
    strip.open_with(offer("Ana"))
    assert strip.typed() == ""


def test_more_choices_leave_the_chosen_one_chosen(strip, offer, done):
    strip.open_with(offer("Ana", "Ivo"))
    QTest.keyClick(strip._field, Qt.Key.Key_Down)
    strip.extend(offer("Mara", "Ana", "Zoe", "Ivo"))
    assert words(strip) == ["Mara", "Ana", "Zoe", "Ivo"]
    QTest.keyClick(strip._field, Qt.Key.Key_Return)
    assert done == ["Ivo"]


def test_more_choices_come_too_late_for_another_question_or_a_closed_strip(strip, offer):
    strip.open_with(offer("Ana"))
    strip.extend(offer("Ivo", question="What is “Sarov”?"))
    assert words(strip) == ["Ana"]
    QTest.keyClick(strip._field, Qt.Key.Key_Escape)
    strip.extend(offer("Ivo"))
    assert words(strip) == ["Ana"]


def test_a_screen_reader_is_told_the_question_and_each_choice(strip, offer, theme):
    strip.open_with(offer("Ana"))
    strip.set_theme(theme)
    assert strip._field.accessibleName() == "Who says this?"
    index = strip._list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ana · person"


def test_choices_are_drawn(strip, offer):
    strip.open_with(offer("Ana"))
    with_detail = strip.grab().toImage()
    strip.open_with(Offer("Who says this?", (CorrectionChoice("Ana", print),)))
    assert strip.grab().toImage() != with_detail


HERE = Span(0, 4)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("speaker", "Ana", "speaker corrected to: Ana"),
        ("speaker", "", "speaker corrected to: nobody"),
        ("kind", "person", "kind of name corrected to: person"),
        ("kind", "none", "kind of name corrected to: no name"),
        ("kind", "ship", "kind of name corrected to: ship"),
        ("link", "linked", "linked by hand with a passage of b.txt"),
        ("link", "unlinked", "unlinked by hand from a passage of b.txt"),
        ("outlet", "Post", "outlet: Post"),
    ],
)
def test_corrections_are_told_in_words(field, value, said):
    made = Correction("a", "", field, value, "", "", HERE, Target("b.txt"))
    assert correction_words(made, None) == said


def test_a_correction_without_an_object_says_so():
    made = Correction("a", "", "speaker", "Ana", "", "words", HERE)
    assert correction_words(made, Reading("", "", ())).endswith(
        "nothing was found there to correct"
    )


@pytest.mark.parametrize(
    ("field", "was", "told"),
    [("kind", "place", "place"), ("kind", "", "nobody"), ("speaker", "place", "place")],
)
def test_what_was_found_is_told_in_words(field, was, told):
    assert found_words(Correction("a", "", field, "", was, "", HERE)) == told


def test_statements_about_names_are_told_in_words():
    one, other = NameForm(EntityKind.PERSON, "Ana"), NameForm(EntityKind.PERSON, "Petrov")
    same = NameStatement.of(Sameness.SAME, one, other, [ArticleKey("a.txt", "")])
    assert statement_words(same) == "names joined by hand · in this story"
    apart = NameStatement.of(Sameness.DIFFERENT, one, other)
    assert statement_words(apart) == "names told apart by hand · in the whole library"
