"""A passage with all that its article's reading says of it, ready to be compared with another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, Protocol, TypeVar

from diptych.analysis.inflection import uninflected
from diptych.analysis.passages import STOPWORDS
from diptych.analysis.sources import Sources, has_name
from diptych.model.article import Article, BlockKind
from diptych.model.reading import Entity, EntityKind, Quantity, Quotation, QuotationKind, Reading
from diptych.model.statements import Modality, Source, Statement
from diptych.text.spans import Span
from diptych.text.words import folded, words

_REACH: Final = 600
"""Code points before a passage in which a name may be meant by a pronoun in it."""
_AFTER: Final = 300
"""Code points after a passage in which its quotation may go on to its speaker."""
_SAYING: Final = frozenset("say add tell reply ask mr mrs ms".split())


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Item = TypeVar("_Item", bound=_Placed)


@dataclass(frozen=True)
class Voice:
    """Words of a passage that are given to somebody; ``source`` is None where nobody is named."""

    content: Span
    source: Source | None
    marks: tuple[Span, ...]
    """Where the passage names the speaker and the reporting word, if it does."""
    is_direct: bool
    meant: str
    """The words that name the speaker, "he" or a name; empty where nobody is named."""
    is_named: bool
    """Whether that is a name in the passage, or after it where its quotation goes on."""


@dataclass(frozen=True)
class Compared:
    """One passage of an account."""

    text: str
    span: Span
    is_title: bool
    quantities: tuple[Quantity, ...]
    mentions: tuple[tuple[Span, Entity], ...]
    modalities: tuple[Modality, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    before: frozenset[str]
    """The persons whom the account names shortly before."""

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark."""
        return self.span.text_in(self.text).rstrip("\"'”’» )").endswith("?")

    @cached_property
    def words(self) -> list[Span]:
        """The passage's words in order."""
        return words(self.text, self.span)

    @cached_property
    def forms(self) -> list[str]:
        """The words as they are compared."""
        return [folded(word.text_in(self.text)) for word in self.words]

    @cached_property
    def by_stem(self) -> dict[str, list[Span]]:
        """Where each word stands, all its inflections together."""
        found: dict[str, list[Span]] = {}
        for word, form in zip(self.words, self.forms, strict=True):
            found.setdefault(uninflected(form), []).append(word)
        return found

    @cached_property
    def _meaning(self) -> list[tuple[Span, str]]:
        """The words that carry meaning, with their stems."""
        return [
            (word, uninflected(form))
            for word, form in zip(self.words, self.forms, strict=True)
            if form not in STOPWORDS and form not in _SAYING
        ]

    def stems(self, span: Span) -> frozenset[str]:
        """The words inside ``span`` that carry meaning, uninflected."""
        return frozenset(stem for word, stem in self._meaning if span.covers(word))

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """Those of the whole passage without its names."""
        return frozenset(stem for _, stem in self._meaning) - self.name_stems

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """Those of its names."""
        return frozenset(
            stem
            for word, stem in self._meaning
            if any(where.covers(word) for where, _ in self.mentions)
        )

    @cached_property
    def said(self) -> list[tuple[Voice, frozenset[str]]]:
        """Its voices with the stems of what they say."""
        return [(voice, self.stems(voice.content)) for voice in self.voices]


@dataclass(frozen=True)
class _Spoken:
    """A quotation with who it is given to."""

    span: Span
    quotation: Quotation
    source: Source | None


class Account:
    """One article and its reading, asked for passages."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text = article.text
        self._titles = [block.span for block in article.blocks_of(BlockKind.TITLE)]
        self._mentions = sorted(
            ((span, entity) for entity in reading.entities for span in entity.mentions),
            key=lambda pair: pair[0],
        )
        self._mention_starts = [span.start for span, _ in self._mentions]
        self._quantities = _Index(reading.quantities)
        self._modalities = _Index(reading.modalities)
        self._statements = _Index(reading.statements)
        self._spoken = _Index(list(_spoken(article, reading)))

    def passage(self, span: Span) -> Compared:
        """What the reading says of ``span``."""
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end)
        return Compared(
            self._text,
            span,
            any(title.covers(span) for title in self._titles),
            tuple(self._quantities.inside(span)),
            tuple(self._mentions[first:last]),
            tuple(self._modalities.inside(span)),
            tuple(self._statements.inside(span)),
            tuple(_voice(one, span, self._text) for one in self._spoken.inside(span)),
            frozenset(self._persons_before(span)),
        )

    def _persons_before(self, span: Span) -> Iterator[str]:
        last = bisect_left(self._mention_starts, span.start)
        first = bisect_left(self._mention_starts, span.start - _REACH)
        for _, entity in self._mentions[first:last]:
            if entity.kind is EntityKind.PERSON:
                yield entity.name


def _spoken(article: Article, reading: Reading) -> Iterator[_Spoken]:
    """The quotations in order, since a pronoun is whoever was a source before it."""
    sources = Sources(reading.entities, article.outlet)
    known = {
        source.span: source
        for statement in reading.statements
        for source in statement.sources
        if source.span is not None
    }
    for one in reading.quotations:
        source = None
        if one.speaker is not None:
            cue = one.cue.text_in(article.text) if one.cue is not None else ""
            told = known.get(one.speaker.span) if one.speaker.span is not None else None
            source = told or sources.source(one.speaker, cue)
        yield _Spoken(one.span, one, source)


def _voice(spoken: _Spoken, within: Span, text: str) -> Voice:
    span, cue = spoken.span, spoken.quotation.cue
    named = spoken.quotation.speaker.span if spoken.quotation.speaker else None
    meant = named.text_in(text) if named is not None else ""
    return Voice(
        Span(max(span.start, within.start), min(span.end, within.end)),
        spoken.source,
        tuple(sorted(mark for mark in (named, cue) if mark is not None and within.covers(mark))),
        spoken.quotation.kind is QuotationKind.DIRECT,
        meant,
        named is not None and is_near(named, within) and has_name(meant),
    )


def is_near(named: Span, passage: Span) -> bool:
    """Whether a speaker is named in the passage, or soon after it: “…. …,” Ms Li said."""
    return passage.covers(named) or 0 <= named.start - passage.end <= _AFTER


class _Index(Generic[_Item]):
    """Items in the order of the text, found by where they stand."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = items
        self._starts = [item.span.start for item in items]
        # Ends do not rise with starts where items hold one another.
        self._longest = max((len(item.span) for item in items), default=0)

    def inside(self, span: Span) -> list[_Item]:
        """Those that overlap ``span``."""
        first = bisect_right(self._starts, span.start - self._longest - 1)
        last = bisect_left(self._starts, span.end)
        return [item for item in self._items[first:last] if item.span.overlaps(span)]
