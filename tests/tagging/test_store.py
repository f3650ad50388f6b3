"""The sidecars of a library, opened, saved and found again."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import SidecarError, StorageError
from diptych.model.annotation import PairRelation
from diptych.model.article import Article
from diptych.storage import text_fingerprint
from diptych.tagging.anchors import Outcome
from diptych.tagging.edits import OtherPassage, paired, tagged, untagged
from diptych.tagging.instants import now
from diptych.tagging.store import SidecarStore
from diptych.tagging.vault import Vault
from diptych.text.spans import Span

TEXT = "Yesterday the minister said no.\nPutin told 120 reporters that he would go."
MINISTER = Span(10, 22)


def article(path="talks.txt", text=TEXT) -> Article:
    return Article(path, "text/1", text, (), sha256=text_fingerprint(text))


@pytest.fixture
def library(tmp_path) -> Path:
    root = tmp_path / "library"
    root.mkdir()
    (root / "talks.txt").write_text(TEXT)
    return root


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(library, data) -> SidecarStore:
    return SidecarStore(library, data)


def tag(tagset, name="Threat", span=MINISTER, note=""):
    return tagged(tagset, span, [name], note, "Ann", now())[0]


def test_an_article_without_a_sidecar_has_no_tags_and_gets_no_file(store, library):
    tagset = store.save(store.load(article()))
    assert tagset.annotations == ()
    assert tagset.base.path is None
    assert [path.name for path in library.iterdir()] == ["talks.txt"]


def test_a_saved_tag_is_there_after_a_restart(store, library, data):
    store.save(tag(store.load(article()), note="Look at this"))
    again = SidecarStore(library, data).load(article())
    assert [(one.tags, one.note, one.span) for one in again.annotations] == [
        (("Threat",), "Look at this", MINISTER)
    ]
    assert again.base.path == library / "talks.txt.diptych.json"
    assert sorted(path.name for path in library.iterdir()) == [
        "talks.txt",
        "talks.txt.diptych.json",
    ]


def test_a_disk_that_is_full_for_the_very_first_tag_names_the_article_s_sidecar(store, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    tagset = tag(store.load(article()))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError) as raised:
        store.save(tagset)
    assert str(raised.value).startswith(
        "“talks.txt.diptych.json” could not be saved: the disk is full"
    )


def test_two_windows_on_one_article_keep_each_others_tags(store, library, data):
    other = SidecarStore(library, data)
    mine, theirs = store.load(article()), other.load(article())
    store.save(tag(mine, "Mine"))
    both = other.save(tag(theirs, "Theirs", Span(0, 9)))
    assert both.tag_counts() == {"Mine": 1, "Theirs": 1}
    assert store.load(article()).tag_counts() == {"Mine": 1, "Theirs": 1}


def test_a_tag_follows_its_words_when_the_article_changed(store):
    store.save(tag(store.load(article())))
    edited = "Late yesterday.\n" + TEXT
    tagset = store.load(article(text=edited))
    (placed,) = tagset.placed()
    assert placed.span.text_in(edited) == "the minister"
    assert placed.outcome is Outcome.EXACT
    assert (tagset.moved, tagset.reviews) == (1, ())


def test_a_deleted_tag_stays_deleted_for_a_window_that_still_had_it(store, library, data):
    saved = store.save(tag(store.load(article())))
    other = SidecarStore(library, data)
    stale = other.load(article())
    store.save(untagged(saved, saved.annotations[0].id, now())[0])
    assert other.save(tag(stale, "New", Span(0, 9))).tag_counts() == {"New": 1}
    page = json.loads((library / "talks.txt.diptych.json").read_text())
    assert [gone["id"] for gone in page["diptych"]["deleted"]] == [saved.annotations[0].id]


def test_a_renamed_article_takes_its_tags_along(store, library):
    store.save(tag(store.load(article())))
    (library / "talks.txt").rename(library / "renamed.txt")
    found = store.load(article("renamed.txt"))
    assert found.tag_counts() == {"Threat": 1}
    saved = store.save(found)
    assert saved.base.path == library / "renamed.txt.diptych.json"
    assert saved.annotations[0].targets[0].source == "renamed.txt"
    assert not (library / "talks.txt.diptych.json").exists()


def test_an_article_renamed_while_nothing_was_open_takes_its_tags_along(store, library, data):
    store.save(tag(store.load(article())))
    (library / "talks.txt").rename(library / "renamed.txt")
    assert SidecarStore(library, data).load(article("renamed.txt")).tag_counts() == {"Threat": 1}


def test_after_a_full_scan_a_renamed_article_is_recognised_without_another(store, library):
    store.save(tag(store.load(article())))
    assert [one.path for one in store.sidecars()] == ["talks.txt"]
    (library / "late.txt").write_text("Late.")
    store.save(tag(store.load(article("late.txt", "Late.")), "Late", Span(0, 4)))
    for old, new in (("talks.txt", "a.txt"), ("late.txt", "b.txt")):
        (library / old).rename(library / new)
    assert store.load(article("a.txt")).tag_counts() == {"Threat": 1}
    assert store.load(article("b.txt", "Late.")).tag_counts() == {"Late": 1}


def test_a_lost_sidecar_of_another_text_is_not_taken(store, library):
    store.save(tag(store.load(article())))
    (library / "talks.txt").unlink()
    assert store.load(article("other.txt", "Quite another text.")).annotations == ()


def test_two_lost_sidecars_with_the_same_text_are_not_guessed_between(store, library):
    for name in ("talks.txt", "copy.txt"):
        (library / name).write_text(TEXT)
        store.save(tag(store.load(article(name))))
    for name in ("talks.txt", "copy.txt"):
        (library / name).unlink()
    assert store.load(article("third.txt")).annotations == ()
    assert {(one.path, one.has_article) for one in store.sidecars()} == {
        ("talks.txt", False),
        ("copy.txt", False),
    }


def test_a_broken_sidecar_is_set_aside_and_the_newest_good_backup_offered(store, library):
    first = store.save(tag(store.load(article())))
    store.save(tag(first, "Second", Span(0, 9)))
    sidecar = library / "talks.txt.diptych.json"
    sidecar.write_text(sidecar.read_text()[:200])
    damaged = store.load(article())
    assert damaged.annotations == ()
    assert "damaged" in str(damaged.notices[0])
    assert not sidecar.exists()
    assert [path.read_text() for path in library.glob("*.damaged")] != []
    restored = store.save(store.restored(damaged, damaged.backup))
    assert restored.tag_counts() == {"Threat": 1}


def test_a_newer_format_opens_and_refuses_to_be_saved(store, library):
    store.save(tag(store.load(article())))
    sidecar = library / "talks.txt.diptych.json"
    before = sidecar.read_text().replace('"format": 1', '"format": 2')
    sidecar.write_text(before)
    tagset = store.load(article())
    assert tagset.is_read_only
    assert tagset.tag_counts() == {"Threat": 1}
    with pytest.raises(SidecarError, match="newer version"):
        store.save(tag(tagset, "More", Span(0, 9)))
    assert sidecar.read_text() == before


def test_an_article_in_a_subfolder_has_its_sidecar_beside_it(store, library):
    (library / "may").mkdir()
    moved = replace(article(), path="may/talks.txt")
    saved = store.save(tag(store.load(moved)))
    assert saved.base.path == library / "may" / "talks.txt.diptych.json"
    assert [one.path for one in store.sidecars()] == ["may/talks.txt"]


def test_an_article_that_is_only_copied_does_not_take_the_tags_along(store, library):
    store.save(tag(store.load(article())))
    (library / "copy.txt").write_text(TEXT)
    assert store.load(article("copy.txt")).annotations == ()


def test_pairs_of_a_renamed_article_keep_their_other_passage(store, library):
    other = OtherPassage("other.txt", "An aide said little.", Span(3, 7))
    tagset = store.load(article())
    store.save(paired(tagset, MINISTER, other, PairRelation.SOFTENS, "Ann", now())[0])
    (library / "talks.txt").rename(library / "renamed.txt")
    (pair,) = store.load(article("renamed.txt")).annotations
    assert [target.source for target in pair.targets] == ["renamed.txt", "other.txt"]


def test_where_tags_will_be_saved_can_be_asked_before(store, library):
    assert store.sidecar_path("may/talks.txt").name == "talks.txt.diptych.json"
    assert store.sidecar_path("talks.txt") == library / "talks.txt.diptych.json"


def test_a_scan_tells_of_every_sidecar_and_of_those_it_cannot_read(store, library, monkeypatch):
    store.save(tag(store.load(article())))
    (library / "bad.txt.diptych.json").write_text("{")
    (library / "odd.txt.diptych.json").mkdir()
    (library / ".hidden").mkdir()
    (library / ".hidden" / "x.txt.diptych.json").write_text("{")
    (library / "gone.txt.diptych.json").symlink_to(library / "nowhere")
    found = {one.path: one for one in store.sidecars()}
    assert sorted(found) == ["bad.txt", "gone.txt", "talks.txt"]
    assert "damaged" in found["bad.txt"].problem
    assert found["gone.txt"].problem != ""
    assert found["talks.txt"].sidecar.annotations[0].tags == ("Threat",)
    assert (library / "bad.txt.diptych.json").exists()


def test_a_scan_finds_what_is_kept_in_the_data_folder_for_this_library(
    store, library, data, tmp_path
):
    other = tmp_path / "other"
    other.mkdir()
    for root in (library, other):
        sidecar = root / "read-only.txt.diptych.json"
        vault = Vault(data, sidecar)
        with vault.lock():
            vault.stand_in.write_text('{"items": []}')
    assert [one.path for one in store.sidecars()] == ["read-only.txt"]


def test_a_scan_removes_what_a_power_cut_left_behind(store, library):
    old = library / ".talks.txt.diptych.json.x1y2.tmp"
    new = library / ".talks.txt.diptych.json.z3.tmp"
    other = library / ".notes.tmp"
    for path in (old, new, other):
        path.write_text("half")
    for path in (old, other):
        os.utime(path, (0, 0))
    assert list(store.sidecars()) == []
    assert sorted(path.name for path in library.iterdir()) == [
        ".notes.tmp",
        ".talks.txt.diptych.json.z3.tmp",
        "talks.txt",
    ]


def test_a_backup_that_is_gone_is_told_about(store, library):
    with pytest.raises(SidecarError, match="cannot be read"):
        store.restored(store.load(article()), library / "gone.json")


def test_tags_added_elsewhere_are_looked_up_in_the_text_on_screen(store, library, data):
    edited = "Late yesterday.\n" + TEXT
    other = SidecarStore(library, data).load(article())
    mine = store.load(article(text=edited))
    SidecarStore(library, data).save(tag(other))
    saved = store.save(tag(mine, "Mine", Span(0, 4)))
    assert [one.span.text_in(edited) for one in saved.placed()] == ["Late", "the minister"]


@given(
    name=st.text(min_size=1, max_size=20),
    note=st.text(max_size=40),
    creator=st.text(max_size=10),
    start=st.integers(0, 40),
    length=st.integers(1, 30),
)
def test_any_tag_and_note_come_back_as_they_were_written(
    tmp_path_factory, name, note, creator, start, length
):
    folder = tmp_path_factory.mktemp("any")
    store = SidecarStore(folder, folder / "data")
    span = Span(start, start + length)
    tagset, change = tagged(store.load(article()), span, [name], note, creator, now())
    saved = store.save(tagset)
    again = store.load(article())
    assert again.annotations == saved.annotations == tagset.annotations
    assert [one.note for one in again.annotations] == ([note] if change.after else [])
