"""Whether one account was made from another, or both from one source.

After work on text reuse in the press: Clough, Gaizauskas, Piao and Wilks, "METER: MEasuring TExt
Reuse" (ACL 2002), who tell wholly, partly and not derived articles apart by what they have in
common, and Bendersky and Croft, "Finding text reuse on the web" (WSDM 2009), whose reused
statements keep their words or their order. Three things are measured: how much of each account
stands in the other (coverage of the links), whether it stands there in the same order, and how many
words in a row are the same. Quotations count in the first alone: everybody quotes the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from diptych.analysis.credits import common_credit
from diptych.analysis.direction import credits_between, origin_of
from diptych.analysis.telling import Run, Telling, runs, shares
from diptych.model.links import Alignment, Link
from diptych.model.story import Derivation, Evidence, EvidenceKind, Side, Verdict

COPIED: Final = 0.65
"""Share of a text's own words outside names in common runs, from which it is a copy."""
DERIVED: Final = 0.65
"""Share of a text that stands in the other one, from which it may be derived from it."""
IN_ORDER: Final = 0.85
"""Share of the passages of a derived text that stand in the order of its original."""
FEWEST: Final = 6
"""Passages in order, or `_A_RUN` as many words in common runs, below which nothing is claimed."""
PARALLEL: Final = 1 / 3
"""Share of both texts from which passages in the same order speak for one source."""
WORDED: Final = 24
"""Words in common runs, outside names, which do so by themselves."""
_WORDED_SHARE: Final = 0.025
TRACE: Final = 8
"""Words in common runs without which nothing speaks for one source: everybody tells an event in the
order in which it happened."""
_A_RUN: Final = 4
"""Words in common runs that say as much as one passage in the same order."""
_POINTS: Final = 8
_SHOWN: Final = 12
"""Passages that are shown as evidence of one kind."""


@dataclass(frozen=True)
class Overlap:
    """What two accounts have in common."""

    left: Telling
    right: Telling
    alignment: Alignment

    @cached_property
    def shares(self) -> tuple[float, float]:
        """See `telling.shares`."""
        return shares(self.left, self.right, self.alignment)

    @cached_property
    def own_links(self) -> list[Link]:
        """The links of passages that neither side mostly quotes, in the order of the left one."""
        return [
            link
            for link in self.alignment.links
            if (ours := self.left.sentence_at(link.left))
            and (theirs := self.right.sentence_at(link.right))
            and not ours.is_quoted
            and not theirs.is_quoted
        ]

    @cached_property
    def in_order(self) -> list[Link]:
        """As many of the `own_links` as follow one another on both sides."""
        return longest_in_order(self.own_links)

    @cached_property
    def runs(self) -> list[Run]:
        """The runs of own words that both have."""
        return runs(self.left, self.right)

    @cached_property
    def plain(self) -> int:
        """How many words outside names stand in those runs."""
        return sum(run.plain for run in self.runs)

    @property
    def copied(self) -> float:
        """The share of its own words outside names, in common runs, of the text that has more."""
        return self.plain / max(1, min(self.left.plain_words, self.right.plain_words))


def derive(left: Telling, right: Telling, alignment: Alignment) -> Derivation:
    """How the two accounts that ``alignment`` links relate."""
    overlap = Overlap(left, right, alignment)
    verdict = _verdict(overlap)
    share = round(max(overlap.shares), 3)
    credited = tuple(_credits(left, right))
    if verdict is Verdict.INDEPENDENT:
        return Derivation(verdict, share, None, credited)
    evidence = (*_wording(overlap), *_order(overlap), *credited)
    if verdict is Verdict.SHARED_SOURCE:
        return Derivation(verdict, share, None, evidence)
    origin, signs = origin_of(left, right, alignment)
    if origin is not None:
        # The share is that of the derived text, which is the other one.
        share = round(overlap.shares[0 if origin is Side.RIGHT else 1], 3)
    return Derivation(verdict, share, origin, (*evidence, *signs))


def _credits(left: Telling, right: Telling) -> Iterator[Evidence]:
    """Where the two name one source, or one of them names the other."""
    shared = common_credit(left.credits, right.credits)
    if shared is not None:
        yield Evidence(EvidenceKind.CREDIT, shared[0].span, shared[1].span)
    else:
        yield from (evidence for _, evidence in credits_between(left, right))


def _verdict(overlap: Overlap) -> Verdict:
    if overlap.left.article.text == overlap.right.article.text:
        return Verdict.COPY
    ordered = len(overlap.in_order)
    if ordered + overlap.plain // _A_RUN < FEWEST:
        return Verdict.INDEPENDENT
    if overlap.copied >= COPIED:
        return Verdict.COPY
    follows = ordered >= max(FEWEST, IN_ORDER * len(overlap.own_links))
    if follows and max(overlap.shares) >= DERIVED:
        return Verdict.REWORDED
    if overlap.plain < TRACE:
        return Verdict.INDEPENDENT
    is_parallel = min(overlap.shares) >= PARALLEL
    is_worded = overlap.plain >= WORDED and overlap.copied >= _WORDED_SHARE
    if ordered + overlap.plain / _A_RUN >= _POINTS and (is_parallel or is_worded):
        return Verdict.SHARED_SOURCE
    return Verdict.INDEPENDENT


def longest_in_order(links: Sequence[Link]) -> list[Link]:
    """The most of ``links`` that stand in one order on both sides (longest rising subsequence)."""
    ordered = sorted(links, key=lambda link: (link.left, link.right))
    tails: list[int] = []  # the number of the link that ends the best sequence of each length
    before: list[int | None] = []
    for number, link in enumerate(ordered):
        length = bisect_left(tails, link.right, key=lambda tail: ordered[tail].right)
        before.append(tails[length - 1] if length else None)
        tails[length : length + 1] = [number]
    chain: list[Link] = []
    number_of = tails[-1] if tails else None
    while number_of is not None:
        chain.append(ordered[number_of])
        number_of = before[number_of]
    return chain[::-1]


def _wording(overlap: Overlap) -> Iterator[Evidence]:
    longest = sorted(overlap.runs, key=lambda run: -run.plain)[:_SHOWN]
    for run in sorted(longest, key=lambda run: run.left):
        yield Evidence(EvidenceKind.SAME_WORDS, run.left, run.right)


def _order(overlap: Overlap) -> Iterator[Evidence]:
    surest = sorted(overlap.in_order, key=lambda link: -link.score)[:_SHOWN]
    for link in sorted(surest, key=lambda link: link.left):
        yield Evidence(EvidenceKind.SAME_ORDER, link.left, link.right)
