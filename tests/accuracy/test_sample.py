"""What the analysis gets right in the sample library, against answers made by reading.

Each floor is half a point under what was measured when it was last set: a smaller figure means
that something got worse. Printed with `make accuracy`.
"""

import pytest
from tests.accuracy.gold import (
    ENGLISH,
    GOLD,
    Score,
    added,
    names,
    paragraph_links,
    plain,
    quotations,
    wanted_names,
)

CLOSE_PAIRS = (
    "northern-courier-strait-talks | lakeland-post-sarovia-talks",
    "northern-courier-strait-talks | daily-relay-sarovia-negotiations",
    "northern-courier-strait-talks | sky-ledger-strait-talks",
    "northern-courier-dam-wave | continental-herald-dam-overtopped",
    "corwell-marine-press-release | trade-tide-corwell-tamura",
)
FAR_PAIRS = (
    "northern-courier-strait-talks | harbour-monitor-waiting-ships",
    "harbour-monitor-waiting-ships | egn-strait-consultations",
    "corwell-marine-press-release | capital-letter-corwell",
    "corwell-marine-press-release | evening-star-shipyard",
)
FOREIGN_PAIRS = (
    "kestrische-rundschau-grauwand | continental-herald-dam-overtopped",
    "kestrische-rundschau-grauwand | alpine-review-grauwand",
)


def spoken(key: str):
    """Yield the gold quotations that somebody says, or that nobody is said to."""
    return [
        (wanted, speaker, found)
        for wanted, speaker, found in quotations(key)
        if wanted["role"] in ("speech", "unattributed")
    ]


def is_right(wanted, speaker: str | None) -> bool:
    if wanted["role"] == "unattributed" or speaker is None:
        return (wanted["role"] == "unattributed") == (speaker is None)
    words = plain(speaker)
    return any(
        plain(form) in words or plain(form).split()[-1] == words.split()[-1]
        for form in wanted["accept"]
    )


def test_every_quotation_is_found(figure):
    found = [found for key in ENGLISH for _, _, found in spoken(key)]
    figure("sample: quotations found", sum(found) / len(found), at_least=0.995)


def test_speakers_are_right(figure):
    right = [is_right(wanted, who) for key in ENGLISH for wanted, who, _ in spoken(key)]
    figure("sample: speakers right", sum(right) / len(right), at_least=0.975)


def test_names_are_found_with_their_kind(figure):
    scores = []
    for key in ENGLISH:
        found, wanted = names(key), wanted_names(key)
        right = sum(found.get(form) in kinds for form, kinds in wanted.items())
        scores.append(Score(right, len(found), len(wanted)))
    figure("sample: distinct names, f1", added(scores).f1, at_least=0.90)


@pytest.mark.parametrize(
    ("pairs", "kind", "floor"),
    [
        (CLOSE_PAIRS, "close", 0.982),
        (FAR_PAIRS, "far", 0.876),
        (FOREIGN_PAIRS, "in two languages", 0.764),
    ],
    ids=["close", "far", "foreign"],
)
def test_paragraphs_are_linked(pairs, kind, floor, figure):
    score = added(paragraph_links(*pair.split(" | ")) for pair in pairs)
    figure(f"sample: pairs {kind}, paragraph links, f1", score.f1, at_least=floor)


def test_links_are_rarely_wrong(figure):
    pairs = (*CLOSE_PAIRS, *FAR_PAIRS, *FOREIGN_PAIRS)
    score = added(paragraph_links(*pair.split(" | ")) for pair in pairs)
    figure("sample: paragraph links, precision", score.precision, at_least=0.952)


def test_every_pair_in_the_gold_is_measured():
    assert set(GOLD["align"]) == {*CLOSE_PAIRS, *FAR_PAIRS, *FOREIGN_PAIRS}
