"""Articles by their paths, tags by their sidecars: known as they are, never as they were."""

import errno
import os

import pytest
from tests.workspace.conftest import write

from diptych.errors import ReadError, StorageError
from diptych.text.spans import Span
from diptych.workspace import articles as module
from diptych.workspace.last_seen import last_seen
from diptych.workspace.personal import Place


def fail(*_arguments, **_options):
    raise StorageError("The list of articles cannot be used.")


def test_an_article_stays_decoded_while_its_file_stays_as_it_is(library):
    article = library.article("ferry.txt")
    assert library.article("ferry.txt") is article


def test_an_article_that_changed_is_read_from_its_file(library, root):
    write(root, {"ferry.txt": "Ferry towed away\n\nTugs came at dawn, long before the others."})
    assert library.article("ferry.txt").title == "Ferry towed away"
    library.refresh()
    assert library.article("ferry.txt") is library.article("ferry.txt")


def test_an_article_that_is_not_imported_yet_is_read_from_its_file(library, root):
    write(root, {"new.txt": "Fog over the port\n\nNobody saw the lighthouse."})
    assert library.article("new.txt").title == "Fog over the port"


def test_an_article_that_is_gone_says_so(library, root):
    (root / "ferry.txt").unlink()
    with pytest.raises(ReadError, match="no longer there"):
        library.article("ferry.txt")


def test_without_the_catalogue_articles_are_read_from_their_files(library, monkeypatch):
    monkeypatch.setattr(library._cache.catalogue, "known_at", fail)
    assert library.article("ferry.txt").title == "Ferry runs aground off Sarov"


def test_only_so_many_articles_stay_decoded(library, monkeypatch):
    monkeypatch.setattr(module, "_KEPT", 1)
    first = library.article("ferry.txt")
    library.article("council.txt")
    assert library.article("ferry.txt") is not first


def test_a_very_long_article_does_not_stay_decoded(library, monkeypatch):
    monkeypatch.setattr(module, "_KEPT_LENGTH", 10)
    assert library.article("ferry.txt") is not library.article("ferry.txt")


def test_tags_that_cannot_be_counted_are_saved_all_the_same(library, monkeypatch, caplog):
    monkeypatch.setattr(library._cache.catalogue, "set_all_tags", fail)
    article = library.article("ferry.txt")
    library.tagging.open(article)
    library.tagging.tag("ferry.txt", Span(0, 5), ["Claim"])
    library.tagging.save("ferry.txt")
    assert library.tagging.unsaved == ()
    assert "tags were not counted" in caplog.text


def test_a_scan_forgets_the_tags_of_sidecars_that_are_gone(library, root):
    library.tagging.open(library.article("ferry.txt"))
    library.tagging.tag("ferry.txt", Span(0, 5), ["Claim"])
    library.tagging.star("ferry.txt")
    library.tagging.save("ferry.txt")
    (root / "ferry.txt.diptych.json").unlink()
    library.refresh()
    assert library.entry("ferry.txt").tags == 0
    assert library.starred == frozenset()


def test_what_is_tagged_while_sidecars_are_counted_counts(library, monkeypatch):
    store = library._counts._store
    sidecars = store.sidecars

    def slow():
        yield from sidecars()
        library.tagging.open(library.article("ferry.txt"))
        library.tagging.tag("ferry.txt", Span(0, 5), ["Claim"])
        library.tagging.star("ferry.txt")
        library.tagging.save("ferry.txt")

    monkeypatch.setattr(store, "sidecars", slow)
    library.refresh()
    assert library.entry("ferry.txt").tags == 1
    assert library.starred == {"ferry.txt"}


def test_what_cannot_be_pasted_leaves_no_file_behind(library, root, monkeypatch):
    def full(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = sorted(root.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="the disk is full"):
            library.paste("A headline\n\nSome words of an article.", "")
    with pytest.raises(ReadError):
        library.paste("   ", "")
    assert sorted(root.iterdir()) == before


def test_in_a_folder_that_cannot_be_written_nothing_can_be_pasted(library, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("pathlib.Path.touch", refuse)
    with pytest.raises(StorageError, match="no permission to write there"):
        library.paste("A headline\n\nSome words of an article.", "")


def test_what_was_read_last_is_known_before_the_library_is_open(library, root, places):
    library.personal.update(
        lambda state: type(state)(
            places={"ferry.txt": Place(3, 9, 100)},
            opened=("council.txt", "ferry.txt"),
            focused=1,
        )
    )
    library.personal.save()
    council, ferry = last_seen(root, places)
    assert (council.side, council.article.path, council.has_keys) == (0, "council.txt", False)
    assert (ferry.place, ferry.has_keys) == (Place(3, 9, 100), True)
    write(root, {"ferry.txt": "Ferry towed away\n\nTugs came at dawn, long before the others."})
    assert [seen.article.path for seen in last_seen(root, places)] == ["council.txt"]


def test_of_a_library_that_was_never_open_nothing_was_read(root, places):
    assert last_seen(root, places) == ()
