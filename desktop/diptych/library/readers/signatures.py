"""Names of outlets and authors that stand by themselves, without a word that says what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.library.readers.bylines import author_named, is_person_name
from diptych.library.readers.outlets import is_capital_name, is_known, looks_like_outlet
from diptych.library.readers.page import Page
from diptych.library.readers.sections import is_section
from diptych.model.article import BlockKind

_AGENCY_DATELINE = re.compile(r"^[^\W\d_][^.()]{2,60}\((?P<who>[^()]{2,30})\)\s*[-–—]")
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d)?(?:[-–]\d+)?\s*(?P<who>[^.,|]{2,50})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Empty where nobody signed."""

    outlet: str = ""
    author: str = ""


def claim_signatures(page: Page, title: int | None, beside_dates: tuple[str, ...]) -> Signature:
    """Claim names by themselves before the running text.

    ``beside_dates`` is what stood on the lines of dates: there the outlet is often named.
    """
    outlets = [name for name in beside_dates if _is_outlet(name) or _names_itself(page, name)]
    authors = [author for name in beside_dates if (author := author_named(name))]
    for index in page.free(0, page.head.stop):
        text = page.lines[index].text
        if index == title or page.lines[index].is_prose:
            continue
        if _is_outlet(text):
            page.claim(index, BlockKind.BYLINE)
            outlets.append(text)
        elif title is not None and index > title and is_person_name(text) and _signs(page, index):
            page.claim(index, BlockKind.BYLINE)
            authors.append(text)
    return Signature(next(iter(outlets), ""), ", ".join(dict.fromkeys(authors)))


def outlet_in_passing(page: Page) -> str:
    """The outlet that a copyright line or an agency's dateline names; empty where none does."""
    for index in page.with_kind(BlockKind.NOISE):
        found = _COPYRIGHT.match(page.lines[index].text)
        if found and looks_like_outlet(found["who"]):
            return found["who"].strip()
    for index in page.with_kind(BlockKind.PARAGRAPH)[:2]:
        found = _AGENCY_DATELINE.match(page.lines[index].text)
        if found and is_known(found["who"]):
            return found["who"]
    return ""


def _is_outlet(text: str) -> bool:
    if is_section(text):
        return False
    return is_known(text) or is_capital_name(text) or (" " in text and looks_like_outlet(text))


def _names_itself(page: Page, name: str) -> bool:
    """Whether a name beside a date is an outlet's: with an article, or in the site's own words."""
    if not all(word[0].isupper() for word in name.split()):
        return False
    furniture = (page.lines[index].text for index in page.with_kind(BlockKind.NOISE))
    return bool(re.match(r"The [A-Z]", name)) or any(name in text for text in furniture)


def _signs(page: Page, index: int) -> bool:
    """Whether a date or a byline stands right before or after the name."""
    near = (index - 1, index + 1)
    kinds = {page.kinds[other] for other in near if 0 <= other < len(page.kinds)}
    return bool(kinds & {BlockKind.DATELINE, BlockKind.BYLINE})
