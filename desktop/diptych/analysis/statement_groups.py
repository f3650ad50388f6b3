"""What several accounts of a story report, and what each alone has or lacks.

Sentences of different accounts that are linked are one statement. Links lead on from account to
account, and a chain of them could end at something else than it began with: so two groups are
joined, surest links first, only while enough of the accounts in them are linked directly
(complete-linkage clustering, relaxed: an account that splits a sentence is linked to it twice,
another one that hardly words it alike not at all).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from diptych.analysis.groups import Groups
from diptych.model.article import BlockKind
from diptych.model.links import Alignment
from diptych.model.story import Member, Missing, Statement, StoryPassage

_LINKED: Final = 0.5
"""Share of the pairs of accounts between two groups that have to be linked for them to be one."""

Alignments = Mapping[tuple[str, str], Alignment]
"""By the paths of left and right account."""


class Links:
    """The linked sentences of a story; no headlines. Sentences are told apart by their numbers."""

    def __init__(self, members: Sequence[Member], alignments: Alignments) -> None:
        titles = {
            member.article.path: {block.span for block in member.article.blocks_of(BlockKind.TITLE)}
            for member in members
        }
        found = {
            (StoryPassage(left, link.left), StoryPassage(right, link.right)): link.score
            for (left, right), alignment in alignments.items()
            for link in alignment.links
            if link.left not in titles[left] and link.right not in titles[right]
        }
        order = {member.article.path: number for number, member in enumerate(members)}
        self.passages = sorted(
            {passage for pair in found for passage in pair},
            key=lambda passage: (order[passage.path], passage.span),
        )
        """In the order of the accounts and of their texts."""
        self.number_of = {passage: number for number, passage in enumerate(self.passages)}
        self.scores = {
            (self.number_of[one], self.number_of[other]): score
            for (one, other), score in found.items()
        }
        """How sure each link is."""
        self.of: list[set[int]] = [set() for _ in self.passages]
        """The sentences that each sentence is linked to."""
        for one, other in self.scores:
            self.of[one].add(other)
            self.of[other].add(one)


def statements(links: Links) -> tuple[Statement, ...]:
    """What at least two accounts report, in the order in which the accounts do."""
    groups = Groups(range(len(links.passages)))
    paths = [passage.path for passage in links.passages]
    for one, other in sorted(links.scores, key=lambda pair: (-links.scores[pair], pair)):
        ours, theirs = groups.of(one), groups.of(other)
        if ours is not theirs and _hang_together(ours, theirs, links, paths):
            groups.join(one, other)
    return tuple(
        Statement(tuple(links.passages[number] for number in sorted(group)))
        for group in sorted(map(sorted, groups.all()))
        if len({paths[number] for number in group}) > 1
    )


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
            near = {
                links.passages[other].path
                for passage in statement.passages
                for other in links.of[links.number_of[passage]]
            }
            lacking += [Missing(path, number) for path in text_of if path not in tellers | near]
    return tuple(sorted(lacking, key=lambda one: (one.path, one.statement)))


def _hang_together(
    ours: Sequence[int], theirs: Sequence[int], links: Links, paths: Sequence[str]
) -> bool:
    """Whether enough of the accounts of one group are linked with those of the other."""
    ours_told, theirs_told = ({paths[one] for one in group} for group in (ours, theirs))
    pairs = len(ours_told) * len(theirs_told) - len(ours_told & theirs_told)
    among = set(theirs)
    linked = {(paths[one], paths[other]) for one in ours for other in links.of[one] & among}
    return len(linked) >= _LINKED * pairs
