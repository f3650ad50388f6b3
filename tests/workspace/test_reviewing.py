"""What a reader has to look at after a text has changed."""

import pytest
from tests.workspace.conftest import write
from tests.workspace.test_tagging import span_of, tag

from diptych.model.annotation import Body, Purpose
from diptych.tagging import edits
from diptych.tagging.anchors import Outcome
from diptych.workspace.reviewing import reviewed

PATH = "ferry.txt"


@pytest.fixture
def rewrite(library, root):
    """Changes the article's file, and gives its tags in the text of then."""

    def rewrite(old, new):
        text = (root / PATH).read_text("utf-8")
        write(root, {PATH: text.replace(old, new)})
        library.refresh()
        return library.tagging.open(library.article(PATH))

    return rewrite


def sentence(library, words):
    """The line of the article that holds ``words``."""
    text = library.article(PATH).text
    return next(line for line in text.split("\n") if words in line)


def test_old_and_new_words_are_told_apart_word_by_word(library, rewrite):
    was = sentence(library, "130,000 litres")
    tag(library, PATH, was, "Figure")
    now = was.replace("oil leaked", "heavy oil had leaked")
    (one,) = reviewed(rewrite(was, now))
    assert (one.tags, one.outcome, one.was, one.now) == (("Figure",), Outcome.CHANGED, was, now)
    assert one.span == span_of(library, PATH, now)
    assert [span.text_in(one.now) for span in one.added] == ["heavy", "had"]
    assert one.gone == ()
    assert 0.6 < one.confidence < 1


def test_the_note_on_changed_words_is_written_on_and_not_written_twice(library, rewrite):
    was = sentence(library, "130,000 litres")
    library.tagging.open(library.article(PATH))
    library.tagging.note(PATH, span_of(library, PATH, was), "Who counted?")
    library.tagging.save(PATH)
    now = was.replace("oil leaked", "heavy oil had leaked")
    tagset = rewrite(was, now)
    span = span_of(library, PATH, now)
    assert tagset.noted_at(span).note == "Who counted?"
    tagset = library.tagging.note(PATH, span, "Who counted it?")
    assert [one.note for one in tagset.annotations] == ["Who counted it?"]
    assert [one.was for one in reviewed(tagset)] == [was]


def test_what_is_gone_has_no_place_and_only_its_old_words(library, rewrite):
    was = sentence(library, "130,000 litres")
    tag(library, PATH, was, "Figure")
    (one,) = reviewed(rewrite(was, "Nothing of it is left."))
    assert (one.outcome, one.was, one.now, one.span) == (Outcome.LOST, was, "", None)
    assert (one.gone, one.added) == ((), ())


def test_notes_and_corrections_are_listed_too_in_the_order_of_the_old_text(library, rewrite):
    was = sentence(library, "130,000 litres")
    first, second = was.split()[0], " ".join(was.split()[1:])
    tagging = library.tagging
    tagging.open(library.article(PATH))
    tagging.note(PATH, span_of(library, PATH, second), "Who counted?")
    body = Body(Purpose.EDITING, "Ann Moss", "speaker", "she")
    place = span_of(library, PATH, was)
    tagging.change(
        PATH, "correct", lambda tags, when: edits.corrected(tags, place, body, "Ann", when)
    )
    tagging.save(PATH)
    assert first not in second
    one, other = reviewed(rewrite(was, "Nothing of it is left."))
    assert (one.is_correction, one.was) == (True, was)
    assert (other.is_correction, other.note, other.was) == (False, "Who counted?", second)
