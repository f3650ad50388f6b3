"""Site furniture: what a web page sets around an article and copying takes along."""

from __future__ import annotations

import re

from diptych.library.readers.page import LONG_PROSE, Page
from diptych.library.readers.phrases import ADDRESS, ANYWHERE, LIST_HEADS, NOT_PROSE
from diptych.library.readers.sections import is_section
from diptych.model.article import BlockKind

LONGEST_LABEL = 120
"""Code points; longer lines are never furniture by their words alone."""

_SEPARATOR = re.compile(r"\s(?:[/|·•-]|::)\s|\s*[>»›→]\s*")
_RESUMES = 18
"""Words from which a line with a full stop can be running text again after a list of teasers."""
_SHOUTED = 6
"""Words in capitals from which a line between paragraphs is a link, not a heading."""


def claim_furniture(page: Page) -> None:
    """Claim every line that says by its own words that it is no part of the account."""
    body = page.body
    for index in page.free():
        line = page.lines[index]
        text = line.text
        if len(text) > LONGEST_LABEL:
            continue
        if (
            ANYWHERE.fullmatch(text)
            or (not line.is_prose and NOT_PROSE.fullmatch(text) and not text.endswith("?"))
            or _is_breadcrumb(text)
            or (index in body and text.isupper() and line.words >= _SHOUTED and not line.ends)
            or (index < body.start and ADDRESS.fullmatch(text))
        ):
            page.claim(index, BlockKind.NOISE)


def claim_teasers(page: Page) -> None:
    """Claim lists of other articles: from their heading to where running text goes on, or the end.

    What stands in such a list may read like a sentence or two, but never like the article itself.
    """
    index = page.body.start + 1
    while index < len(page.lines):
        line = page.lines[index]
        if line.words <= 8 and not line.is_prose and LIST_HEADS.fullmatch(line.text):
            end = _end_of_teasers(page, index + 1)
            if end > index + 1 or end == len(page.lines):
                for claimed in range(index, end):
                    page.overrule(claimed, BlockKind.NOISE)
                index = end
                continue
        index += 1


def claim_menus(page: Page, title: int) -> None:
    """Claim what is left before the title, and a tail of labels after the last running text.

    A tail that is a good part of the file is an article's own list.
    """
    for index in page.free(0, title):
        page.claim(index, BlockKind.NOISE)
    body = page.body
    if sum(page.lines[index].is_prose for index in page.free()) < 3:
        return
    tail = list(page.free(body.stop))
    if sum(page.lines[index].words for index in tail) > _words_of(page) / 3:
        return
    for index in tail:
        line = page.lines[index]
        if not line.ends and not line.text[0].islower():
            page.claim(index, BlockKind.NOISE)


def _words_of(page: Page) -> int:
    return sum(page.lines[index].words for index in page.free())


def _is_breadcrumb(text: str) -> bool:
    """Whether ``text`` is a path through a site's sections, such as "Home / News / World"."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    return len(parts) >= 2 and is_section(parts[0]) and is_section(parts[1])


def _end_of_teasers(page: Page, start: int) -> int:
    """The line at which running text goes on: two such lines, or a long one that ends the file."""
    waiting: int | None = None
    for index in range(start, len(page.lines)):
        line = page.lines[index]
        if page.kinds[index] is BlockKind.NOISE:
            continue
        if line.ends and line.words >= _RESUMES:
            if waiting is not None:
                return waiting
            waiting = index
        else:
            waiting = None
    if waiting is not None and page.lines[waiting].words >= LONG_PROSE:
        return waiting
    return len(page.lines)
