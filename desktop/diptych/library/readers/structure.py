"""What is told by its place alone: headings, list items, and the paragraphs that remain."""

from __future__ import annotations

import re

from diptych.library.readers.page import Page
from diptych.model.article import BlockKind

_LONGEST_HEADING = 12
"""Words."""
_BULLET = re.compile(r"^[•‣▪●◦►✓*]\s*\S")
_NUMBERED = re.compile(r"^(?:[·–-]|\d{1,2}[.)])\s+\S")
_TELLING = frozenset((BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.LIST_ITEM))


def claim_structure(page: Page) -> None:
    """Claim list items and section headings; every other free line is a paragraph."""
    body = page.body
    for index in list(page.free()):
        if _is_item(page, index):
            page.claim(index, BlockKind.LIST_ITEM)
    for index in list(page.free()):
        heading = index in body and _is_heading(page, index, body)
        page.claim(index, BlockKind.HEADING if heading else BlockKind.PARAGRAPH)


def _is_item(page: Page, index: int) -> bool:
    text = page.lines[index].text
    if _BULLET.match(text):
        return True
    if not _NUMBERED.match(text):
        return False
    # "– Yes, he said." is how many languages set speech: a list has a second item with that mark.
    near = [other for other in (index - 1, index + 1) if 0 <= other < len(page.lines)]
    return not text.startswith("–") and any(_NUMBERED.match(page.lines[i].text) for i in near)


def _is_heading(page: Page, index: int, body: range) -> bool:
    """Whether a short line without a stop stands by itself between running text."""
    line = page.lines[index]
    if line.words > _LONGEST_HEADING or line.text.endswith((",", "-")) or line.text[0].islower():
        return False
    if line.ends and not re.search(r"[?!]['’”\"]?$", line.text):
        return False
    if index == body.start or not (page.is_alone(index) or page.is_dense):
        return False
    following = next(page.free(index + 1, body.stop), None)
    return following is not None and page.lines[following].ends
