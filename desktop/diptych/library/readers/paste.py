"""An article from the clipboard, as a Markdown file with front matter."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from diptych.errors import ReadError
from diptych.library.readers.draft import Facts, Piece
from diptych.library.readers.plain import read_plain
from diptych.library.readers.sections import words_of
from diptych.library.readers.web_page import page_tree, visible_text
from diptych.model.article import BlockKind
from diptych.text.canonical import clean_line, on_one_line

LONGEST_NAME = 60
"""Characters of a file's name without its ending."""

# What Markdown would take for markup: anywhere in a line, and at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]>#|]")
_ENTITIES = re.compile(r"<|&(?=\\?#|\w)|^[=~]")
_AT_START = re.compile(r"^(\d*)([+.-])")
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)$")


@dataclass(frozen=True, slots=True)
class PastedArticle:
    """A file to be: a name that suits every file system, and its bytes in UTF-8."""

    name: str
    data: bytes


def article_from_clipboard(
    text: str, html: str | None = None, *, pasted: dt.datetime, source: str = ""
) -> PastedArticle:
    """What was copied, as a Markdown file that reads as the same lines again.

    Headings are those of ``html`` where the clipboard has it too. ``pasted`` goes into the front
    matter, as does ``source``, the address the text was copied from, if it is known.

    Raises:
        ReadError: there is no text on the clipboard.
    """
    headings = _headings(html)
    draft = read_plain(text)
    if not draft.pieces:
        raise ReadError("There is no text on the clipboard.")
    body = "".join(_markdown_line(piece, headings) for piece in draft.pieces).strip("\n")
    document = f"{_front_matter(draft.facts, pasted, source)}\n{body}\n"
    return PastedArticle(f"{_slug(draft.facts, pasted)}.md", document.encode("utf-8"))


def escaped(line: str) -> str:
    """``line`` so that Markdown shows it as it is."""
    plain = _AT_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", line))
    return _ENTITIES.sub(lambda match: f"&#{ord(match[0])};", plain)


def _headings(html: str | None) -> dict[str, int]:
    """The words of each heading in the copied HTML, and its level."""
    root = page_tree(clean_line(on_one_line(html))) if html and html.strip() else None
    if root is None:
        return {}
    return {
        " ".join(words_of(visible_text(element))): int(element.tag[1])
        for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6")
    }


def _markdown_line(piece: Piece, headings: dict[str, int]) -> str:
    """A line with what stands before it: a blank line, or a break inside its paragraph."""
    before = "  \n" if piece.continues else "\n\n"
    if piece.kind is BlockKind.TITLE:
        return f"\n\n# {escaped(piece.text)}\n\n"
    if piece.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        level = headings.get(" ".join(words_of(piece.text)), 0)
        if level or piece.kind is BlockKind.HEADING:
            return f"\n\n{'#' * max(level, 2)} {escaped(piece.text)}\n\n"
    return before + escaped(piece.text)


def _front_matter(facts: Facts, pasted: dt.datetime, source: str) -> str:
    import yaml

    fields = {
        "title": facts.title,
        "outlet": facts.outlet,
        "published": facts.published,
        "updated": facts.updated,
        "author": facts.author,
        "url": source,
        "pasted": pasted.isoformat(timespec="seconds"),
    }
    known = {name: value for name, value in fields.items() if value}
    block = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{block}---\n"


def _slug(facts: Facts, pasted: dt.datetime) -> str:
    """A file name from outlet and headline; from the time of pasting where neither has letters."""
    name = "-".join(words_of(_letters(f"{facts.outlet} {facts.title}")))[:LONGEST_NAME].strip("-_")
    if not name or _RESERVED.match(name):
        return f"pasted-{pasted:%Y-%m-%d-%H%M%S}"
    return name


def _letters(text: str) -> str:
    """``text`` without accents, which not every file system keeps as they are."""
    bare = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("’", "").replace("'", ""))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", plain)
