"""Writing the index: articles come in under the ids of their files, and go out by them.

Worker processes do it, while the window searches what was committed before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from whoosh.index import FileIndex, LockError
from whoosh.writing import SegmentWriter

from diptych.errors import StorageError
from diptych.library.index_codec import ArticleCodec, merge_small
from diptych.library.index_place import current_folder, new_folder, switch_to
from diptych.library.index_segment import DamagedIndex
from diptych.library.index_storage import SCHEMA, IndexStorage
from diptych.library.terms import words
from diptych.model.article import Article, BlockKind
from diptych.storage import could_not_save

LONGEST = 60_000
"""Words of a document; what is longer is put in as several of the same file."""
OVERLAP = 32
"""Words that two such parts have in common, so that phrases are found across them."""
TITLE_TIMES = 2
"""How often the headline is put in besides the once that it stands in the text."""
_WAIT = 30.0
"""Seconds to wait for another worker that is writing the index."""


def update(
    cache: Path,
    identity: str,
    added: Mapping[int, Article],
    removed: Collection[int],
    *,
    anew: bool = False,
) -> None:
    """Put articles in under their ids and take others out, durably when it returns.

    An index that turns out to be damaged is begun anew, as it is with ``anew``: then only what is
    ``added`` is in it.

    Raises:
        StorageError: it cannot be written; what was there before still stands.
    """
    try:
        try:
            folder = _begun_anew(cache, identity) if anew else current_folder(cache, identity)
            _write(folder, added, removed)
        except DamagedIndex:
            _write(_begun_anew(cache, identity), added, ())
    except OSError as error:
        raise could_not_save(cache, error) from error
    except LockError as error:
        raise StorageError("The index is being written by another program.") from error


def _begun_anew(cache: Path, identity: str) -> Path:
    """A new, empty index that is in use when it returns."""
    folder = new_folder(cache)
    FileIndex.create(IndexStorage(folder), SCHEMA)
    switch_to(folder, identity)
    return folder


def indexed_words(article: Article) -> list[str]:
    """The words of ``article`` in order, without site furniture; its headline counts for more."""
    text = article.text
    if any(block.kind is BlockKind.NOISE for block in article.blocks):
        kept = (block for block in article.blocks if block.kind is not BlockKind.NOISE)
        text = "\n".join(block.span.text_in(article.text) for block in kept)
    # An empty word keeps phrases from reaching over into the next headline.
    return words(text) + TITLE_TIMES * ["", *words(article.title)]


def _write(folder: Path, added: Mapping[int, Article], removed: Collection[int]) -> None:
    storage = IndexStorage(folder)
    storage.segments()
    index = FileIndex(storage, schema=SCHEMA)
    codec = ArticleCodec()  # type: ignore[abstract]  # it writes; reading does without it
    writer = SegmentWriter(index, timeout=_WAIT, codec=codec, compound=False)
    try:
        storage.segments()  # once more, now that no other writer can commit in between
        _drop(writer, storage, frozenset(removed))
        for file, article in added.items():
            for part in _parts(indexed_words(article)):
                writer.add_document(file=file, words=part)
        writer.commit(mergetype=merge_small)
    except BaseException:
        writer.perdocwriter.discard()
        with contextlib.suppress(Exception):
            writer.cancel()
        raise


def _drop(writer: SegmentWriter, storage: IndexStorage, files: frozenset[int]) -> None:
    if not files:
        return
    for segment in writer.segments:
        for document, file in enumerate(storage.columns(segment).files):
            if file in files:
                segment.delete_document(document)


def _parts(found: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, max(1, len(found) - OVERLAP), LONGEST - OVERLAP):
        yield found[start : start + LONGEST]
