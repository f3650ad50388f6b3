"""A web page as a tree of elements."""

from __future__ import annotations

import html
import re
from typing import Any, TypeAlias

from diptych.text.canonical import clean_line, on_one_line

Element: TypeAlias = Any
"""An element of lxml, which ships no types."""

_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
_APART = ("br", "div", "p", "li", "td", "th", "h1", "h2", "h3", "h4", "section", "figcaption")

_WORDLESS = {"script", "style", "template", "noscript", "iframe", "object", "title"}
_BLOCK_END = re.compile(
    r"</(?:p|div|li|h[1-6]|tr|figcaption|blockquote|pre|section)\s*>|<br\s*/?>", re.IGNORECASE
)


_DEEPEST = 1_000
"""Elements within each other beyond which nh3 is spared them: it takes the square of their time."""
_OPEN_OR_CLOSED = re.compile(
    r"<(/?)(?!(?:area|br|col|dd|dt|hr|img|input|li|link|meta|option|p|source|td|th|tr|wbr)\b)[a-z]",
    re.IGNORECASE,
)
_NESTING = re.compile(r"</?(?!(?:script|style)\b)[a-z][^<>]*>", re.IGNORECASE)


def page_tree(text: str) -> Element | None:
    """The tree of the page ``text``; None where there is nothing in it, or too much to hold it all.

    The parser drops what is nested over 256 deep, and single texts of over 10 MB.
    """
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    # Text is parsed as UTF-8 bytes: lxml refuses text that names another encoding.
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    is_cut = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)
    return None if is_cut else root


def make_visible(root: Element) -> None:
    """Prepare a page's tree for `visible_text`: scripts go, blocks are set apart by line ends."""
    for element in list(root.iter(*_UNSEEN)):
        element.drop_tree()
    for element in root.iter(*_APART):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"


def visible_text(element: Element) -> str:
    """The words of an element on one line; the tree has gone through `make_visible`."""
    return clean_line(on_one_line("".join(element.itertext())))


def words_of_html(source: str) -> str:
    """The words of any piece of HTML, a line for each block; scripts and styles have none."""
    import nh3

    if "<" not in source:
        return html.unescape(source)
    apart = _BLOCK_END.sub("\n", source)
    if _depth(apart) > _DEEPEST:
        apart = _NESTING.sub(" ", apart)
    return html.unescape(nh3.clean(apart, tags=set(), clean_content_tags=_WORDLESS))


def _depth(source: str) -> int:
    """How many elements are open at once at most; those that nobody closes are not counted."""
    depth = deepest = 0
    for tag in _OPEN_OR_CLOSED.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
