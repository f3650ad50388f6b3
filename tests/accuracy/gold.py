"""The gold answers of the sample library, and what the analysis makes of its articles."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from diptych.analysis.alignment import align
from diptych.analysis.reading import read
from diptych.library.readers import read_article
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import QuotationKind, Reading

GOLD: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "gold" / "sample.json").read_text("utf-8")
)
ENGLISH = [key for key, language in GOLD["language"].items() if language == "en"]


@dataclass(frozen=True)
class Score:
    """How many were found, were to be found, and were both."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.wanted, 1)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} recall {self.recall:.3f} f1 {self.f1:.3f}"


def added(scores: Iterable[Score]) -> Score:
    """Return the sum of several scores."""
    all_of_them = list(scores)
    return Score(
        sum(score.right for score in all_of_them),
        sum(score.found for score in all_of_them),
        sum(score.wanted for score in all_of_them),
    )


@cache
def article(key: str) -> Article:
    with as_file(files("diptych_resources") / "sample") as folder:
        return read_article(folder, GOLD["files"][key])


@cache
def reading(key: str) -> Reading:
    return read(article(key))


@cache
def alignment(left: str, right: str) -> Alignment:
    return align(article(left), article(right), reading(left), reading(right))


def plain(text: str) -> str:
    """Return the words of ``text`` alone, in lower case."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def quotations(key: str) -> Iterator[tuple[dict[str, Any], str | None, bool]]:
    """Yield each gold quotation with the speaker found for it, and whether it was found."""
    found = [
        (plain(one.span.text_in(article(key).text)), one.speaker.name if one.speaker else None)
        for one in reading(key).quotations
        if one.kind is QuotationKind.DIRECT
    ]
    for wanted in (one for one in GOLD["quotes"] if one["article"] == key):
        words = plain(wanted["text"])
        match = next((one for one in found if one[0] == words), None)
        if match is not None:
            found.remove(match)
        yield wanted, match[1] if match else None, match is not None


def names(key: str) -> dict[str, str]:
    """Return each form found, as plain words, with its kind."""
    text = article(key).text
    return {
        plain(span.text_in(text)): entity.kind.value
        for entity in reading(key).entities
        for span in entity.mentions
    }


def wanted_names(key: str) -> dict[str, list[str]]:
    """Return each form of the gold, as plain words, with the kinds that are right."""
    return {
        plain(form): entity["kind"]
        for entity in GOLD["entities"]
        for form, keys in entity["forms"].items()
        if key in keys
    }


def paragraphs(key: str) -> list[str]:
    """Return the paragraphs that the gold counts, as plain words."""
    if key in GOLD["paragraphs"]:
        return [plain(text) for text in GOLD["paragraphs"][key]]
    stored = (files("diptych_resources") / "sample" / GOLD["files"][key]).read_text("utf-8")
    return [plain(text) for text in re.split(r"\n\s*\n", stored) if text.strip()]


def paragraph_links(left: str, right: str) -> Score:
    """Return how the links score as pairs of paragraphs."""
    gold = GOLD["align"][f"{left} | {right}"]
    yes, optional = ({tuple(pair) for pair in gold[kind]} for kind in ("yes", "optional"))
    texts = paragraphs(left), paragraphs(right)
    pairs = set()
    for link in alignment(left, right).links:
        ours = _holding(texts[0], link.left.text_in(article(left).text))
        theirs = _holding(texts[1], link.right.text_in(article(right).text))
        pairs |= {(one, other) for one in ours for other in theirs}
    captions = {
        (one, other)
        for one in GOLD["caption"].get(left, ())
        for other in GOLD["caption"].get(right, ())
    }
    # A heading of two words stands in many a sentence; headings themselves are never linked.
    headings = {
        (one, other)
        for one, other in pairs
        if one in GOLD["heading"].get(left, ()) or other in GOLD["heading"].get(right, ())
    }
    judged = pairs - (optional - yes) - captions - headings
    return Score(len(judged & yes), len(judged), len(yes))


def _holding(texts: list[str], passage: str) -> list[int]:
    words = plain(passage)
    return [number for number, text in enumerate(texts) if words in text or text in words]
