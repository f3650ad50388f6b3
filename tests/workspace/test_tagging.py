"""Tags of an open library: shown at once, saved behind, taken back, and never lost."""

import errno
import json
import os
from pathlib import Path

import pytest
from tests.workspace.conftest import close, ended, write

from diptych import storage
from diptych.errors import SidecarError, StorageError
from diptych.tagging import save
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span
from diptych.workspace.tagging import Tagging


def sidecar(library, path: str) -> Path:
    return library.root / f"{path}.diptych.json"


def span_of(library, path: str, words: str) -> Span:
    start = library.article(path).text.index(words)
    return Span(start, start + len(words))


def tag(library, path: str, words: str, *tags: str):
    library.tagging.open(library.article(path))
    library.tagging.tag(path, span_of(library, path, words), tags)
    return library.tagging.save(path)


def spans(tagset) -> list[str]:
    return [placed.span.text_in(tagset.text) for placed in tagset.placed()]


def test_a_tag_is_saved_beside_the_article_and_there_again(root, opened):
    library = opened(root)
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    page = json.loads(sidecar(library, "ferry.txt").read_text("utf-8"))
    assert page["items"][0]["creator"]["name"] == "Ann"
    close(library)
    again = opened(root)
    tagset = again.tagging.open(again.article("ferry.txt"))
    assert spans(tagset) == ["130,000 litres"]
    assert tagset.tag_counts() == {"Figure": 1}


def test_tags_are_counted_in_the_list_and_found_by_search(library):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    tag(library, "ferry.txt", "crew of 24", "Figure")
    assert library.entry("ferry.txt").tags == 2
    assert [hit.path for hit in library.search("tag:figure").hits] == ["ferry.txt"]
    tagset = library.tagging.current("ferry.txt")
    for annotation in tagset.annotations:
        library.tagging.untag("ferry.txt", annotation.id)
    library.tagging.save("ferry.txt")
    assert library.entry("ferry.txt").tags == 0
    assert library.search("tag:figure").total == 0


def test_undo_takes_steps_back_across_articles_and_redo_does_them_again(library):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    tag(library, "council.txt", "anti-war", "Framing")
    tagging = library.tagging
    assert tagging.can_undo
    assert not tagging.can_redo
    for path in ("council.txt", "ferry.txt"):
        undone = tagging.undo()
        assert [tagset.path for tagset in undone.tagsets] == [path]
        assert undone.name == "tag"
        assert not tagging.save(path).annotations
    assert not tagging.can_undo
    assert tagging.undo().tagsets == ()
    tagging.redo()
    assert tagging.unsaved == ("ferry.txt",)
    assert tagging.save("ferry.txt").tag_counts() == {"Figure": 1}
    tagging.redo()
    assert not tagging.can_redo
    assert tagging.redo().skipped == 0


def test_undo_leaves_alone_what_another_program_has_changed_since(library):
    tagset = tag(library, "ferry.txt", "130,000 litres", "Figure")
    file = sidecar(library, "ferry.txt")
    page = json.loads(file.read_text("utf-8"))
    page["items"][0]["body"][0]["value"] = "Claim"
    page["items"][0]["modified"] = "2099-01-01T00:00:00.000Z"
    file.write_text(json.dumps(page), "utf-8")
    library.tagging.reload(library.article("ferry.txt"))
    undone = library.tagging.undo()
    assert undone.skipped == 1
    assert library.tagging.current(tagset.path).tag_counts() == {"Claim": 1}


def test_what_another_process_tagged_joins_what_is_tagged_here(root, opened):
    one = opened(root)
    tag(one, "ferry.txt", "130,000 litres", "Figure")
    other = Tagging(SidecarStore(root, root.parent / "others"), "Bob")
    other.open(one.article("ferry.txt"))
    other.tag("ferry.txt", span_of(one, "ferry.txt", "crew of 24"), ["Claim"])
    other.save("ferry.txt")
    joined = tag(one, "ferry.txt", "Ana Petrov", "Sourcing")
    assert joined.tag_counts() == {"Figure": 1, "Claim": 1, "Sourcing": 1}
    assert {one.creator for one in joined.annotations} == {"Ann", "Bob"}


def test_an_annotation_is_moved_to_another_passage_and_back(root, opened):
    library = opened(root)
    tagging = library.tagging
    (one,) = tag(library, "ferry.txt", "130,000 litres", "Figure").annotations
    span = span_of(library, "ferry.txt", "crew of 24")
    (moved,) = tagging.move_edge("ferry.txt", one.id, span).annotations
    assert (moved.id, moved.tags, moved.span) == (one.id, ("Figure",), span)
    tagging.undo()
    assert tagging.current("ferry.txt").annotations[0].span == one.span


def test_reloading_keeps_what_is_not_saved_yet(library):
    article = library.article("ferry.txt")
    library.tagging.open(article)
    library.tagging.tag("ferry.txt", span_of(library, "ferry.txt", "crew of 24"), ["Claim"])
    assert library.tagging.reload(article).tag_counts() == {"Claim": 1}
    assert library.tagging.unsaved == ("ferry.txt",)


def test_notes_stars_and_marks_are_saved(root, opened):
    library = opened(root)
    tagging = library.tagging
    tagging.open(library.article("ferry.txt"))
    words = span_of(library, "ferry.txt", "130,000 litres")
    tagging.note("ferry.txt", words, "Whose figure?")
    tagging.note("ferry.txt", words, "The *harbour master's* figure.")
    tagging.note("ferry.txt", None, "Read again.")
    tagging.mark_nothing("ferry.txt", span_of(library, "ferry.txt", "crew of 24"))
    tagging.star("ferry.txt")
    tagging.save("ferry.txt")
    assert library.starred == {"ferry.txt"}
    close(library)
    again = opened(root)
    tagset = again.tagging.open(again.article("ferry.txt"))
    notes = {one.span: one.note for one in tagset.annotations if one.note}
    assert notes == {words: "The *harbour master's* figure.", None: "Read again."}
    assert tagset.star is not None
    crew = span_of(again, "ferry.txt", "crew of 24")
    assert tagset.is_dealt_with(crew)
    assert not tagset.is_dealt_with(span_of(again, "ferry.txt", "was saved"))
    assert again.starred == {"ferry.txt"}
    again.tagging.star("ferry.txt")
    again.tagging.save("ferry.txt")
    assert again.starred == frozenset()


def test_a_moved_file_keeps_its_tags(root, opened):
    library = opened(root)
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    library.tagging.star("ferry.txt")
    library.tagging.save("ferry.txt")
    (root / "ferry.txt").rename(root / "inner" / "oil.txt")
    refreshed = library.refresh()
    assert [(move.old, move.new) for move in refreshed.moved] == [("ferry.txt", "inner/oil.txt")]
    assert library.entry("inner/oil.txt").tags == 1
    assert library.starred == {"inner/oil.txt"}
    assert library.search("tag:figure").hits[0].path == "inner/oil.txt"
    tagset = library.tagging.open(library.article("inner/oil.txt"))
    assert spans(tagset) == ["130,000 litres"]
    library.tagging.save("inner/oil.txt")
    assert sidecar(library, "inner/oil.txt").exists()
    assert not sidecar(library, "ferry.txt").exists()


def test_tags_of_an_article_that_changed_are_found_again(library, root):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    old = (root / "ferry.txt").read_text("utf-8")
    write(root, {"ferry.txt": old.replace("More than", "By Monday, more than")})
    library.refresh()
    tagset = library.tagging.open(library.article("ferry.txt"))
    assert spans(tagset) == ["130,000 litres"]


def test_every_change_has_to_be_made_in_an_open_article(library):
    with pytest.raises(KeyError):
        library.tagging.star("ferry.txt")
    assert library.tagging.current("ferry.txt") is None


def test_a_change_that_changes_nothing_is_no_step(library):
    library.tagging.open(library.article("ferry.txt"))
    library.tagging.untag("ferry.txt", "urn:nothing")
    assert not library.tagging.can_undo
    assert library.tagging.unsaved == ()


def test_tags_of_a_newer_program_can_be_read_but_not_changed(library):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    file = sidecar(library, "ferry.txt")
    page = json.loads(file.read_text("utf-8"))
    page["diptych"]["format"] = 99
    file.write_text(json.dumps(page), "utf-8")
    tagset = library.tagging.reload(library.article("ferry.txt"))
    assert tagset.tag_counts() == {"Figure": 1}
    with pytest.raises(SidecarError, match="newer version"):
        library.tagging.star("ferry.txt")


FAULTS = {
    "syncing": lambda patch, fail: patch.setattr(os, "fsync", fail),
    "replacing": lambda patch, fail: patch.setattr(Path, "replace", fail),
}


@pytest.mark.parametrize("place", FAULTS)
def test_a_full_disk_loses_no_tag(library, monkeypatch, place):
    saved = tag(library, "ferry.txt", "130,000 litres", "Figure")
    before = sidecar(library, "ferry.txt").read_bytes()

    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        FAULTS[place](patch, full)
        with pytest.raises(StorageError, match="the disk is full"):
            tag(library, "ferry.txt", "crew of 24", "Claim")
    assert sidecar(library, "ferry.txt").read_bytes() == before
    assert library.tagging.unsaved == ("ferry.txt",)
    current = library.tagging.current("ferry.txt")
    assert current.tag_counts() == {"Figure": 1, "Claim": 1}
    assert saved.tag_counts() == {"Figure": 1}
    assert library.tagging.save("ferry.txt").tag_counts() == {"Figure": 1, "Claim": 1}
    assert library.tagging.unsaved == ()


def test_what_could_not_be_saved_is_saved_when_the_library_is_closed(root, opened, monkeypatch):
    library = opened(root)

    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError):
            tag(library, "ferry.txt", "crew of 24", "Claim")
    library.close()
    ended(library.ended)
    again = opened(root)
    assert again.entry("ferry.txt").tags == 1


def test_closing_logs_what_cannot_be_saved_even_then(root, opened, monkeypatch, caplog):
    library = opened(root)
    library.tagging.open(library.article("ferry.txt"))
    library.tagging.star("ferry.txt")

    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        library.close()
        ended(library.ended)
    assert "“ferry.txt.diptych.json” could not be saved" in caplog.text


def test_in_a_folder_that_cannot_be_written_tags_go_to_the_users_own(root, opened, monkeypatch):
    library = opened(root)
    write_beside = storage.write_beside

    def refuse(path, data):
        if path.is_relative_to(root):
            error = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            raise storage.could_not_save(path, error) from error
        return write_beside(path, data)

    monkeypatch.setattr(save, "write_beside", refuse)
    tagset = tag(library, "ferry.txt", "crew of 24", "Claim")
    assert any("cannot be written" in str(notice) for notice in tagset.notices)
    assert not sidecar(library, "ferry.txt").exists()
    close(library)
    again = opened(root)
    assert again.entry("ferry.txt").tags == 1
    again_tagset = again.tagging.open(again.article("ferry.txt"))
    assert spans(again_tagset) == ["crew of 24"]


def test_a_damaged_sidecar_is_set_aside_and_said(library):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    tag(library, "ferry.txt", "crew of 24", "Claim")
    file = sidecar(library, "ferry.txt")
    file.write_text("{ no json", "utf-8")
    library.refresh()
    assert file.exists()
    tagset = library.tagging.reload(library.article("ferry.txt"))
    assert "set aside as" in str(tagset.notices[0])
    assert tagset.backup is not None
    assert list(library.root.glob("*.damaged"))


def test_a_backup_is_brought_back_beside_what_is_there_now(library):
    tag(library, "ferry.txt", "130,000 litres", "Figure")
    tag(library, "ferry.txt", "crew of 24", "Claim")
    sidecar(library, "ferry.txt").write_text("{ no json", "utf-8")
    library.tagging.reload(library.article("ferry.txt"))
    tag_now = span_of(library, "ferry.txt", "Ana Petrov")
    library.tagging.tag("ferry.txt", tag_now, ["Sourcing"])
    restored = library.tagging.restore("ferry.txt")
    assert set(restored.tag_counts()) >= {"Figure", "Sourcing"}
    assert library.tagging.save("ferry.txt").tag_counts() == restored.tag_counts()
    assert library.tagging.unsaved == ()


def test_without_a_backup_nothing_is_brought_back(library):
    tagset = library.tagging.open(library.article("ferry.txt"))
    assert library.tagging.restore("ferry.txt") is tagset
