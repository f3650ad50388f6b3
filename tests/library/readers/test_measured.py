"""The readers on real pages, where those are beside the checkout."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from diptych.library.readers import article_from_bytes, read_article

PAGES = Path(__file__).resolve().parents[4] / "shared" / "gold" / "html_dev"


def shingles(text):
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)))


def prose(article):
    kept = (block for block in article.blocks if block.kind not in ("noise", "title"))
    return "\n".join(block.span.text_in(article.text) for block in kept)


def test_saved_pages_are_read_better_than_by_extraction_alone():
    """Extraction alone: F1 0.959, as article-extraction-benchmark counts four-word shingles."""
    if not PAGES.is_dir():
        pytest.skip("the measured pages are not beside this checkout")
    truth = json.loads((PAGES / "truth.json").read_text("utf-8"))
    precision, recall = [], []
    for key, gold in truth.items():
        data = gzip.decompress((PAGES / "pages" / f"{key}.html.gz").read_bytes())
        found = shingles(prose(article_from_bytes("page.html", data)))
        wanted = shingles(gold["articleBody"])
        both = sum((found & wanted).values())
        precision.append(both / max(sum(found.values()), 1))
        recall.append(both / max(sum(wanted.values()), 1))
    share, covered = sum(precision) / len(precision), sum(recall) / len(recall)
    assert 2 * share * covered / (share + covered) >= 0.96


@pytest.mark.parametrize(
    ("start", "facts", "kinds"),
    [
        (
            "000",
            {"published": "2022-02-14T19:24", "outlet": "Press Association"},
            {
                "title": 1,
                "dateline": 1,
                "caption": 6,
                "standfirst": 1,
                "paragraph": 26,
                "byline": 1,
            },
        ),
        (
            "001",
            {"outlet": "Al Jazeera", "published": ""},
            {"title": 1, "standfirst": 1, "caption": 8, "heading": 2, "paragraph": 29, "byline": 1},
        ),
        (
            "002",
            {"outlet": "CGTN", "updated": "2022-02-15T12:57", "standfirst": ""},
            {"title": 1, "dateline": 1, "byline": 2, "caption": 5, "heading": 2, "noise": 4},
        ),
        ("003", {"outlet": "", "standfirst": ""}, {"title": 1, "caption": 2, "noise": 0}),
        ("004", {"outlet": "", "standfirst": ""}, {"title": 1, "caption": 1, "noise": 2}),
    ],
)
def test_the_seed_articles_come_out_right(seeds, start, facts, kinds):
    (path,) = seeds.glob(f"{start}*.txt")
    article = read_article(seeds, path.name)
    assert {fact: getattr(article, fact) for fact in facts} == facts
    counted = Counter(str(block.kind) for block in article.blocks)
    assert {kind: counted[kind] for kind in kinds} == kinds
