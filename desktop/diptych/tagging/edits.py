"""What a reader does to the tags of an article: each step gives a new set and what it changed.

``span`` is a passage of the set's own text, None the whole article; ``now`` is an instant as
`diptych.tagging.instants.now` writes it. A step that would change nothing returns the set itself
and a change that `is_nothing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from diptych.model.annotation import Annotation, Body, PairRelation, Purpose, Target
from diptych.tagging.anchors import anchor
from diptych.tagging.corrections import SHA256, Field, LinkState
from diptych.tagging.instants import not_before
from diptych.tagging.sidecar import new_id
from diptych.tagging.tagset import Change, TagSet
from diptych.text.spans import Span

NOTHING_HERE = "nothing to tag"
"""The value of the body that marks a passage as read."""


@dataclass(frozen=True, slots=True)
class OtherPassage:
    """The second passage of a pair: in another article, or all of it where ``span`` is None."""

    source: str
    """The other article's file, relative to the folder of the sidecar, with forward slashes."""
    text: str
    span: Span | None = None
    sha256: str = ""
    """Of the text, if the passage is to be known should the other article be renamed."""


def tagged(
    tagset: TagSet, span: Span | None, tags: Iterable[str], note: str, creator: str, now: str
) -> tuple[TagSet, Change]:
    """The set with these tags, and a note if there is one, on ``span``.

    They join what ``creator`` has already said about the same passage; a mark that there is
    nothing to tag gives way.
    """
    current = _own(tagset, span, creator, _is_plain)
    before = current.bodies if current else ()
    names = list(dict.fromkeys(filter(None, (" ".join(tag.split()) for tag in tags))))
    new = [name for name in names if not (current and name in current.tags)]
    bodies = [body for body in before if not (new and body.purpose is Purpose.ASSESSING)]
    bodies += [Body(Purpose.TAGGING, name) for name in new]
    if note:
        bodies = _with_body(bodies, Purpose.COMMENTING, note)
    if not bodies:
        return _nothing(tagset)
    return _said(tagset, current, span, tuple(bodies), creator, now)


def untagged(tagset: TagSet, key: str, now: str, tag: str = "") -> tuple[TagSet, Change]:
    """The set without ``tag`` on the annotation ``key``, or without the annotation.

    An annotation that has nothing left to say is deleted with its last tag.
    """
    current = tagset.with_id(key)
    if current is None:
        return _nothing(tagset, key)
    left = tuple(
        body for body in current.bodies if body.purpose is not Purpose.TAGGING or body.value != tag
    )
    if tag and left:
        return _edited(tagset, current, replace(current, bodies=left), now)
    change = Change(key, current, None)
    return tagset.applied(change, not_before(now, current.modified)), change


def with_note(tagset: TagSet, key: str, note: str, now: str) -> tuple[TagSet, Change]:
    """The set with ``note`` in the place of the annotation's own; empty takes it away."""
    current = tagset.with_id(key)
    if current is None:
        return _nothing(tagset, key)
    bodies = tuple(_with_body(current.bodies, Purpose.COMMENTING, note))
    if not bodies:
        return untagged(tagset, key, now)
    return _edited(tagset, current, replace(current, bodies=bodies), now)


def moved_edge(tagset: TagSet, key: str, span: Span, now: str) -> tuple[TagSet, Change]:
    """The set with the annotation on ``span``: an edge was moved, or a passage found again."""
    current = tagset.with_id(key)
    if current is None or not len(span):
        return _nothing(tagset, key)
    first = replace(current.targets[0], anchor=anchor(tagset.text, span))
    return _edited(tagset, current, replace(current, targets=(first, *current.targets[1:])), now)


def nothing_here(tagset: TagSet, span: Span, creator: str, now: str) -> tuple[TagSet, Change]:
    """The set with ``span`` marked as read, with nothing to tag in it."""
    current = _own(tagset, span, creator, _is_plain)
    if current is not None and current.bodies:
        return _nothing(tagset, current.id)
    return _said(tagset, current, span, (Body(Purpose.ASSESSING, NOTHING_HERE),), creator, now)


def star(tagset: TagSet, creator: str, now: str) -> tuple[TagSet, Change]:
    """The set with the article marked as one to come back to, or no longer."""
    if tagset.star is not None:
        return untagged(tagset, tagset.star.id, now)
    new = Annotation(
        new_id(), now, now, creator, (), (Target(tagset.source),), Purpose.BOOKMARKING.value
    )
    return _made(tagset, new, now)


def paired(
    tagset: TagSet,
    span: Span,
    other: OtherPassage,
    relation: PairRelation,
    creator: str,
    now: str,
    tags: Iterable[str] = (),
) -> tuple[TagSet, Change]:
    """The set with a pair: this passage, the other article's, and how they relate."""
    bodies = [Body(Purpose.CLASSIFYING, relation.value)]
    bodies += [Body(Purpose.TAGGING, tag) for tag in dict.fromkeys(tags)]
    targets = (_target(tagset, span), _other_target(other))
    new = Annotation(new_id(), now, now, creator, tuple(bodies), targets)
    return _made(tagset, new, now)


def corrected(
    tagset: TagSet, span: Span | None, correction: Body, creator: str, now: str
) -> tuple[TagSet, Change]:
    """The set with ``correction`` (purpose editing) of what the program found at ``span``.

    It takes the place of an earlier one of the same field by the same reader, and keeps what the
    program had found then.
    """
    current = _own(
        tagset, span, creator, lambda one: _correcting(one, correction.field) is not None
    )
    earlier = _correcting(current, correction.field) if current is not None else None
    if earlier is not None:
        correction = replace(correction, was=earlier.was)
    return _said(tagset, current, span, (correction,), creator, now)


def linked(
    tagset: TagSet, span: Span, other: OtherPassage, state: LinkState, creator: str, now: str
) -> tuple[TagSet, Change]:
    """The set with ``state`` said of the link between this passage and the other article's.

    It takes the place of what the same reader said of the same two passages before.
    """
    targets = (_target(tagset, span), _other_target(other))

    def is_of_both(one: Annotation) -> bool:
        return one.targets[1:] == targets[1:] and _correcting(one, Field.LINK) is not None

    body = Body(Purpose.EDITING, state.value, Field.LINK.value)
    current = _own(tagset, span, creator, is_of_both)
    if current is not None:
        return _edited(tagset, current, replace(current, bodies=(body,)), now)
    return _made(tagset, Annotation(new_id(), now, now, creator, (body,), targets), now)


def _correcting(annotation: Annotation, field: str) -> Body | None:
    """The body that corrects ``field``."""
    bodies = (body for body in annotation.bodies if body.purpose is Purpose.EDITING)
    return next((body for body in bodies if body.field == field), None)


def _is_plain(annotation: Annotation) -> bool:
    """Whether it holds tags or a note, rather than a pair, a star or a correction."""
    kinds = {body.purpose for body in annotation.bodies}
    return (
        len(annotation.targets) == 1
        and not annotation.motivation
        and not kinds & {Purpose.EDITING, Purpose.CLASSIFYING}
    )


def _own(
    tagset: TagSet, span: Span | None, creator: str, kind: Callable[[Annotation], bool]
) -> Annotation | None:
    """What ``creator`` has already said of this kind about exactly this passage."""
    for annotation in tagset.annotations:
        if annotation.creator == creator and annotation.span == span and kind(annotation):
            return annotation
    return None


def _said(
    tagset: TagSet,
    current: Annotation | None,
    span: Span | None,
    bodies: tuple[Body, ...],
    creator: str,
    now: str,
) -> tuple[TagSet, Change]:
    """The set with ``bodies`` on ``current``, or on a new annotation of ``span``."""
    if current is not None:
        return _edited(tagset, current, replace(current, bodies=bodies), now)
    target = _target(tagset, span)
    return _made(tagset, Annotation(new_id(), now, now, creator, bodies, (target,)), now)


def _made(tagset: TagSet, new: Annotation, now: str) -> tuple[TagSet, Change]:
    change = Change(new.id, None, new)
    return tagset.applied(change, now), change


def _edited(
    tagset: TagSet, before: Annotation, after: Annotation, now: str
) -> tuple[TagSet, Change]:
    if after == before:
        return tagset, Change(before.id, before, before)
    after = replace(after, modified=not_before(now, before.modified))
    change = Change(before.id, before, after)
    return tagset.applied(change, now), change


def _nothing(tagset: TagSet, key: str = "") -> tuple[TagSet, Change]:
    current = tagset.with_id(key)
    return tagset, Change(key, current, current)


def _target(tagset: TagSet, span: Span | None) -> Target:
    return Target(tagset.source, anchor(tagset.text, span) if span is not None else None)


def _other_target(other: OtherPassage) -> Target:
    place = anchor(other.text, other.span) if other.span else None
    return Target(other.source, place, ((SHA256, other.sha256),) if other.sha256 else ())


def _with_body(bodies: Iterable[Body], purpose: Purpose, value: str) -> list[Body]:
    """``bodies`` with one of ``purpose`` saying ``value``, in its place; none for no value."""
    changed = []
    is_there = False
    for body in bodies:
        if body.purpose is not purpose:
            changed.append(body)
        elif value and not is_there:
            is_there = True
            changed.append(replace(body, value=value))
    if value and not is_there:
        changed.append(Body(purpose, value))
    return changed
