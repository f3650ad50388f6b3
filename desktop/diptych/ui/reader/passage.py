"""The passage cursor: which words of an article the reader is at, and how it moves.

Knows nothing of Qt. A passage is made of whole units (words, sentences or paragraphs), or is
whatever was jumped to, such as a quotation; the next step from there is again a whole unit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from diptych.model.article import PROSE, Article, Block, BlockKind
from diptych.text.sentences import sentences
from diptych.text.spans import Span, trimmed
from diptych.text.words import words

READABLE = PROSE | {BlockKind.CAPTION}
"""The kinds of blocks that the cursor stops at."""


class Unit(StrEnum):
    """What one step of the cursor takes."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


_WIDER = {Unit.WORD: Unit.SENTENCE, Unit.SENTENCE: Unit.PARAGRAPH, Unit.PARAGRAPH: Unit.PARAGRAPH}
_NARROWER = {Unit.PARAGRAPH: Unit.SENTENCE, Unit.SENTENCE: Unit.WORD, Unit.WORD: Unit.WORD}


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the cursor is: from the unit it was set to (``anchor``) to the one it was drawn to.

    ``home`` is the position to which a narrower unit returns after a wider one.
    """

    unit: Unit
    anchor: Span
    focus: Span
    home: int

    @property
    def span(self) -> Span:
        """All the words of the passage."""
        return self.anchor.joined(self.focus)


class PassageCursor:
    """The units of one article, found block by block as the cursor comes to them."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def at(self, position: int, unit: Unit = Unit.SENTENCE) -> Passage | None:
        """The unit that holds ``position`` or is nearest to it; None if nothing is readable."""
        number = self._readable_near(position)
        if number is None:
            return None
        span = _nearest(self._units(number, unit), position)
        return Passage(
            unit, span, span, min(max(position, span.start), max(span.start, span.end - 1))
        )

    def of(self, span: Span, unit: Unit = Unit.SENTENCE) -> Passage:
        """A passage of exactly ``span``, from which steps are taken in ``unit``."""
        return Passage(unit, span, span, span.start)

    def between(self, first: int, last: int, unit: Unit) -> Passage | None:
        """The whole units from the one at ``first`` to the one at ``last``."""
        anchor, focus = self.at(first, unit), self.at(last, unit)
        if anchor is None or focus is None:
            return None
        return replace(anchor, focus=focus.span)

    def next(self, passage: Passage) -> Passage:
        """The unit that begins after the passage begins; the passage itself at the end."""
        end = passage.span.end if passage.anchor != passage.focus else passage.span.start + 1
        found = self._first_from(end, passage.unit)
        return passage if found is None else self.of(found, passage.unit)

    def previous(self, passage: Passage) -> Passage:
        """The last unit that begins before the passage; the passage itself at the start."""
        found = self._last_before(passage.span.start, passage.unit)
        return passage if found is None else self.of(found, passage.unit)

    def extended(self, passage: Passage, step: int) -> Passage:
        """The passage with its focus moved a unit on (``step`` 1) or back (-1)."""
        if step > 0:
            found = self._first_from(passage.focus.start + 1, passage.unit)
        else:
            found = self._last_before(passage.focus.start, passage.unit)
        return passage if found is None else replace(passage, focus=found)

    def widened(self, passage: Passage) -> Passage:
        """The next wider unit around the passage's home."""
        return self._resized(passage, _WIDER[passage.unit])

    def narrowed(self, passage: Passage) -> Passage:
        """The next narrower unit at the passage's home."""
        return self._resized(passage, _NARROWER[passage.unit])

    def first(self, unit: Unit) -> Passage | None:
        """The first unit of the article, or None."""
        return self.at(0, unit)

    def last(self, unit: Unit) -> Passage | None:
        """The last unit of the article, or None."""
        return self.at(len(self._article.text), unit)

    def spans(self, unit: Unit) -> Iterator[Span]:
        """Every unit of the article, in order."""
        readable = filter(self._is_readable, range(len(self._article.blocks)))
        if unit is Unit.PARAGRAPH:  # at once, for texts of any length
            return (self._article.blocks[number].span for number in readable)
        return (span for number in readable for span in self._units(number, unit))

    def _resized(self, passage: Passage, unit: Unit) -> Passage:
        found = self.at(passage.home, unit)
        return passage if found is None else replace(found, home=passage.home)

    def _first_from(self, position: int, unit: Unit) -> Span | None:
        """The first unit that begins at ``position`` or later."""
        blocks = self._article.blocks
        for number in range(max(0, self._number(position)), len(blocks)):
            if self._is_readable(number):
                later = (span for span in self._units(number, unit) if span.start >= position)
                found = next(later, None)
                if found is not None:
                    return found
        return None

    def _last_before(self, position: int, unit: Unit) -> Span | None:
        """The last unit that begins before ``position``."""
        for number in range(self._number(position), -1, -1):
            if self._is_readable(number):
                earlier = [span for span in self._units(number, unit) if span.start < position]
                if earlier:
                    return earlier[-1]
        return None

    def _units(self, number: int, unit: Unit) -> list[Span]:
        """The units of one block; the whole block where it has none of that size."""
        text, block = self._article.text, self._article.blocks[number]
        found: list[Span] = []
        if unit is Unit.WORD:
            found = words(text, block.span)
        elif unit is Unit.SENTENCE:
            found = sentences(text, block.span)
        return found or [trimmed(text, block.span)]

    def _number(self, position: int) -> int:
        """The number of the block at ``position``; -1 where there is none."""
        return bisect_right(self._article.blocks, position, key=_start) - 1

    def _is_readable(self, number: int) -> bool:
        block = self._article.blocks[number]
        return block.kind in READABLE and len(block.span) > 0

    def _readable_near(self, position: int) -> int | None:
        """The readable block at ``position``, else the next one, else the one before."""
        number = max(0, self._number(position))
        after = range(number, len(self._article.blocks))
        before = range(number - 1, -1, -1)
        candidates = (found for area in (after, before) for found in area)
        return next((found for found in candidates if self._is_readable(found)), None)


def _start(block: Block) -> int:
    return block.span.start


def _nearest(spans: list[Span], position: int) -> Span:
    """The span that holds ``position``; in a gap, at the end or before the start the nearest."""

    def distance(span: Span) -> int:
        return max(span.start - position, position - span.end + 1, 0)

    return min(spans, key=distance)
