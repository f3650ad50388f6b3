"""The sidecars of one library: where they are, how they are opened, saved and found."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from diptych.errors import SidecarError
from diptych.model.article import Article
from diptych.tagging.merge import SIDECAR, merged
from diptych.tagging.place import Place
from diptych.tagging.sidecar import SUFFIX, ArticleFacts, Sidecar, new_sidecar
from diptych.tagging.sidecar_json import SidecarWriter, read_sidecar
from diptych.tagging.tagset import TagSet, tag_set
from diptych.tagging.vault import stand_ins

_LEFTOVER = re.compile(rf"\..+{re.escape(SUFFIX)}\..+\.tmp")
"""Names of the temporary files that `diptych.storage.write_beside` makes for sidecars."""

_LEFTOVER_AGE = 3600.0
"""Seconds after which nobody can still be writing one."""


@dataclass(frozen=True, slots=True)
class SidecarFound:
    """One sidecar, as a scan of the library meets it."""

    path: str
    """Of the article, relative to the library; the file may be gone."""
    sidecar: Sidecar | None
    """None if it cannot be read."""
    problem: str = ""
    """The sentence that says why not."""
    has_article: bool = True
    """Whether the article is still where it was."""


class SidecarStore:
    """Opens and saves the tags of a library's articles."""

    def __init__(self, library_root: Path, data_folder: Path) -> None:
        self._root = library_root.resolve()
        self._data_folder = data_folder
        self._form = replace(SIDECAR, write=SidecarWriter())
        self._by_text: dict[str, set[Path]] | None = None
        """The sidecars by the hash of their text; None before the first full scan."""

    def sidecar_path(self, path: str) -> Path:
        """Where the tags of the article at ``path`` are saved: beside it if that can be done."""
        return self._place(path, ArticleFacts(path)).expected_path()

    def load(self, article: Article) -> TagSet:
        """The tags of ``article``, each looked up in its text.

        Without a sidecar of its own: those of an article with the same text that is gone, if there
        is exactly one.

        Raises:
            SidecarError: its sidecar is there but cannot be read, or only by a newer program.
        """
        name = article.path.rsplit("/", 1)[-1]
        facts = ArticleFacts(name, article.sha256, article.bytes_sha256, article.reader)
        sidecar, base = self._place(article.path, facts).open()
        adopted = None
        if base.data is None and not base.notices:
            orphan = self._orphan_of(article)
            if orphan is not None:
                adopted, sidecar = orphan[0], _readdressed(orphan[1], name)
        current = replace(sidecar, article=replace(facts, extra=sidecar.article.extra))
        tagset = tag_set(article.path, article.text, current, base)
        return replace(tagset, adopted=adopted)

    def save(self, tagset: TagSet) -> TagSet:
        """``tagset`` as the disk holds it now, joined with what others saved in the meantime.

        Where the library's folder cannot be written, the tags are saved in the user's data folder
        and `TagSet.notices` says so.

        Raises:
            StorageError: nothing was saved; what was there before still is.
            SidecarError: a newer program has taken the sidecar over.
        """
        place = self._place(tagset.path, tagset.sidecar.article)
        saved = place.save(tagset.sidecar, tagset.base)
        if tagset.adopted is not None:
            place.vault.retire(tagset.adopted)
        if self._by_text is not None and saved.path is not None:
            self._by_text.setdefault(saved.document.article.sha256, set()).add(saved.path)
        if saved.document.annotations != tagset.annotations:
            return tag_set(tagset.path, tagset.text, saved.document, saved)
        return replace(
            tagset, sidecar=saved.document, base=saved, notices=saved.notices, adopted=None
        )

    def restored(self, tagset: TagSet, backup: Path) -> TagSet:
        """``tagset`` with what the earlier version ``backup`` holds; nothing is saved yet.

        Raises:
            SidecarError: the backup cannot be read either.
        """
        try:
            earlier = read_sidecar(backup.read_bytes(), backup.name)
        except OSError as error:
            template = "The tags in “{name}” cannot be read: {reason}."
            raise SidecarError(template, name=backup.name, reason=error.strerror) from error
        joined = merged(new_sidecar(tagset.sidecar.article), tagset.sidecar, earlier).document
        again = tag_set(tagset.path, tagset.text, joined, tagset.base)
        return replace(again, notices=())

    def sidecars(self) -> Iterator[SidecarFound]:
        """Every sidecar of the library, those kept in the user's data folder last.

        What a save left behind that was cut off by a power cut is removed on the way.
        """
        by_text: dict[str, set[Path]] = {}
        for path in self._paths():
            found = self._found(path, path)
            if found.sidecar is not None:
                by_text.setdefault(found.sidecar.article.sha256, set()).add(path)
            yield found
        self._by_text = by_text
        for place, path in stand_ins(self._data_folder):
            if place.is_relative_to(self._root):
                yield self._found(place, path)

    def _found(self, place: Path, path: Path) -> SidecarFound:
        article = _article_of(place)
        relative = article.relative_to(self._root).as_posix()
        try:
            sidecar = read_sidecar(path.read_bytes(), path.name)
        except SidecarError as error:
            return SidecarFound(relative, None, str(error), article.exists())
        except OSError as error:
            return SidecarFound(relative, None, str(error.strerror), article.exists())
        return SidecarFound(relative, sidecar, "", article.exists())

    def _paths(self) -> Iterator[Path]:
        for folder, folders, files in os.walk(self._root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                if name.endswith(SUFFIX) and not name.startswith("."):
                    yield Path(folder, name)
                elif _LEFTOVER.fullmatch(name):
                    _remove_if_old(Path(folder, name))

    def _orphan_of(self, article: Article) -> tuple[Path, Sidecar] | None:
        """The one sidecar of an article that is gone and had the same text."""
        paths: Iterable[Path] = self._paths()
        if self._by_text is not None:
            paths = tuple(self._by_text.get(article.sha256, ()))
        orphans = []
        for path in paths:
            if _article_of(path).exists():
                continue
            sidecar = self._found(path, path).sidecar
            if sidecar is not None and sidecar.article.sha256 == article.sha256 != "":
                orphans.append((path, sidecar))
        return orphans[0] if len(orphans) == 1 else None

    def _beside(self, path: str) -> Path:
        return self._root / f"{path}{SUFFIX}"

    def _place(self, path: str, facts: ArticleFacts) -> Place[Sidecar]:
        return Place(self._beside(path), self._data_folder, self._form, new_sidecar(facts))


def _article_of(sidecar: Path) -> Path:
    return sidecar.with_name(sidecar.name.removesuffix(SUFFIX))


def _remove_if_old(path: Path) -> None:
    """Remove a temporary file, unless a save may still be writing it."""
    with contextlib.suppress(OSError):
        if time.time() - path.stat().st_mtime > _LEFTOVER_AGE:
            path.unlink()


def _readdressed(sidecar: Sidecar, name: str) -> Sidecar:
    """``sidecar`` for an article that is now called ``name``."""
    old = sidecar.article.file
    annotations = []
    for annotation in sidecar.annotations:
        targets = tuple(
            replace(target, source=name) if target.source == old else target
            for target in annotation.targets
        )
        annotations.append(replace(annotation, targets=targets))
    return replace(sidecar, annotations=tuple(annotations))
