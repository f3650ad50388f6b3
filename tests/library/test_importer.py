import os
import threading

import pytest
from tests.library.shelved import ARTICLES, write

from diptych.errors import LibraryError
from diptych.library import importer
from diptych.library.importer import Moved, batches, forget, import_batch, mend, plan
from diptych.library.index import Index


def test_a_library_that_is_up_to_date_has_nothing_to_do(library):
    todo = plan(library.root, library.cache.catalogue)
    assert (todo.batches, todo.removed, todo.total, todo.files) == ((), (), 3, 0)


def test_batches_grow_so_that_the_list_fills_at_once():
    paths = [str(number) for number in range(2000)]
    sizes = [len(batch) for batch in batches(paths)]
    assert sizes[:4] == [24, 48, 96, 192]
    assert max(sizes) == importer.LARGEST_BATCH
    assert sum(sizes) == 2000


def test_a_changed_article_is_found_by_its_new_words_alone(library):
    write(library.root, {"ferry.txt": "Ferry afloat\n\nThe zebra was saved from the quay.\n"})
    library.bring_up_to_date()
    assert library.paths("zebra") == ["ferry.txt"]
    assert library.paths("crew") == []


def test_a_file_that_was_only_touched_is_not_read_again(library):
    before = library.cache.catalogue.known()["ferry.txt"]
    os.utime(library.root / "ferry.txt", ns=(1, 1))
    (batch,) = plan(library.root, library.cache.catalogue).batches
    imported = import_batch(library.root, library.cache.folder, batch)
    assert (imported.read, imported.unchanged) == ((), ("ferry.txt",))
    after = library.cache.catalogue.known()["ferry.txt"]
    assert (after.id, after.sha256) == (before.id, before.sha256)
    assert plan(library.root, library.cache.catalogue).files == 0


def test_a_file_that_is_gone_is_found_no_more(library):
    (library.root / "ferry.txt").unlink()
    library.bring_up_to_date()
    assert library.paths("") == ["inner/café.txt", "council.txt"]
    assert library.paths("crew") == []
    assert Index(library.cache.folder, library.cache.catalogue.identity).file_ids() == (
        library.cache.catalogue.article_ids()
    )


def test_a_moved_file_is_recognised_by_its_words(library):
    (library.root / "ferry.txt").rename(library.root / "inner" / "boat.txt")
    todo = plan(library.root, library.cache.catalogue)
    for batch in todo.batches:
        import_batch(library.root, library.cache.folder, batch)
    assert forget(library.cache.folder, todo.removed) == (Moved("ferry.txt", "inner/boat.txt"),)
    assert library.paths("crew") == ["inner/boat.txt"]


def test_a_file_that_came_twice_was_not_moved(library):
    text = (library.root / "ferry.txt").read_text()
    (library.root / "ferry.txt").unlink()
    write(library.root, {"one.txt": text, "two.txt": text})
    todo = plan(library.root, library.cache.catalogue)
    for batch in todo.batches:
        import_batch(library.root, library.cache.folder, batch)
    assert forget(library.cache.folder, todo.removed) == ()


def test_a_copy_that_was_there_before_was_not_moved(library):
    write(library.root, {"copy.txt": (library.root / "ferry.txt").read_text()})
    library.bring_up_to_date()
    (library.root / "copy.txt").unlink()
    assert forget(library.cache.folder, ["copy.txt"]) == ()


def test_what_cannot_be_read_is_listed_with_the_reason(library):
    write(library.root, {"empty.txt": ""})
    (library.root / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    library.bring_up_to_date()
    problems = {entry.path: entry.problem for entry in library.cache.catalogue.entries()}
    assert "empty" in problems["empty.txt"]
    assert problems["picture.txt"].endswith(".")
    assert problems["ferry.txt"] == ""
    assert set(library.paths("")) == {*ARTICLES, "empty.txt", "picture.txt"}
    assert plan(library.root, library.cache.catalogue).files == 0


def test_a_file_that_vanishes_while_it_is_read_stops_nothing(library):
    write(library.root, {"new.txt": "New\n\nAn unheard zebra.\n"})
    imported = import_batch(library.root, library.cache.folder, ["vanished.txt", "new.txt"])
    assert (imported.read, imported.problems) == (("new.txt",), ())
    assert library.paths("zebra") == ["new.txt"]


def test_a_fault_of_a_reader_in_one_file_stops_nothing(library, monkeypatch, caplog):
    read_article = importer.read_article

    def faulty(root, path):
        if path == "bad.txt":
            raise RuntimeError("a fault")
        return read_article(root, path)

    monkeypatch.setattr(importer, "read_article", faulty)
    write(library.root, {"bad.txt": "Bad\n\nText.\n", "new.txt": "New\n\nAn unheard zebra.\n"})
    library.bring_up_to_date()
    assert library.paths("zebra") == ["new.txt"]
    entry = library.cache.catalogue.entry("bad.txt")
    assert entry is not None
    assert "Diptych failed at it" in entry.problem
    assert "a fault" in caplog.text


def test_a_name_that_is_no_text_is_listed_with_a_reason(library):
    (library.root / os.fsdecode(b"caf\xe9.txt")).write_text("A\n\nText.\n")
    library.bring_up_to_date()
    entry = library.cache.catalogue.entry("caf\ufffd.txt")
    assert entry is not None
    assert "name" in entry.problem


def test_a_newer_reader_reads_everything_again(library, monkeypatch):
    monkeypatch.setattr(importer, "_readers", lambda: frozenset({"text/999"}))
    todo = plan(library.root, library.cache.catalogue)
    assert todo.files == 3
    imported = import_batch(library.root, library.cache.folder, todo.batches[0])
    assert len(imported.read) == 3


def test_an_index_that_was_lost_is_built_without_reading_a_file(library):
    for file in library.cache.folder.glob("index/*/*"):
        file.unlink()
    for file in library.root.rglob("*.txt"):
        file.write_text("Something else altogether.")
    assert mend(library.cache.folder, limit=2) == 1
    assert mend(library.cache.folder, limit=2) == 0
    assert library.paths("crew") == ["ferry.txt"]


def test_a_search_says_that_the_index_is_being_built(library):
    for file in library.cache.folder.glob("index/*/*"):
        file.unlink()
    library.cache.index.close()
    result = library.cache.search.search("crew")
    assert result.total == 0
    assert str(result.notice) == "The index is being built: not everything is found yet."


def test_a_library_is_searched_while_it_is_imported(library):
    write(library.root, {f"more/{number}.txt": f"A\n\nZebra {number}.\n" for number in range(120)})
    totals = []

    def search() -> None:
        while not totals or totals[-1] < 120:
            totals.append(library.cache.search.search("zebra").total)

    searching = threading.Thread(target=search)
    searching.start()
    library.bring_up_to_date()
    searching.join(timeout=30)
    assert totals == sorted(totals)
    assert totals[-1] == 120


def test_a_folder_that_is_gone_says_so(library, tmp_path):
    with pytest.raises(LibraryError, match="cannot be opened"):
        plan(tmp_path / "nothing", library.cache.catalogue)
