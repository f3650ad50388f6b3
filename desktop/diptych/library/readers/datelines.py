"""The lines of a plain text that say when it was published."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.library.readers.dates import Moment, Role, date_line, published_and_updated
from diptych.library.readers.page import Page
from diptych.model.article import BlockKind

_SMALL = frozenset("by of the and for in de la von min mins read minutes hrs uhr ago".split())
_HEADLINE = 3
"""Words beside a date from which the first line is a headline."""
_TAIL = 4
"""Lines at the end of the text that may tell a date too."""


@dataclass(frozen=True, slots=True)
class Dates:
    """ISO 8601 or empty; ``beside`` is what else stood on those lines, such as an outlet."""

    published: str
    updated: str
    beside: tuple[str, ...]


def claim_dates(page: Page) -> Dates:
    """Claim lines of dates around the running text, and labelled ones anywhere."""
    head = page.head
    tail = range(max(head.stop, len(page.lines) - _TAIL), len(page.lines))
    moments: list[Moment] = []
    beside: list[str] = []
    first = next(page.free(), None)
    for index in page.free():
        found = date_line(page.lines[index].text)
        if found is None or not _is_signature(found.rest):
            continue
        if index == first and len(found.rest.split()) >= _HEADLINE:
            continue  # "Election of 5 November 2024: What Next"
        said = any(moment.role is not Role.UNSAID for moment in found.moments)
        if index in head or ((said or index in tail) and not found.rest):
            page.claim(index, BlockKind.DATELINE)
            moments.extend(found.moments)
            if found.rest:
                beside.append(found.rest)
    published, updated = published_and_updated(moments)
    return Dates(published, updated, tuple(beside))


def _is_signature(rest: str) -> bool:
    """Whether what stands beside a date can be a name, a place or a reading time."""
    words = [word for word in rest.split() if word[0].isalpha()]
    small = [word for word in words if word[0].islower() and word.strip(".,") not in _SMALL]
    return not small
