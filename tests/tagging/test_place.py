"""Where a library cannot be written, its documents are kept in the user's data folder."""

import errno
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from diptych.errors import SidecarError, StorageError
from diptych.model.annotation import Annotation, Body, Purpose, Target
from diptych.tagging.merge import SIDECAR
from diptych.tagging.place import Place
from diptych.tagging.sidecar import ArticleFacts, Deletion, Sidecar, new_sidecar
from diptych.tagging.vault import BACKUPS_KEPT, EXCEPTIONS_KEPT, Vault, stand_ins

WHEN = "2026-03-01T10:00:00.000Z"


def note(key: str, words: str = "a", when: str = WHEN) -> Annotation:
    bodies = (Body(Purpose.COMMENTING, words),)
    return Annotation(key, WHEN, when, "Ann", bodies, (Target("a.txt"),))


def holding(*annotations: Annotation) -> Sidecar:
    return Sidecar(ArticleFacts("a.txt"), annotations, id="urn:page")


@pytest.fixture
def library(tmp_path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def place(library, data) -> Place[Sidecar]:
    empty = new_sidecar(ArticleFacts("a.txt"))
    return Place(library / "a.txt.diptych.json", data, SIDECAR, empty)


@pytest.fixture
def read_only(library, monkeypatch):
    """Makes the library's folder refuse new files, as a read-only disk does, until called."""
    make, is_refusing = tempfile.mkstemp, [True]

    def refusing(*, prefix, suffix, dir):  # noqa: A002 - the name is the library's
        if Path(dir) == library and is_refusing[0]:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return make(prefix=prefix, suffix=suffix, dir=dir)

    monkeypatch.setattr(tempfile, "mkstemp", refusing)
    return lambda: is_refusing.__setitem__(0, False)


def keys(sidecar: Sidecar) -> list[str]:
    return sorted(annotation.id for annotation in sidecar.annotations)


def test_in_a_read_only_folder_tags_go_to_the_data_folder_and_that_is_said(
    place, library, data, read_only
):
    _, base = place.open()
    saved = place.save(holding(note("a")), base)
    assert data in saved.path.parents
    assert str(saved.path) in str(saved.notices[0])
    assert list(library.iterdir()) == []
    document, again = place.open()
    assert keys(document) == ["a"]
    assert keys(place.save(holding(note("a"), note("b")), again).document) == ["a", "b"]
    assert list(stand_ins(data)) == [(library / "a.txt.diptych.json", saved.path)]


def test_a_deletion_in_the_data_folder_is_not_taken_back_by_the_file_in_the_library(
    place, library, read_only
):
    (library / "a.txt.diptych.json").write_bytes(SIDECAR.write(holding(note("a"), note("b"))))
    _, base = place.open()
    deletion = Deletion("b", "2026-03-01T11:00:00.000Z")
    place.save(replace(holding(note("a")), deleted=(deletion,)), base)
    assert keys(place.open()[0]) == ["a"]


def test_what_both_places_hold_is_joined_and_comes_home_once_that_is_possible(
    place, library, data, read_only
):
    (library / "a.txt.diptych.json").write_bytes(SIDECAR.write(holding(note("a"), note("b"))))
    document, base = place.open()
    away = place.save(holding(*document.annotations, note("c")), base)
    edited = note("a", "newer", "2026-03-01T11:00:00.000Z")
    away = place.save(holding(edited, note("b"), note("c")), away)
    document, base = place.open()
    assert edited in document.annotations
    assert keys(document) == ["a", "b", "c"]
    read_only()  # From here on the folder can be written again.
    home = place.save(document, base)
    assert home.path == library / "a.txt.diptych.json"
    assert keys(home.document) == ["a", "b", "c"]
    assert not away.path.exists()
    assert place.open()[1].data == home.data


def test_a_second_window_that_knows_no_stand_in_yet_keeps_what_is_in_it(place, read_only):
    _, base = place.open()
    place.save(holding(note("a")), base)
    read_only()
    assert keys(place.save(holding(note("b")), base).document) == ["a", "b"]


def test_damage_in_the_stand_in_is_told(place, read_only):
    _, base = place.open()
    saved = place.save(holding(note("a")), base)
    saved.path.write_bytes(b"{")
    document, base = place.open()
    assert keys(document) == []
    assert "damaged" in str(base.notices[0])


def test_a_name_too_long_for_a_sidecar_beside_it_gets_one_in_the_data_folder(library, data):
    path = library / ("a" * 250 + ".diptych.json")
    place = Place(path, data, SIDECAR, new_sidecar(ArticleFacts("a")))
    document, base = place.open()
    saved = place.save(holding(note("a")), base)
    assert data in saved.path.parents
    assert keys(place.open()[0]) == ["a"]
    assert document.annotations == ()


def test_another_trouble_than_a_read_only_folder_is_not_hidden(place, library):
    _, base = place.open()
    library.rmdir()
    with pytest.raises(StorageError, match="its folder is gone"):
        place.save(holding(note("a")), base)


def test_the_expected_place_is_beside_the_article_where_that_can_be_written(
    place, library, monkeypatch
):
    assert place.expected_path() == library / "a.txt.diptych.json"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert place.expected_path() == place.vault.stand_in


def test_only_the_newest_backups_are_kept(place, data):
    _, saved = place.open()
    for number in range(BACKUPS_KEPT + 10):
        saved = place.save(holding(note("a", str(number))), saved)
    backups = place.vault.backups()
    assert len(backups) == BACKUPS_KEPT
    newest = SIDECAR.read(backups[0].read_bytes(), "a")
    assert newest.annotations[0].note == str(BACKUPS_KEPT + 8)


def test_a_backup_that_cannot_be_read_is_not_offered(place):
    _, saved = place.open()
    for words in ("one", "two", "three"):
        saved = place.save(holding(note("a", words)), saved)
    newest, good = place.vault.backups()
    newest.write_bytes(b"{")
    assert place.vault.newest_good_backup(SIDECAR.read) == good
    good.unlink()
    assert place.vault.newest_good_backup(SIDECAR.read) is None


def test_nothing_of_a_vault_can_be_read_by_others(place, data):
    place.save(holding(note("a")), place.open()[1])
    assert place.vault.folder.stat().st_mode & 0o077 == 0


def test_two_files_of_one_name_have_vaults_of_their_own(data, library):
    one, other = Vault(data, library / "x" / "a.json"), Vault(data, library / "y" / "a.json")
    assert one.folder != other.folder


def test_a_stand_in_that_cannot_be_taken_away_does_not_stop_the_save(place, read_only, monkeypatch):
    away = place.save(holding(note("a")), place.open()[1])
    read_only()  # From here on the folder can be written again.
    unlink = Path.unlink

    def keeping(self, missing_ok=False):
        if self == away.path:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", keeping)
    home = place.save(holding(note("a"), note("b")), away)
    assert home.path != away.path
    assert keys(place.open()[0]) == ["a", "b"]


def test_versions_that_lost_are_kept_longer_than_ordinary_backups(place):
    for number in range(EXCEPTIONS_KEPT + 5):
        place.vault.store(b"%d" % number)
    place.vault.prune()
    kept = place.vault.exceptions()
    assert len(kept) == EXCEPTIONS_KEPT > BACKUPS_KEPT
    assert kept[0].read_bytes() == b"%d" % (EXCEPTIONS_KEPT + 4)


def test_a_file_that_cannot_be_read_is_not_taken_for_one_without_tags(place, library):
    (library / "a.txt.diptych.json").mkdir()
    with pytest.raises(SidecarError, match="directory"):
        place.open()
