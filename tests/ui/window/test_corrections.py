"""Corrections by key: what is found is shown corrected at once, kept, and taken back."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window.conftest import let_go
from tests.ui.window.correcting import (
    ALONE,
    BLOCKADE,
    annotations,
    basis,
    choose,
    go,
    links,
    listed,
    margin,
    names,
    offered,
    place,
    speaker,
    status,
)
from tests.ui.window.seen import (
    COURIER,
    ISLAND,
    LAKELAND,
    RELAY,
    answer,
    pane,
    passage,
    said,
    sidecar,
)

from diptych.model.annotation import Body, Purpose
from diptych.model.reading import EntityKind
from diptych.tagging import edits
from diptych.tagging.instants import now
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span
from diptych.ui.panels.inspector import Page

BY_HAND = "by hand"


@pytest.fixture
def reader(window):
    """The window with an article open."""
    window.reading.open(COURIER, other=False)
    return window


# Who speaks.


def test_c_says_who_speaks_and_every_view_shows_it_at_once(reader, keys, story_library):
    go(reader, BLOCKADE)
    keys("C")
    assert reader.strips.correction.isVisible()
    assert {"Erik Nordahl", "Meridian Press Agency"} <= set(offered(reader))
    assert not {"Skaldia", "Nobody is named"} & set(offered(reader))
    choose(keys, "nordahl")
    assert speaker(reader, BLOCKADE) == "Erik Nordahl"
    assert pane(reader, 0).hasFocus()
    quote = reader.parts.inspector.quote
    assert quote._speaker.text() == "Erik Nordahl"
    assert BY_HAND in quote._how.text()
    assert "Erik Nordahl" in margin(reader)
    assert listed(reader) == ["speaker corrected to: Erik Nordahl"]
    (item,) = annotations(story_library)
    assert item["body"][0]["purpose"] == "editing"
    assert item["body"][0]["value"] == "Erik Nordahl"
    assert item["body"][0]["diptych:field"] == "speaker"
    assert item["target"]["selector"][0]["exact"] == BLOCKADE


def test_a_speaker_may_be_typed_and_of_other_accounts_of_the_story(reader, keys):
    go(reader, BLOCKADE)
    keys("C")
    assert "Alexander Morosin" in offered(reader)
    choose(keys, "a fisherman of Halvern")
    assert speaker(reader, BLOCKADE) == "a fisherman of Halvern"


def test_nobody_may_be_named_and_what_was_found_comes_back(reader, keys, story_library):
    words = "leave the quays to the pilots"
    go(reader, words)
    keys("C")
    choose(keys, "nobody")
    assert speaker(reader, words) == ""
    assert reader.parts.inspector.quote._speaker.text() == "Nobody is named"
    assert listed(reader) == ["speaker corrected to: nobody"]
    keys("C")
    assert offered(reader)[-1] == "as it was found: The mayor"
    choose(keys, "as it was")
    assert speaker(reader, words) == "The mayor"
    assert annotations(story_library) == []


def test_escape_leaves_everything_as_it_was(reader, keys, story_library):
    go(reader, BLOCKADE)
    keys("C")
    QTest.keyClicks(QApplication.focusWidget(), "nordahl")
    keys("Escape")
    assert speaker(reader, BLOCKADE) == ""
    assert pane(reader, 0).hasFocus()
    assert passage(reader, 0) == place(reader, BLOCKADE)
    assert not sidecar(story_library).exists()
    keys("C")
    assert QApplication.focusWidget().text() == ""


def test_undo_and_redo_show_what_they_do(reader, keys):
    go(reader, BLOCKADE)
    keys("C")
    choose(keys, "nordahl")
    keys("Ctrl+Z")
    assert speaker(reader, BLOCKADE) == ""
    assert margin(reader).count("Erik Nordahl") < 3
    assert listed(reader) == []
    keys("Ctrl+Shift+Z")
    assert speaker(reader, BLOCKADE) == "Erik Nordahl"


def test_a_correction_is_no_tag(reader, keys):
    go(reader, BLOCKADE)
    keys("C")
    choose(keys, "nordahl")
    keys("U")
    assert speaker(reader, BLOCKADE) == "Erik Nordahl"
    tagset = reader.sessions.tagging.tagset(COURIER)
    assert not tagset.is_dealt_with(place(reader, BLOCKADE))
    assert "tagged" not in reader.tags.place_words()


def test_the_accounts_page_tells_the_corrected_speaker(pair, keys, qtbot):
    words = "Nobody should mistake our patience"
    go(pair, words)
    keys("C")
    choose(keys, "solheim")
    pair.parts.split.focus_side(1)
    go(pair, "No one should confuse our patience", 1)
    qtbot.waitUntil(lambda: "Ingrid Solheim" in basis(pair, COURIER))
    assert "corrected by hand" in basis(pair, COURIER)


def test_without_speech_or_name_it_says_so(reader, keys):
    go(reader, "There is no smoke and no wreckage")
    keys("C")
    assert not reader.strips.correction.isVisible()
    assert status(reader).startswith("There is neither")


def test_while_the_article_is_being_read_it_says_so(reader, keys, monkeypatch):
    go(reader, BLOCKADE)
    monkeypatch.setattr(reader.reading, "_readings", {})
    keys("C")
    assert status(reader) == "The article is still being read."


def test_before_anything_is_open_c_and_b_do_nothing(window, keys):
    window.corrections.correct()
    window.corrections.toggle_link()
    assert not window.strips.correction.isVisible()


# Names.


def test_w_c_corrects_the_kind_of_a_name(reader, keys, story_library):
    go(reader, "Palais des Nations")
    keys("C")
    assert offered(reader)[:3] == ["person", "place", "no name"]
    choose(keys, "place")
    found = names(reader)["Palais des Nations"]
    assert (found.kind, found.by_hand) == (EntityKind.PLACE, True)
    reader.parts.inspector.show_page(Page.NAMES)
    rows = {row.name: row for row in reader.parts.inspector.names.list.rows()}
    assert rows["Palais des Nations"].by_hand
    assert listed(reader) == ["kind of name corrected to: place"]
    keys("C")
    choose(keys, "as it was found: organisation")
    assert names(reader)["Palais des Nations"].kind is EntityKind.ORGANISATION


def test_what_is_no_name_is_none_and_can_be_one_again(reader, keys):
    go(reader, "Palais des Nations")
    keys("C")
    choose(keys, "no name")
    assert "Palais des Nations" not in names(reader)
    assert listed(reader) == ["kind of name corrected to: no name"]
    keys("C")
    assert offered(reader) == ["as it was found: organisation"]
    keys("Return")
    assert "Palais des Nations" in names(reader)


def test_the_kind_of_a_name_is_taken_back_at_any_mention_of_it(reader, keys):
    go(reader, "Port Halvern")
    keys("C")
    choose(keys, "organisation")
    start = reader.parts.split.article(0).text.rindex("Port Halvern")
    reader.parts.split.select(0, Span(start, start + len("Port Halvern")))
    keys("C")
    choose(keys, "as it was found: place")
    assert names(reader)["Port Halvern"].kind is EntityKind.PLACE


def test_a_name_inside_speech_is_corrected_where_the_cursor_is_on_it_alone(reader, keys):
    go(reader, "Nobody should mistake our patience")
    keys("C")
    assert reader.strips.correction._field.placeholderText() == "Who says this?"
    keys("Escape")
    start = place(reader, "that of the European Union, for a").start + len("that of the ")
    reader.parts.split.select(0, Span(start, start + len("European Union")))
    keys("C")
    assert "European Union" in reader.strips.correction._field.placeholderText()


def test_the_first_name_of_a_passage_without_speech_is_corrected(reader, keys):
    go(reader, "She received the Kestrian chancellor, Katharina Weiss, on the harbour wall")
    keys("C")
    assert "Katharina Weiss" in reader.strips.correction._field.placeholderText()


def test_names_are_joined_for_the_whole_library_to_see_and_undone(window, keys, story_library):
    window.reading.open(RELAY, other=False)
    words = "said Mrs. Solheim"
    end = place(window, words).end
    window.parts.split.select(0, Span(end - len("Solheim"), end))
    keys("C")
    choose(keys, "Ingrid")
    assert "Solheim" not in names(window)
    joined = names(window)["Ingrid Solheim"]
    assert joined.by_hand
    assert len(joined.mentions) == 2
    assert listed(window) == ["names joined by hand · in this story"]
    assert (
        speaker(
            window,
            "In this strait it is being decided whether small states, and we are "
            "one of them, still have a sea,",
        )
        == "Ingrid Solheim"
    )
    merges = json.loads((story_library / "diptych.json").read_text("utf-8"))["merges"]
    assert [one["relation"] for one in merges] == ["same"]
    assert {key["file"] for key in merges[0]["scope"]} >= {COURIER, RELAY, LAKELAND}
    assert ISLAND not in {key["file"] for key in merges[0]["scope"]}
    keys("C")
    choose(keys, "not Ingrid")
    assert "Solheim" in names(window)
    keys("Ctrl+Z")
    assert "Solheim" not in names(window)
    keys("Ctrl+Z")
    assert "Solheim" in names(window)
    assert not json.loads((story_library / "diptych.json").read_text("utf-8"))["merges"]
    keys("Ctrl+Shift+Z")
    assert "Solheim" not in names(window)


def test_names_that_were_joined_wrongly_are_parted(reader, keys):
    words = "Mr Vasenko, asked"
    start = place(reader, words).start + 3
    reader.parts.split.select(0, Span(start, start + len("Vasenko")))
    keys("C")
    choose(keys, "not Dmitri")
    assert len(names(reader)["Dmitri Vasenko"].mentions) == 3
    assert len(names(reader)["Vasenko"].mentions) == 3


# Kept.


def test_corrections_are_there_after_a_restart(pair, keys, make_window, story_library):
    go(pair, BLOCKADE)
    keys("C")
    choose(keys, "nordahl")
    go(pair, ALONE)
    go(pair, "from where the waiting ships can be seen", 1)
    keys("B")
    linked = links(pair)
    let_go(pair)
    pair.close()
    again = make_window()
    again.open(story_library)
    again.reading.open(COURIER, other=False)
    again.reading.open(RELAY, other=True)
    assert speaker(again, BLOCKADE) == "Erik Nordahl"
    assert links(again) == linked
    assert any(by_hand for *_ends, by_hand in linked)


def test_corrections_follow_a_text_that_changes_and_lost_ones_stay_listed(
    reader, keys, story_library
):
    go(reader, BLOCKADE)
    keys("C")
    choose(keys, "nordahl")
    file = story_library / COURIER
    text = file.read_text("utf-8")
    file.write_text(text.replace("More than a hundred ships", "Far more than a hundred ships"))
    reader.sessions.library.refresh()
    assert "Far more" in reader.parts.split.article(0).text
    assert speaker(reader, BLOCKADE) == "Erik Nordahl"
    file.write_text(text.replace(BLOCKADE, "an odd week in spring, which nobody had foreseen here"))
    reader.sessions.library.refresh()
    assert listed(reader) == [
        "speaker corrected to: Erik Nordahl · nothing was found there to correct"
    ]


def test_what_another_window_corrects_is_shown_here(pair, story_library):
    session = pair.sessions
    workspace = session.library.workspace

    def correct_elsewhere(name, words, value):
        store = SidecarStore(story_library, story_library.parent / "others")
        tagset = store.load(workspace.article(name))
        start = tagset.text.index(words)
        body = Body(Purpose.EDITING, value, "speaker")
        span = Span(start, start + len(words))
        store.save(edits.corrected(tagset, span, body, "Bob", now())[0])
        workspace._counts.renew({name})
        session.library.tags_changed.emit(frozenset({name}))

    correct_elsewhere(COURIER, BLOCKADE, "Ingrid Solheim")
    assert speaker(pair, BLOCKADE) == "Ingrid Solheim"
    lakeland = workspace.article(LAKELAND)
    found = workspace.found.reading(lakeland).result().quotations[0]
    correct_elsewhere(LAKELAND, found.span.text_in(lakeland.text), "Zora Anders")
    assert workspace.found.reading(lakeland).result().quotations[0].speaker.name == "Zora Anders"
    pair.reading.open(LAKELAND, other=False)
    pair.reading.open(COURIER, other=False)
    correct_elsewhere(LAKELAND, found.span.text_in(lakeland.text), "Zora Tell")
    assert workspace.found.reading(lakeland).result().quotations[0].speaker.name == "Zora Tell"


def test_names_that_could_not_be_saved_are_saved_at_the_second_try(reader, keys, story_library):
    file = story_library / "diptych.json"
    file.unlink(missing_ok=True)
    file.mkdir()
    start = place(reader, "Mr Vasenko, asked").start + 3
    reader.parts.split.select(0, Span(start, start + len("Vasenko")))
    keys("C")
    choose(keys, "not Dmitri")
    assert "diptych.json" in said(reader)
    assert "Vasenko" in names(reader)
    file.rmdir()
    answer(reader, "Try again")
    assert json.loads(file.read_text("utf-8"))["merges"]
