"""What a reader found in a file, before it is an `Article`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diptych.library.readers.language import SAMPLE, language_of
from diptych.model.article import PROSE, Article, Block, BlockKind, Inline
from diptych.storage import fingerprint, text_fingerprint
from diptych.text.canonical import MAX_LINE, canonical_text, line_spans
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of an article with its kind; the inlines count inside ``text``.

    ``text`` is clean (see `diptych.text.canonical.clean_line`) and not empty.
    """

    kind: BlockKind
    text: str
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    continues: bool = False
    """Whether it stands in one paragraph with the line before it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says about itself; empty where it says nothing."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    author: str = ""
    credits: tuple[str, ...] = ()
    standfirst: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article without a path: its lines in order, its facts, and what to tell the reader."""

    pieces: tuple[Piece, ...]
    facts: Facts
    notices: tuple[str, ...] = ()


def article_of(path: str, reader: str, draft: Draft, data: bytes) -> Article:
    """The article that ``draft`` describes; ``data`` are the bytes of its file."""
    pieces = [part for piece in draft.pieces for part in _fitting(piece)]
    text = canonical_text(piece.text for piece in pieces)
    blocks, inlines = _laid_out(pieces)
    facts = draft.facts
    prose = [piece.text for piece in pieces if piece.kind in PROSE]
    return Article(
        path=path,
        reader=reader,
        text=text,
        blocks=tuple(blocks),
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        updated=facts.updated,
        author=facts.author,
        credits=facts.credits,
        standfirst=facts.standfirst,
        language=language_of(_beginning(prose), facts.language),
        sha256=text_fingerprint(text),
        bytes_sha256=fingerprint(data),
        inlines=tuple(inlines),
        notices=draft.notices,
    )


def _beginning(texts: list[str]) -> str:
    """As many of ``texts`` as the language can be told by."""
    kept: list[str] = []
    length = 0
    for text in texts:
        kept.append(text)
        length += len(text)
        if length > SAMPLE:
            break
    return "\n".join(kept)


def _fitting(piece: Piece) -> Iterable[Piece]:
    """``piece`` in parts that are not longer than a canonical line may be."""
    if len(piece.text) <= MAX_LINE:
        yield piece
        return
    for span in line_spans(piece.text):
        inside = tuple(
            Inline(inline.kind, _common(inline.span, span).shifted(-span.start), inline.target)
            for inline in piece.inlines
            if inline.span.overlaps(span)
        )
        yield Piece(piece.kind, span.text_in(piece.text), piece.level, inside)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _laid_out(pieces: Sequence[Piece]) -> tuple[list[Block], list[Inline]]:
    blocks: list[Block] = []
    inlines: list[Inline] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        blocks.append(Block(piece.kind, Span(start, end), piece.level))
        inlines.extend(
            Inline(inline.kind, inline.span.shifted(start), inline.target)
            for inline in piece.inlines
        )
        start = end + 1
    return blocks, inlines
