"""Where the article is in a page that was copied as a whole, with its menus and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.library.readers.captions import is_caption
from diptych.library.readers.headline import is_label
from diptych.library.readers.page import Page
from diptych.library.readers.sections import words_of
from diptych.model.article import BlockKind

_LABEL_COST = 8
"""Words of running text that one label among them takes back."""
_MOST_COUNTED = 60
"""Words of one line that count, so that a single long notice is not the article."""
_LEAST_AROUND = 12
"""Lines before or after the running text from which they are menus or lists."""
_LEAST_PROSE = 100
_SPARSE = 0.35
"""Share of running text up to which the lines on one side are menus or lists."""
_NEARLY = 0.6
_TOGETHER = 5
"""Lines from a headline to its standfirst at most."""
_WORD_LETTERS = 4
_COMPARED = 600
"""Words of the running text that a headline is compared with."""


@dataclass(frozen=True, slots=True)
class Core:
    """The lines of the article's running text, and whether menus or lists stand around them."""

    lines: range
    menus_before: bool
    lists_after: bool


def core_of(page: Page) -> Core:
    """The stretch of lines with the most running text and the fewest labels.

    It is the stretch of the largest sum when a line of running text counts with its words and any
    other line against it (Kadane's method, as in Finn, Kushmerick and Smyth 2001 for tags).
    """
    best_start = best_end = start = 0
    best = total = 0
    for index, line in enumerate(page.lines):
        free = page.is_free(index)
        total += min(line.words, _MOST_COUNTED) if free and line.is_prose else -_LABEL_COST
        if total <= 0:
            total, start = 0, index + 1
        elif total > best:
            best, best_start, best_end = total, start, index + 1
    lines = range(best_start, best_end)
    if best < _LEAST_PROSE:
        return Core(lines, menus_before=False, lists_after=False)
    return Core(
        lines,
        menus_before=_is_sparse(page, range(best_start)),
        lists_after=_is_sparse(page, range(best_end, len(page.lines))),
    )


def find_title_in_menus(page: Page, core: Core) -> int | None:
    """The headline among menus: a line before the text that shares many words with it.

    Of the last lines that share nearly as many as the best the first one counts: other articles'
    headlines stand in the menus before, a standfirst may follow.
    """
    body = set(_telling_words(" ".join(page.lines[i].text for i in core.lines)[: _COMPARED * 8]))
    scores: dict[int, float] = {}
    for index in page.free(0, core.lines.start):
        line = page.lines[index]
        if 3 <= line.words <= 30 and not (
            line.is_prose or is_label(page, index) or is_caption(line)
        ):
            words = _telling_words(line.text)
            shared = sum(word in body for word in words)
            scores[index] = shared * shared / len(words) if shared >= 2 else 0
    best = max(scores.values(), default=0)
    near = [index for index, score in scores.items() if best and score >= _NEARLY * best]
    first = near.pop() if near else None
    while near and first is not None and first - near[-1] <= _TOGETHER:
        first = near.pop()
    return first


def claim_surroundings(page: Page, core: Core, title: int) -> None:
    """Claim menus before the headline, buttons after it, and lists after the text."""
    if core.menus_before:
        for index in page.free(0, core.lines.start):
            if index < title or not page.lines[index].is_prose:
                page.claim(index, BlockKind.NOISE)
    if core.lists_after:
        for index in page.free(core.lines.stop):
            page.claim(index, BlockKind.NOISE)


def _is_sparse(page: Page, lines: range) -> bool:
    if len(lines) < _LEAST_AROUND:
        return False
    prose = sum(page.lines[index].words for index in lines if page.lines[index].is_prose)
    return prose <= _SPARSE * sum(page.lines[index].words for index in lines)


def _telling_words(text: str) -> list[str]:
    return [word for word in words_of(text) if len(word) >= _WORD_LETTERS or re.search(r"\d", word)]
