"""The YAML block at the beginning of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diptych.library.readers.dates import moments_in
from diptych.library.readers.draft import Facts
from diptych.text.canonical import clean_line, on_one_line

LONGEST = 64 * 1024
"""Code points; a longer block is no front matter."""

_FENCED = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_LINE = re.compile(r"^(?P<key>[A-Za-z][\w -]*?)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)
_BROKEN = "The front matter is not valid YAML; what could be read of it was used."

_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "site_name", "newspaper"),
    "published": ("published", "date", "date_published", "pubdate", "publish_date", "created"),
    "updated": ("updated", "modified", "date_modified", "lastmod", "last_modified"),
    "author": ("author", "authors", "byline", "by", "creator"),
    "standfirst": ("standfirst", "subtitle", "subheadline", "deck", "dek", "lede"),
    "language": ("language", "lang", "locale"),
    "credits": ("credits", "credit", "agency"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts of a front matter, the text after it, and a notice if it is broken."""

    facts: Facts
    body: str
    notices: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """What the block between two lines of dashes at the beginning of ``text`` says.

    Without such a block the facts are empty and the body is the whole text.
    """
    fenced = _FENCED.match(text[: LONGEST + 16])
    if fenced is None:
        return FrontMatter(Facts(), text)
    fields, notices = _fields(fenced["yaml"])
    if not fields and notices:
        # Two lines of dashes in a text that has no front matter at all.
        return FrontMatter(Facts(), text)
    return FrontMatter(_facts(fields), text[fenced.end() :], notices)


def _facts(fields: dict[str, list[str]]) -> Facts:
    def values(fact: str) -> list[str]:
        found = (fields[key] for key in _KEYS[fact] if fields.get(key))
        return next(found, [])

    return Facts(
        title=", ".join(values("title")),
        outlet=", ".join(values("outlet")[:1]),
        published=_moment(values("published")),
        updated=_moment(values("updated")),
        author=", ".join(values("author")),
        credits=tuple(values("credits")),
        standfirst=" ".join(values("standfirst")),
        language=", ".join(values("language")[:1]),
    )


def _fields(yaml_text: str) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Each key with its text or texts; values are never built, so a bomb of aliases stays small."""
    import yaml

    try:
        root = yaml.compose(yaml_text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        found = {match["key"]: [match["value"]] for match in _LINE.finditer(yaml_text)}
        return _cleaned(found), (_BROKEN,)
    if not isinstance(root, yaml.MappingNode):
        return {}, () if root is None else (_BROKEN,)
    fields: dict[str, list[str]] = {}
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode):
            fields[key.value] = _texts(value)
    return _cleaned(fields), ()


def _texts(node: object) -> list[str]:
    """The text of a scalar, the texts of a list, or the names in a list of mappings."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return [] if node.tag.endswith(":null") else [node.value]
    if isinstance(node, yaml.SequenceNode):
        return [text for item in node.value[:50] for text in _named(item)]
    return _named(node)


def _named(node: object) -> list[str]:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    if not isinstance(node, yaml.MappingNode):
        return []
    return [
        value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
        and key.value == "name"
        and isinstance(value, yaml.ScalarNode)
    ]


def _cleaned(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    return {
        key.strip().lower().replace("-", "_").replace(" ", "_"): [
            clean
            for text in texts
            if (clean := clean_line(on_one_line(text)).strip("\"'" if len(texts) == 1 else ""))
        ]
        for key, texts in fields.items()
    }


def _moment(values: list[str]) -> str:
    moments = moments_in(values[0]) if values else []
    return moments[0].iso if moments else ""
