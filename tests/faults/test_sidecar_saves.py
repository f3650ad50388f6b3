"""Full disks, other programs and crashes while tags are saved: what was saved stays saved."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import diptych
from diptych.errors import SidecarError, StorageError
from diptych.model.annotation import Annotation, Body, Purpose, Target
from diptych.storage import locked as storage_locked
from diptych.tagging import save, vault
from diptych.tagging.merge import SIDECAR
from diptych.tagging.place import Place
from diptych.tagging.save import save_document
from diptych.tagging.sidecar import ArticleFacts, Sidecar, new_sidecar
from diptych.tagging.vault import Vault

WHEN = "2026-03-01T10:00:00.000Z"
EMPTY = new_sidecar(ArticleFacts("a.txt"))


def note(key: str, words: str = "a", when: str = WHEN) -> Annotation:
    bodies = (Body(Purpose.COMMENTING, words),)
    return Annotation(key, WHEN, when, "Ann", bodies, (Target("a.txt"),))


def holding(*annotations: Annotation) -> Sidecar:
    return Sidecar(ArticleFacts("a.txt"), annotations, id="urn:page")


def keys(data: bytes) -> list[str]:
    return sorted(one.id for one in SIDECAR.read(data, "a").annotations)


@pytest.fixture
def path(tmp_path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder / "a.txt.diptych.json"


@pytest.fixture
def place(path, tmp_path) -> Place[Sidecar]:
    return Place(path, tmp_path / "data", SIDECAR, EMPTY)


def failing(number: int):
    def fail(*args, **keys):
        raise OSError(number, os.strerror(number))

    return fail


def onto_a_full_disk(*, prefix, suffix, dir):  # noqa: A002 - the name is the library's
    name = Path(dir) / f"{prefix}full{suffix}"
    name.touch()
    return os.open("/dev/full", os.O_WRONLY), str(name)


def copy_onto_a_full_disk(source, target):
    Path(target).write_bytes(b"half")
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


FULL_DISK = {
    "making the new file": lambda patch: patch.setattr(tempfile, "mkstemp", failing(errno.ENOSPC)),
    "writing it": lambda patch: patch.setattr(tempfile, "mkstemp", onto_a_full_disk),
    "syncing it": lambda patch: patch.setattr(os, "fsync", failing(errno.ENOSPC)),
    "copying the old one": lambda patch: (
        patch.setattr(os, "link", failing(errno.EXDEV)),
        patch.setattr(shutil, "copyfile", copy_onto_a_full_disk),
    ),
    "replacing it": lambda patch: patch.setattr(Path, "replace", failing(errno.ENOSPC)),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("step", FULL_DISK)
def test_a_full_disk_keeps_what_was_saved_and_leaves_nothing_behind(place, path, monkeypatch, step):
    base = place.save(holding(note("a")), place.open()[1])
    base = place.save(holding(note("a"), note("b")), base)
    before, backups = path.read_bytes(), place.vault.backups()
    with monkeypatch.context() as patch:
        FULL_DISK[step](patch)
        with pytest.raises(StorageError, match="the disk is full"):
            place.save(holding(note("a"), note("b"), note("c")), base)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    assert place.vault.backups() == backups
    assert keys(place.save(holding(note("a"), note("b"), note("c")), base).data) == ["a", "b", "c"]


def test_a_full_disk_keeps_both_versions_of_a_conflict(place, path, monkeypatch):
    base = place.save(holding(note("a")), place.open()[1])
    place.save(holding(note("a", "theirs", "2026-03-01T12:00:00Z")), base)
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing(errno.ENOSPC))
        with pytest.raises(StorageError, match="the disk is full"):
            place.save(holding(note("a", "ours", "2026-03-01T11:00:00Z")), base)
    assert path.read_bytes() == before
    place.save(holding(note("a", "ours", "2026-03-01T11:00:00Z")), base)
    assert [b"ours" in kept.read_bytes() for kept in place.vault.exceptions()] == [True]
    assert b"theirs" in path.read_bytes()


def test_where_no_second_name_can_be_given_the_old_version_is_copied(place, path, monkeypatch):
    monkeypatch.setattr(os, "link", failing(errno.EXDEV))
    base = place.save(holding(note("a")), place.open()[1])
    old = path.read_bytes()
    place.save(holding(note("b")), base)
    assert [backup.read_bytes() for backup in place.vault.backups()] == [old]


def test_a_sidecar_that_vanishes_while_it_is_copied_is_written_again(place, path, monkeypatch):
    base = place.save(holding(note("a")), place.open()[1])

    def vanishing(source, target):
        Path(source).unlink(missing_ok=True)
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", vanishing)
    assert keys(place.save(holding(note("a"), note("b")), base).data) == ["a", "b"]


def changing(path: Path, monkeypatch, times: int, content) -> None:
    """Has another program write ``content(n)`` just before the old version is set aside."""
    set_aside, left = Vault.set_aside, list(range(times))

    def interfering(self, asked):
        if left:
            path.write_bytes(content(left.pop()))
        return set_aside(self, asked)

    monkeypatch.setattr(Vault, "set_aside", interfering)


def test_what_another_program_writes_in_the_last_moment_is_merged(place, path, monkeypatch):
    base = place.save(holding(note("a")), place.open()[1])
    theirs = SIDECAR.write(holding(note("a"), note("theirs")))
    changing(path, monkeypatch, 1, lambda _: theirs)
    saved = place.save(holding(note("a"), note("ours")), base)
    assert keys(saved.data) == ["a", "ours", "theirs"]
    assert path.read_bytes() == saved.data


def test_a_program_that_never_stops_changing_the_file_is_told_about(place, path, monkeypatch):
    base = place.save(holding(note("a")), place.open()[1])
    changing(path, monkeypatch, 99, lambda n: SIDECAR.write(holding(note("a"), note(f"t{n}"))))
    with pytest.raises(StorageError, match="keeps changing"):
        place.save(holding(note("a"), note("ours")), base)
    assert list(path.parent.iterdir()) == [path]


def test_a_backup_that_vanishes_before_it_was_looked_at_stops_the_save(place, path, monkeypatch):
    base = place.save(holding(note("a")), place.open()[1])
    before = path.read_bytes()
    monkeypatch.setattr(Vault, "set_aside", lambda *_: path.with_name("vanished"))
    with pytest.raises(StorageError):
        place.save(holding(note("b")), base)
    assert path.read_bytes() == before


def test_a_sidecar_deleted_by_another_program_is_written_again(place, path):
    base = place.save(holding(note("a"), note("b")), place.open()[1])
    path.unlink()
    assert keys(place.save(holding(note("a"), note("b"), note("c")), base).data) == ["a", "b", "c"]


def test_a_sidecar_damaged_by_another_program_is_set_aside_and_written_again(place, path):
    base = place.save(holding(note("a")), place.open()[1])
    path.write_bytes(b"half a fi")
    saved = place.save(holding(note("a"), note("b")), base)
    assert keys(saved.data) == ["a", "b"]
    assert "damaged" in str(saved.notices[0])
    (damaged,) = path.parent.glob("*.damaged")
    assert damaged.read_bytes() == b"half a fi"


def test_a_damaged_sidecar_that_cannot_be_moved_is_copied_once(place, path, monkeypatch):
    path.write_bytes(b"half a fi")
    monkeypatch.setattr(Path, "rename", failing(errno.EROFS))
    for _ in range(3):
        _, opened = place.open()
        assert "damaged" in str(opened.notices[0])
    assert [kept.read_bytes() for kept in place.vault.exceptions()] == [b"half a fi"]


def test_damage_is_told_at_every_start_until_something_is_saved_again(place, path):
    base = place.save(holding(note("a")), place.open()[1])
    place.save(holding(note("a"), note("b")), base)
    path.write_bytes(b"half a fi")
    for _ in range(3):
        document, opened = place.open()
        assert document.annotations == ()
        assert keys(opened.backup.read_bytes()) == ["a"]
        assert "damaged" in str(opened.notices[0])
    place.save(holding(note("c")), opened)
    document, opened = place.open()
    assert keys(SIDECAR.write(document)) == ["c"]
    assert opened.notices == ()


def test_damage_is_told_even_if_nothing_can_be_noted_down(place, path, monkeypatch):
    path.write_bytes(b"half a fi")
    monkeypatch.setattr(tempfile, "mkstemp", failing(errno.ENOSPC))
    _, opened = place.open()
    assert "damaged" in str(opened.notices[0])
    (damaged,) = path.parent.glob("*.damaged")
    assert damaged.read_bytes() == b"half a fi"


def test_a_sidecar_that_a_newer_program_took_over_is_left_alone(place, path):
    base = place.save(holding(note("a")), place.open()[1])
    newer = path.read_bytes().replace(b'"format": 1', b'"format": 9')
    path.write_bytes(newer)
    with pytest.raises(SidecarError, match="newer version"):
        place.save(holding(note("a"), note("b")), base)
    assert path.read_bytes() == newer


def test_a_lock_that_another_program_holds_is_told_about(place, path, tmp_path, monkeypatch):
    monkeypatch.setattr(vault, "locked", lambda path: storage_locked(path, wait=0.01))
    base = place.open()[1]
    other = Vault(tmp_path / "data", path)
    said = r"Another program is saving “a\.txt\.diptych\.json”"
    with other.lock(), pytest.raises(StorageError, match=said):
        place.save(holding(note("a")), base)
    assert keys(place.save(holding(note("a")), base).data) == ["a"]


SAVING = """
import sys
from pathlib import Path
from diptych.model.article import Article
from diptych.tagging.edits import tagged
from diptych.tagging.instants import now
from diptych.tagging.store import SidecarStore
from diptych.text.spans import Span

root, data, who, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
store = SidecarStore(root, data)
article = Article("a.txt", "text/1", "word " * 500, ())
tagset = store.load(article)
for number in range(count):
    start = 5 * (number % 500)
    tagset, change = tagged(tagset, Span(start, start + 4), [f"{who}{number}"], "", who, now())
    tagset = store.save(tagset)
    print(change.id, flush=True)
"""


def saving(root: Path, data: Path, who: str, count: int) -> subprocess.Popen[str]:
    folders = str(Path(diptych.__file__).parents[1])
    return subprocess.Popen(
        [sys.executable, "-c", SAVING, str(root), str(data), who, str(count)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": folders},
        text=True,
    )


def test_a_program_killed_while_saving_loses_no_tag_that_was_saved(path, tmp_path):
    acknowledged: list[str] = []
    for kill_after in (1, 2, 5, 13, 29, 60, 90):
        with saving(path.parent, tmp_path / "data", f"k{kill_after}-", 200) as child:
            acknowledged += [child.stdout.readline().strip() for _ in range(kill_after)]
            child.send_signal(signal.SIGKILL)
            acknowledged += [line.strip() for line in child.stdout if line.endswith("\n")]
        assert set(acknowledged) <= set(keys(path.read_bytes()))
        assert all(keys(one.read_bytes()) is not None for one in path.parent.glob("*.json"))
    assert len(acknowledged) >= 200


def test_two_programs_saving_at_the_same_time_lose_nothing(path, tmp_path):
    children = [saving(path.parent, tmp_path / "data", who, 40) for who in ("ann", "bela")]
    acknowledged = []
    for child in children:
        with child:
            acknowledged += [line.strip() for line in child.stdout]
    assert [child.returncode for child in children] == [0, 0]
    assert len(acknowledged) == 80
    assert keys(path.read_bytes()) == sorted(acknowledged)


def test_a_save_of_another_file_than_the_one_opened_takes_nothing_for_granted(path, tmp_path):
    box = Vault(tmp_path / "data", path)
    base = save_document(path, holding(note("a")), save.Opened(EMPTY), EMPTY, SIDECAR, box)
    other = path.with_name("b.txt.diptych.json")
    other.write_bytes(SIDECAR.write(holding(note("b"))))
    saved = save_document(other, holding(note("a")), base, EMPTY, SIDECAR, box)
    assert keys(saved.data) == ["a", "b"]
