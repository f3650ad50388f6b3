"""Which articles a folder holds, and what has changed in it since it was last read."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from diptych.errors import LibraryError
from diptych.library.readers import SUFFIXES

SIDECAR_SUFFIX = ".diptych.json"
LIBRARY_FILE = "diptych.json"


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as the folder lists it: enough to tell that it has not been touched."""

    path: str
    """Relative to the library's folder, with forward slashes."""
    size: int
    changed_ns: int
    """When its contents or, where the system tells, its rights last changed."""


def file_state(path: str, info: os.stat_result) -> FileState:
    """The state of the file at ``path`` from what the system says of it."""
    return FileState(path, info.st_size, max(info.st_mtime_ns, info.st_ctime_ns))


@dataclass(frozen=True, slots=True)
class Changes:
    """What sets a folder apart from what is known of it."""

    added: tuple[FileState, ...]
    changed: tuple[FileState, ...]
    """Of another size or time; the words may be the same."""
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def is_article(path: str) -> bool:
    """Whether a file of this name is read as an article: by its suffix, and not hidden."""
    name = path.rpartition("/")[2]
    _, dot, suffix = name.rpartition(".")
    return bool(dot) and not name.startswith(".") and f".{suffix.lower()}" in SUFFIXES


def is_sidecar(path: str) -> bool:
    """Whether a file of this name holds tags, or is the library's own file."""
    return path.endswith(SIDECAR_SUFFIX) or path == LIBRARY_FILE


def scan(root: Path) -> list[FileState]:
    """The article files under ``root``, in the order of their paths.

    Hidden files and folders are left out. A folder that is reached twice through symbolic links
    is read once; one that cannot be read is passed over.

    Raises:
        LibraryError: ``root`` itself cannot be listed.
    """
    found: list[FileState] = []
    try:
        info = root.stat()
        folders = [(str(root), "", os.scandir(root))]
    except OSError as error:
        template = "The folder “{path}” cannot be opened: {reason}."
        raise LibraryError(template, path=root, reason=error.strerror or error) from error
    visited = {(info.st_dev, info.st_ino)}
    while folders:
        _, prefix, listing = folders.pop()
        with listing:
            for entry in listing:
                if entry.name.startswith("."):
                    continue
                # A file may vanish, or a folder be closed to us, between listing and looking.
                with contextlib.suppress(OSError):
                    if entry.is_dir():
                        state = entry.stat()
                        if (state.st_dev, state.st_ino) not in visited:
                            visited.add((state.st_dev, state.st_ino))
                            inner = f"{prefix}{entry.name}/"
                            folders.append((entry.path, inner, os.scandir(entry.path)))
                    elif is_article(entry.name) and entry.is_file():
                        found.append(file_state(_clean(f"{prefix}{entry.name}"), entry.stat()))
    return sorted(found, key=lambda state: state.path)


def compare(found: Iterable[FileState], known: Mapping[str, FileState]) -> Changes:
    """What is new, touched or gone in ``found`` against what is ``known``, in order of path."""
    added = []
    changed = []
    present = set()
    for state in found:
        present.add(state.path)
        before = known.get(state.path)
        if before is None:
            added.append(state)
        elif before != state:
            changed.append(state)
    removed = sorted(known.keys() - present)
    return Changes(tuple(added), tuple(changed), tuple(removed))


def _clean(path: str) -> str:
    """``path`` as text that can be stored: a name that is no valid text gets U+FFFD in it."""
    if path.isascii():
        return path
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
