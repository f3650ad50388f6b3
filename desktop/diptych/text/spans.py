"""A stretch of an article's canonical text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points ``start <= i < end`` of one article."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start} to {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def __contains__(self, position: int) -> bool:
        return self.start <= position < self.end

    def text_in(self, text: str) -> str:
        """The characters this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every code point of ``other`` is also in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shared(self, other: Span) -> int:
        """The number of code points that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, distance: int) -> Span:
        """This span, moved by ``distance`` code points (negative: towards the start)."""
        return Span(self.start + distance, self.end + distance)

    def joined(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def trimmed(text: str, span: Span) -> Span:
    """``span`` without the white space at its ends; empty at its start if it is all white space."""
    words = span.text_in(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + max(lead, len(words.rstrip())))


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The same code points as disjoint spans in order; touching spans become one."""
    current: Span | None = None
    for span in sorted(spans):
        if current is None:
            current = span
        elif span.start <= current.end:
            current = current.joined(span)
        else:
            yield current
            current = span
    if current is not None:
        yield current
