"""The workspace as the window meets it: the list, hits as one types, a passage in its accounts."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.benchmarks.generated import vocabulary, write_library
from tests.workspace.conftest import WorkersAtOnce

from diptych.model.listing import Order
from diptych.settings import Places
from diptych.text.spans import Span
from diptych.workspace.workspace import Workspace

LIST_SECONDS = 0.5
"""The first list of 10,000 articles; the next ones come from memory."""
LIST_AGAIN_SECONDS = 0.02
TYPED_SECONDS = 0.04
"""95 of 100 keystrokes, from the text of the query to the rows of the list."""
ACCOUNTS_SECONDS = 0.03
STORIES_OF_SECONDS = 1e-4


def opened(root: Path, home: Path) -> Workspace:
    places = Places(home / "config", home / "cache", home / "data")
    workspace = Workspace.open(root, places, workers=WorkersAtOnce())
    workspace.refresh()
    return workspace


@pytest.fixture(scope="module")
def library(generated_library, tmp_path_factory) -> Iterator[Workspace]:
    """2,000 articles of 500 words, imported."""
    with opened(generated_library, tmp_path_factory.mktemp("home")) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Iterator[Workspace]:
    """10,000 short articles, imported."""
    root = write_library(tmp_path_factory.mktemp("large") / "library", 10_000, 50)
    with opened(root, tmp_path_factory.mktemp("home")) as workspace:
        yield workspace


def seconds(work, *arguments) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def keystrokes(words: list[str]) -> Iterator[str]:
    for word in words:
        yield from (word[:length] for length in range(1, len(word) + 1))


@pytest.mark.parametrize("order", [Order.DATE, Order.RELEVANCE])
def test_hits_are_listed_as_one_types(benchmark, library, order, goal):
    words = [word for word in vocabulary()[50:4000:131] if len(word) > 2]

    def run() -> list[float]:
        return [seconds(library.listing, typed, order) for typed in keystrokes(words)]

    library.listing("a", order)
    times = benchmark.pedantic(run, rounds=1)
    p95 = statistics.quantiles(times, n=20)[-1]
    benchmark.extra_info.update(p50=statistics.median(times))
    goal("p95 seconds", p95, at_most=TYPED_SECONDS)


def test_ten_thousand_articles_are_listed_at_once(benchmark, large, goal):
    def forget() -> None:
        large._listings._known = large._listings._grouped = None

    benchmark.pedantic(large.listing, ("", Order.DATE), setup=forget, rounds=3)
    goal("seconds", benchmark.stats.stats.min, at_most=LIST_SECONDS)
    assert large.listing("", Order.DATE).total == 10_000


def test_ten_thousand_articles_are_listed_again_from_memory(benchmark, large, goal):
    large.listing("", Order.DATE)
    benchmark.pedantic(large.listing, ("", Order.DATE), rounds=20)
    goal("seconds", benchmark.stats.stats.median, at_most=LIST_AGAIN_SECONDS)


def test_a_refresh_that_finds_nothing_new_is_quick(benchmark, large, goal):
    benchmark.pedantic(large.refresh, rounds=3)
    goal("seconds", benchmark.stats.stats.min, at_most=1.0)


def test_a_passage_is_found_in_twenty_accounts_while_the_cursor_moves(benchmark, library, goal):
    paths = tuple(entry.path for entry in library.entries()[:20])
    library.stories._hold(type(library.stories._grouping)("", (paths,)))
    for future in library.comparing.relate(paths[0]):
        future.result()
    library.comparing.accounts(paths[0], Span(0, 200))
    found = benchmark.pedantic(library.accounts, (paths[0], Span(200, 500)), rounds=20)
    assert len(found.rows) == len(paths)
    goal("seconds", benchmark.stats.stats.median, at_most=ACCOUNTS_SECONDS)


def test_the_story_of_an_article_is_found_without_a_search(benchmark, library, goal):
    stories = tuple((f"{n}.txt", f"{n}-copy.txt") for n in range(50_000))
    library.stories._hold(type(library.stories._grouping)("", stories))
    assert benchmark(library.stories.of, "49999.txt") == stories[-1]
    goal("seconds", benchmark.stats.stats.median, at_most=STORIES_OF_SECONDS)


def test_closing_waits_for_nobody(benchmark, large, tmp_path, goal):
    places = Places(tmp_path / "config", tmp_path / "cache", tmp_path / "data")
    workspace = Workspace.open(large.root, places, workers=WorkersAtOnce())
    begun = threading.Event()
    refreshing = threading.Thread(target=workspace.refresh, args=(lambda _: begun.set(),))
    refreshing.start()
    begun.wait()
    benchmark.pedantic(workspace.close, rounds=1)
    refreshing.join()
    workspace.ended.result()
    goal("seconds", benchmark.stats.stats.max, at_most=0.1)
