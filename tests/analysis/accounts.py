"""Accounts of invented stories with readings made by hand, so that no language model is needed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.analysis.articles import article_of

from diptych.analysis.alignment import align
from diptych.analysis.quotations import bare_quotations, quoted_blocks
from diptych.model.article import BlockKind
from diptych.model.links import Alignment
from diptych.model.reading import Entity, EntityKind, Reading
from diptych.model.story import Member
from diptych.text.sentences import sentences
from diptych.text.spans import Span

KINDS = {
    "person": EntityKind.PERSON,
    "body": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
}


def account(
    path: str,
    *lines: str,
    kinds: dict[int, BlockKind] | None = None,
    names: Mapping[str, Sequence[Sequence[str]]] | None = None,
    **facts,
) -> Member:
    """Return an account of these paragraphs.

    ``names`` gives for each kind its entities, each with the forms it has in the text; ``facts``
    are fields of the article.
    """
    article = replace(article_of(*lines, kinds=kinds), path=path, **facts)
    found = tuple(
        sentence for block in article.prose() for sentence in sentences(article.text, block.span)
    )
    entities = [
        Entity(f"e{number}", KINDS[kind], forms[0], mentions(article.text, forms))
        for number, (kind, forms) in enumerate(
            (kind, forms) for kind, each in (names or {}).items() for forms in each
        )
    ]
    entities.sort(key=lambda entity: entity.mentions)
    quotations = tuple(bare_quotations(quoted_blocks(article, article.prose())))
    return Member(article, Reading(article.sha256, "made", found, tuple(entities), quotations))


def mentions(text: str, forms: Sequence[str]) -> tuple[Span, ...]:
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    found = [Span(*match.span()) for match in re.finditer(rf"\b(?:{longest_first})\b", text)]
    assert found, f"none of {forms} in the text"
    return tuple(found)


def aligned(left: Member, right: Member) -> Alignment:
    return align(left.article, right.article, left.reading, right.reading)


def alignments(members: Sequence[Member]) -> dict[tuple[str, str], Alignment]:
    return {
        (left.article.path, right.article.path): aligned(left, right)
        for left, right in itertools.combinations(members, 2)
    }


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of ``text``, which blank lines divide."""
    return tuple(" ".join(block.split()) for block in text.split("\n\n"))


ORIGINAL = paragraphs(
    """
The ferry Halcyon ran onto a sandbank off the lighthouse of Brenmoor on Tuesday night, with 212
passengers and a cargo of oranges on board.

Nobody was hurt, but the ship leaned so far that the crew tied the piano to the railing.

“We felt a nudge, and then the soup was on the floor,” said the purser, Nell Harrow.

Two tugs tried for six hours to pull her off the sand before the tide turned against them.

The harbour master's office had warned of shifting sands only the week before, after a coal
barge lost its rudder at the same spot.

Divers found a hole the size of a dinner plate beneath the engine room and stuffed it with
mattresses.

The island's only doctor came aboard in a rowing boat and prescribed blankets and rum.

The owners, who have run the crossing for ninety years, said they would replace the charts on
all their ships.

An inquiry opens on Friday in the town hall of Brenmoor.

Meanwhile the oranges are being sold on the beach at half price.
"""
)
REWORDED = paragraphs(
    """
On Tuesday night the ferry Halcyon got stuck on a bank of sand near the Brenmoor lighthouse with
212 passengers and a load of oranges.

No one was injured, however the vessel leaned to such a degree that the crew fastened the piano
to the railing.

“We felt a push and after that the soup was on the ground,” stated the purser Nell Harrow.

For six hours two tugboats attempted to pull the vessel off the sand before the tide turned
against them.

The office of the harbour master had warned about moving sands only one week previously, due to
the fact that a coal barge had lost its rudder at the same location.

Divers discovered a hole with the dimensions of a dinner plate under the engine room and filled
it with mattresses.

The only doctor of the island arrived aboard in a rowing boat and prescribed blankets and rum.

The owners of the ferry, who have operated the crossing for ninety years, said that they would
replace the charts on all of their vessels.
"""
)
ELSEWHERE = paragraphs(
    """
Passengers told on Wednesday of a long night aboard the stranded Halcyon.

Schoolteacher Ivo Marsh counted heads twice and found one child too many.

“We felt a nudge, and then the soup was on the floor,” said the purser, Nell Harrow.

A brass band on its way to a wedding played until the batteries of the lamps ran out.

In the café, somebody opened a sack of oranges and handed them round.

By dawn the gulls had found the ship, and so had the photographers.

Marsh said that he would take the train next time, though there is none to the island.

The bride waited on the pier in her veil.
"""
)
