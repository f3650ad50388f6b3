"""Readers' corrections applied to what analysis found; what analysis found stays as it is stored.

A correction applies to the item that overlaps its passage most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diptych.model.links import Alignment, Link
from diptych.model.reading import Entity, EntityKind, Quotation, Reading, Speaker
from diptych.tagging.corrections import NO_NAME, Correction, Field, HandLink
from diptych.tagging.names import NameStatement, forms_of, with_names
from diptych.text.spans import Span

_NEIGHBOURS = 2
"""Code points between two passages that follow each other: a space, or the end of a line."""


def corrected_reading(
    reading: Reading,
    text: str,
    corrections: Sequence[Correction],
    statements: Sequence[NameStatement] = (),
) -> Reading:
    """``reading`` of the article with this text as its readers have it, the later ones prevail."""
    if not corrections and not statements:
        return reading
    reading = with_names(_with_kinds(reading, corrections), text, statements)
    return _with_speakers(reading, text, corrections)


def corrected_alignment(alignment: Alignment, by_hand: Sequence[HandLink]) -> Alignment:
    """``alignment`` with what readers linked and unlinked, which runs the same way.

    A link set by hand wins: a computed one of the same passage gives way to it, unless it leads to
    the neighbour of what is linked by hand, as where one account tells in two sentences what the
    other tells in one.
    """
    if not by_hand:
        return alignment
    links = list(alignment.links)
    for one in by_hand:
        links = [link for link in links if not _gives_way(link, one)]
        if one.is_linked:
            links.append(Link(one.left, one.right, one.relation, 1.0, by_hand=True))
    links.sort(key=lambda link: (link.left, link.right))
    kept = frozenset(links)
    gone = [link for link in alignment.links if link not in kept]
    new = [link for link in links if link.by_hand]
    return replace(
        alignment,
        links=tuple(links),
        only_left=_alone(
            alignment.only_left,
            [link.left for link in gone],
            [link.left for link in new],
            [link.left for link in links],
        ),
        only_right=_alone(
            alignment.only_right,
            [link.right for link in gone],
            [link.right for link in new],
            [link.right for link in links],
        ),
    )


def applies(correction: Correction, reading: Reading) -> bool:
    """Whether there is something for ``correction`` in ``reading``, corrected or not.

    Of what is no name, and of a link between two articles, the passage alone has to be there.
    """
    if correction.span is None:
        return False
    if correction.field == Field.SPEAKER:
        return _quotation_at(reading, correction.span) is not None
    if correction.field == Field.KIND and correction.value != NO_NAME:
        return entity_at(reading.entities, correction.span) is not None
    return True


def entity_at(entities: Iterable[Entity], span: Span) -> Entity | None:
    """The entity with the mention that shares most with ``span``; of equal ones the first."""
    best, most = None, 0
    for entity in entities:
        shared = max((mention.shared(span) for mention in entity.mentions), default=0)
        if shared > most:
            best, most = entity, shared
    return best


def is_alike(one: Span, other: Span) -> bool:
    """Whether at least half of the shorter passage is in the longer one."""
    return one.shared(other) * 2 >= min(len(one), len(other)) > 0


def _with_kinds(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    entities = {entity.id: entity for entity in reading.entities}
    values = {kind.value: kind for kind in EntityKind}
    kinds: dict[str, str] = {}
    for one in corrections:
        if one.field == Field.KIND and one.span is not None:
            entity = entity_at(reading.entities, one.span)
            if entity is not None:
                kinds[entity.id] = one.value
    for key, value in kinds.items():
        if value == NO_NAME:
            del entities[key]
        elif value in values:
            entities[key] = replace(entities[key], kind=values[value], by_hand=True)
    return replace(reading, entities=tuple(entities.values())) if kinds else reading


def _with_speakers(reading: Reading, text: str, corrections: Iterable[Correction]) -> Reading:
    said: dict[int, str] = {}
    for one in corrections:
        if one.field == Field.SPEAKER and one.span is not None:
            number = _quotation_at(reading, one.span)
            if number is not None:
                said |= dict.fromkeys(_one_utterance(reading.quotations, number), one.value)
    known = {entity.id for entity in reading.entities}
    quotations = []
    for number, found in enumerate(reading.quotations):
        quotation = found
        if number in said:
            speaker = _speaker(said[number], reading.entities, text)
            quotation = replace(found, speaker=speaker, by_hand=True)
        quotations.append(_with_known_speaker(quotation, known))
    return replace(reading, quotations=tuple(quotations))


def _quotation_at(reading: Reading, span: Span) -> int | None:
    """The number of the quotation that shares most with ``span``; of equal ones the first."""
    shares = [quotation.span.shared(span) for quotation in reading.quotations]
    most = max(shares, default=0)
    return shares.index(most) if most else None


def _one_utterance(quotations: Sequence[Quotation], number: int) -> list[int]:
    """A quotation, and what is quoted inside it from the same speaker: the numbers of all."""
    whole = quotations[number]
    return [
        other
        for other, quotation in enumerate(quotations)
        if whole.span.covers(quotation.span) and quotation.speaker == whole.speaker
    ]


def _speaker(name: str, entities: Iterable[Entity], text: str) -> Speaker | None:
    """Who is called ``name``: one of ``entities`` if it is a name of theirs; None for nobody."""
    if not name:
        return None
    for entity in entities:
        if name in forms_of(entity, text):
            return Speaker(entity.name, entity.id)
    return Speaker(name)


def _with_known_speaker(quotation: Quotation, known: set[str]) -> Quotation:
    """``quotation`` whose speaker is of no entity that is gone."""
    speaker = quotation.speaker
    if speaker is None or not speaker.entity or speaker.entity in known:
        return quotation
    return replace(quotation, speaker=replace(speaker, entity=""))


def _gives_way(link: Link, one: HandLink) -> bool:
    """Whether what a reader says in ``one`` takes ``link`` away."""
    at_left, at_right = is_alike(link.left, one.left), is_alike(link.right, one.right)
    if at_left and at_right:
        return True
    if link.by_hand or not one.is_linked:
        return False
    if at_left:
        return not _are_neighbours(link.right, one.right)
    return at_right and not _are_neighbours(link.left, one.left)


def _are_neighbours(one: Span, other: Span) -> bool:
    return one.start - other.end <= _NEIGHBOURS and other.start - one.end <= _NEIGHBOURS


def _alone(
    before: Sequence[Span], gone: Sequence[Span], new: Sequence[Span], linked: Sequence[Span]
) -> tuple[Span, ...]:
    """The passages of one side without a link.

    Those ``before``, but for what a ``new`` link joins; and the ends of links that are ``gone``,
    but for what is ``linked`` all the same.
    """
    kept = {span for span in before if not any(is_alike(span, end) for end in new)}
    left = {span for span in gone if not any(is_alike(span, end) for end in linked)}
    return tuple(sorted(kept | left))
