"""The differences between two linked passages, each with its kind, those that matter first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from diptych.analysis.compared import Account, Compared
from diptych.analysis.differing_certainty import differing_certainty
from diptych.analysis.differing_numbers import matched_quantities
from diptych.analysis.differing_quotes import Same, differing_quotes
from diptych.analysis.differing_voices import differing_names, differing_speakers
from diptych.analysis.inflection import uninflected
from diptych.analysis.same_names import may_be_same
from diptych.analysis.wording import wording_difference
from diptych.model.article import Article
from diptych.model.differences import Difference, DifferenceKind
from diptych.model.links import Link
from diptych.model.reading import Reading
from diptych.text.spans import Span
from diptych.text.words import words

_ORDER: Final = {kind: rank for rank, kind in enumerate(DifferenceKind)}


def differences(
    left: Article,
    left_reading: Reading,
    right: Article,
    right_reading: Reading,
    links: Sequence[Link],
) -> list[tuple[Difference, ...]]:
    """For each of ``links`` what differs: numbers first, mere wording last.

    What both say in another form is no difference: a number in words, another spelling of a name,
    another inflection, words that were moved.
    """
    ours, theirs = Account(left, left_reading), Account(right, right_reading)
    return [tuple(_between(ours.passage(link.left), theirs.passage(link.right))) for link in links]


def _between(left: Compared, right: Compared) -> Iterator[Difference]:
    quantities = matched_quantities(left, right)
    same = (
        [*(span for span, _ in quantities.equal), *_same_names(left, right)],
        [*(span for _, span in quantities.equal), *_same_names(right, left)],
    )
    speakers = list(differing_speakers(left, right))
    found = [
        *quantities.differences,
        *(one for one in differing_names(left, right) if not _is_told(one, speakers)),
        *speakers,
        *differing_certainty(left, right),
        *differing_quotes(left, right, same),
    ]
    yield from sorted(found, key=lambda one: (_ORDER[one.kind], one.left, one.right))
    yield from _wording(left, right, found, same)


def _is_told(name: Difference, speakers: Sequence[Difference]) -> bool:
    """Whether two names are those of the speakers who differ."""
    return any(
        set(name.left) & set(one.left) and set(name.right) & set(one.right) for one in speakers
    )


def _same_names(side: Compared, other: Compared) -> list[Span]:
    """The names of ``side`` that ``other`` has too, in whatever form."""
    return [
        span
        for span, entity in side.mentions
        if any(may_be_same(entity.kind, entity.name, one.name) for _, one in other.mentions)
    ]


def _wording(
    left: Compared, right: Compared, found: Sequence[Difference], same: Same
) -> Iterator[Difference]:
    """The other words that differ, as one difference."""
    plain = wording_difference(left.text, left.span, right.text, right.span)
    ours = [*same[0], *(span for one in found for span in one.left)]
    theirs = [*same[1], *(span for one in found for span in one.right)]
    left_runs = tuple(_new(left, plain.left, ours, right))
    right_runs = tuple(_new(right, plain.right, theirs, left))
    if left_runs or right_runs:
        yield Difference(DifferenceKind.WORDING, left_runs, right_runs)


def _new(
    side: Compared, runs: Sequence[Span], told: Sequence[Span], other: Compared
) -> Iterator[Span]:
    """Those of ``runs`` that are neither told already nor another form of what ``other`` has."""
    for run in runs:
        stems = {uninflected(word.text_in(side.text)) for word in words(side.text, run)}
        is_inflected = all(stem in other.by_stem for stem in stems)
        if not is_inflected and not any(run.overlaps(span) for span in told):
            yield run
