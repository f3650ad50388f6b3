"""Speed and memory of reading and aligning, in one process and in a worker.

Time is processor time but for the warm worker, so that a busy machine does not fail it.
"""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import as_file, files

import pytest

from diptych.analysis.alignment import align
from diptych.analysis.differences import differences
from diptych.analysis.english import warm_up
from diptych.analysis.reading import read
from diptych.analysis.relating import relate
from diptych.library.readers import read_article
from diptych.model.article import Article, Block, BlockKind
from diptych.model.links import Alignment
from diptych.model.story import Member
from diptych.text.spans import Span
from diptych.workspace import tasks
from diptych.workspace.queue import Priority
from diptych.workspace.worker import memory_in_use
from diptych.workspace.workers import Workers

ARTICLES_A_SECOND = 7.0
WORDS = 500
ALIGNMENT_SECONDS = 0.080
STORY = 20
STORY_SECONDS = 2.0
DIFFERENCES_SECONDS = 0.030
WARM_SECONDS = 0.300
COLD_SECONDS = 2.0
WORKER_BYTES = 400 * 1024 * 1024
PATIENCE = 60


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    with as_file(files("diptych_resources") / "sample") as folder:
        names = sorted(path.name for path in folder.glob("*.txt"))
        read_ones = [read_article(folder, name) for name in names]
    return [one for one in read_ones if one.language == "en"]


@pytest.fixture
def workers() -> Iterator[Workers]:
    pool = Workers(1)
    yield pool
    pool.close()


def of_words(articles: list[Article], words: int) -> Article:
    """Return one article of about ``words`` words, made of paragraphs of all of them."""
    lines: list[str] = []
    for article in articles:
        for block in article.prose():
            if sum(len(line.split()) for line in lines) < words:
                lines.append(block.span.text_in(article.text))
    blocks, position = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(position, position + len(line))))
        position += len(line) + 1
    return Article("long.txt", "text/1", "\n".join(lines), tuple(blocks), language="en")


def processor_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def test_seven_articles_of_500_words_are_read_in_a_second_of_one_core(articles, goal):
    warm_up()
    words = sum(len(one.text.split()) for one in articles)
    seconds = min(processor_seconds(lambda: [read(one) for one in articles]) for _ in range(3))
    goal("seconds for 500 words", seconds * WORDS / words, at_most=1 / ARTICLES_A_SECOND)


def test_two_articles_of_a_thousand_words_are_aligned_in_eighty_milliseconds(
    articles, benchmark, goal
):
    left, right = of_words(articles, 1000), of_words(articles[::-1], 1000)
    readings = read(left), read(right)
    benchmark(align, left, right, *readings)
    fastest = min(processor_seconds(lambda: align(left, right, *readings)) for _ in range(5))
    goal("seconds a pair", fastest, at_most=ALIGNMENT_SECONDS)


def test_the_differences_of_two_articles_of_a_thousand_words_take_thirty_milliseconds(
    articles, goal
):
    left, right = of_words(articles, 1000), of_words(articles[2:], 1000)
    readings = read(left), read(right)
    links = align(left, right, *readings).links
    assert len(links) > 15

    def told() -> object:
        return differences(left, readings[0], right, readings[1], links)

    seconds = min(processor_seconds(told) for _ in range(5))
    goal("seconds a pair", seconds, at_most=DIFFERENCES_SECONDS)


def test_one_more_article_in_a_story_of_twenty_takes_two_seconds(articles, goal):
    warm_up()
    texts = [of_words(articles[first:] + articles[:first], WORDS) for first in range(STORY)]
    members = [
        Member(replace(text, path=f"{number}.txt"), read(text)) for number, text in enumerate(texts)
    ]
    *others, last = members
    known = {
        (ours.article.path, theirs.article.path): aligned(ours, theirs)
        for ours, theirs in itertools.combinations(others, 2)
    }

    def add() -> None:
        reading = read(last.article)
        member = Member(last.article, reading)
        new = {(one.article.path, last.article.path): aligned(one, member) for one in others}
        relate(members, known | new)

    seconds = min(processor_seconds(add) for _ in range(5))
    goal("seconds for one more article", seconds, at_most=STORY_SECONDS)


def aligned(left: Member, right: Member) -> Alignment:
    return align(left.article, right.article, left.reading, right.reading)


def test_a_warm_worker_answers_within_300_milliseconds(articles, workers, goal):
    article = of_words(articles, 720)
    workers.submit(tasks.prepare_reading).result(PATIENCE)
    seconds = [answered(workers, article) for _ in range(5)]
    goal("seconds of a warm worker", min(seconds), at_most=WARM_SECONDS)


def test_a_cold_worker_answers_after_two_seconds_of_work(articles, goal):
    article = of_words(articles, 720)
    seconds = []
    for _ in range(3):
        pool = Workers(1)
        try:
            answered(pool, article)
            seconds.append(pool.submit(time.process_time).result(PATIENCE))
        finally:
            pool.close()
    goal("seconds of a cold worker", min(seconds), at_most=COLD_SECONDS)


def test_a_worker_stays_under_400_megabytes(articles, workers):
    readings = [workers.submit(tasks.read_task, one).result(PATIENCE) for one in articles]
    for one, reading in zip(articles[1:], readings[1:], strict=True):
        pair = articles[0], one, readings[0], reading
        assert workers.submit(tasks.align_task, *pair).result(PATIENCE)
    assert 0 < workers.submit(memory_in_use).result(PATIENCE) <= WORKER_BYTES


def answered(pool: Workers, article: Article) -> float:
    """Return the seconds from asking for a reading to having it."""
    began = time.perf_counter()
    pool.submit(tasks.read_task, article, priority=Priority.SCREEN).result(PATIENCE)
    return time.perf_counter() - began
