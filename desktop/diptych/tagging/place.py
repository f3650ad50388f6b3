"""The two places where a file of a library can be: where it belongs, or in the user's data folder.

A library can lie on a read-only disk or belong to somebody else; its readers can tag it all the
same.
"""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Generic

from diptych.errors import StorageError
from diptych.storage import is_there
from diptych.tagging.save import D, Form, Opened, open_document, save_document
from diptych.tagging.vault import Vault

_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG})


class Place(Generic[D]):
    """One document of a library, at ``path`` or in its stand-in."""

    def __init__(self, path: Path, data_folder: Path, form: Form[D], empty: D) -> None:
        self._path = path
        self._form = form
        self._empty = empty
        self.vault = Vault(data_folder, path)

    def expected_path(self) -> Path:
        """Where the next save will most likely put it."""
        return self._path if os.access(self._path.parent, os.W_OK) else self.vault.stand_in

    def open(self) -> tuple[D, Opened[D]]:
        """What both places together hold, and what to give to `save` as its base.

        Raises:
            SidecarError: a file is there but cannot be read.
        """
        opened = open_document(self._path, self._empty, self._form, self.vault)
        if not is_there(self.vault.stand_in):
            return opened.document, opened
        stand_in = open_document(self.vault.stand_in, self._empty, self._form, self.vault)
        joined = self._form.join(self._empty, stand_in.document, opened.document)
        notices = (*opened.notices, *stand_in.notices)
        backup = opened.backup or stand_in.backup
        return joined.document, replace(stand_in, notices=notices, backup=backup)

    def save(self, ours: D, base: Opened[D]) -> Opened[D]:
        """What is on disk now: ``ours``, joined with what others saved since ``base``.

        A notice says so if that is the stand-in.

        Raises:
            StorageError: nothing was saved; what was there before still is.
            SidecarError: a newer program has taken the file over.
        """
        has_stand_in = is_there(self.vault.stand_in)
        both = self._with_stand_in(ours, base) if has_stand_in else ours
        try:
            saved = save_document(self._path, both, base, self._empty, self._form, self.vault)
        except StorageError as error:
            if not _is_not_writable(error):
                raise
            return self._saved_in_stand_in(ours, base)
        if has_stand_in:
            self.vault.retire(self.vault.stand_in)
        return saved

    def _with_stand_in(self, ours: D, base: Opened[D]) -> D:
        stand_in = open_document(self.vault.stand_in, self._empty, self._form, self.vault)
        common = base.document if base.path == self.vault.stand_in else self._empty
        return self._form.join(common, ours, stand_in.document).document

    def _saved_in_stand_in(self, ours: D, base: Opened[D]) -> Opened[D]:
        path = self.vault.stand_in
        saved = save_document(path, ours, base, self._empty, self._form, self.vault)
        template = "“{name}” cannot be written in its folder, so it is kept as “{path}”."
        notice = StorageError(template, name=self._path.name, path=path)
        return replace(saved, notices=(*saved.notices, notice))


def _is_not_writable(error: StorageError) -> bool:
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in _NOT_WRITABLE
