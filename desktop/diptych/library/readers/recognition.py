"""All recognisers in the order in which they build on each other.

What is certain by its own words is claimed first, what is told by its place among the rest last.
"""

from __future__ import annotations

from diptych.library.readers.bylines import claim_bylines
from diptych.library.readers.captions import claim_captions
from diptych.library.readers.datelines import claim_dates
from diptych.library.readers.draft import Facts
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
from diptych.library.readers.surroundings import (
    Core,
    claim_surroundings,
    core_of,
    find_title_in_menus,
)
from diptych.model.article import BlockKind

LONGEST_ARTICLE = 5_000
"""Lines; a longer file is no article, and each of its lines is left as it is."""


def recognised(page: Page, *, copied: bool = True) -> Facts:
    """Give every line of ``page`` a kind; return what the page says of itself.

    Kinds that lines already have stand; a line that is the title already is not looked for. A page
    that was ``copied`` as a whole has menus before and after its article.
    """
    if len(page.lines) > LONGEST_ARTICLE:
        return Facts()
    given = page.with_kind(BlockKind.TITLE)
    claim_furniture(page)
    dates = claim_dates(page)
    claim_teasers(page)
    core = core_of(page)
    byline = claim_bylines(page)
    title = given[0] if given else _title(page, core)
    if title is not None:
        page.claim(title, BlockKind.TITLE)
    claim_captions(page, title)
    signature = claim_signatures(page, title, dates.beside)
    headline = outlet = standfirst = ""
    if title is not None:
        headline, outlet = title_and_outlet(page.lines[title].text)
        claim_repetitions(page, title)
        standfirst = _claim_standfirst(page, title)
        if copied:
            claim_surroundings(page, core, title)
            claim_menus(page, title)
    claim_structure(page)
    return Facts(
        title=headline,
        outlet=signature.outlet or outlet or byline.outlet or outlet_in_passing(page),
        published=dates.published,
        updated=dates.updated,
        author=byline.author or signature.author,
        credits=byline.credits,
        standfirst=standfirst,
    )


def _title(page: Page, core: Core) -> int | None:
    found = find_title_in_menus(page, core) if core.menus_before else None
    return find_title(page) if found is None else found


def _claim_standfirst(page: Page, title: int) -> str:
    given = page.with_kind(BlockKind.STANDFIRST)
    index = given[0] if given else find_standfirst(page, title)
    if index is None:
        return ""
    page.claim(index, BlockKind.STANDFIRST)
    return page.lines[index].text
