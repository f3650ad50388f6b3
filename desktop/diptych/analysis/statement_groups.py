"""What several accounts of a story report, and what each alone has or lacks.

Sentences of different accounts that are linked are one statement. Links lead on from account to
account, and a chain of them could end at something else than it began with: so two groups are
joined, surest links first, only while enough of the accounts in them are linked directly
(complete-linkage clustering, relaxed: an account that splits a sentence is linked to it twice,
another one that hardly words it alike not at all).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from diptych.analysis.groups import Groups
from diptych.model.article import BlockKind
from diptych.model.links import Alignment
from diptych.model.story import Member, Missing, Statement, StoryPassage
from diptych.text.spans import Span

_LINKED: Final = 0.5
"""Share of the pairs of accounts between two groups that have to be linked for them to be one."""

Alignments = Mapping[tuple[str, str], Alignment]
"""By the paths of left and right account."""
Pair = tuple[StoryPassage, StoryPassage]


class Links:
    """The linked sentences of a story, with the score of each link; no headlines."""

    def __init__(self, members: Sequence[Member], alignments: Alignments) -> None:
        titles = {
            member.article.path: {block.span for block in member.article.blocks_of(BlockKind.TITLE)}
            for member in members
        }
        self.scores: dict[Pair, float] = {
            (StoryPassage(left, link.left), StoryPassage(right, link.right)): link.score
            for (left, right), alignment in alignments.items()
            for link in alignment.links
            if link.left not in titles[left] and link.right not in titles[right]
        }
        self.of: dict[StoryPassage, set[StoryPassage]] = defaultdict(set)
        for one, other in self.scores:
            self.of[one].add(other)
            self.of[other].add(one)


def statements(members: Sequence[Member], links: Links) -> tuple[Statement, ...]:
    """What at least two accounts report, in the order in which the accounts do."""
    order = {member.article.path: number for number, member in enumerate(members)}

    def place(passage: StoryPassage) -> tuple[int, Span]:
        return order[passage.path], passage.span

    groups = Groups(links.of)
    surest_first = sorted(links.scores, key=lambda pair: (-links.scores[pair], *map(place, pair)))
    for one, other in surest_first:
        if _hang_together(groups.of(one), groups.of(other), links):
            groups.join(one, other)
    found = [
        tuple(sorted(group, key=place))
        for group in groups.all()
        if len({passage.path for passage in group}) > 1
    ]
    found.sort(key=lambda passages: place(passages[0]))
    return tuple(Statement(passages) for passages in found)


def only_here(members: Sequence[Member], alignments: Alignments) -> tuple[StoryPassage, ...]:
    """The sentences that no other account has, account by account in the order of the text."""
    found: list[StoryPassage] = []
    for path in (member.article.path for member in members):
        lone = [
            set(alignment.only_left if left == path else alignment.only_right)
            for (left, right), alignment in alignments.items()
            if path in (left, right)
        ]
        alone = sorted(set.intersection(*lone)) if lone else []
        found += [StoryPassage(path, span) for span in alone]
    return tuple(found)


def missing(
    found: Sequence[Statement], texts: Iterable[Sequence[str]], links: Links
) -> tuple[Missing, ...]:
    """The statements that at least two ``texts`` have, for each account that has them not.

    A text is the accounts that are copies or rewordings of one another: they count once. An account
    with a sentence that is linked to one of the statement's lacks nothing, even where that sentence
    belongs to another statement.
    """
    text_of = {path: number for number, text in enumerate(texts) for path in text}
    lacking = []
    for number, statement in enumerate(found):
        tellers = {passage.path for passage in statement.passages}
        if len({text_of[path] for path in tellers}) > 1:
            near = {one.path for passage in statement.passages for one in links.of[passage]}
            lacking += [Missing(path, number) for path in text_of if path not in tellers | near]
    return tuple(sorted(lacking, key=lambda one: (one.path, one.statement)))


def _hang_together(
    ours: Sequence[StoryPassage], theirs: Sequence[StoryPassage], links: Links
) -> bool:
    """Whether enough of the accounts of one group are linked with those of the other."""
    paths, other_paths = ({one.path for one in group} for group in (ours, theirs))
    pairs = {(one, other) for one in paths for other in other_paths if one != other}
    linked = {(one.path, other.path) for one in ours for other in links.of[one] & set(theirs)}
    return len(linked) >= _LINKED * len(pairs)
