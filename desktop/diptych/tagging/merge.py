"""Two people's changes to one sidecar joined, so that nobody's tag disappears.

A three-way merge by annotation id. Only a remembered deletion deletes: an annotation that one side
simply does not have, because a file came back old or another program dropped it, stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from diptych.model.annotation import Annotation, Extra
from diptych.tagging.annotation_json import annotation_object
from diptych.tagging.instants import instant, now
from diptych.tagging.json_text import json_bytes
from diptych.tagging.save import Form, Joined
from diptych.tagging.sidecar import Deletion, Sidecar
from diptych.tagging.sidecar_json import read_sidecar, sidecar_bytes

DELETIONS_REMEMBERED = timedelta(days=400)
"""Deletions older than this are forgotten: a copy that was away for longer can bring a tag back,
which is seen and deleted again, but never lose one."""

State = Annotation | Deletion | None


def merged(base: Sidecar, ours: Sidecar, theirs: Sidecar) -> Joined[Sidecar]:
    """Both sides' changes since ``base``; annotations in the order of ``theirs``, then of ours.

    One side changed: it wins. Both changed: an edit beats a deletion, else the later ``modified``.
    Which side is which decides nothing but the order.
    """
    was, mine, others = _states(base), _states(ours), _states(theirs)
    annotations: list[Annotation] = []
    deleted: list[Deletion] = []
    overruled: list[Annotation] = []
    for key in dict.fromkeys((*others, *mine)):
        left, right = mine.get(key), others.get(key)
        state = _joined(was.get(key), left, right)
        if isinstance(state, Annotation):
            annotations.append(state)
        else:
            assert state is not None
            deleted.append(state)
        overruled.extend(_given_way(was.get(key), state, left, right))
    sidecar = replace(
        theirs,
        id=min(filter(None, (ours.id, theirs.id)), default=""),
        format=max(ours.format, theirs.format),
        article=_changed(base.article, ours.article, theirs.article),
        annotations=tuple(annotations),
        deleted=tuple(deleted),
        foreign=_united(theirs.foreign, ours.foreign),
        own_extra=joined_extra(base.own_extra, ours.own_extra, theirs.own_extra),
        extra=joined_extra(base.extra, ours.extra, theirs.extra),
    )
    if not overruled:
        return Joined(sidecar)
    return Joined(sidecar, replace(sidecar, annotations=tuple(overruled), deleted=(), foreign=()))


def without_old_deletions(sidecar: Sidecar, now: str) -> Sidecar:
    """``sidecar`` without the deletions of longer than `DELETIONS_REMEMBERED` before ``now``."""
    oldest = instant(now) - DELETIONS_REMEMBERED
    kept = tuple(gone for gone in sidecar.deleted if instant(gone.when) >= oldest)
    return sidecar if len(kept) == len(sidecar.deleted) else replace(sidecar, deleted=kept)


def _merged_for_saving(base: Sidecar, ours: Sidecar, theirs: Sidecar) -> Joined[Sidecar]:
    joined = merged(base, ours, theirs)
    return replace(joined, document=without_old_deletions(joined.document, now()))


SIDECAR = Form(read_sidecar, sidecar_bytes, _merged_for_saving)
"""How sidecars are opened and saved."""


def is_edited(annotation: Annotation, base: Annotation) -> bool:
    """Whether somebody changed ``annotation`` since ``base``.

    Finding its passage again in a changed text is no edit.
    """
    return (
        annotation.modified != base.modified
        or annotation.bodies != base.bodies
        or annotation.motivation != base.motivation
    )


def joined_extra(base: Extra, ours: Extra, theirs: Extra) -> Extra:
    """Unknown keys joined one by one, in the order of ``theirs``, then of ours."""
    was, mine, others = dict(base), dict(ours), dict(theirs)
    joined: dict[str, Any] = {}
    for key in dict.fromkeys((*others, *mine)):
        left, right = mine.get(key), others.get(key)
        joined[key] = left if right is None else right
        if left is not None and right is not None:
            joined[key] = _changed(was.get(key), left, right)
    return tuple(joined.items())


def _states(sidecar: Sidecar) -> dict[str, Annotation | Deletion]:
    entries: Iterable[Annotation | Deletion] = (*sidecar.annotations, *sidecar.deleted)
    return {entry.id: entry for entry in entries}


def _joined(base: State, ours: State, theirs: State) -> State:
    if theirs is None or theirs == ours:
        return ours
    if ours is None or ours == base:
        return theirs
    if theirs == base:
        return ours
    return _decided(base, ours, theirs)


def _decided(
    base: State, ours: Annotation | Deletion, theirs: Annotation | Deletion
) -> Annotation | Deletion:
    """What stands where both sides changed."""
    if isinstance(ours, Annotation) and isinstance(theirs, Annotation):
        return max(ours, theirs, key=_precedence)
    if isinstance(ours, Deletion) and isinstance(theirs, Deletion):
        return max(ours, theirs, key=lambda gone: (instant(gone.when), json_bytes(gone.extra)))
    if isinstance(ours, Deletion):
        ours, theirs = theirs, ours
    assert isinstance(ours, Annotation)
    assert isinstance(theirs, Deletion)
    return ours if _outlives(ours, theirs, base) else theirs


def _outlives(annotation: Annotation, deletion: Deletion, base: State) -> bool:
    """Whether ``annotation`` stands although the other side deleted it."""
    if isinstance(base, Annotation):
        return is_edited(annotation, base)
    if isinstance(base, Deletion):
        return True  # It was brought back by hand, while the other side only kept it deleted.
    return instant(annotation.modified) > instant(deletion.when)


def _precedence(annotation: Annotation) -> tuple[object, bytes]:
    # The text decides between two changes of one instant, so that both sides decide alike.
    return instant(annotation.modified), json_bytes(annotation_object(annotation))


def _given_way(base: State, state: State, *sides: State) -> Iterable[Annotation]:
    """The sides that say something neither ``base`` nor the outcome does."""
    kept = [one for one in (base, state) if isinstance(one, Annotation)]
    for side in sides:
        if isinstance(side, Annotation) and all(is_edited(side, one) for one in kept):
            yield side


def _changed(base: Any, ours: Any, theirs: Any) -> Any:
    """The side that changed; if both did, the same one whichever side asks."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    return max(ours, theirs, key=repr)


def _united(theirs: tuple[Any, ...], ours: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*theirs, *(item for item in ours if item not in theirs))
