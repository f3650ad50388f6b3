"""The same figures on gold that is kept beside the checkout, never in it."""

import importlib.util
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from diptych.analysis.alignment import align
from diptych.analysis.reading import read
from diptych.library.readers import article_from_bytes, read_article
from diptych.model.article import Article
from diptych.model.reading import Reading
from diptych.text.spans import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"


@cache
def scorer() -> ModuleType:
    """Return the scorer that lies with the gold, reading our values in place of a command."""
    specification = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    module.inspected = lambda documents, _command: [inspected(one["text"]) for one in documents]
    return module


def inspected(text: str) -> dict[str, Any]:
    article = article_from_bytes("gold.txt", text.encode())
    reading = read(article)
    return {
        "text": article.text,
        "entities": [
            {"kind": one.kind.value, "mentions": [ends(span) for span in one.mentions]}
            for one in reading.entities
        ],
        "quotes": [
            {
                **ends(one.span),
                "kind": one.kind.value,
                "speaker": one.speaker
                and {
                    "name": one.speaker.name,
                    **(ends(one.speaker.span) if one.speaker.span else {}),
                },
            }
            for one in reading.quotations
        ],
    }


def ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


@pytest.fixture
def figures(capsys) -> Callable[[str, str], dict[str, list[float]]]:
    """Score a gold file and return the numbers of each line that the scorer prints."""

    def score(what: str, name: str) -> dict[str, list[float]]:
        path = SHARED / "gold" / name
        if not path.is_file():
            pytest.skip("the shared gold is not beside this checkout")
        documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        getattr(scorer(), what)(documents, "")
        lines = capsys.readouterr().out.splitlines()
        return {
            re.split(r"\s{3}| right| precision", line)[0]: [
                float(number) for number in re.findall(r"\d\.\d+", line)
            ]
            for line in lines
        }

    return score


def test_names_in_newswire(figures, figure):
    found = figures("names", "names_dev.jsonl")
    figure("newswire: names, f1", found["names"][2], at_least=0.765)


def test_quotations_and_speakers_in_news(figures, figure):
    found = figures("quotes", "quotes_dev.jsonl")
    figure("news: quotations, f1", found["quotations"][2], at_least=0.955)
    figure("news: speakers right end to end", found["speaker"][0], at_least=0.89)
    reported = found["all reported speech, by character"]
    figure("news: reported speech by character, f1", reported[2], at_least=0.815)


@cache
def seed(path: Path) -> tuple[Article, Reading]:
    article = read_article(path.parent, path.name)
    return article, read(article)


def test_paragraph_links_of_the_seeds(seeds, figure):
    gold = json.loads((SHARED / "gold" / "seeds_dev.json").read_text("utf-8"))
    for pair, answers in gold["align"].items():
        keys = pair.split("-")
        ours, theirs = (seed(seeds / gold["files"][key]) for key in keys)
        texts = [paragraphs(seeds / gold["files"][key]) for key in keys]
        found = set()
        for link in align(ours[0], theirs[0], ours[1], theirs[1]).links:
            rows = holding(texts[0], link.left.text_in(ours[0].text))
            columns = holding(texts[1], link.right.text_in(theirs[0].text))
            found |= {(row, column) for row in rows for column in columns}
        yes, optional = ({tuple(one) for one in answers[kind]} for kind in ("yes", "optional"))
        judged = found - (optional - yes)
        f1 = 2 * len(judged & yes) / (len(judged) + len(yes))
        figure(f"seeds {pair}: paragraph links, f1", f1, at_least=0.995)


def paragraphs(path: Path) -> list[str]:
    return [words(one) for one in re.split(r"\n\s*\n", path.read_text("utf-8")) if one.strip()]


def holding(texts: list[str], passage: str) -> list[int]:
    wanted = words(passage)
    return [number for number, text in enumerate(texts) if wanted in text or text in wanted]


def words(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()
