import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.shelved import Shelved, shelved_library, write

from diptych.errors import StorageError
from diptych.library import importer, index_storage
from diptych.library.index_builder import SegmentBuilder

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def library(tmp_path) -> Iterator[Shelved]:
    with shelved_library(tmp_path) as shelved:
        yield shelved


def fail_to_write(_builder: SegmentBuilder, path: Path) -> None:
    path.write_bytes(b"half a segment")
    raise FULL


def fail(*_arguments: object) -> None:
    raise FULL


@pytest.mark.parametrize("step", ["segment", "sync", "checksums", "switch"])
def test_a_full_disk_while_committing_keeps_what_was_there(library, monkeypatch, step):
    write(library.root, {"new.txt": "New\n\nAn unheard zebra in the harbour.\n"})
    (batch,) = importer.plan(library.root, library.cache.catalogue).batches
    with monkeypatch.context() as patch:
        if step == "segment":
            patch.setattr(SegmentBuilder, "write", fail_to_write)
        elif step == "sync":
            patch.setattr(index_storage.os, "fsync", fail)
        elif step == "checksums":
            patch.setattr(index_storage.IndexStorage, "_save_sums", fail)
        else:
            patch.setattr(Path, "replace", fail)
        with pytest.raises(StorageError, match="the disk is full"):
            importer.import_batch(library.root, library.cache.folder, batch)
        assert set(library.paths("harbour")) == {"council.txt", "ferry.txt"}

    assert importer.mend(library.cache.folder) == 0
    assert set(library.paths("harbour")) == {"council.txt", "ferry.txt", "new.txt"}
    assert library.paths("zebra") == ["new.txt"]


def test_a_catalogue_that_cannot_grow_keeps_what_was_there(library):
    catalogue = library.cache.catalogue
    database = catalogue._database
    (pages,) = database._connection().execute("PRAGMA page_count").fetchone()
    database._connection().execute(f"PRAGMA max_page_count = {pages}")
    read = importer.read_article(library.root, "ferry.txt")
    records = [
        importer.Record(importer.FileState(f"{number}.txt", 1, 1), read) for number in range(200)
    ]
    with pytest.raises(StorageError, match="full"):
        catalogue.replace(records)
    assert len(catalogue.entries()) == 3
    database._connection().execute("PRAGMA max_page_count = 1000000")
    assert len(catalogue.replace(records)) == 200
