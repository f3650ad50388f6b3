"""Files that are never left half written: atomic writes, locks, fingerprints."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from diptych.errors import StorageError

LOCK_WAIT = 5.0
"""Seconds to wait for another program that is saving the same file."""

_POSIX = os.name == "posix"


def fingerprint(data: bytes) -> str:
    """The SHA-256 of ``data`` in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_fingerprint(text: str) -> str:
    """The SHA-256 of a canonical text in UTF-8, in lower-case hexadecimal."""
    return fingerprint(text.encode("utf-8"))


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader, or a power cut, finds the old or the new whole.

    Raises:
        StorageError: it could not be written; the file that was there stands as it was.
    """
    temporary = write_beside(path, data)
    try:
        replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_beside(path: Path, data: bytes) -> Path:
    """Write ``data`` to a new temporary file in the folder of ``path``, on disk when it returns.

    Raises:
        StorageError: it could not be written; nothing is left behind.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise could_not_save(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_permissions(path, temporary)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise could_not_save(path, error) from error
    return temporary


def replace(temporary: Path, path: Path) -> None:
    """Put ``temporary`` in the place of ``path`` in one step that survives a power cut.

    Raises:
        StorageError: it could not be done; ``path`` stands as it was.
    """
    try:
        temporary.replace(path)
    except OSError as error:
        raise could_not_save(path, error) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in ``folder`` durable, where the system can."""
    if not _POSIX:
        return
    # Some network file systems refuse to sync a folder; the rename itself has happened.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def locked(lock_path: Path, wait: float = LOCK_WAIT) -> Iterator[None]:
    """Hold the lock at ``lock_path``, shared with other processes, for the ``with`` block.

    Raises:
        StorageError: another program held it for longer than ``wait`` seconds, or the lock file
            cannot be made.
    """
    import filelock  # takes longer to load than all else that a reading session needs from here

    lock = filelock.FileLock(lock_path)
    try:
        lock.acquire(timeout=wait)
    except filelock.Timeout as error:
        template = "Another program is saving “{name}” right now. Nothing was changed; try again."
        raise StorageError(template, name=lock_path.stem) from error
    except OSError as error:
        raise could_not_save(lock_path, error) from error
    try:
        yield
    finally:
        lock.release()


def private_folder(path: Path) -> Path:
    """``path`` as an existing folder that only this user may open.

    Raises:
        StorageError: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _POSIX:
            path.chmod(0o700)
    except OSError as error:
        template = "Diptych cannot write in its own folder “{folder}”: {reason}."
        raise StorageError(template, folder=path, reason=_reason(error)) from error
    return path


def is_there(path: Path) -> bool:
    """Whether there is a file or folder at ``path``, as far as this user may look."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib's raises where a folder may not be searched


def _keep_permissions(path: Path, temporary: Path) -> None:
    if not _POSIX:
        return
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.ENOENT: "its folder is gone",
    errno.EIO: "the disk reported a fault",
}


def could_not_save(path: Path, error: OSError) -> StorageError:
    """The sentence for ``error``, met while saving ``path`` (the caller raises it)."""
    template = "“{name}” could not be saved: {reason}. What was saved before is unchanged."
    return StorageError(template, name=path.name, reason=_reason(error))


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
