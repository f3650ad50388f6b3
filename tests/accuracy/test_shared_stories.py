"""Figures of whole stories on articles that are kept beside the checkout, never in it."""

import itertools
import json
import random
from collections import Counter

import pytest
from tests.accuracy.test_shared_gold import SHARED, seed, words

from diptych.analysis.alignment import align
from diptych.analysis.origins import derive
from diptych.analysis.reading import read
from diptych.analysis.relating import relate
from diptych.analysis.telling import Telling
from diptych.library.readers import article_from_bytes
from diptych.model.story import Derivation, Member, Side, StoryAnalysis, Verdict

SEED_VERDICTS = {
    ("000", "003"): Verdict.REWORDED,
    ("000", "004"): Verdict.SHARED_SOURCE,
    ("001", "002"): Verdict.SHARED_SOURCE,
}
"""Of these five accounts; all other pairs of them are independent."""


@pytest.fixture(scope="module")
def seed_story(seeds) -> StoryAnalysis:
    members = [Member(*seed(path)) for path in sorted(seeds.glob("*.txt"))]
    alignments = {
        (ours.article.path, theirs.article.path): align(
            ours.article, theirs.article, ours.reading, theirs.reading
        )
        for ours, theirs in itertools.combinations(members, 2)
    }
    return relate(members, alignments)


def test_verdicts_of_the_seeds(seed_story, figure):
    found = {(one.left[:3], one.right[:3]): one.derivation for one in seed_story.pairs}
    pairs = list(itertools.combinations([path[:3] for path in seed_story.accounts], 2))
    independent = Derivation(Verdict.INDEPENDENT, 0)
    right = [
        found.get(pair, independent).verdict is SEED_VERDICTS.get(pair, Verdict.INDEPENDENT)
        for pair in pairs
    ]
    figure("seeds: verdicts of pairs", sum(right) / len(right), at_least=1)
    assert found["000", "003"].origin is Side.LEFT
    assert len(seed_story.texts) == seed_story.origins.most == 4
    assert seed_story.origins.least == 2


def test_spellings_of_the_seeds(seed_story, figure):
    gold = json.loads((SHARED / "gold" / "seeds_dev.json").read_text("utf-8"))["entities"]
    ids: dict[str, set[str]] = {}
    for entity in seed_story.entities:
        for form in entity.forms:
            ids.setdefault(words(form.text), set()).add(entity.id)
    named = [[ids.get(words(form), set()) for form in entity["forms"]] for entity in gold]
    pairs = [pair for forms in named for pair in itertools.combinations(forms, 2)]
    joined = [bool(one & other) for one, other in pairs]
    figure("seeds: spelling pairs joined", sum(joined) / len(joined), at_least=0.995)
    for ours, theirs in itertools.combinations(named, 2):
        assert not set().union(*ours) & set().union(*theirs)


def test_outlets_own_articles_are_hardly_ever_taken_for_one_anothers(figure):
    """Of 10 of the 50 events, since reading them all takes a minute."""
    path = SHARED / "gold" / "stories_dev.jsonl"
    if not path.is_file():
        pytest.skip("the shared gold is not beside this checkout")
    lines = path.read_text("utf-8").splitlines()
    verdicts: Counter[Verdict] = Counter()
    for line in random.Random(7).sample(lines, 10):
        tellings = []
        for one in json.loads(line)["articles"]:
            article = article_from_bytes(
                "gold.txt", "\n\n".join([one["title"], *one["paras"]]).encode()
            )
            tellings.append(Telling(Member(article, read(article))))
        for ours, theirs in itertools.combinations(tellings, 2):
            links = align(ours.article, theirs.article, ours.reading, theirs.reading)
            verdicts[derive(ours, theirs, links).verdict] += 1
    assert not verdicts[Verdict.COPY] + verdicts[Verdict.REWORDED]
    share = verdicts[Verdict.INDEPENDENT] / verdicts.total()
    figure("news: pairs of own articles found independent", share, at_least=0.95)
