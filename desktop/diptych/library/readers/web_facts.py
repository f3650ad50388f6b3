"""What a web page says of itself: JSON-LD first, then OpenGraph and meta tags, then its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from diptych.library.readers.dates import moments_in
from diptych.library.readers.draft import Facts
from diptych.library.readers.headline import title_and_outlet
from diptych.library.readers.json_ld import Described, described
from diptych.library.readers.sections import words_of
from diptych.library.readers.web_page import Element, make_visible, visible_text
from diptych.text.canonical import clean_line, on_one_line

_PUBLISHED = (
    "article:published_time og:article:published_time datepublished pubdate publishdate "
    "publish_date publish-date publication_date date dc.date dc.date.issued dcterms.created "
    "dcterms.date parsely-pub-date sailthru.date article.published cxenseparse:recs:publishtime "
    "article_date_original originalpublicationdate"
).split()
_UPDATED = (
    "article:modified_time og:article:modified_time og:updated_time datemodified lastmod "
    "last-modified dc.date.modified dcterms.modified article.updated"
).split()
_AUTHOR = (
    "author article:author byl dc.creator dcterms.creator parsely-author sailthru.author".split()
)
_OUTLET = "og:site_name application-name publisher dc.publisher article:publisher".split()
_TITLE = "og:title twitter:title dc.title headline title".split()
_DESCRIPTION = "og:description description twitter:description dc.description".split()
_LANGUAGE = "content-language og:locale language dc.language".split()
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:www\.|m\.|edition\.)?([^/:?#]+)")


@dataclass(frozen=True, slots=True)
class WebFacts:
    """The facts of a page, and its descriptions, one of which may be the standfirst."""

    facts: Facts
    descriptions: tuple[str, ...]


def web_facts(root: Element) -> WebFacts:
    """What the page with the element tree ``root`` says of its article; scripts are taken out."""
    article = described(
        script.text_content()
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    )
    make_visible(root)
    meta = _meta(root)
    title, outlet = _title(root, article, meta)
    published = _moment(
        [article.published, *_all(meta, _PUBLISHED), *_times(root, "datepublished")]
    )
    updated = _moment([article.updated, *_all(meta, _UPDATED), *_times(root, "datemodified")])
    if not published:
        published = _moment(_times(root, ""))
    facts = Facts(
        title=title,
        outlet=article.outlet or _first(meta, _OUTLET) or outlet or _host(root, meta),
        published=published,
        updated="" if updated == published else updated,
        author=_BY.sub("", article.author or _author(root, meta)),
        language=root.get("lang") or article.language or _first(meta, _LANGUAGE),
    )
    return WebFacts(facts, tuple(filter(None, [article.description, *_all(meta, _DESCRIPTION)])))


def _meta(root: Element) -> dict[str, str]:
    """Each meta tag's name in lower case, and the first content it has that is not empty."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        content = clean_line(on_one_line(tag.get("content") or ""))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _all(meta: dict[str, str], names: Iterable[str]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _first(meta: dict[str, str], names: Iterable[str]) -> str:
    plain = (text for text in _all(meta, names) if not text.startswith(("http", "@")))
    return next(plain, "")


def _title(root: Element, article: Described, meta: dict[str, str]) -> tuple[str, str]:
    """The headline as the page shows it, and the outlet's name if the browser's title has it."""
    tag = next((visible_text(title) for title in root.iter("title")), "")
    in_tag, outlet = title_and_outlet(tag)
    said = [text for text in (article.headline, *_all(meta, _TITLE), in_tag) if text]
    shown = [text for h1 in root.iter("h1") if (text := visible_text(h1)) and len(text) < 300]
    best = max(shown, key=lambda text: _likeness(text, said), default="")
    if best and (_likeness(best, said) >= 0.4 or not said):
        return best, outlet
    title, appended = title_and_outlet(said[0]) if said else ("", "")
    return title, outlet or appended


def _likeness(text: str, said: list[str]) -> float:
    """How many of its words ``text`` shares with the most similar of the titles ``said``."""
    words = set(words_of(text))
    return max(
        (len(words & set(words_of(title))) / max(len(words), 1) for title in said), default=0
    )


def _times(root: Element, role: str) -> list[str]:
    """What the page's time elements say, those with the given ``itemprop`` if one is asked for."""
    elements = root.iter() if role else root.iter("time")
    return [
        said
        for element in elements
        if not role or (element.get("itemprop") or "").lower() == role
        if (said := element.get("datetime") or element.get("content"))
    ]


def _moment(texts: Iterable[str]) -> str:
    for text in texts:
        moments = moments_in(text[:100])
        if moments:
            return moments[0].iso
    return ""


def _author(root: Element, meta: dict[str, str]) -> str:
    named = _first(meta, _AUTHOR)
    if not named:
        links = (a for a in root.iter("a") if "author" in (a.get("rel") or "").split())
        named = ", ".join(
            dict.fromkeys(visible_text(a) for a in list(links)[:3] if visible_text(a))
        )
    return named


def _host(root: Element, meta: dict[str, str]) -> str:
    """The site's host name, from the page's own address; empty where it gives none."""
    links = (a.get("href") or "" for a in root.iter("link") if a.get("rel") == "canonical")
    for address in (*links, meta.get("og:url", "")):
        if match := _HOST.match(address):
            return match[1]
    return ""
