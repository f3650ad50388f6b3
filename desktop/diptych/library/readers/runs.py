"""Building a line out of stretches of text, some of which are set apart."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from diptych.library.readers.draft import Piece
from diptych.model.article import BlockKind, Inline, InlineKind
from diptych.text.canonical import on_one_line
from diptych.text.spans import Span


class Runs:
    """One line in the making: stretches joined, white space run together, styles remembered."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._ends_in_space = True
        self._inlines: list[Inline] = []

    def add(self, text: str | None) -> None:
        """Append ``text``."""
        clean = on_one_line(text or "")
        if self._ends_in_space:
            clean = clean.lstrip(" ")
        if clean:
            self._parts.append(clean)
            self._length += len(clean)
            self._ends_in_space = clean.endswith(" ")

    @contextlib.contextmanager
    def styled(self, kind: InlineKind | None, target: str = "") -> Iterator[None]:
        """Set apart what is added inside the ``with`` block; None sets nothing apart."""
        start = self._length
        yield
        if kind is not None and self._length > start:
            self._inlines.append(Inline(kind, Span(start, self._length), target))

    def take(self, kind: BlockKind, level: int = 0) -> Iterator[Piece]:
        """The line as a piece, if it is not empty; afterwards a new line begins."""
        text = "".join(self._parts)
        bare = text.strip()
        lead = len(text) - len(text.lstrip())
        inlines = tuple(
            Inline(inline.kind, span, inline.target)
            for inline in self._inlines
            if len(span := _moved(inline.span, lead, len(bare)))
        )
        self.__init__()  # type: ignore[misc]
        if bare:
            yield Piece(kind, bare, level, inlines)


def together(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The lines of one paragraph, of which all but the first continue it."""
    for number, piece in enumerate(pieces):
        yield replace(piece, continues=True) if number else piece


def _moved(span: Span, lead: int, length: int) -> Span:
    """``span`` after ``lead`` characters were cut, and everything after ``length`` more."""
    start = min(max(span.start - lead, 0), length)
    return Span(start, max(start, min(span.end - lead, length)))
