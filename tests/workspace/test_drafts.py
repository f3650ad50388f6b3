"""Drafts of notes: kept one by one, joined, and found again where their passage is."""

from dataclasses import replace

import pytest

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.workspace.drafts import PlacedDraft, draft_of, placed_drafts
from diptych.workspace.personal import Draft, Personal, PersonalFile, Place

TEXT = "The ferry left at nine. It was full. Nobody counted the passengers on the quay."


def article(text=TEXT, path="ferry.txt"):
    return Article(path, "text/1", text, ())


def kept(**drafts):
    personal = Personal()
    for key, draft in drafts.items():
        personal = personal.with_draft(key, draft)
    return personal


def on(words, note="Who?"):
    start = TEXT.index(words)
    return draft_of(article(), Span(start, start + len(words)), note)


def test_drafts_come_in_the_order_of_the_text_the_one_on_all_of_it_first():
    personal = kept(
        a=on("passengers"),
        b=on("ferry", "Which?"),
        c=draft_of(article(), None, "Compare."),
        d=Draft("other.txt", "Not here."),
    )
    assert placed_drafts(personal, article()) == [
        PlacedDraft("c", None, "Compare."),
        PlacedDraft("b", Span(4, 9), "Which?"),
        PlacedDraft("a", Span(56, 66), "Who?"),
    ]


def test_a_draft_follows_its_words():
    (placed,) = placed_drafts(kept(a=on("It was full.")), article("At dawn. " + TEXT))
    assert placed.span.text_in("At dawn. " + TEXT) == "It was full."


@pytest.mark.parametrize("text", ["", "x", "Nothing of that is in this text any more, not a word."])
def test_a_draft_whose_words_are_gone_is_offered_where_they_were(text):
    for words in ("The ferry", "on the quay."):
        (placed,) = placed_drafts(kept(a=on(words)), article(text))
        assert placed.note == "Who?"
        assert 0 <= placed.span.start <= placed.span.end <= len(text)
        assert len(placed.span) or not text


def test_a_draft_that_is_written_on_is_the_latest_and_one_that_is_done_goes():
    personal = kept(a=on("ferry"), b=on("nine")).with_draft("a", on("ferry", "Which one?"))
    assert list(personal.drafts) == ["b", "a"]
    assert personal.with_draft("b", None).drafts == {"a": on("ferry", "Which one?")}


def test_what_is_ones_own_follows_a_file_to_another_path():
    personal = kept(a=on("ferry"), b=Draft("other.txt", "Not here."))
    personal = replace(
        personal, done=frozenset({"ferry.txt", "x.txt"}), places={"ferry.txt": Place(3, 9)}
    )
    moved = personal.with_moved({"ferry.txt": "old/ferry.txt"})
    assert moved.done == {"old/ferry.txt", "x.txt"}
    assert moved.places == {"old/ferry.txt": Place(3, 9)}
    assert [draft.path for draft in moved.drafts.values()] == ["old/ferry.txt", "other.txt"]


def test_drafts_are_there_at_the_next_start(tmp_path):
    file = PersonalFile(tmp_path)
    file.update(lambda state: state.with_draft("a", on("ferry")))
    file.update(lambda state: state.with_draft("b", Draft("ferry.txt", "Compare.")))
    file.close()
    assert PersonalFile(tmp_path).state.drafts == {
        "a": on("ferry"),
        "b": Draft("ferry.txt", "Compare."),
    }


def test_two_windows_keep_each_others_drafts_and_forget_what_either_is_done_with(tmp_path):
    one = PersonalFile(tmp_path)
    for key in ("a", "b"):
        one.update(lambda state, key=key: state.with_draft(key, on("ferry", key)))
    one.save()
    other = PersonalFile(tmp_path)
    other.update(lambda state: state.with_draft("a", None))
    other.update(lambda state: state.with_draft("b", on("ferry", "written on")))
    other.update(lambda state: state.with_draft("c", on("nine")))
    other.save()
    one.update(lambda state: state.with_draft("b", None))
    one.save()
    drafts = PersonalFile(tmp_path).state.drafts
    assert drafts == {"b": on("ferry", "written on"), "c": on("nine")}
