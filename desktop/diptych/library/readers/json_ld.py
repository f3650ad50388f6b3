"""What a web page says of its article in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.text.canonical import clean_line, on_one_line

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle AskPublicNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting "
    "SocialMediaPosting Report ScholarlyArticle TechArticle SatiricalArticle "
    "AdvertiserContentArticle".split()
)
_MOST_NODES = 2_000
"""Objects of one page that are looked at; no honest page comes near."""


@dataclass(frozen=True, slots=True)
class Described:
    """An article as its page describes it; dates are as written there."""

    headline: str = ""
    description: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    outlet: str = ""
    language: str = ""


def described(scripts: Iterable[str]) -> Described:
    """The first article in the JSON-LD ``scripts`` of a page; empty where there is none."""
    nodes = [node for script in scripts for node in _nodes(script)]
    articles = [node for node in nodes if _types(node) & _ARTICLES]
    if not articles:
        return Described()
    article = max(articles, key=lambda node: bool(node.get("headline")) + bool(node.get("author")))
    by_id = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1
    }
    return Described(
        headline=_text(article.get("headline") or article.get("name")),
        description=_text(article.get("description")),
        published=_text(article.get("datePublished")),
        updated=_text(article.get("dateModified")),
        author=", ".join(_names(article.get("author") or article.get("creator"), by_id)),
        outlet=next(iter(_names(article.get("publisher"), by_id)), ""),
        language=_text(article.get("inLanguage")),
    )


def _nodes(script: str) -> Iterator[dict[str, object]]:
    """Every object in a script, those of ``@graph`` and other lists included, outer ones first."""
    try:
        waiting = deque([json.loads(script, strict=False)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(part for part in value.values() if isinstance(part, dict | list))


def _types(node: dict[str, object]) -> set[str]:
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _text(value: object) -> str:
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return clean_line(on_one_line(value)) if isinstance(value, str) else ""


def _names(value: object, by_id: dict[object, dict[str, object]]) -> list[str]:
    """The names of persons or organisations, given as text, as objects, or by reference."""
    names = []
    for item in value if isinstance(value, list) else [value]:
        found = item
        if isinstance(item, dict) and not item.get("name"):
            found = by_id.get(item.get("@id"), item)
        name = _text(found)
        if name and not name.startswith(("http://", "https://")):
            names.append(name)
    return list(dict.fromkeys(names))
