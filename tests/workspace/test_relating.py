"""What is known of a story: worked out once all accounts are compared, kept, and never blocked."""

from collections.abc import Sequence
from concurrent.futures import Future

import pytest
from tests.workspace.conftest import (
    WorkersAtOnce,
    WorkersOnDemand,
    alignment_of,
    close,
    reading_of,
)

from diptych.errors import AnalysisError, ReadError
from diptych.library.cache import Cache
from diptych.library.readers import article_from_bytes
from diptych.model.article import Article
from diptych.model.story import StoryAnalysis
from diptych.workspace import tasks
from diptych.workspace.analysing import Analyses
from diptych.workspace.keeping import Keeper
from diptych.workspace.relating import Relating, story_key

ARTICLES = {
    f"{name}.txt": article_from_bytes(f"{name}.txt", f"Headline {name}\n\nIt rained.".encode())
    for name in ("one", "two", "three")
}


class Shelf:
    """The articles of a story, in place of `Articles` and `Stories`."""

    def __init__(self, *paths: str) -> None:
        self.paths = paths
        self.unreadable: set[str] = set()

    def article(self, path: str) -> Article:
        if path in self.unreadable:
            raise ReadError("It cannot be read.")
        return ARTICLES[path]

    def of(self, _path: str) -> Sequence[str]:
        return self.paths


class Corrected(Analyses):
    """What was found, in place of `Correcting`; ``corrections`` stand for those of a reader."""

    corrections = "as it was found"

    def hash_of(self, _paths: object) -> str:
        return self.corrections


@pytest.fixture
def cache(tmp_path):
    with Cache(tmp_path / "cache") as cache:
        yield cache


def relating(cache: Cache, shelf: Shelf, workers, keeper: Keeper | None = None) -> Relating:
    keeper = keeper or Keeper(lambda: False)
    analyses = Corrected(cache.catalogue, workers, keeper)
    return Relating(cache.catalogue, shelf, shelf, analyses, workers, keeper)  # type: ignore[arg-type]


def work(workers: WorkersOnDemand, failing: str = "") -> None:
    """Do all jobs but the last, which relates; reading the file ``failing`` fails."""
    while workers.jobs and workers.jobs[0].task is not tasks.relate_task:
        job = workers.next()
        if job.task is tasks.align_task:
            job.set_result(alignment_of(*job.arguments))
        elif job.arguments[0].path == failing:
            job.set_exception(AnalysisError("It took too long."))
        else:
            job.set_result(reading_of(job.arguments[0]))


def related(workers: WorkersOnDemand) -> StoryAnalysis:
    """Do the last job."""
    job = workers.next()
    job.set_result(tasks.relate_task(*job.arguments))
    return job.result()


def test_a_story_is_related_once_all_its_pairs_are_aligned(cache):
    workers = WorkersOnDemand()
    relating_them = relating(cache, Shelf(*ARTICLES), workers)
    story = relating_them.story("one.txt")
    assert relating_them.story("two.txt") is story
    work(workers)
    assert workers.tasks.count("read_task") == workers.tasks.count("align_task") == 3
    assert not story.done()
    found = related(workers)
    assert story.result() == found
    assert found.accounts == ("one.txt", "three.txt", "two.txt")


def test_it_is_kept_for_the_next_time(cache, keeper):
    workers = WorkersOnDemand()
    story = relating(cache, Shelf(*ARTICLES), workers, keeper).story("one.txt")
    work(workers)
    related(workers)
    keeper.flush()
    none = WorkersOnDemand()
    assert relating(cache, Shelf(*ARTICLES), none).story("one.txt").result() == story.result()
    assert none.tasks == []
    # With one account less it is another story.
    assert not relating(cache, Shelf("one.txt", "three.txt"), none).story("one.txt").done()


def test_one_account_that_fails_is_missing_and_nothing_is_stored(cache, keeper):
    workers = WorkersOnDemand()
    story = relating(cache, Shelf(*ARTICLES), workers, keeper).story("one.txt")
    work(workers, failing="two.txt")
    assert related(workers).accounts == ("one.txt", "three.txt")
    assert story.result().accounts == ("one.txt", "three.txt")
    keeper.flush()
    assert not relating(cache, Shelf(*ARTICLES), WorkersOnDemand()).story("one.txt").done()


def test_a_file_that_cannot_be_read_is_missing_too(cache):
    shelf, workers = Shelf(*ARTICLES), WorkersAtOnce()
    shelf.unreadable = {"three.txt"}
    story = relating(cache, shelf, workers).story("one.txt")
    assert story.result().accounts == ("one.txt", "two.txt")


def test_a_story_of_which_no_file_can_be_read_fails_as_they_do(cache):
    shelf = Shelf("one.txt")
    shelf.unreadable = {"one.txt"}
    with pytest.raises(ReadError, match="cannot be read"):
        relating(cache, shelf, WorkersAtOnce()).story("one.txt").result()


def test_a_story_of_which_nothing_can_be_analysed_fails_as_its_articles_do(cache):
    workers = WorkersOnDemand()
    story = relating(cache, Shelf("one.txt"), workers).story("one.txt")
    work(workers, failing="one.txt")
    with pytest.raises(AnalysisError, match="too long"):
        story.result()


def test_a_story_is_cancelled_with_its_readings(cache):
    workers = WorkersOnDemand()
    story: Future[StoryAnalysis] = relating(cache, Shelf("one.txt"), workers).story("one.txt")
    workers.jobs[0].cancel()
    assert story.cancelled()


def test_a_stored_story_in_another_shape_is_found_anew(cache, caplog):
    shelf = Shelf("one.txt")
    cache.catalogue.store_story(
        "one.txt", story_key([ARTICLES["one.txt"]], "as it was found"), b'{"other": 1}'
    )
    assert relating(cache, shelf, WorkersAtOnce()).story("one.txt").result().accounts == shelf.paths
    assert "a stored story is of no use" in caplog.text


def test_an_open_library_tells_the_story_of_an_article(root, opened):
    library = opened(root)
    library.stories._hold(type(library.stories._grouping)("", (("council.txt", "ferry.txt"),)))
    assert library.story("ferry.txt").result().accounts == ("council.txt", "ferry.txt")
    assert library.story("inner/café.txt").result().texts == (("inner/café.txt",),)
    close(library)


def test_a_correction_makes_it_another_analysis():
    (article,) = [ARTICLES["one.txt"]]
    assert story_key([article], "one correction") != story_key([article], "another")
