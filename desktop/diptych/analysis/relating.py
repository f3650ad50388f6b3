"""Everything that the accounts of a story tell of one another.

What comes to it later, such as the versions of one quotation, is a function of the same members and
alignments, and one more field of `StoryAnalysis`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from diptych.analysis.figures import shared_figures
from diptych.analysis.groups import Groups
from diptych.analysis.inferred_dates import inferred_dates
from diptych.analysis.origins import derive
from diptych.analysis.statement_groups import (
    Alignments,
    Links,
    missing,
    only_here,
    statements,
)
from diptych.analysis.story_names import story_entities
from diptych.analysis.telling import Telling
from diptych.analysis.utterances import utterances
from diptych.model.story import Member, Origins, RelatedPair, StoryAnalysis, Verdict

SAME_TEXT = frozenset({Verdict.COPY, Verdict.REWORDED})
SAME_ORIGIN = SAME_TEXT | {Verdict.SHARED_SOURCE}
_FEWEST_LINKED = 3
"""Sentences with a link from which an account in another language can be compared at all."""


def relate(members: Sequence[Member], alignments: Alignments) -> StoryAnalysis:
    """What is known of the story that ``members`` tell; ``alignments`` has each pair once."""
    paths = tuple(member.article.path for member in members)
    pairs = tuple(_related(members, alignments))
    texts = _joined(paths, pairs, SAME_TEXT)
    likely = _joined(paths, pairs, SAME_ORIGIN)
    links = Links(members, alignments)
    found = statements(links)
    read = _comparable(members, links)
    return StoryAnalysis(
        accounts=paths,
        pairs=pairs,
        texts=texts,
        origins=Origins(likely, len(likely), len(texts)),
        entities=story_entities(members),
        statements=found,
        only=tuple(one for one in only_here(members, alignments) if one.path in read),
        missing=tuple(one for one in missing(found, texts, links) if one.path in read),
        utterances=utterances(members, alignments.values()),
        figures=shared_figures(members, alignments.values()),
        dates=inferred_dates(members, alignments.values()),
    )


def _comparable(members: Sequence[Member], links: Links) -> set[str]:
    """The accounts of which it can be said what they lack and what they alone have.

    Of one in a language of its own, of which hardly a sentence could be linked, nothing is known.
    """
    languages = Counter(member.article.language[:2] for member in members)
    linked = Counter(passage.path for passage in links.passages)
    return {
        article.path
        for article in (member.article for member in members)
        if linked[article.path] >= _FEWEST_LINKED or languages[article.language[:2]] > 1
    }


def _related(members: Sequence[Member], alignments: Alignments) -> Iterator[RelatedPair]:
    """The pairs that have more than the event in common, or name one another."""
    tellings = {member.article.path: Telling(member) for member in members}
    for (left, right), alignment in alignments.items():
        derivation = derive(tellings[left], tellings[right], alignment)
        if derivation.verdict is not Verdict.INDEPENDENT or derivation.evidence:
            yield RelatedPair(left, right, derivation)


def _joined(
    paths: Sequence[str], pairs: Sequence[RelatedPair], verdicts: Collection[Verdict]
) -> tuple[tuple[str, ...], ...]:
    """``paths``, those joined of which a pair has one of ``verdicts``."""
    groups = Groups(paths)
    for pair in pairs:
        if pair.derivation.verdict in verdicts:
            groups.join(pair.left, pair.right)
    place = {path: number for number, path in enumerate(paths)}
    return tuple(tuple(sorted(group, key=place.__getitem__)) for group in groups.all())
