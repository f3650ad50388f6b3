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

from diptych.errors import SidecarError
from diptych.storage import (
    could_not_save,
    fingerprint,
    locked,
    private_folder,
    write_atomically,
)
from diptych.tagging.instants import now
from diptych.tagging.sidecar import SUFFIX

BACKUPS_KEPT = 20
"""Earlier versions kept of each sidecar."""

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
        with contextlib.suppress(FileNotFoundError):
            return sorted(self._backups.iterdir(), reverse=True)
        return []

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
        backup = self._new_backup()
        try:
            os.link(path, backup)
        except FileNotFoundError:
            return None
        except OSError:
            return self._copied(path, backup)
        return backup

    def store(self, data: bytes) -> Path:
        """Keep ``data`` among the backups.

        Raises:
            StorageError: there is no room for it.
        """
        backup = self._new_backup()
        try:
            backup.write_bytes(data)
        except OSError as error:
            backup.unlink(missing_ok=True)
            raise could_not_save(backup, error) from error
        return backup

    def prune(self) -> None:
        """Forget all but the newest `BACKUPS_KEPT` backups."""
        for backup in self.backups()[BACKUPS_KEPT:]:
            with contextlib.suppress(OSError):
                backup.unlink()

    def retire(self, path: Path) -> None:
        """Move a sidecar that another one has replaced among the backups.

        Raises:
            StorageError: it could not be moved; it is still where it was.
        """
        try:
            self.store(path.read_bytes())
            path.unlink()
        except OSError as error:
            raise could_not_save(path, error) from error

    def _new_backup(self) -> Path:
        private_folder(self._backups)
        moment = now().replace(":", "")
        same = sum(1 for backup in self.backups() if backup.name.startswith(moment))
        return self._backups / f"{moment}-{same:03}{SUFFIX}"

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


def stand_ins(data_folder: Path) -> Iterator[tuple[Path, Path]]:
    """The sidecars that `Vault.stand_in` holds: where each belongs, and where it is."""
    for owner in (data_folder / _FOLDER).glob(f"*/{_OWNER}"):
        vault = Vault(data_folder, Path(os.fsdecode(owner.read_bytes())))
        if vault.stand_in.exists():
            yield vault.sidecar, vault.stand_in
