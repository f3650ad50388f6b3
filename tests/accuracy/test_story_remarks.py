"""What is found of quotations and figures that several accounts of the sample library share.

Floors are half a point under what was measured when they were last set.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from tests.accuracy.gold import ENGLISH, GOLD, alignment, article, plain, reading

from diptych.analysis.figures import shared_figures
from diptych.analysis.inferred_dates import inferred_dates
from diptych.analysis.utterances import utterances
from diptych.model.figures import FigureRelation, SharedFigure
from diptych.model.links import Alignment
from diptych.model.story import Member

STORIES = [story for story in GOLD["stories"] if len(story) > 1]
KEY_OF = {article(key).path: key for key in GOLD["files"]}
KILOMETRES = {"nautical mile": 1.852}


def links(story: list[str]) -> list[Alignment]:
    return [alignment(one, other) for one, other in itertools.combinations(story, 2)]


def members(story: list[str]):
    return [Member(article(key), reading(key)) for key in story]


@cache
def cluster_of() -> dict[tuple[str, str], str]:
    """Return the cluster of each gold quotation that has one, by article and words."""
    return {
        (one["article"], plain(one["text"])): one["cluster"]
        for one in GOLD["quotes"]
        if one["cluster"]
    }


def versions(story: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield group, article and cluster of each version that the gold has in a cluster."""
    for group, utterance in enumerate(utterances(members(story), links(story))):
        for version in utterance.versions:
            key = KEY_OF[version.path]
            words = plain(version.span.text_in(article(key).text))
            if (key, words) in cluster_of():
                yield group, key, cluster_of()[key, words]


def test_versions_of_one_quotation_are_together(figure):
    right: Counter[bool] = Counter()
    for story in STORIES:
        found = [one for one in versions(story) if one[1] in ENGLISH]
        for (group, key, name), (other, its_key, its_name) in itertools.combinations(found, 2):
            if key != its_key and name == its_name:
                right[group == other] += 1
    share = right[True] / right.total()
    figure("sample: pairs of one quotation together", share, at_least=0.975)


def test_no_two_quotations_are_joined():
    for story in STORIES:
        clusters = defaultdict(set)
        for group, _, name in versions(story):
            clusters[group].add(name)
        assert [names for names in clusters.values() if len(names) > 1] == []


@cache
def figures(number: int) -> tuple[SharedFigure, ...]:
    return shared_figures(members(STORIES[number]), links(STORIES[number]))


def found_rows() -> Iterator[tuple[list[tuple[str, float]], list[SharedFigure]]]:
    """Yield the English values of each gold row with the groups that hold any of them."""
    for row in GOLD["quantities"]:
        wanted = [(one["article"], one["value"]) for one in row["values"]]
        story = next(at for at, keys in enumerate(STORIES) if wanted[0][0] in keys)
        held = [shared for shared in figures(story) if set(wanted) & set(values(shared))]
        english = [one for one in wanted if one[0] in ENGLISH]
        if len({key for key, _ in english}) > 1:
            yield english, held


def values(shared: SharedFigure) -> list[tuple[str, float]]:
    return [(KEY_OF[one.path], one.value * KILOMETRES.get(one.unit, 1)) for one in shared.values]


def test_figures_for_one_thing_line_up(figure):
    right = total = 0
    for wanted, held in found_rows():
        best = max((len(set(values(one)) & set(wanted)) for one in held), default=0)
        right += best
        total += len(set(wanted))
    figure("sample: shared figures in line", right / total, at_least=0.932)


def test_the_conflicts_shown_are_those_that_the_gold_names(figure):
    named = [
        set(wanted)
        for row, (wanted, _) in zip(english_rows(), found_rows(), strict=True)
        if row["relation"] == "conflicting"
    ]
    shown = [
        set(values(one))
        for number in range(len(STORIES))
        for one in figures(number)
        if one.relation is FigureRelation.CONFLICTING
    ]
    assert all(any(one & other for other in named) for one in shown)
    found = sum(any(one & other for other in shown) for one in named)
    figure("sample: conflicts of figures found", found / len(named), at_least=0.87)


def english_rows():
    return [
        row
        for row in GOLD["quantities"]
        if len({one["article"] for one in row["values"] if one["article"] in ENGLISH}) > 1
    ]


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (
            "daily-relay-sarovia-negotiations",
            {"Tuesday": "2024-03-12", "March 2": "2024-03-02", "Monday": "2024-03-11"},
        ),
        ("sky-ledger-strait-talks", {"Wednesday": "2024-03-13", "March 1": "2024-03-01"}),
    ],
)
def test_undated_accounts_take_their_days_from_the_others(key, days):
    story = next(story for story in STORIES if key in story)
    text = article(key).text
    found = {
        one.span.text_in(text): one.when
        for one in inferred_dates(members(story), links(story))
        if KEY_OF[one.path] == key
    }
    assert found.items() >= days.items()
