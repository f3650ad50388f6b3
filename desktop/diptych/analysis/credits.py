"""Whom an account names as its source: in its credits, or where it says who reported first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.gazetteer import full_form
from diptych.model.article import Article
from diptych.model.reading import EntityKind, Reading
from diptych.text.spans import Span
from diptych.text.words import folded

_WORD: Final = r"(?:(?:[A-Z]\.)+|[A-Z][\w&’'-]*)"
_NAME: Final = rf"(?P<name>{_WORD}(?: (?:(?:of|and|the|for|de|la) )?{_WORD}){{0,5}})"
_FIRST: Final = r"(?:first|initially|originally)"
_WHEN: Final = r"(?: (?:on \w+|earlier|yesterday|last \w+))?"
_REPORTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_FIRST} (?:reported|published|revealed){_WHEN} (?:by|in) (?:[Tt]he )?{_NAME}",
        rf"\b(?:[Aa]s|was|were) reported{_WHEN} by (?:[Tt]he )?{_NAME}",
        rf"{_NAME} (?:{_FIRST} reported|was (?:the )?first to report)\b",
    )
)
_AT: Final = re.compile(r"\b(?:at|in) (?:the )?$")
"""Before the body that a correspondent reports from."""
_SMALL: Final = frozenset("the and of for".split())


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that name a source.

    ``source`` is the name as it is compared, empty where only "agencies" are named.
    """

    span: Span
    source: str


def credits_of(article: Article, reading: Reading) -> tuple[Credit, ...]:
    """The sources that ``article`` names, in the order of its text."""
    found = {*_in_lines(article, reading), *_in_reports(article)}
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.source)))


def common_credit(left: Sequence[Credit], right: Sequence[Credit]) -> tuple[Credit, Credit] | None:
    """The first two credits that name the same source."""
    for ours in left:
        for theirs in right:
            if ours.source and ours.source == theirs.source:
                return ours, theirs
    return None


def credit_to(outlet: str, among: Sequence[Credit]) -> Credit | None:
    """The first credit that names ``outlet``."""
    name = source_name(outlet)
    return next((credit for credit in among if name and credit.source == name), None)


def source_name(name: str) -> str:
    """``name`` as sources are compared: "The Associated Press" and "AP" are one."""
    bare = re.sub(r"^[Tt]he\s+", "", name.strip(" .,’'"))
    return " ".join(
        word for part in full_form(bare).split() if (word := folded(part)) not in _SMALL
    )


def _in_lines(article: Article, reading: Reading) -> Iterator[Credit]:
    """The bodies that the lines of credits name; one without a name is a credit all the same."""
    bodies = [
        mention
        for entity in reading.entities
        if entity.kind is EntityKind.ORGANISATION
        for mention in entity.mentions
    ]
    for line in article.credits:
        start = article.text.find(line)
        if start < 0:
            continue  # the page said so outside its text
        span = Span(start, start + len(line))
        names = {
            source_name(one.text_in(article.text))
            for one in bodies
            if span.covers(one) and not _AT.search(article.text, span.start, one.start)
        }
        yield from (Credit(span, name) for name in names or {""})


def _in_reports(article: Article) -> Iterator[Credit]:
    for block in article.prose():
        for pattern in _REPORTS:
            for match in pattern.finditer(article.text, block.span.start, block.span.end):
                yield Credit(Span(*match.span()), source_name(match["name"]))
