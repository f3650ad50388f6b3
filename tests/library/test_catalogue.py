import sqlite3
import threading

import pytest

from diptych.errors import StorageError
from diptych.library.catalogue import FILE_NAME, Catalogue, Known, Record
from diptych.library.readers import article_from_bytes
from diptych.library.scan import FileState
from diptych.model.listing import Entry


def record(path: str, text: str = "Words of the article.") -> Record:
    article = article_from_bytes(
        path, f"Ferry runs aground off Sarov\n\n14 February 2022\n\n{text}\n".encode()
    )
    return Record(FileState(path, len(text), 1), article, words=4)


@pytest.fixture
def catalogue(tmp_path):
    opened = Catalogue.open(tmp_path)
    yield opened
    opened.close()


def test_what_was_put_in_is_listed_in_the_order_of_paths(catalogue):
    broken = Record(FileState("c.txt", 0, 0), None, problem="“c.txt” is empty.")
    catalogue.replace([record("b.txt"), broken, record("a.txt")])
    assert [entry.path for entry in catalogue.entries()] == ["a.txt", "b.txt", "c.txt"]
    assert catalogue.entry("c.txt") == Entry("c.txt", problem="“c.txt” is empty.")
    (first, *_) = catalogue.entries()
    assert (first.title, first.published, first.words) == (
        "Ferry runs aground off Sarov",
        "2022-02-14",
        4,
    )
    assert catalogue.entry("nothing.txt") is None


def test_an_article_comes_back_as_it_was_read(catalogue):
    put = record("a.txt", "“Quoted”, she said.\n\nЕщё один абзац 👍.")
    catalogue.replace([put])
    assert catalogue.article("a.txt") == put.article
    assert catalogue.article("b.txt") is None


def test_an_id_is_never_given_again(catalogue):
    (first,) = catalogue.replace([record("a.txt")])
    catalogue.remove(["a.txt"])
    (second,) = catalogue.replace([record("a.txt")])
    (third,) = catalogue.replace([record("a.txt")])
    assert first < second < third
    assert catalogue.article_ids() == {third}
    assert catalogue.articles([first, third]).keys() == {third}


def test_what_is_known_tells_whether_a_file_changed(catalogue):
    put = record("a.txt")
    assert put.article is not None
    (file,) = catalogue.replace([put])
    known = Known(file, put.state, put.article.bytes_sha256, put.article.sha256, "text/1")
    assert catalogue.known() == catalogue.known_at(["a.txt", "b.txt"]) == {"a.txt": known}
    assert catalogue.known_by_text(put.article.sha256) == {"a.txt": known}
    touched = FileState("a.txt", 9, 9)
    catalogue.touch([touched])
    assert catalogue.known()["a.txt"].state == touched


def test_a_reading_is_kept_by_text_and_version(catalogue):
    (file,) = catalogue.replace([put := record("a.txt")])
    assert put.article is not None
    sha256 = put.article.sha256
    assert catalogue.load_reading(sha256, "1") is None
    catalogue.store_reading(sha256, "1", b"old", quotations=1, names=["Ana Petrov"])
    catalogue.store_reading(sha256, "2", b"new", quotations=3, names=["Sergey Lavrov", "Lavrov"])
    assert catalogue.load_reading(sha256, "1") is None
    assert catalogue.load_reading(sha256, "2") == b"new"
    assert catalogue.entries()[0].quotations == 3
    assert catalogue.named(["lavrov"], is_prefix=False) == {file}
    assert catalogue.named(["petrov"], is_prefix=False) == set()


@pytest.mark.parametrize(
    ("words", "is_prefix", "is_found"),
    [
        (["sergey"], False, True),
        (["sergey", "lavrov"], False, True),
        (["lavrov", "sergey"], False, False),
        (["serg"], False, False),
        (["serg"], True, True),
        (["ergey"], True, False),
        (["%"], False, False),
        (["_ergey"], False, False),
    ],
)
def test_a_name_is_found_by_its_whole_words(catalogue, words, is_prefix, is_found):
    catalogue.replace([put := record("a.txt")])
    assert put.article is not None
    catalogue.store_reading(put.article.sha256, "1", b"", names=["Sergey Lavrov"])
    assert bool(catalogue.named(words, is_prefix=is_prefix)) == is_found


def test_of_a_story_the_newest_analysis_is_kept(catalogue):
    catalogue.store_story("a.txt", "of two", b"old")
    catalogue.store_story("a.txt", "of three", b"new")
    assert catalogue.load_story("a.txt", "of three") == b"new"
    assert catalogue.load_story("a.txt", "of two") is None
    assert catalogue.load_story("b.txt", "of three") is None


def test_a_relation_is_kept_for_a_pair_in_its_order(catalogue):
    catalogue.store_relation("a", "b", "1", b"old")
    catalogue.store_relation("a", "b", "2", b"new")
    assert catalogue.load_relation("a", "b", "2") == b"new"
    assert catalogue.load_relation("a", "b", "1") is None
    assert catalogue.load_relation("b", "a", "2") is None


def test_tags_are_counted(catalogue):
    (first, _) = catalogue.replace([record("a.txt"), record("b.txt")])
    catalogue.set_tags("a.txt", {"Threat": 2, "Blame": 1})
    catalogue.set_tags("gone.txt", {"Threat": 1})
    assert [entry.tags for entry in catalogue.entries()] == [3, 0]
    assert sorted(catalogue.tag_rows()) == [(first, "Blame"), (first, "Threat")]
    catalogue.set_tags("a.txt", {})
    assert catalogue.tag_rows() == []


def test_every_change_of_the_list_or_of_tags_is_told(catalogue):
    revisions = [catalogue.revision()]
    catalogue.replace([record("a.txt")])
    revisions.append(catalogue.revision())
    catalogue.set_tags("a.txt", {"Threat": 1})
    revisions.append(catalogue.revision())
    catalogue.remove(["a.txt"])
    revisions.append(catalogue.revision())
    assert len(set(revisions)) == 4


def test_a_batch_that_fails_leaves_nothing_of_itself(catalogue):
    unstorable = Record(FileState("b.txt", 1 << 70, 1), record("b.txt").article)
    with pytest.raises(OverflowError):
        catalogue.replace([record("a.txt"), unstorable])
    assert catalogue.entries() == []


def test_threads_read_while_another_writes(catalogue):
    seen: list[int] = []

    def read() -> None:
        seen.extend(len(catalogue.entries()) for _ in range(50))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(40):
        catalogue.replace([record(f"{number}.txt")])
    for reader in readers:
        reader.join()
    assert len(seen) == 150
    assert len(catalogue.entries()) == 40


def test_another_version_is_begun_anew(tmp_path):
    before = Catalogue.open(tmp_path)
    before.replace([record("a.txt")])
    before.close()
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    after = Catalogue.open(tmp_path)
    assert after.entries() == []
    assert after.identity != before.identity
    after.close()


def test_a_process_that_may_not_write_waits_for_one_that_does(tmp_path):
    with pytest.raises(StorageError, match="not ready yet"):
        Catalogue.open(tmp_path, may_create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(StorageError, match="cannot be kept"):
        Catalogue.open(tmp_path / "nothing")
