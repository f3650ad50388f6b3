"""How a file of a library is opened and saved, so that no crash and no other program loses any."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from diptych.errors import DiptychError, SidecarError, StorageError
from diptych.storage import could_not_save, write_beside
from diptych.storage import replace as put_in_place
from diptych.tagging.instants import now
from diptych.tagging.vault import Vault

_ATTEMPTS = 10
"""Times a save is tried while other programs keep changing the file under it."""


class NewerFormatError(SidecarError):
    """A file that only a newer version of the program understands; it is left alone."""

    @classmethod
    def of(cls, name: str) -> NewerFormatError:
        """The sentence about the file called ``name``."""
        return cls("“{name}” was written by a newer version of Diptych.", name=name)


class Document(Protocol):
    """What a file holds, as a value."""

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote it, so that saving might lose what that one knows."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that anybody added."""


D = TypeVar("D", bound=Document)


@dataclass(frozen=True, slots=True)
class Joined(Generic[D]):
    """What both sides of a merge together say."""

    document: D
    overruled: D | None = None
    """What gave way and nothing else holds any more; None if nothing did."""


@dataclass(frozen=True, slots=True)
class Form(Generic[D]):
    """How one kind of document is read, written and joined."""

    read: Callable[[bytes, str], D]
    """From bytes and the file's name; raises SidecarError for what is damaged."""
    write: Callable[[D], bytes]
    join: Callable[[D, D, D], Joined[D]]
    """Base, ours, theirs."""


@dataclass(frozen=True, slots=True)
class Opened(Generic[D]):
    """A document as it was last seen on disk."""

    document: D
    data: bytes | None = None
    """The file's bytes; None where there is no file."""
    path: Path | None = None
    """The file; None where there is none."""
    notices: tuple[DiptychError, ...] = ()
    """What the reader should be told: errors as values, since nothing failed."""
    backup: Path | None = None
    """After damage: the newest earlier version that can be read."""


def open_document(path: Path, empty: D, form: Form[D], vault: Vault) -> Opened[D]:
    """What is saved at ``path``; no file means ``empty``, a damaged one never does so silently.

    A damaged file is set aside under a dated name in its folder (or, if that cannot be written,
    in the vault). A notice says so, now and whenever it is opened until something is saved again.

    Raises:
        SidecarError: the file is there but cannot be read, or its newer format means nothing here.
    """
    data = _read(path)
    damaged = None
    if data is not None:
        try:
            return Opened(form.read(data, path.name), data, path)
        except NewerFormatError:
            raise
        except SidecarError:
            damaged = _put_away(path, data, vault)
            vault.remember_damage(damaged)
    damaged = damaged or vault.damage()
    if damaged is None:
        return Opened(empty)
    template = "“{name}” is damaged. It was set aside as “{kept_as}”, and nothing in it is lost."
    notice = SidecarError(template, name=path.name, kept_as=damaged.name)
    return Opened(empty, notices=(notice,), backup=vault.newest_good_backup(form.read))


def save_document(
    path: Path, ours: D, base: Opened[D], empty: D, form: Form[D], vault: Vault
) -> Opened[D]:
    """What is on disk at ``path`` once ``ours`` is: joined with what others saved since ``base``.

    When this returns, the file has reached the disk; its earlier version is among the backups.
    If ``base`` is of another file, nothing is known to be common to both.

    Raises:
        StorageError: it could not be saved; the file is what it was.
        NewerFormatError: a newer program has taken it over, so that this one only reads it.
    """
    if base.path not in (None, path):
        base = Opened(empty)
    try:
        with vault.lock():
            return _saved(path, ours, base, form, vault)
    except StorageError as error:
        # Whoever reads the sentence knows the sidecar, and has never heard of the vault's files.
        raise error.about(name=vault.sidecar.name) from error.__cause__


def _saved(path: Path, ours: D, base: Opened[D], form: Form[D], vault: Vault) -> Opened[D]:
    """What is on disk afterwards; the caller holds the lock."""
    notices: list[DiptychError] = []
    for _ in range(_ATTEMPTS):
        theirs = _since(path, base, form, vault)
        notices.extend(theirs.notices)
        saved = _attempt(path, ours, base, theirs, form, vault)
        if saved is not None:
            vault.prune()
            vault.forget_damage()
            return replace(saved, notices=tuple(notices), backup=theirs.backup)
    template = "“{name}” could not be saved: another program keeps changing it. Try again."
    raise StorageError(template, name=path.name)


def _since(path: Path, base: Opened[D], form: Form[D], vault: Vault) -> Opened[D]:
    """What is on disk now. Equal bytes are not parsed again: most saves meet no other."""
    if base.data is not None and _read(path) == base.data:
        return Opened(base.document, base.data, path)
    opened = open_document(path, base.document, form, vault)
    if opened.data is None:
        # A file that is gone takes nothing back: what we know of is written again.
        return replace(opened, document=base.document)
    return opened


def _attempt(
    path: Path, ours: D, base: Opened[D], theirs: Opened[D], form: Form[D], vault: Vault
) -> Opened[D] | None:
    """What is on disk afterwards; None if another program changed it at the same time."""
    for document in (ours, theirs.document):
        if document.is_newer:
            raise NewerFormatError.of(path.name)
    joined = Joined(ours)
    if theirs.document is not base.document:
        joined = form.join(base.document, ours, theirs.document)
    if joined.overruled is not None:
        vault.store(form.write(joined.overruled))
    data = form.write(joined.document)
    if data == theirs.data or (theirs.data is None and joined.document.is_empty):
        return replace(theirs, document=joined.document)
    placed = _put(path, data, theirs.data, vault)
    return Opened(joined.document, data, path) if placed else None


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
        template = "“{name}” cannot be read: {reason}."
        raise SidecarError(template, name=path.name, reason=error.strerror) from error


def _put_away(path: Path, data: bytes, vault: Vault) -> Path:
    """Move a damaged file out of the way, without losing it; where it is now."""
    moment = now().replace(":", "")
    dated = path.with_name(f"{path.name}.{moment}.damaged")
    try:
        return path.rename(dated)
    except OSError:
        # It stays where it is, and is met again at every start: one copy is enough.
        copies = (kept for kept in vault.exceptions() if kept.read_bytes() == data)
        return next(copies, None) or vault.store(data)
