"""The lines of a plain text, and which of them have been recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from diptych.library.readers.draft import Piece
from diptych.model.article import BlockKind

_SENTENCE_END = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»)\]」』]*$")
_FULL_STOP = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]」』]*$")
_NO_SPACES = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

SHORT_PROSE = 8
"""Words from which a line that ends like a sentence is taken for running text."""
LONG_PROSE = 26
"""Words from which a line is running text however it ends."""

_LONGEST_HEAD = 40
_TAIL = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file. ``paragraph`` counts the groups between blank lines, from 0."""

    text: str
    paragraph: int
    words: int
    ends: bool
    """Whether it ends as a sentence does."""

    @property
    def is_prose(self) -> bool:
        """Whether it is running text rather than a label, a headline or a name."""
        return self.words >= LONG_PROSE or (self.ends and self.words >= SHORT_PROSE)


def line_of(text: str, paragraph: int = 0) -> Line:
    """``text`` with what can be told from it alone."""
    return Line(text, paragraph, word_count(text), bool(_SENTENCE_END.search(text[-8:])))


def word_count(text: str) -> int:
    """Words of ``text``; where a script sets no spaces, half of its characters."""
    words = text.count(" ") + 1
    if text.isascii():
        return words
    unspaced = sum(1 for _ in _NO_SPACES.finditer(text))
    return max(words, unspaced // 2)


def ends_in_full_stop(text: str) -> bool:
    """Whether ``text`` ends a sentence for good; a colon or semicolon does not."""
    return bool(_FULL_STOP.search(text[-8:]))


class Page:
    """Lines and the kinds they have been given so far.

    Recognisers claim lines one after another; the first claim on a line stands unless a later one
    is made with `overrule`.
    """

    def __init__(self, paragraphs: Iterable[Iterable[str]]) -> None:
        self.lines = tuple(
            line_of(text, number)
            for number, paragraph in enumerate(paragraphs)
            for text in paragraph
        )
        self.kinds: list[BlockKind | None] = [None] * len(self.lines)

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Page:
        """The lines of ``pieces``; those that are not paragraphs have their kinds already."""
        paragraphs: list[list[str]] = []
        for piece in pieces:
            if piece.continues and paragraphs:
                paragraphs[-1].append(piece.text)
            else:
                paragraphs.append([piece.text])
        page = cls(paragraphs)
        for index, piece in enumerate(pieces):
            if piece.kind is not BlockKind.PARAGRAPH:
                page.claim(index, piece.kind)
        return page

    def with_kinds(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """The ``pieces`` it was made of, with the kinds that their lines have now."""
        for piece, kind in zip(pieces, self.kinds, strict=True):
            yield replace(piece, kind=kind or BlockKind.PARAGRAPH)

    def pieces(self) -> Iterator[Piece]:
        """Each line with its kind; what nothing has claimed is a paragraph."""
        above = -1
        for line, kind in zip(self.lines, self.kinds, strict=True):
            continues = line.paragraph == above
            yield Piece(kind or BlockKind.PARAGRAPH, line.text, continues=continues)
            above = line.paragraph

    def claim(self, index: int, kind: BlockKind) -> None:
        """Give the line a kind if it has none."""
        if self.kinds[index] is None:
            self.kinds[index] = kind

    def overrule(self, index: int, kind: BlockKind) -> None:
        """Give the line a kind, whatever it had."""
        self.kinds[index] = kind

    def is_free(self, index: int) -> bool:
        """Whether nothing has claimed the line yet."""
        return self.kinds[index] is None

    def free(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """The lines from ``start`` up to ``end`` that nothing has claimed, in order."""
        for index in range(start, len(self.lines) if end is None else min(end, len(self.lines))):
            if self.kinds[index] is None:
                yield index

    def is_alone(self, index: int) -> bool:
        """Whether blank lines, or the file's ends, stand on both sides of the line."""
        paragraph = self.lines[index].paragraph
        around = (index - 1, index + 1)
        return all(
            not 0 <= near < len(self.lines) or self.lines[near].paragraph != paragraph
            for near in around
        )

    @property
    def is_dense(self) -> bool:
        """Whether the file sets hardly any blank lines, so that paragraphs tell nothing."""
        return bool(self.lines) and self.lines[-1].paragraph < len(self.lines) / 8

    def with_kind(self, kind: BlockKind) -> list[int]:
        """The lines that have been given ``kind``, in order."""
        return [index for index, given in enumerate(self.kinds) if given is kind]

    @property
    def body(self) -> range:
        """From the first to the last line of running text; empty where there is none.

        Lines that something else has claimed do not count.
        """
        prose = [index for index in self.free() if self.lines[index].is_prose]
        return range(prose[0], prose[-1] + 1) if prose else range(0)

    @property
    def head(self) -> range:
        """What stands before the third line of running text: a standfirst may be one of them."""
        prose = [index for index in self.free() if self.lines[index].is_prose][:3]
        end = prose[-1] if len(prose) == 3 else len(self.lines)
        return range(min(end, _LONGEST_HEAD))

    @property
    def tail(self) -> range:
        """The last lines that have not been claimed, and what stands between and after them."""
        last = list(self.free())[-_TAIL:]
        start = max(last[0], self.body.start + 1) if last else len(self.lines)
        return range(start, len(self.lines))
