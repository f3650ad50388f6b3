"""The grouping of a library: worked out once, replaced by the newest, kept between starts."""

import pytest
from tests.workspace.conftest import WorkersOnDemand

from diptych.errors import AnalysisError
from diptych.model.listing import Entry
from diptych.workspace.keeping import Keeper
from diptych.workspace.stories import Stories

ENTRIES = [Entry(f"{name}.txt", sha256=name) for name in "abc"]
MORE = [*ENTRIES, Entry("d.txt", sha256="d")]


@pytest.fixture
def workers() -> WorkersOnDemand:
    return WorkersOnDemand()


@pytest.fixture
def stories(tmp_path, workers, keeper) -> Stories:
    return Stories(tmp_path, workers, keeper)


def test_before_it_is_grouped_every_article_stands_alone(stories):
    assert stories.of("a.txt") == ("a.txt",)
    assert stories.stories == ()


def test_what_was_grouped_holds_and_is_not_grouped_again(stories, workers):
    grouped = stories.renew(ENTRIES)
    workers.next().set_result([["a.txt", "c.txt"], ["b.txt"]])
    assert grouped.result() == [["a.txt", "c.txt"], ["b.txt"]]
    assert stories.of("c.txt") == ("a.txt", "c.txt")
    assert stories.of("b.txt") == ("b.txt",)
    assert stories.renew(list(reversed(ENTRIES))) is None
    assert stories.renew([*ENTRIES, Entry("e.txt", problem="It is empty.")]) is None


def test_it_is_there_at_the_next_start(tmp_path, stories, workers, keeper):
    stories.renew(ENTRIES)
    workers.next().set_result([["a.txt", "c.txt"]])
    keeper.flush()
    later = Stories(tmp_path, WorkersOnDemand(), Keeper())
    assert later.of("a.txt") == ("a.txt", "c.txt")
    assert later.renew(ENTRIES) is None


def test_asked_twice_it_works_once(stories, workers):
    assert stories.renew(ENTRIES) is stories.renew(ENTRIES)
    assert len(workers.jobs) == 1


def test_only_the_newest_grouping_holds(stories, workers):
    older, newer = stories.renew(ENTRIES), stories.renew(MORE)
    first, second = workers.next(), workers.next()
    second.set_result([["a.txt", "d.txt"]])
    first.set_result([["a.txt", "b.txt"]])
    assert older.done()
    assert newer.done()
    assert stories.of("a.txt") == ("a.txt", "d.txt")


def test_what_failed_is_tried_again(stories, workers):
    failing = stories.renew(ENTRIES)
    workers.next().set_exception(AnalysisError("The process ended."))
    assert isinstance(failing.exception(), AnalysisError)
    assert stories.renew(ENTRIES) is not failing


def test_what_was_cancelled_is_tried_again(stories, workers):
    cancelled = stories.renew(ENTRIES)
    workers.jobs.pop().cancel()
    assert cancelled.cancelled()
    assert stories.renew(ENTRIES) is not cancelled


@pytest.mark.parametrize("damage", [b"", b"[1", b'{"stories": 1}', b"\xff"])
def test_a_damaged_file_means_nothing_was_grouped(tmp_path, workers, damage):
    (tmp_path / "stories.json").write_bytes(damage)
    stories = Stories(tmp_path, workers, Keeper())
    assert stories.stories == ()
    assert stories.renew(ENTRIES) is not None
