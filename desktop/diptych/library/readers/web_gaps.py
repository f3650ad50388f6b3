"""What extraction leaves out of a web page though it belongs to the article.

Extraction keeps one container of paragraphs; some pages set an article in several, between
advertisements. It drops the captions of pictures and often the standfirst.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.library.readers.draft import Piece
from diptych.library.readers.sections import words_of
from diptych.library.readers.web_page import Element, visible_text
from diptych.model.article import BlockKind

_WANTED = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption", "div", "span")
_ASIDE = frozenset(("aside", "nav", "footer", "form", "figure", "button", "dialog"))
_ASIDE_CLASS = re.compile(
    r"newsletter|related|promo|recirc|sidebar|most-?(?:read|popular)|comment|share|social|cookie|"
    r"consent|advert|sponsor|subscribe|signup|paywall|author-?bio|footer|teaser|latest|trending",
    re.IGNORECASE,
)
_STANDFIRST_CLASS = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub-?title|sub-?head(?:line|ing)?|summary|lede|intro|"
    r"strap-?line|excerpt|(?:article|content|story|entry)[\w-]*(?:description|abstract|summary))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_PIECES = 2_000
"""Lines of an article beyond which nothing is looked for: it takes the square of their number."""
_LEAST_WORDS = 12
_MOST_LINKED = 0.3
"""The share of a paragraph's letters that may be links."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """One element of the page, in order: its text and the line it became, or None."""

    element: Element
    text: str
    piece: int | None


def with_gaps_filled(
    root: Element,
    pieces: Sequence[Piece],
    descriptions: Sequence[str],
) -> list[Piece]:
    """``pieces`` with the paragraphs, captions and standfirst that belong to them, in order."""
    if len(pieces) > _MOST_PIECES:
        return list(pieces)
    seen = list(_matched(root, pieces))
    matched = [index for index, item in enumerate(seen) if item.piece is not None]
    if not matched:
        return list(pieces)
    first = [piece for item in seen[: matched[0]] if (piece := _introducing(item, descriptions))]
    filled = _without_repeats(first)
    added = _left_out(seen, matched[0], matched[-1])
    for number, piece in enumerate(pieces):
        filled.append(piece)
        filled.extend(added.get(number, ()))
    return filled


def _left_out(seen: Sequence[_Seen], first: int, last: int) -> dict[int, list[Piece]]:
    """What belongs to the article though it was not extracted, by the line that it follows."""
    containers = Counter(
        _signature(item.element)
        for item in seen
        if item.piece is not None and item.element.tag == "p"
    )
    added: dict[int, list[Piece]] = {}
    after = -1
    for index, item in enumerate(seen[first:], start=first):
        if item.piece is not None:
            after = item.piece
        elif found := _belonging(item, containers, inside=index < last):
            added.setdefault(after, []).append(found)
    return added


def _matched(root: Element, pieces: Sequence[Piece]) -> Iterator[_Seen]:
    """The page's elements with text of their own, each with the extracted line it stands for."""
    everything = " ".join(_key(piece.text) for piece in pieces)
    waiting: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        waiting.setdefault(_key(piece.text), []).append(number)
    for element in root.iter(*_WANTED):
        if element.tag in ("div", "span") and not _STANDFIRST_CLASS.search(
            element.get("class") or ""
        ):
            continue
        text = visible_text(element)
        if text and len(text) < 5_000:
            key = _key(text)
            numbers = waiting.get(key, [])
            if numbers or key not in everything:
                yield _Seen(element, text, numbers.pop(0) if numbers else None)


def _belonging(item: _Seen, containers: Counter[str], *, inside: bool) -> Piece | None:
    """An element that extraction left out, as a line, if it belongs to the article."""
    element = item.element
    if element.tag == "figcaption":
        return Piece(BlockKind.CAPTION, item.text) if inside and not _is_aside(element) else None
    if inside and element.tag == "blockquote" and not _is_aside(element):
        return Piece(BlockKind.PARAGRAPH, item.text)
    if element.tag != "p" or len(item.text.split()) < _LEAST_WORDS:
        return None
    if containers[_signature(element)] < 2 or _is_aside(element) or _linked(element) > _MOST_LINKED:
        return None
    return Piece(BlockKind.PARAGRAPH, item.text)


def _introducing(item: _Seen, descriptions: Sequence[str]) -> Piece | None:
    """A standfirst or the first picture's caption, from before the first paragraph."""
    element = item.element
    if element.tag == "figcaption":
        return Piece(BlockKind.CAPTION, item.text)
    words = len(words_of(item.text))
    if not 5 <= words <= 90 or element.tag in ("h1", "li"):
        return None
    named = _STANDFIRST_CLASS.search(element.get("class") or "") or element.get("itemprop") in (
        "description",
        "alternativeHeadline",
    )
    if named or any(_key(item.text) == _key(text) for text in descriptions):
        return Piece(BlockKind.STANDFIRST, item.text)
    return None


def _without_repeats(first: list[Piece]) -> list[Piece]:
    """One standfirst, and each caption once; the standfirst comes first."""
    standfirst = [piece for piece in first if piece.kind is BlockKind.STANDFIRST][-1:]
    captions = {piece.text: piece for piece in first if piece.kind is BlockKind.CAPTION}
    return [*standfirst, *list(captions.values())[-1:]]


def _signature(element: Element) -> str:
    """What tells a container of paragraphs from others: its name and class, or its very place."""
    parent = element.getparent()
    name = parent.get("class")
    return f"{parent.tag}.{name}" if name else f"@{parent.getroottree().getpath(parent)}"


def _is_aside(element: Element) -> bool:
    around = [element, *element.iterancestors()][:8]
    own = around if element.tag != "figcaption" else [e for e in around if e.tag != "figure"]
    return any(
        ancestor.tag in _ASIDE
        or _ASIDE_CLASS.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}")
        for ancestor in own
        if ancestor.tag not in ("body", "html", "article", "main")
    )


def _linked(element: Element) -> float:
    linked = sum(len(visible_text(link)) for link in element.iter("a"))
    return linked / max(len(visible_text(element)), 1)


def _key(text: str) -> str:
    return " ".join(words_of(text))
