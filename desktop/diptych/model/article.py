"""One article as it was read from its file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.text.spans import Span


class BlockKind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list"
    NOISE = "noise"
    """Site furniture: kept in the text, folded in the window, left out of analysis and search."""


PROSE = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.STANDFIRST,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
    }
)
"""The kinds whose words are the outlet's account: aligned, counted, searched for quotations."""

MAX_ANALYSED = 200_000
"""Code points that are analysed: about 35,000 words, which take some ten seconds."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the canonical text, and one paragraph on screen."""

    kind: BlockKind
    span: Span
    level: int = 0
    """The depth of a heading or list item, counted from 1; 0 where it has none."""


class InlineKind(StrEnum):
    """A style inside a block that the file itself gives."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of a block that the file sets apart.

    ``target`` is a link's address; the program itself never opens it.
    """

    kind: InlineKind
    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: canonical text, its blocks and what the file says about itself.

    The blocks cover the text in order without a gap but the LF between them. Where a fact is not
    known the string is empty. ``published`` and ``updated`` are ISO 8601 (``2022-02-14``,
    ``2022-02-14T19:24`` or with an offset).
    """

    path: str
    """Relative to the library's folder, with forward slashes."""
    reader: str
    """The reader and its version, such as ``text/1``."""
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    credits: tuple[str, ...] = ()
    standfirst: str = ""
    language: str = ""
    """BCP 47, such as ``en``; empty where it could not be told."""
    sha256: str = ""
    """Of the canonical text."""
    bytes_sha256: str = ""
    """Of the file as it was read."""
    inlines: tuple[Inline, ...] = ()
    notices: tuple[str, ...] = ()
    """What the reader should know about how the file was read, as sentences."""

    def blocks_of(self, *kinds: BlockKind) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    def prose(self) -> list[Block]:
        """The blocks that are the outlet's account, in order (see `PROSE`)."""
        return [block for block in self.blocks if block.kind in PROSE]

    @property
    def headline(self) -> str:
        """What stands for the article in a list: its title, else the name of its file."""
        return self.title or self.path.rsplit("/", 1)[-1]

    @property
    def known_as(self) -> str:
        """What the account is called beside others of its story: its outlet, else its headline."""
        return self.outlet or self.headline
