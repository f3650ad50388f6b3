"""One account in the form in which reuse of its words is measured.

Quoted words do not count: everybody who was there quotes the same ones. Headlines and headings are
written anew by each outlet, and count neither.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from diptych.analysis.credits import Credit, credits_of
from diptych.model.article import Article, BlockKind
from diptych.model.links import Alignment
from diptych.model.reading import QuotationKind, Reading
from diptych.model.story import Member
from diptych.text.spans import Span, merged
from diptych.text.words import folded, words

RUN: Final = 6
"""Words in a row from which two accounts have them from one another, or from one source."""

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence in order, as they are compared and where they stand."""

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]
    is_own: tuple[bool, ...]
    """For each word whether it is the outlet's own, and in no quotation marks."""
    is_plain: tuple[bool, ...]
    """For each word whether it is the outlet's own and part of no name: names, with the offices
    before them, stand in the same order wherever they stand."""

    grams: tuple[tuple[int, Gram], ...]
    """Every `RUN` own words in a row, with the number of the first."""

    @property
    def is_quoted(self) -> bool:
        """Whether half of it or more stands in quotation marks."""
        return 2 * sum(self.is_own) <= len(self.words)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that stand in both accounts; ``plain`` counts those outside names."""

    left: Span
    right: Span
    plain: int


class Telling:
    """The sentences of one account."""

    def __init__(self, member: Member) -> None:
        self.article = member.article
        self.reading = member.reading
        self.sentences = tuple(_sentences(member.article, member.reading))
        self._starts = [sentence.span.start for sentence in self.sentences]

    @cached_property
    def plain_words(self) -> int:
        """The number of words outside quotation marks and names."""
        return sum(sum(sentence.is_plain) for sentence in self.sentences)

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """The sources that the account names."""
        return credits_of(self.article, self.reading)

    @cached_property
    def all_words(self) -> int:
        """The number of words."""
        return sum(len(sentence.words) for sentence in self.sentences)

    @cached_property
    def grams(self) -> dict[Gram, tuple[int, int]]:
        """Every run of `RUN` own words, with its sentence and first word where it stands first."""
        found: dict[Gram, tuple[int, int]] = {}
        for number, sentence in enumerate(self.sentences):
            for first, gram in sentence.grams:
                found.setdefault(gram, (number, first))
        return found

    def told_in(self, passages: Iterable[Span]) -> int:
        """How many words stand in sentences that ``passages`` touch."""
        touched = set()
        for passage in merged(passages):
            first = max(0, bisect_right(self._starts, passage.start) - 1)
            for number in range(first, bisect_left(self._starts, passage.end)):
                if self.sentences[number].span.overlaps(passage):
                    touched.add(number)
        return sum(len(self.sentences[number].words) for number in touched)

    def sentence_at(self, passage: Span) -> Sentence | None:
        """The first sentence that ``passage`` touches; None for a headline."""
        number = max(0, bisect_right(self._starts, passage.start) - 1)
        for sentence in self.sentences[number : number + 2]:
            if sentence.span.overlaps(passage):
                return sentence
        return None


def shares(left: Telling, right: Telling, alignment: Alignment) -> tuple[float, float]:
    """The share of each account's words that stand in sentences with a link, from 0 to 1."""
    ours = left.told_in(link.left for link in alignment.links)
    theirs = right.told_in(link.right for link in alignment.links)
    return ours / max(1, left.all_words), theirs / max(1, right.all_words)


def runs(left: Telling, right: Telling) -> list[Run]:
    """The longest runs of own words of ``left`` that stand in ``right`` too, in order."""
    return [
        _run(sentence, first, last, right)
        for sentence in left.sentences
        for first, last in _stretches(sentence, right)
    ]


def _stretches(sentence: Sentence, other: Telling) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch whose every `RUN` words stand in ``other``."""
    begin = end = -1
    for first, gram in sentence.grams:
        if gram not in other.grams:
            continue
        if first > end:
            if end >= 0:
                yield begin, end
            begin = first
        end = first + RUN - 1
    if end >= 0:
        yield begin, end


def _run(sentence: Sentence, first: int, last: int, other: Telling) -> Run:
    number, start = other.grams[sentence.words[first : first + RUN]]
    there = other.sentences[number]
    stop = min(start + last - first, len(there.words) - 1)
    return Run(
        sentence.places[first].joined(sentence.places[last]),
        there.places[start].joined(there.places[stop]),
        sum(sentence.is_plain[first : last + 1]),
    )


def _grams(forms: Gram, is_own: Sequence[bool]) -> Iterator[tuple[int, Gram]]:
    for first in range(len(forms) - RUN + 1):
        if all(is_own[first : first + RUN]):
            yield first, forms[first : first + RUN]


def _sentences(article: Article, reading: Reading) -> Iterator[Sentence]:
    apart = [block.span for block in article.blocks_of(BlockKind.TITLE, BlockKind.HEADING)]
    quoted = [one.span for one in reading.quotations if one.kind is QuotationKind.DIRECT]
    quotes = _Marked(quoted)
    names = _Marked(span for entity in reading.entities for span in entity.mentions)
    for span in reading.sentences:
        if any(block.covers(span) for block in apart):
            continue
        places = tuple(words(article.text, span))
        own = tuple(place not in quotes for place in places)
        plain = tuple(
            is_own and place not in names for place, is_own in zip(places, own, strict=True)
        )
        forms = tuple(folded(place.text_in(article.text)) for place in places)
        yield Sentence(span, forms, places, own, plain, tuple(_grams(forms, own)))


class _Marked:
    """The code points of disjoint spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: Sequence[Span] = list(merged(spans))
        self._starts = [span.start for span in self._spans]

    def __contains__(self, word: Span) -> bool:
        """Whether ``word`` begins in one of the spans."""
        number = bisect_right(self._starts, word.start) - 1
        return number >= 0 and word.start in self._spans[number]
