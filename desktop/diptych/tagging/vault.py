"""What the user's own data folder keeps for one sidecar: its lock, its backups, its stand-in.

None of it lies in the library, whose folder may be synchronised or belong to somebody else.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from diptych.errors import SidecarError, StorageError
from diptych.storage import (
    could_not_save,
    fingerprint,
    is_there,
    locked,
    private_folder,
    write_atomically,
)
from diptych.tagging.instants import now
from diptych.tagging.sidecar import SUFFIX

BACKUPS_KEPT = 20
"""Earlier versions kept of each sidecar."""

EXCEPTIONS_KEPT = 200
"""Versions kept that lost against another one, or were damaged."""

_FOLDER = "sidecars"

_OWNER = "belongs-to.txt"
"""Holds the path of the sidecar that the folder belongs to."""

_NAME_LENGTH = 40
"""Characters of the article's name in the folder's, which is there for people who look inside."""


class Vault:
    """The folder in ``data_folder`` that belongs to the sidecar at ``sidecar`` (a full path)."""

    def __init__(self, data_folder: Path, sidecar: Path) -> None:
        self.sidecar = sidecar
        self._name = sidecar.name.removesuffix(SUFFIX)[:_NAME_LENGTH]
        place = os.fsencode(os.path.normcase(sidecar))
        self.folder = data_folder / _FOLDER / f"{self._name}-{fingerprint(place)[:16]}"
        self.stand_in = self.folder / f"{self._name}{SUFFIX}"
        """Where the sidecar is kept when its own folder cannot be written."""
        self._backups = self.folder / "backups"
        self._exceptions = self.folder / "exceptions"
        self._damage = self.folder / "damaged.txt"

    def lock(self) -> AbstractContextManager[None]:
        """Keep other programs of this user from saving the same sidecar for a ``with`` block.

        Raises:
            StorageError: another one is saving it, or the data folder cannot be written.
        """
        private_folder(self.folder)
        owner = self.folder / _OWNER
        if not owner.exists():
            write_atomically(owner, os.fsencode(self.sidecar))
        return locked(self.folder / f"{self._name}.lock")

    def backups(self) -> list[Path]:
        """The earlier versions, newest first."""
        return _newest_first(self._backups)

    def exceptions(self) -> list[Path]:
        """What `store` kept, newest first."""
        return _newest_first(self._exceptions)

    def newest_good_backup(self, read: Callable[[bytes, str], object]) -> Path | None:
        """The newest earlier version that ``read`` can read; None if there is none."""
        for backup in self.backups():
            with contextlib.suppress(SidecarError, OSError):
                read(backup.read_bytes(), backup.name)
                return backup
        return None

    def set_aside(self, path: Path) -> Path | None:
        """A second name, or a copy, of the file at ``path`` among the backups; None without a file.

        Raises:
            StorageError: there is no room for it.
        """
        backup = _new_file(self._backups)
        try:
            os.link(path, backup)
        except FileNotFoundError:
            return None
        except OSError:
            return self._copied(path, backup)
        return backup

    def store(self, data: bytes) -> Path:
        """Keep ``data``, which nothing else may hold, for longer than ordinary backups.

        Raises:
            StorageError: there is no room for it.
        """
        kept = _new_file(self._exceptions)
        try:
            kept.write_bytes(data)
        except OSError as error:
            kept.unlink(missing_ok=True)
            raise could_not_save(kept, error) from error
        return kept

    def prune(self) -> None:
        """Forget all but the newest `BACKUPS_KEPT` backups and `EXCEPTIONS_KEPT` exceptions."""
        for old in (*self.backups()[BACKUPS_KEPT:], *self.exceptions()[EXCEPTIONS_KEPT:]):
            with contextlib.suppress(OSError):
                old.unlink()

    def damage(self) -> Path | None:
        """The damaged file that was set aside and not dealt with yet."""
        with contextlib.suppress(FileNotFoundError):
            return Path(os.fsdecode(self._damage.read_bytes()))
        return None

    def remember_damage(self, kept_as: Path) -> None:
        """Have every start say that a damaged file is at ``kept_as``, until the next save."""
        with contextlib.suppress(StorageError):  # The reader is told at least this time.
            private_folder(self.folder)
            write_atomically(self._damage, os.fsencode(kept_as))

    def forget_damage(self) -> None:
        """Say no more about a damaged file."""
        self._damage.unlink(missing_ok=True)

    def retire(self, path: Path) -> None:
        """Take away a file whose content is in another one now, keeping a copy.

        If that cannot be done it stays, which does no harm: it is joined once more.
        """
        with contextlib.suppress(OSError, StorageError):
            self.store(path.read_bytes())
            path.unlink()

    def _copied(self, path: Path, backup: Path) -> Path | None:
        """A copy, where the data folder is on another disk or takes no second names."""
        try:
            shutil.copyfile(path, backup)
        except FileNotFoundError:
            return None
        except OSError as error:
            backup.unlink(missing_ok=True)
            raise could_not_save(backup, error) from error
        return backup


def _newest_first(folder: Path) -> list[Path]:
    with contextlib.suppress(FileNotFoundError):
        return sorted(folder.iterdir(), reverse=True)
    return []


def _new_file(folder: Path) -> Path:
    """A name in ``folder`` that nothing has, later than all others there."""
    private_folder(folder)
    moment = now().replace(":", "")
    same = sum(1 for other in folder.iterdir() if other.name.startswith(moment))
    return folder / f"{moment}-{same:03}{SUFFIX}"


def stand_ins(data_folder: Path) -> Iterator[tuple[Path, Path]]:
    """The sidecars that `Vault.stand_in` holds: where each belongs, and where it is."""
    for owner in (data_folder / _FOLDER).glob(f"*/{_OWNER}"):
        vault = Vault(data_folder, Path(os.fsdecode(owner.read_bytes())))
        if is_there(vault.stand_in):
            yield vault.sidecar, vault.stand_in
