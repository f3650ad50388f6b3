"""Articles grouped by event: by names above all, across languages, and never by the day alone."""

import dataclasses
import itertools
import json
import time
from pathlib import Path

import pytest
from tests.benchmarks.generated import texts

from diptych.analysis.stories import Account, group_stories
from diptych.library.readers import article_from_bytes, read_article

GOLD = json.loads((Path(__file__).parents[1] / "gold" / "sample.json").read_text("utf-8"))
BASIL = Path(__file__).resolve().parents[3] / "shared" / "gold" / "stories_dev.jsonl"

STRAIT = Account(
    "strait.txt",
    "Talks on the strait go on",
    "Minister Pavel Orlenko of Sarovia said in Vienna that talks on the Kaldar Strait go on.",
    "2024-03-12",
)
STRAIT_AGAIN = Account(
    "again.txt",
    "Sarovia stays at the table",
    "Sarovia stays at the table over the Kaldar Strait, Pavel Orlenko told reporters in Vienna.",
    "2024-03-12T18:40",
)
DAM = Account(
    "dam.txt",
    "Wave over a dam",
    "A wave swept over the Grauwand dam in Kestria; mayor Lena Brandt said seven people had died.",
    "2024-03-12",
)


def account_of(article) -> Account:
    prose = "\n".join(block.span.text_in(article.text) for block in article.prose())
    return Account(article.path, article.title, prose, article.published, article.language)


def stories(accounts, **options) -> set[frozenset[str]]:
    return {frozenset(group) for group in group_stories(accounts, **options)}


def pairs(groups) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in itertools.combinations(group, 2)}


def f1(found, gold) -> float:
    found, gold = pairs(found), pairs(gold)
    return 2 * len(found & gold) / (len(found) + len(gold))


def test_nothing_is_in_no_story_and_one_article_is_in_its_own():
    assert group_stories([]) == []
    assert group_stories([STRAIT]) == [["strait.txt"]]


def test_accounts_of_one_event_are_joined_and_another_event_of_that_day_is_not():
    assert group_stories([DAM, STRAIT, STRAIT_AGAIN]) == [["dam.txt"], ["strait.txt", "again.txt"]]


def test_the_order_of_the_articles_does_not_matter():
    orders = itertools.permutations([DAM, STRAIT, STRAIT_AGAIN])
    assert len({frozenset(stories(order)) for order in orders}) == 1


def test_the_same_words_a_month_later_are_another_story():
    later = dataclasses.replace(STRAIT_AGAIN, published="2024-04-20")
    assert len(group_stories([STRAIT, later])) == 2


def test_a_copy_without_a_date_is_joined():
    copy = dataclasses.replace(STRAIT, path="copy.txt", published="")
    assert group_stories([STRAIT, copy]) == [["strait.txt", "copy.txt"]]


def test_a_date_that_is_none_is_as_good_as_no_date():
    copy = dataclasses.replace(STRAIT, path="copy.txt", published="yesterday")
    assert group_stories([STRAIT, copy]) == [["strait.txt", "copy.txt"]]


def test_empty_articles_stand_alone():
    assert len(group_stories([Account("a", "", ""), Account("b", "", "")])) == 2


def test_the_stories_of_the_sample_library_are_found_across_languages(sample_library):
    accounts = [
        account_of(read_article(sample_library, path.name)) for path in files(sample_library)
    ]
    gold = [{GOLD["files"][key] for key in story} for story in GOLD["stories"]]
    assert stories(accounts) == {frozenset(story) for story in gold}


@pytest.mark.parametrize("threshold", [0.22, 0.235, 0.245])
def test_the_threshold_stands_well_inside_what_works(sample_library, threshold):
    accounts = [
        account_of(read_article(sample_library, path.name)) for path in files(sample_library)
    ]
    gold = [{GOLD["files"][key] for key in story} for story in GOLD["stories"]]
    assert f1(stories(accounts, threshold=threshold), gold) == 1.0


def test_news_articles_on_fifty_events_are_told_apart():
    if not BASIL.exists():
        pytest.skip("the measured news articles are not beside this checkout")
    accounts, gold = [], []
    for number, line in enumerate(BASIL.read_text("utf-8").splitlines()):
        group = set()
        for place, article in enumerate(json.loads(line)["articles"]):
            paragraphs = (
                one if isinstance(one, str) else " ".join(one) for one in article["paras"]
            )
            text = "\n\n".join([article["title"], *paragraphs])
            path = f"{number:04}-{place}.txt"
            accounts.append(account_of(article_from_bytes(path, text.encode())))
            group.add(path)
        gold.append(group)
    assert f1(stories(accounts), gold) >= 0.96


def test_the_work_grows_hardly_faster_than_the_library():
    def seconds(count: int) -> float:
        accounts = [Account(name, "", text) for name, text in texts(count, 120)]
        start = time.process_time()
        group_stories(accounts)
        return time.process_time() - start

    seconds(50)
    assert seconds(1600) < 12 * seconds(400)


def files(library: Path) -> list[Path]:
    return sorted(path for path in library.iterdir() if not path.name.endswith(".json"))
