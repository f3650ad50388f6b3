"""Where the index lies on disk: checked, durable, and closed to foreign code.

Whoosh stores its list of segments as a pickle, and a pickle may name any function to be called.
It is read by an unpickler that knows three harmless names and no others (Python's documentation
of pickle, "Restricting Globals"). Whoosh stores no checksums and does not wait for the disk; both
are done here, at the one moment that counts.
"""

from __future__ import annotations

import io
import mmap
import os
import pickle
import re
import zlib
from pathlib import Path
from typing import Any

import msgspec
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.fields import STORED, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC

from diptych.library.index_segment import DamagedIndex, Segment
from diptych.storage import sync_folder

SCHEMA = Schema(file=STORED(), words=STORED())
"""Of a document: the id of its file in the catalogue, and its words in order."""

_NAME = "MAIN"
_SUFFIX = ".words"
_COMMIT = re.compile(rf"_{_NAME}_(\d+)\.toc")
_CHUNK = 1 << 20
_ALLOWED = {
    ("whoosh.codec.whoosh3", "W3Segment"),
    ("diptych.library.index_codec", "ArticleCodec"),
    ("builtins", "set"),
}


class IndexStorage(FileStorage):
    """A folder that holds one index, and the checksums of what was committed to it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))  # type: ignore[no-untyped-call]
        self._folder = folder
        self._commit = ""
        self._sums: dict[str, int] = {}
        self._open: dict[str, Segment] = {}

    def segments(self) -> list[WhooshSegment]:
        """The segments of the newest commit.

        Raises:
            DamagedIndex: there is none that can be read.
        """
        commit = self._newest_commit()
        try:
            sums = msgspec.json.decode(self._sums_path(commit).read_bytes(), type=dict[str, int])
            self._commit, self._sums = commit, sums
            self._check(commit)
            segments: list[WhooshSegment] = TOC.read(self, _NAME, schema=SCHEMA).segments
        except DamagedIndex:
            raise
        except Exception as error:
            raise DamagedIndex(f"{commit} cannot be read: {error}") from error
        ids = {segment.segment_id() for segment in segments}
        self._open = {name: segment for name, segment in self._open.items() if name in ids}
        return segments

    def is_newest(self) -> bool:
        """Whether nothing was committed since `segments` was asked for."""
        return self._newest_commit() == self._commit

    def columns(self, segment: WhooshSegment) -> Segment:
        """What lies in ``segment``, which is read only as far as it is asked for.

        Raises:
            DamagedIndex: it is missing or is not what was written.
        """
        name = segment.segment_id()
        if name not in self._open:
            path = self.path_of(segment)
            self._check(path.name)
            self._open[name] = Segment(_mapped(path))
        return self._open[name]

    def path_of(self, segment: WhooshSegment) -> Path:
        """The file that holds ``segment``."""
        return self._folder / f"{segment.segment_id()}{_SUFFIX}"

    # What Whoosh asks of a storage

    def open_file(self, name: str, **_options: object) -> StructFile:
        # Small, and Whoosh leaves files open when it cannot make sense of them.
        return _SafeFile(io.BytesIO((self._folder / name).read_bytes()), name=name)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: ARG002
        """Make a commit count: the new list of segments takes its name last of all."""
        old, new = self._folder / oldname, self._folder / newname
        if _COMMIT.fullmatch(newname):
            self._save_sums(old, newname)
        old.replace(new)
        sync_folder(self._folder)

    def delete_file(self, name: str) -> None:
        (self._folder / name).unlink()
        if _COMMIT.fullmatch(name):
            self._sums_path(name).unlink(missing_ok=True)

    def _newest_commit(self) -> str:
        try:
            names = [path.name for path in self._folder.iterdir()]
        except OSError as error:
            raise DamagedIndex(f"the index cannot be listed: {error}") from error
        commits = [match for match in map(_COMMIT.fullmatch, names) if match]
        if not commits:
            raise DamagedIndex("nothing was ever committed")
        return max(commits, key=lambda match: int(match[1]))[0]

    def _check(self, name: str) -> None:
        try:
            found = _checksum(self._folder / name)
        except OSError as error:
            raise DamagedIndex(f"{name} cannot be read: {error}") from error
        if found != self._sums.get(name):
            raise DamagedIndex(f"{name} is not what was written")

    def _save_sums(self, written: Path, commit: str) -> None:
        """Bring what is new to disk and note its checksums; those of older files stand."""
        sums = {commit: _synced_checksum(written)}
        for path in self._folder.glob(f"*{_SUFFIX}"):
            known = self._sums.get(path.name)
            sums[path.name] = _synced_checksum(path) if known is None else known
        path = self._sums_path(commit)
        path.write_bytes(msgspec.json.encode(sums))
        _synced_checksum(path)

    def _sums_path(self, commit: str) -> Path:
        return self._folder / f"{commit}.sums"


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise DamagedIndex(f"the index names {module}.{name}, which is none of its parts")
        return super().find_class(module, name)


class _SafeFile(StructFile):
    def read_pickle(self) -> Any:
        return _Unpickler(self.file).load()


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _checksum(path: Path) -> int:
    with path.open("rb") as file:
        value = 0
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value


def _synced_checksum(path: Path) -> int:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return _checksum(path)
