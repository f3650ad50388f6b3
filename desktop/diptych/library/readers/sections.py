"""Names of a news site's sections, as menus and breadcrumbs are made of."""

from __future__ import annotations

import re

_SECTIONS = frozenset(
    "home news world politics business economy sport sports culture opinion opinions europe asia "
    "africa americas us uk usa eu un international national local tech technology science health "
    "travel lifestyle entertainment arts life style weather money markets finance environment "
    "climate education media society crime war ukraine russia china india live video videos latest "
    "top stories breaking exclusive analysis features feature comment commentary editorial "
    "investigation explainer middle east north south west latin america asia-pacific pacific "
    "conflict conflicts defence defense global affairs security all more from the and in of at "
    "homepage front page main story report reports regional region foreign domestic "
    "politik wirtschaft ausland inland panorama kultur wissen welt startseite nachrichten "
    "monde politique économie société mundo política economía mondo politica economia cronaca "
    "esteri accueil inicio portada главная новости мир политика экономика общество мире "
    "首页 国际 国内 要闻".split()
)


def is_section(text: str) -> bool:
    """Whether every word of ``text`` is one that sites name sections with."""
    words = words_of(text)
    return bool(words) and all(word in _SECTIONS for word in words)


def words_of(text: str) -> list[str]:
    """The words of ``text`` in lower case, for comparing lines."""
    return re.findall(r"\w+", text.lower())
