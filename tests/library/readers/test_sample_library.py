"""The sample library against its gold answers."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from diptych.library.readers import read_article

SAMPLE = Path(str(files("diptych_resources") / "sample"))
GOLD = json.loads((Path(__file__).parents[2] / "gold" / "sample.json").read_text("utf-8"))
PROSE = {"title", "standfirst", "byline", "dateline", "paragraph", "list", "heading"}


def bare(words):
    return re.sub(r"\W+", " ", words.lower()).strip()


def paragraphs(key):
    """The paragraphs that the gold's indices count."""
    if key in GOLD["paragraphs"]:
        return GOLD["paragraphs"][key]
    text = (SAMPLE / GOLD["files"][key]).read_text("utf-8")
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


@pytest.fixture(params=GOLD["files"])
def key(request):
    return request.param


@pytest.fixture
def article(key):
    return read_article(SAMPLE, GOLD["files"][key])


def test_the_facts_are_those_that_the_article_gives(key, article):
    names = {"date": "published", "source": "outlet"}
    for fact, expected in GOLD["meta"].get(key, {}).items():
        found = getattr(article, names.get(fact, fact))
        if fact in ("date", "updated") and expected:
            assert found.startswith(expected)
        else:
            assert found == (expected or "")
    assert article.language == GOLD["language"][key]
    for agency in GOLD["credits"].get(key, ()):
        assert any(agency in credit for credit in article.credits)


def test_furniture_captions_and_headings_are_told_apart(key, article):
    kinds = {}
    for block in article.blocks:
        kinds.setdefault(bare(block.span.text_in(article.text)), set()).add(str(block.kind))
    for index, paragraph in enumerate(paragraphs(key)):
        if index in GOLD["either"].get(key, ()):
            continue
        given = [kinds[bare(line)] for line in paragraph.split("\n") if bare(line) in kinds]
        found = set().union(*given)
        if index in GOLD["noise"].get(key, ()):
            assert found <= {"noise"}, paragraph
        elif index in GOLD["caption"].get(key, ()):
            assert "caption" in found, paragraph
        elif index in GOLD["heading"].get(key, ()):
            assert not found or found == {"heading"}, paragraph
        elif found:
            assert found & PROSE, paragraph


def test_what_surrounds_the_saved_page_is_not_in_the_article(key, article):
    kept = "\n".join(
        block.span.text_in(article.text) for block in article.blocks if block.kind != "noise"
    )
    for words in GOLD["noise_text"].get(key, ()):
        assert words not in kept
