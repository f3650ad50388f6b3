"""Import: from the files of a library to its catalogue and index, batch by batch.

A worker process runs the batches; each is durable when it returns, and a process that is killed
between or within them leaves nothing that the next start does not put right. What writes the
index is imported by the functions that do it, so that the window's process never loads it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from diptych.errors import ReadError
from diptych.library.catalogue import Catalogue, Known, Record
from diptych.library.index import Index
from diptych.library.readers import read_article
from diptych.library.scan import FileState, compare, file_state, scan
from diptych.model.article import Article, BlockKind
from diptych.storage import fingerprint

_UNREAD = FileState("", -1, -1)
_log = logging.getLogger(__name__)

FIRST_BATCH = 24
"""Files of the first batch: about as many as a list shows at once."""
LARGEST_BATCH = 512
"""Files of any batch; each one is twice the one before up to this."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do to bring a library up to date."""

    batches: tuple[tuple[str, ...], ...]
    """The paths to read, in the order to read them."""
    removed: tuple[str, ...]
    total: int
    """Files in the folder, whether they have to be read or not."""

    @property
    def files(self) -> int:
        """Files to read."""
        return sum(map(len, self.batches))


@dataclass(frozen=True, slots=True)
class Moved:
    """A file that is gone and one of the same words that has come."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What one batch has done."""

    read: tuple[str, ...]
    """Files whose articles are new or changed."""
    unchanged: tuple[str, ...]
    """Files that were touched, but whose bytes are the same."""
    problems: tuple[tuple[str, str], ...]
    """Files that could not be read, each with the reason as a sentence."""


def plan(root: Path, catalogue: Catalogue) -> Plan:
    """How the folder ``root`` differs from what ``catalogue`` knows, as batches of work.

    Raises:
        LibraryError: the folder cannot be listed.
    """
    found = scan(root)
    readers = _readers()
    known = {
        path: each.state if each.reader in readers else _UNREAD
        for path, each in catalogue.known().items()
    }
    changes = compare(found, known)
    paths = [state.path for state in (*changes.changed, *changes.added)]
    return Plan(tuple(batches(paths)), changes.removed, len(found))


def batches(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """``paths`` in portions that grow, so that a list fills at once and the rest goes fast."""
    start, size = 0, FIRST_BATCH
    while start < len(paths):
        yield tuple(paths[start : start + size])
        start += size
        size = min(2 * size, LARGEST_BATCH)


def import_batch(
    root: Path,
    cache: Path,
    paths: Sequence[str],
    *,
    given_up: Mapping[str, str] = MappingProxyType({}),
    tell: Callable[[str], None] = lambda _path: None,
) -> Imported:
    """Read the files at ``paths`` and put them in the catalogue and the index in ``cache``.

    Those ``given_up`` are listed with the reason, unread. ``tell`` gets each path before its file
    is read, and an empty one when all were: should this process end, it is known at which. A file
    that is no longer there is left as it is known; `forget` takes it out. Durable when it returns.

    Raises:
        StorageError: the catalogue or the index cannot be written.
    """
    catalogue = Catalogue.open(cache, may_create=False)
    try:
        known = catalogue.known_at(paths)
        records: list[Record] = []
        touched: list[FileState] = []
        for path in paths:
            tell(path)
            reason = given_up.get(path)
            read = _unread(root, path, reason) if reason else _read(root, path, known.get(path))
            if isinstance(read, Record):
                records.append(read)
            elif read is not None:
                touched.append(read)
        tell("")
        catalogue.touch(touched)
        _put_in(cache, catalogue, known, records)
    finally:
        catalogue.close()
    return Imported(
        tuple(record.state.path for record in records if record.article is not None),
        tuple(state.path for state in touched),
        tuple((record.state.path, record.problem) for record in records if record.problem),
    )


def _put_in(
    cache: Path, catalogue: Catalogue, known: Mapping[str, Known], records: Sequence[Record]
) -> None:
    """Put ``records`` in the catalogue and the index, in the place of what was ``known``."""
    from diptych.library.index_writer import update

    ids = catalogue.replace(records)
    added = {
        file: record.article
        for file, record in zip(ids, records, strict=True)
        if record.article is not None
    }
    old = {known[each.state.path].id for each in records if each.state.path in known}
    update(cache, catalogue.identity, added, old)


def forget(cache: Path, paths: Iterable[str]) -> tuple[Moved, ...]:
    """Take files that are gone out of the catalogue and the index in ``cache``.

    What comes back are those that were moved: exactly one file of the same words was read since.
    It has to run after the files that came have been read.

    Raises:
        StorageError: the catalogue or the index cannot be written.
    """
    from diptych.library.index_writer import update

    catalogue = Catalogue.open(cache, may_create=False)
    try:
        gone = catalogue.known_at(paths)
        moves = tuple(_moves(catalogue, gone))
        catalogue.remove(gone)
        update(cache, catalogue.identity, {}, {known.id for known in gone.values()})
        return moves
    finally:
        catalogue.close()


def mend(cache: Path, limit: int = LARGEST_BATCH) -> int:
    """Bring up to ``limit`` articles into the index that the catalogue has and it has not.

    What comes back is how many are still missing: after a sudden end, or where the index was
    damaged, it has to be called until that is 0. No file of the library is read.

    Raises:
        StorageError: the catalogue or the index cannot be written.
    """
    from diptych.library.index_writer import update

    catalogue = Catalogue.open(cache, may_create=False)
    try:
        opened = Index(cache, catalogue.identity)
        indexed, is_usable = opened.file_ids(), opened.is_usable
        opened.close()
        wanted = catalogue.article_ids()
        missing = sorted(wanted - indexed)
        surplus = indexed - wanted
        if missing or surplus or not is_usable:
            added = catalogue.articles(missing[:limit])
            update(cache, catalogue.identity, added, surplus, anew=not is_usable)
        return max(0, len(missing) - limit)
    finally:
        catalogue.close()


def _readers() -> frozenset[str]:
    """The present versions of the readers; none where there was a problem."""
    from diptych.library.readers import markdown, plain, web

    return frozenset({plain.READER, markdown.READER, web.READER, ""})


def _read(root: Path, path: str, known: Known | None) -> Record | FileState | None:
    """The file as a record; its state alone if its bytes are known; None if it is gone."""
    file = root / path
    try:
        state = file_state(path, file.stat())
        if known is not None and _is_same(file, state, known):
            return state
        article = read_article(root, path)
    except FileNotFoundError:
        if "\ufffd" not in path:
            return None
        problem = f"The name of “{file.name}” is not valid text. Rename the file to read it."
        return Record(FileState(path, 0, 0), None, problem=problem)
    except ReadError as error:
        return Record(state, None, problem=str(error)) if file.exists() else None
    except OSError as error:
        state = FileState(path, 0, 0)
        reason = error.strerror or str(error)
        return Record(state, None, problem=f"“{file.name}” could not be read: {reason}.")
    except Exception:  # noqa: BLE001 - a fault of ours in one file must not keep the others out
        _log.exception("reading %s failed", path)
        problem = f"“{file.name}” could not be read: Diptych failed at it. The log says more."
        return Record(state, None, problem=problem)
    return Record(state, article, _words(article))


def _unread(root: Path, path: str, reason: str) -> Record | None:
    """The file as one that was given up; None if it is gone."""
    file = root / path
    try:
        state = file_state(path, file.stat())
    except OSError:
        return None
    return Record(state, None, problem=f"“{file.name}” could not be read. {reason}")


def _is_same(file: Path, state: FileState, known: Known) -> bool:
    """Whether the file was touched without another byte in it, and would be read as it was."""
    return (
        known.reader in _readers()
        and state.size == known.state.size
        and known.bytes_sha256 == fingerprint(file.read_bytes())
    )


def _words(article: Article) -> int:
    """How many words the account has, without site furniture."""
    kept = (block for block in article.blocks if block.kind is not BlockKind.NOISE)
    return sum(len(each.span.text_in(article.text).split()) for each in kept)


def _moves(catalogue: Catalogue, gone: Mapping[str, Known]) -> Iterator[Moved]:
    texts = Counter(known.sha256 for known in gone.values() if known.sha256)
    for old, known in gone.items():
        if texts[known.sha256] == 1:
            came = [
                path
                for path, each in catalogue.known_by_text(known.sha256).items()
                if path not in gone and each.id > known.id
            ]
            if len(came) == 1:
                yield Moved(old, came[0])
