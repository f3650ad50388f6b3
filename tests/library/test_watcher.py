import queue
from collections.abc import Callable, Iterator

import pytest
from watchdog.observers.api import BaseObserver, EventEmitter

from diptych.library.watcher import Observed, Watcher


class Seen:
    """What a watcher has reported, and the wait for what it will."""

    def __init__(self) -> None:
        self._reports: queue.Queue[Observed] = queue.Queue()
        self.report = self._reports.put

    def until(self, is_there: Callable[[set[str], set[str]], bool]) -> tuple[set[str], set[str]]:
        articles: set[str] = set()
        sidecars: set[str] = set()
        while not is_there(articles, sidecars):
            observed = self._reports.get(timeout=20)
            articles |= observed.articles
            sidecars |= observed.sidecars
        return articles, sidecars


class NoWatchesLeft(BaseObserver):
    def __init__(self) -> None:
        super().__init__(EventEmitter)

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


@pytest.fixture(params=["system", "polling"])
def watch(request, tmp_path) -> Iterator[tuple[Seen, Watcher]]:
    seen = Seen()
    (tmp_path / "inner").mkdir()
    options = {} if request.param == "system" else {"observer": NoWatchesLeft}
    watcher = Watcher(tmp_path, seen.report, quiet=0.02, poll=0.05, **options)
    assert watcher.is_polling == (request.param == "polling")
    yield seen, watcher
    watcher.stop()


def test_an_article_that_comes_is_reported(watch, tmp_path):
    (tmp_path / "inner" / "a.txt").write_text("A")
    assert watch[0].until(lambda articles, _: "inner/a.txt" in articles)[1] == set()


def test_an_article_that_goes_is_reported(watch, tmp_path):
    (tmp_path / "a.txt").write_text("A")
    watch[0].until(lambda articles, _: "a.txt" in articles)
    (tmp_path / "a.txt").unlink()
    watch[0].until(lambda articles, _: "a.txt" in articles)


def test_a_renamed_article_is_reported_under_both_names(watch, tmp_path):
    (tmp_path / "a.txt").write_text("A")
    watch[0].until(lambda articles, _: "a.txt" in articles)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    watch[0].until(lambda articles, _: {"a.txt", "b.txt"} <= articles)


def test_tags_are_reported_apart_from_articles(watch, tmp_path):
    (tmp_path / "a.txt.diptych.json").write_text("{}")
    articles, sidecars = watch[0].until(lambda _, sidecars: bool(sidecars))
    assert (articles, sidecars) == (set(), {"a.txt.diptych.json"})


def test_what_is_no_part_of_a_library_is_not_reported(watch, tmp_path):
    (tmp_path / ".hidden.txt").write_text("A")
    (tmp_path / "picture.png").write_bytes(b"PNG")
    (tmp_path / "last.txt").write_text("A")
    articles, _ = watch[0].until(lambda articles, _: "last.txt" in articles)
    assert articles == {"last.txt"}


def test_a_folder_that_is_taken_away_is_reported(watch, tmp_path):
    (tmp_path / "inner" / "a.txt").write_text("A")
    watch[0].until(lambda articles, _: "inner/a.txt" in articles)
    (tmp_path / "inner").rename(tmp_path.parent / f"{tmp_path.name}-elsewhere")
    watch[0].until(lambda articles, _: any(path.startswith("inner/") for path in articles))


def test_it_can_be_stopped_from_within_a_report(tmp_path):
    stopped: queue.Queue[bool] = queue.Queue()

    def report(_observed: Observed) -> None:
        watcher.stop()
        stopped.put(True)

    watcher = Watcher(tmp_path, report, quiet=0.02)
    (tmp_path / "a.txt").write_text("A")
    assert stopped.get(timeout=20)
