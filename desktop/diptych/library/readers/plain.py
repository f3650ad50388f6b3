"""Plain text as people copy it from web pages: what each line is, and what the page says of itself.

The order of the steps matters: what is certain by its own words is claimed first, what is told by
its place among the rest comes last. Nothing but blank lines is dropped.
"""

from __future__ import annotations

from diptych.library.readers.bylines import claim_bylines
from diptych.library.readers.captions import claim_captions
from diptych.library.readers.datelines import claim_dates
from diptych.library.readers.draft import Draft, Facts, Piece
from diptych.library.readers.furniture import claim_furniture, claim_menus, claim_teasers
from diptych.library.readers.headline import (
    claim_repetitions,
    find_standfirst,
    find_title,
    title_and_outlet,
)
from diptych.library.readers.page import Page
from diptych.library.readers.signatures import claim_signatures, outlet_in_passing
from diptych.library.readers.structure import claim_structure
from diptych.model.article import BlockKind
from diptych.text.canonical import split_paragraphs

READER = "text/1"

LONGEST_ARTICLE = 5_000
"""Lines; a longer file is no article, and each of its lines is read as a paragraph."""


def read_plain(text: str) -> Draft:
    """The lines of ``text`` with their kinds, and the facts found in them."""
    page = Page(split_paragraphs(text))
    facts = Facts()
    if len(page.lines) <= LONGEST_ARTICLE:
        facts = _recognised(page)
    kinds = (kind or BlockKind.PARAGRAPH for kind in page.kinds)
    pieces = (Piece(kind, line.text) for kind, line in zip(kinds, page.lines, strict=True))
    return Draft(tuple(pieces), facts)


def _recognised(page: Page) -> Facts:
    """Give every line its kind; what the page says of itself."""
    claim_furniture(page)
    dates = claim_dates(page)
    claim_teasers(page)
    byline = claim_bylines(page)
    title = find_title(page)
    if title is not None:
        page.claim(title, BlockKind.TITLE)
    claim_captions(page, title)
    signature = claim_signatures(page, title, dates.beside)
    standfirst = None
    headline = outlet = ""
    if title is not None:
        headline, outlet = title_and_outlet(page.lines[title].text)
        claim_repetitions(page, title)
        claim_menus(page, title)
        standfirst = find_standfirst(page, title)
    if standfirst is not None:
        page.claim(standfirst, BlockKind.STANDFIRST)
    claim_structure(page)
    return Facts(
        title=headline,
        outlet=signature.outlet or outlet or byline.outlet or outlet_in_passing(page),
        published=dates.published,
        updated=dates.updated,
        author=byline.author or signature.author,
        credits=byline.credits,
        standfirst="" if standfirst is None else page.lines[standfirst].text,
    )
