"""The codebook of a library: the tags it offers, and what its readers state about names.

Opened once, and saved with every change.
"""

from __future__ import annotations

import threading
from pathlib import Path

from diptych.errors import DiptychError
from diptych.model.annotation import Tag
from diptych.tagging.codebook import (
    OpenCodebook,
    joined_codebooks,
    load_codebook,
    save_codebook,
)
from diptych.tagging.names import (
    NameStatement,
    Restated,
    restated,
    stands,
    stated,
    statements_in,
)


class Codes:
    """The codebook of the open library; safe to use from any thread.

    Nobody waits for the disk but `save` and `reload`: what is changed while they run is kept.
    """

    def __init__(self, root: Path, data_folder: Path) -> None:
        self._root, self._data_folder = root, data_folder
        self._lock = threading.Lock()
        self._on_disk = threading.Lock()
        self._opened: OpenCodebook = load_codebook(root, data_folder)
        self.is_saved = True
        """Whether everything that was changed here is on disk."""

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags, in the order of the codebook."""
        return self._opened.codebook.tags

    @property
    def notices(self) -> tuple[DiptychError, ...]:
        """What the reader should be told about how it was opened or saved."""
        return self._opened.notices

    def for_key(self, digit: int) -> Tag | None:
        """The tag that ``digit`` applies."""
        return self._opened.codebook.tag_for_key(str(digit))

    def colours(self) -> dict[str, str]:
        """The colour of each tag that has one of its own, by name."""
        return {tag.name: tag.colour for tag in self.tags if tag.colour}

    def add(self, name: str) -> bool:
        """Take a new tag into the codebook in memory, on the lowest free digit.

        False where it is there already.
        """
        with self._lock:
            codebook = self._opened.codebook
            if codebook.tag(name) is not None:
                return False
            added = codebook.with_tag(Tag(name, key=codebook.free_key()))
            self._opened, self.is_saved = OpenCodebook(added, self._opened.base), False
            return True

    @property
    def names(self) -> tuple[NameStatement, ...]:
        """What readers state about names."""
        return statements_in(self._opened.codebook)

    def stating(self, statement: NameStatement) -> Restated:
        """What it takes for ``statement`` to hold."""
        return stated(self._opened.codebook, statement)

    def restate(self, change: Restated) -> bool:
        """Change the statements about names in memory; False where they are others by now."""
        with self._lock:
            codebook = self._opened.codebook
            if not stands(codebook, change.reversed()):
                return False
            changed = restated(codebook, change)
            self._opened, self.is_saved = OpenCodebook(changed, self._opened.base), False
            return True

    def save(self) -> None:
        """Put the codebook on disk, joined with what others added to it.

        Raises:
            StorageError: it could not be written; it stays as it is in memory.
            SidecarError: a newer program has taken the file over.
        """
        with self._on_disk:
            opened = self._opened
            self._take(save_codebook(self._root, self._data_folder, opened), opened)

    def reload(self) -> None:
        """Take over what another program wrote, beside what is not saved yet.

        Raises:
            SidecarError: the file is there but cannot be read.
        """
        with self._on_disk:
            known = OpenCodebook(self._opened.base.document, self._opened.base)
            new = load_codebook(self._root, self._data_folder)
            # A file that is gone or damaged takes nothing back: the next save writes it again.
            is_there = new.base.data is not None
            self._take(new if is_there else OpenCodebook(known.codebook, new.base), known)

    def _take(self, new: OpenCodebook, known: OpenCodebook) -> None:
        """Go on from ``new``, with what was changed here since ``known``."""
        with self._lock:
            current = self._opened.codebook
            self.is_saved |= self._opened is known
            joined = joined_codebooks(known.codebook, current, new.codebook).document
            self._opened = OpenCodebook(joined, new.base)
