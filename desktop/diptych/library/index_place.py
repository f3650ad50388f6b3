"""Which of the folders in a cache holds the index in use.

An index is never repaired in place: a new one is begun in a folder of its own, one small file is
switched to it, and the old folder goes when nobody has it open any more.
"""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

import msgspec

from diptych.library.index_segment import DamagedIndex
from diptych.storage import private_folder, write_atomically

VERSION = 1
"""Of what is in the index and how; another one found on disk is begun anew."""

_FOLDER = "index"
_CURRENT = "current"


def current_folder(cache: Path, identity: str) -> Path:
    """The folder of the index in use.

    Raises:
        DamagedIndex: there is none, or it is not for the catalogue of this ``identity``.
    """
    try:
        data = (cache / _FOLDER / _CURRENT).read_bytes()
        version, owner, name = msgspec.json.decode(data, type=tuple[int, str, str])
    except (OSError, msgspec.MsgspecError) as error:
        raise DamagedIndex(f"there is no index: {error}") from error
    if (version, owner) != (VERSION, identity) or not name.isalnum():
        raise DamagedIndex("the index belongs to another catalogue")
    return cache / _FOLDER / name


def new_folder(cache: Path) -> Path:
    """A new, empty folder for an index, not in use yet."""
    return private_folder(private_folder(cache / _FOLDER) / uuid.uuid4().hex)


def switch_to(folder: Path, identity: str) -> None:
    """Have ``folder`` be the index in use, and remove the others."""
    home = folder.parent
    write_atomically(home / _CURRENT, msgspec.json.encode((VERSION, identity, folder.name)))
    for old in home.iterdir():
        # Windows keeps files that another process has open; they go the next time.
        if old.is_dir() and old != folder:
            shutil.rmtree(old, ignore_errors=True)
