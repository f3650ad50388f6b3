"""What the sidecars of a library say, counted: for the list, search, stars and corrections."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.annotation import Annotation
from diptych.tagging.sidecar import Sidecar
from diptych.tagging.sidecar_json import read_sidecar
from diptych.tagging.store import SidecarStore
from diptych.tagging.tagset import TagSet

_log = logging.getLogger(__name__)


class TagCounts:
    """Keeps the catalogue's copy of the tags in step; safe to use from any thread.

    While ``may_store`` says no, another process keeps the catalogue, and only stars and corrections
    are noted.
    """

    def __init__(
        self, store: SidecarStore, catalogue: Catalogue, may_store: Callable[[], bool]
    ) -> None:
        self._store, self._catalogue, self._may_store = store, catalogue, may_store
        self._lock = threading.Lock()
        self._scanning = threading.Lock()
        self._noted: set[str] = set()
        """The paths noted since the scan that is under way began: they are newer than it."""
        self.starred: frozenset[str] = frozenset()
        """The paths of articles that carry a star."""
        self._corrections: Mapping[str, tuple[Annotation, ...]] = {}

    def corrections(self, path: str) -> tuple[Annotation, ...]:
        """What of the program's findings is corrected in the sidecar of one article."""
        return self._corrections.get(path, ())

    def note(self, tagset: TagSet) -> None:
        """Take over what was saved of one article."""
        self._note(tagset.path, tagset.sidecar)

    def renew(self, paths: Iterable[str]) -> None:
        """Look at the sidecars of these articles again, which somebody has changed.

        One that cannot be read, or is gone, leaves everything as it is until the next `scan`.
        """
        for path in paths:
            file = self._store.sidecar_path(path)
            with contextlib.suppress(DiptychError, OSError):
                self._note(path, read_sidecar(file.read_bytes(), file.name))

    def _note(self, path: str, sidecar: Sidecar) -> None:
        with self._lock:
            self._noted.add(path)
            changed = {path}
            self.starred = (
                self.starred | changed if _is_starred(sidecar) else self.starred - changed
            )
            self._corrections = {**self._corrections, path: _corrections(sidecar)}
            self._keep({path: _counted(sidecar)})

    def scan(self) -> None:
        """Count the tags of all sidecars, and forget those of sidecars that are gone."""
        with self._scanning:
            with self._lock:
                self._noted.clear()
            counts: dict[str, Counter[str]] = {}
            starred = set()
            corrections = {}
            for path, sidecar in self._sidecars():
                counts[path] = _counted(sidecar)
                if _is_starred(sidecar):
                    starred.add(path)
                corrections[path] = _corrections(sidecar)
            with self._lock:
                self.starred = frozenset(starred - self._noted) | (self.starred & self._noted)
                noted = {path: self.corrections(path) for path in self._noted}
                self._corrections = {**corrections, **noted}
                self._keep(
                    {path: tags for path, tags in counts.items() if path not in self._noted},
                    spared=self._noted,
                )

    def _sidecars(self) -> Iterator[tuple[str, Sidecar]]:
        """Each article that has a sidecar, with it.

        That of an article which is gone counts for the one that has its text now, as it will be
        found there when the article is opened.
        """
        orphans = []
        own = set()
        for seen in self._store.sidecars():
            if seen.sidecar is None:
                continue
            if seen.has_article:
                own.add(seen.path)
                yield seen.path, seen.sidecar
            elif seen.sidecar.article.sha256:
                orphans.append(seen.sidecar)
        texts = Counter(orphan.article.sha256 for orphan in orphans)
        for orphan in orphans:
            heirs = set(self._catalogue.known_by_text(orphan.article.sha256)) - own
            if texts[orphan.article.sha256] == 1:
                for heir in heirs:
                    yield heir, orphan

    def _keep(
        self, counts: Mapping[str, Mapping[str, int]], spared: set[str] | None = None
    ) -> None:
        """Write what differs; with ``spared``, ``counts`` are all there are beside these."""
        if not self._may_store():
            return
        try:
            known = self._catalogue.tag_counts()
            gone = () if spared is None else known.keys() - counts.keys() - spared
            wanted = {**{path: {} for path in gone}, **counts}
            changed = {path: tags for path, tags in wanted.items() if tags != known.get(path, {})}
            if changed:
                self._catalogue.set_all_tags(changed)
        except DiptychError as error:
            # The tags themselves are safe on disk; the next start counts them again.
            _log.warning("tags were not counted: %s", error)


def _counted(sidecar: Sidecar) -> Counter[str]:
    return Counter(tag for annotation in sidecar.annotations for tag in annotation.tags)


def _corrections(sidecar: Sidecar) -> tuple[Annotation, ...]:
    return tuple(annotation for annotation in sidecar.annotations if annotation.is_correction)


def _is_starred(sidecar: Sidecar) -> bool:
    return any(annotation.is_star for annotation in sidecar.annotations)
