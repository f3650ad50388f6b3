"""Files that end the process which reads them: listed with the reason, and no other one waits."""

from collections.abc import Iterator

import pytest
from tests.workspace import jobs_for_tests as jobs
from tests.workspace.conftest import ARTICLES, write

from diptych.errors import WorkerLostError
from diptych.settings import Places
from diptych.workspace import importing
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace


@pytest.fixture
def library(tmp_path) -> Iterator[Workspace]:
    root = tmp_path / "library"
    write(root, ARTICLES)
    places = Places(tmp_path / "config", tmp_path / "cache", tmp_path / "data")
    with Workspace.open(root, places, workers=Workers(1)) as workspace:
        yield workspace


def test_files_that_no_process_survives_are_listed_and_stop_no_other_one(library, monkeypatch):
    write(library.root, {"a deadly.txt": "One", "inner/z deadly.txt": "Two"})
    monkeypatch.setattr(importing, "import_task", jobs.import_or_die)
    refreshed = library.refresh()
    assert refreshed.is_complete
    assert refreshed.changed == ARTICLES.keys()
    problems = {entry.path: entry.problem for entry in library.entries() if entry.problem}
    assert problems.keys() == {"a deadly.txt", "inner/z deadly.txt"}
    assert problems["inner/z deadly.txt"] == (
        "“z deadly.txt” could not be read."
        " The process that analysed this article ended unexpectedly."
    )
    assert [hit.path for hit in library.search("litres").hits] == ["ferry.txt"]
    monkeypatch.setattr(importing, "import_task", jobs.crash)  # which nothing asks for again
    assert not library.refresh()


def test_an_end_for_which_no_file_is_to_blame_is_told(library, monkeypatch):
    monkeypatch.setattr(importing, "import_task", jobs.import_and_die)
    with pytest.raises(WorkerLostError, match="ended unexpectedly"):
        library.refresh()
    assert library.entries() == ()
