"""Files that are never left half written."""

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from diptych import storage
from diptych.errors import StorageError

OLD, NEW = b"what was there", b"what is to be there"


def failing(code):
    """A function that fails as the system does with ``code``."""

    def fail(*arguments, **options):
        raise OSError(code, os.strerror(code))

    return fail


def fail_in(monkeypatch, step, code):
    """Let one step of writing fail as the system does with ``code``."""
    owner, name = {
        "create": (storage.tempfile, "mkstemp"),
        "sync": (storage.os, "fsync"),
        "replace": (Path, "replace"),
    }[step]
    monkeypatch.setattr(owner, name, failing(code))


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "article.json"
    path.write_bytes(OLD)
    return path


def test_a_file_is_written_and_nothing_is_left_beside_it(saved):
    storage.write_atomically(saved, NEW)
    assert saved.read_bytes() == NEW
    assert list(saved.parent.iterdir()) == [saved]


def test_a_file_that_was_not_there_is_made(tmp_path):
    storage.write_atomically(tmp_path / "new.json", NEW)
    assert (tmp_path / "new.json").read_bytes() == NEW


@pytest.mark.parametrize("step", ["create", "sync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_failed_save_leaves_the_old_file_and_nothing_else(saved, monkeypatch, step, code):
    with monkeypatch.context() as broken:
        fail_in(broken, step, code)
        with pytest.raises(StorageError):
            storage.write_atomically(saved, NEW)
    assert saved.read_bytes() == OLD
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your disk quota is used up"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "you have no permission to write there"),
        (errno.EBUSY, os.strerror(errno.EBUSY)),
    ],
)
def test_a_failed_save_says_why_and_that_nothing_is_lost(saved, monkeypatch, code, reason):
    fail_in(monkeypatch, "replace", code)
    with pytest.raises(StorageError) as failure:
        storage.write_atomically(saved, NEW)
    sentence = f"“article.json” could not be saved: {reason}. What was saved before is unchanged."
    assert str(failure.value) == sentence


def test_an_error_of_the_system_without_a_number_is_passed_on_in_words(saved, monkeypatch):
    def fail(*arguments, **options):
        raise OSError("the cable was pulled")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StorageError, match="the cable was pulled"):
        storage.write_atomically(saved, NEW)


def test_a_file_whose_folder_is_gone_is_refused_in_words(tmp_path):
    with pytest.raises(StorageError, match="its folder is gone"):
        storage.write_atomically(tmp_path / "gone" / "article.json", NEW)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_saved_file_keeps_its_permissions(saved, mode):
    saved.chmod(mode)
    storage.write_atomically(saved, NEW)
    assert saved.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_new_file_gets_the_permissions_that_the_user_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        storage.write_atomically(tmp_path / "new.json", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "new.json").stat().st_mode & 0o777 == 0o640


def test_saving_works_where_folders_cannot_be_synced(saved, monkeypatch):
    real = os.open
    monkeypatch.setattr(
        storage.os,
        "open",
        lambda path, *rest, **options: (
            failing(errno.EINVAL)() if Path(path).is_dir() else real(path, *rest, **options)
        ),
    )
    storage.write_atomically(saved, NEW)
    assert saved.read_bytes() == NEW


def test_another_system_needs_neither_folder_sync_nor_permissions(saved, monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("not on this system")

    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(storage.os, "open", refuse)
        elsewhere.setattr(storage, "_POSIX", False)
        storage.sync_folder(saved.parent)
        storage._keep_permissions(saved, saved)
        assert storage.private_folder(saved.parent / "cache").is_dir()


def test_a_file_beside_another_is_whole_before_it_takes_its_place(saved):
    temporary = storage.write_beside(saved, NEW)
    assert temporary.parent == saved.parent
    assert temporary.read_bytes() == NEW
    assert saved.read_bytes() == OLD
    storage.replace(temporary, saved)
    assert saved.read_bytes() == NEW


def test_fingerprints_are_sha_256_of_bytes_and_of_text_in_utf_8():
    assert storage.fingerprint(b"abc") == hashlib.sha256(b"abc").hexdigest()
    assert storage.text_fingerprint("Zürich") == hashlib.sha256("Zürich".encode()).hexdigest()


HOLDER = """
import sys, filelock
with filelock.FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_that_another_process_holds_is_waited_for_and_then_given_up(tmp_path):
    lock = tmp_path / "article.json.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        taken = pytest.raises(StorageError, match="Another program is saving “article")
        with taken, storage.locked(lock, wait=0.05):
            pytest.fail("two programs held one lock")
        holder.stdin.close()
        holder.wait()
    with storage.locked(lock, wait=5):
        pass


def test_a_lock_is_given_back_when_its_block_fails(tmp_path):
    lock = tmp_path / "a.lock"
    with pytest.raises(ZeroDivisionError), storage.locked(lock):
        _ = 1 / 0
    with storage.locked(lock, wait=0):
        pass


def test_a_lock_file_that_cannot_be_made_is_a_storage_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError), storage.locked(tmp_path / "file" / "a.lock", wait=0):
        pytest.fail("the lock cannot be held")


def test_a_private_folder_is_for_its_user_alone(tmp_path):
    folder = storage.private_folder(tmp_path / "one" / "two")
    assert folder.is_dir()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_private_folder_that_cannot_be_made_is_a_storage_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError):
        storage.private_folder(tmp_path / "file")


def test_what_may_not_be_looked_at_is_not_there(tmp_path, monkeypatch):
    assert storage.is_there(tmp_path)
    assert not storage.is_there(tmp_path / "nothing")

    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(os, "stat", refuse)
    assert not storage.is_there(tmp_path)
