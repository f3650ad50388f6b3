"""Undo and redo, which never touch what another program or person has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from diptych.tagging.instants import not_before
from diptych.tagging.names import NOTHING_STATED, Restated
from diptych.tagging.tagset import Change, TagSet

_LIMIT = 1_000
"""Steps remembered."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the annotations of one article."""

    path: str
    change: Change


@dataclass(frozen=True, slots=True)
class Step:
    """What one command did, in one article or in several; undone as a whole."""

    name: str
    """The command, as menus name what would be undone."""
    edits: tuple[Edit, ...] = ()
    restated: Restated = NOTHING_STATED
    """What it did to the statements about the library's names."""

    def reversed(self) -> Step:
        """The step that takes this one back."""
        edits = (Edit(edit.path, edit.change.reversed()) for edit in reversed(self.edits))
        return Step(self.name, tuple(edits), self.restated.reversed())


@dataclass(frozen=True, slots=True)
class History:
    """The steps that can be taken back, and those that can be done again, latest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def with_step(self, step: Step) -> History:
        """The history after ``step``; what was undone before it cannot be done again."""
        edits = tuple(edit for edit in step.edits if not edit.change.is_nothing)
        if not edits and step.restated.is_nothing:
            return self
        return History((*self.done, replace(step, edits=edits))[-_LIMIT:])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an undo or a redo came to."""

    history: History
    name: str = ""
    """Of the step; empty if there was none."""
    changed: Mapping[str, TagSet] = field(default_factory=dict)
    """The articles that have to be saved, by path."""
    skipped: tuple[Edit, ...] = ()
    """What was left alone, because somebody has changed it since."""
    restated: Restated = NOTHING_STATED
    """What is to be done to the statements about names, if what it starts from still stands."""


def undo(history: History, tagsets: Mapping[str, TagSet], when: str) -> Outcome:
    """The last step taken back in ``tagsets``; what it did to other articles is skipped."""
    if not history.done:
        return Outcome(history)
    step = history.done[-1]
    after = History(history.done[:-1], (*history.undone, step))
    return _played(step.reversed(), tagsets, when, after)


def redo(history: History, tagsets: Mapping[str, TagSet], when: str) -> Outcome:
    """The step last undone, done again in ``tagsets``; what it did to other articles is skipped."""
    if not history.undone:
        return Outcome(history)
    step = history.undone[-1]
    after = History((*history.done, step), history.undone[:-1])
    return _played(step, tagsets, when, after)


def _played(step: Step, tagsets: Mapping[str, TagSet], when: str, history: History) -> Outcome:
    """``step`` done in ``tagsets`` wherever what it starts from still stands."""
    changed: dict[str, TagSet] = {}
    skipped = []
    for edit in step.edits:
        tagset = changed.get(edit.path) or tagsets.get(edit.path)
        if tagset is not None and tagset.stands(edit.change.reversed()):
            changed[edit.path] = tagset.applied(_made_now(edit.change, when), when)
        else:
            skipped.append(edit)
    return Outcome(history, step.name, changed, tuple(skipped), step.restated)


def _made_now(change: Change, when: str) -> Change:
    """``change`` as one of today, so that it counts as later than what it takes back."""
    if change.after is None:
        return change
    latest = change.before.modified if change.before else change.after.modified
    return replace(change, after=replace(change.after, modified=not_before(when, latest)))
