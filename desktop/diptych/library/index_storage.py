"""Where the index lies on disk: mapped into memory, checked, and closed to foreign code.

Whoosh stores its list of segments and some tables as pickles, and a pickle may name any function
to be called. Everything it reads here goes through an unpickler that knows a handful of harmless
names and no others (Python's documentation of pickle, "Restricting Globals"). It stores neither
checksums nor does it wait for the disk; both are done here, at the one moment that counts.
"""

from __future__ import annotations

import io
import mmap
import os
import pickle
import re
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile

from diptych.storage import sync_folder

INDEX_NAME = "MAIN"
_TOC = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")
_CHUNK = 1 << 20
_ALLOWED = {
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("whoosh.codec.whoosh3", "W3Codec"),
    ("collections", "defaultdict"),
    ("builtins", "int"),
    ("builtins", "set"),
}


class DamagedIndex(Exception):  # noqa: N818 (it states what is the case)
    """The index on disk is not what was written; it has to be built anew."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            message = f"the index names {module}.{name}, which is none of its parts"
            raise DamagedIndex(message)
        return super().find_class(module, name)


def unpickled(data: bytes) -> Any:
    """What ``data`` holds, if that is made of plain values and the index's own parts alone.

    Raises:
        DamagedIndex: it names something else.
    """
    return _Unpickler(io.BytesIO(data)).load()


class MappedFile(BufferFile):
    """A file of the index, read where it lies instead of being copied into memory."""

    def __init__(self, path: Path, name: str) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        # A map is cut into bytes just as bytes are, and is read like a file.
        self._buf = b"" if mapped is None else cast("bytes", mapped)
        self._name = name
        self.file = io.BytesIO() if mapped is None else cast("BinaryIO", mapped)
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()

    def close(self) -> None:
        """Let go of the file; other readers of the same map keep it alive."""
        self.is_closed = True
        self._buf = b""
        self.file = io.BytesIO()


class IndexStorage(FileStorage):
    """A folder that holds one index, its files mapped, and the checksums of each generation."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))  # type: ignore[no-untyped-call]
        self._folder = folder
        self._known_sums: dict[str, int] = {}

    def open_file(self, name: str, **_options: object) -> StructFile:
        return MappedFile(self._folder / name, name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: ARG002
        """Make a commit count: the new list of segments takes its name last of all."""
        if newname.endswith(".toc"):
            self._save_sums(oldname, newname)
        os.replace(self._folder / oldname, self._folder / newname)  # noqa: PTH105 (names, not paths)
        sync_folder(self._folder)

    def delete_file(self, name: str) -> None:
        (self._folder / name).unlink()
        self._known_sums.pop(name, None)
        if name.endswith(".toc"):
            self._sums_path(name).unlink(missing_ok=True)

    def latest_commit(self) -> str:
        """The name of the newest list of segments.

        Raises:
            DamagedIndex: there is none.
        """
        names = (path.name for path in self._folder.iterdir())
        found = [match for match in map(_TOC.fullmatch, names) if match]
        if not found:
            raise DamagedIndex("nothing was ever committed")
        return max(found, key=lambda match: int(match[1]))[0]

    def check(self, toc: str, parts: Collection[str]) -> None:
        """Compare the files of the commit ``toc`` with their checksums, each file only once.

        ``parts`` are the beginnings of their names.

        Raises:
            DamagedIndex: one is missing or is not what was written.
        """
        sums = self._load_sums(toc)
        for part in parts:
            names = [name for name in sums if name.startswith(part)]
            if not names:
                raise DamagedIndex(f"{part} was never finished")
            for name in names:
                self._check_file(name, sums[name])

    def _check_file(self, name: str, expected: int) -> None:
        if self._known_sums.get(name) == expected:
            return
        try:
            found = _checksum(self._folder / name)
        except OSError as error:
            raise DamagedIndex(f"{name} cannot be read: {error}") from error
        if found != expected:
            raise DamagedIndex(f"{name} is not what was written")
        self._known_sums[name] = expected

    def _load_sums(self, toc: str) -> dict[str, int]:
        try:
            return msgspec.json.decode(self._sums_path(toc).read_bytes(), type=dict[str, int])
        except (OSError, msgspec.MsgspecError) as error:
            raise DamagedIndex(f"the checksums of {toc} cannot be read: {error}") from error

    def _sums_path(self, toc: str) -> Path:
        return self._folder / f"{toc}.sums"

    def _save_sums(self, written: str, toc: str) -> None:
        """Bring what was written to disk and note its checksums, before it counts."""
        sums = {}
        for path in sorted(self._folder.iterdir()):
            name = toc if path.name == written else path.name
            if path.is_dir() or (name != toc and not name.startswith(INDEX_NAME)):
                continue
            if name not in self._known_sums:
                _sync(path)
                self._known_sums[name] = _checksum(path)
            sums[name] = self._known_sums[name]
        path = self._sums_path(toc)
        path.write_bytes(msgspec.json.encode(sums))
        _sync(path)


def _checksum(path: Path) -> int:
    with path.open("rb") as file:
        value = 0
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
