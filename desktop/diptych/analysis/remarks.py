"""The reported words of a story's accounts, in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from diptych.analysis.members import surroundings
from diptych.analysis.passages import Passage, passages
from diptych.analysis.voices import Voice, voices
from diptych.model.reading import Quotation, QuotationKind, Reading
from diptych.model.story import Member
from diptych.text.spans import Span

_ENDED: Final = re.compile(r"[.!?]|\n")


@dataclass(frozen=True, slots=True)
class Remark:
    """What one account has somebody say at one place: a quotation, or its halves around the cue."""

    member: int
    quotations: tuple[Quotation, ...]
    voice: Voice
    words: Passage
    around: Passage
    """The sentences it stands in."""

    @property
    def is_direct(self) -> bool:
        return self.quotations[0].kind is QuotationKind.DIRECT

    @property
    def span(self) -> Span:
        return self.words.span


def remarks(members: Sequence[Member]) -> list[Remark]:
    """The remarks of all accounts, in the order of ``members`` and of each text.

    Reported speech around quoted words is no remark of its own: the quoted words are.
    """
    groups = [_whole(article.text, reading) for article, reading in members]
    heads = [[group[0] for group in of_one] for of_one in groups]
    speaking = iter(voices(members, heads))
    found = []
    for number, ((article, reading), of_one) in enumerate(zip(members, groups, strict=True)):
        spans = [group[0].span.joined(group[-1].span) for group in of_one]
        hosts = [surroundings(reading, span) for span in spans]
        spoken = passages(article, reading, spans)
        around = passages(article, reading, hosts)
        for group, words, host in zip(of_one, spoken, around, strict=True):
            found.append(Remark(number, group, next(speaking), words, host))
    return found


def _whole(text: str, reading: Reading) -> list[tuple[Quotation, ...]]:
    """The quotations of one account in order, the two halves of a broken sentence together."""
    direct = [one for one in reading.quotations if one.kind is QuotationKind.DIRECT]
    groups = [
        (one,)
        for one in reading.quotations
        if one.kind is not QuotationKind.DIRECT
        and not any(one.span.overlaps(quoted.span) for quoted in direct)
    ]
    spoken: list[tuple[Quotation, ...]] = []
    for quotation in direct:
        if spoken and _goes_on(text, spoken[-1][-1], quotation):
            spoken[-1] += (quotation,)
        else:
            spoken.append((quotation,))
    return sorted([*groups, *spoken], key=lambda group: group[0].span)


def _goes_on(text: str, first: Quotation, second: Quotation) -> bool:
    """Whether the cue stands inside one sentence, as in “We know,” he said, “and we wait”."""
    gap = Span(first.span.end, max(first.span.end, second.span.start))
    return (
        any(one.cue is not None and gap.covers(one.cue) for one in (first, second))
        and _ENDED.search(gap.text_in(text)) is None
        and "," in text[first.span.end - 1 : first.span.end + 2]
        and text[second.span.start].islower()
    )
