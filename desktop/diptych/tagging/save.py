"""How a sidecar is opened and saved, so that neither a crash nor another program loses a tag."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from pathlib import Path

from diptych.errors import DiptychError, SidecarError, StorageError
from diptych.storage import could_not_save, write_beside
from diptych.storage import replace as put_in_place
from diptych.tagging.instants import now
from diptych.tagging.merge import Merged, merged, without_old_deletions
from diptych.tagging.sidecar import ArticleFacts, Sidecar, new_sidecar
from diptych.tagging.sidecar_json import read_sidecar, sidecar_bytes
from diptych.tagging.vault import Vault

_ATTEMPTS = 10
"""Times a save is tried while other programs keep changing the file under it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A sidecar as it was last seen on disk."""

    sidecar: Sidecar
    data: bytes | None = None
    """The file's bytes; None where there is no file."""
    notices: tuple[DiptychError, ...] = ()
    """What the reader should be told: errors as values, since nothing failed."""
    backup: Path | None = None
    """After damage: the newest earlier version that can be read."""
    path: Path | None = None
    """The file; None where there is none."""


def open_sidecar(path: Path, facts: ArticleFacts, vault: Vault) -> Opened:
    """What is saved at ``path``; no file means nothing is, a damaged one never does.

    A damaged file is set aside under a dated name in its folder (or, if that cannot be written,
    among the backups), and a notice says so.

    Raises:
        SidecarError: the file is there but cannot be read, or its newer format means nothing here.
    """
    data = _read(path)
    if data is None:
        return Opened(new_sidecar(facts))
    try:
        return Opened(read_sidecar(data, path.name), data, path=path)
    except SidecarError as error:
        kept_as = _put_away(path, data, vault)
        template = "{problem} The file was kept as “{kept_as}”."
        notice = SidecarError(template, problem=str(error), kept_as=kept_as.name)
        return Opened(new_sidecar(facts), None, (notice,), vault.newest_good_backup())


def save_sidecar(path: Path, ours: Sidecar, base: Opened, vault: Vault) -> Opened:
    """What is on disk at ``path`` once ``ours`` is: joined with what others saved since ``base``.

    When this returns, the file has reached the disk; its earlier version is among the backups.
    A ``base`` that is of another file only says what the two may have in common: nothing.

    Raises:
        StorageError: it could not be saved; the file is what it was.
        SidecarError: a newer program has taken it over, so that this one only reads it.
    """
    notices: list[DiptychError] = []
    if base.path is not None and base.path != path:
        base = Opened(new_sidecar(ours.article))
    with vault.lock():
        for _ in range(_ATTEMPTS):
            theirs = _since(path, base, vault)
            notices.extend(theirs.notices)
            saved = _attempt(path, ours, base, theirs, vault)
            if saved is not None:
                vault.prune()
                return replace(saved, notices=tuple(notices), backup=theirs.backup)
    template = "“{name}” could not be saved: another program keeps changing it. Try again."
    raise StorageError(template, name=path.name)


def _since(path: Path, base: Opened, vault: Vault) -> Opened:
    """What is on disk now. Equal bytes are not parsed again: most saves meet no other."""
    if _read(path) == base.data is not None:
        return Opened(base.sidecar, base.data, path=path)
    opened = open_sidecar(path, base.sidecar.article, vault)
    if opened.data is None:
        # The file is gone, which deletes no tag: what we know of is written again.
        return replace(opened, sidecar=base.sidecar)
    return opened


def _attempt(
    path: Path, ours: Sidecar, base: Opened, theirs: Opened, vault: Vault
) -> Opened | None:
    """What is on disk afterwards; None if another program changed it at the same time."""
    for sidecar in (ours, theirs.sidecar):
        if sidecar.is_newer:
            template = "“{name}” was written by a newer version of Diptych; nothing was changed."
            raise SidecarError(template, name=path.name)
    joined = Merged(ours, ())
    if theirs.sidecar is not base.sidecar:
        joined = merged(base.sidecar, ours, theirs.sidecar)
    sidecar = without_old_deletions(joined.sidecar, now())
    data = sidecar_bytes(sidecar)
    if data == theirs.data or (theirs.data is None and sidecar.is_empty):
        return Opened(sidecar, theirs.data, path=theirs.path)
    if joined.overruled:
        gone = replace(ours, annotations=joined.overruled, deleted=(), foreign=())
        vault.store(sidecar_bytes(gone))
    placed = _put(path, data, theirs.data, vault)
    return Opened(sidecar, data, path=path) if placed else None


def _put(path: Path, data: bytes, expected: bytes | None, vault: Vault) -> bool:
    """Put ``data`` in the place of what has to be ``expected``; False if it was not."""
    temporary = write_beside(path, data)
    aside: Path | None = None
    placed = False
    try:
        aside = vault.set_aside(path)
        if (aside.read_bytes() if aside else None) == expected:
            put_in_place(temporary, path)
            placed = True
    except OSError as error:
        raise could_not_save(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)
        if aside is not None and not placed:
            aside.unlink(missing_ok=True)
    return placed


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return None
        template = "The tags in “{name}” cannot be read: {reason}."
        raise SidecarError(template, name=path.name, reason=error.strerror) from error


def _put_away(path: Path, data: bytes, vault: Vault) -> Path:
    """Move a damaged file out of the way, without losing it; where it is now."""
    moment = now().replace(":", "")
    dated = path.with_name(f"{path.name}.{moment}.damaged")
    try:
        return path.rename(dated)
    except OSError:
        return vault.store(data)
