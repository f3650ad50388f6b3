"""The tags of one article as the program works with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from diptych.errors import DiptychError
from diptych.model.annotation import Annotation
from diptych.tagging.anchors import SILENT, Found, Outcome, anchor, reanchor
from diptych.tagging.instants import not_before
from diptych.tagging.save import Opened
from diptych.tagging.sidecar import Deletion, Sidecar
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did to one annotation; None where it was not there."""

    id: str
    before: Annotation | None
    after: Annotation | None

    @property
    def is_nothing(self) -> bool:
        """Whether it leaves everything as it is."""
        return self.before == self.after

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where its passage is in the text on screen."""

    annotation: Annotation
    """Tied to ``span``, even where the saved one still has the place it had before."""
    span: Span
    outcome: Outcome = Outcome.EXACT


@dataclass(frozen=True, slots=True)
class Review:
    """An annotation whose passage changed, occurs twice or is gone: the reader decides."""

    annotation: Annotation
    found: Found

    def placed(self, text: str) -> Placed:
        """The annotation at its likeliest place; it has to have one."""
        assert self.found.span is not None
        moved = _tied(self.annotation, text, self.found.span)
        return Placed(moved, self.found.span, self.found.outcome)


@dataclass(frozen=True, slots=True)
class TagSet:
    """Everything readers added to one article, tied to its text.

    An annotation whose passage was not found for certain keeps its old anchor, and stands in
    ``reviews``, until the reader decides. To draw, ask for `placed`.
    """

    path: str
    """The article's, relative to the library, with forward slashes."""
    text: str
    sidecar: Sidecar
    reviews: tuple[Review, ...]
    moved: int
    """Annotations that were found by themselves at another place than before."""
    base: Opened[Sidecar]
    """What was on disk when it was opened or last saved."""
    notices: tuple[DiptychError, ...] = ()
    """What the reader should be told about how it was opened or saved."""
    adopted: Path | None = None
    """The sidecar of the article under an earlier name, until this one is saved."""

    @property
    def source(self) -> str:
        """The article's name as targets hold it."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def backup(self) -> Path | None:
        """After damage: the earlier version to offer instead."""
        return self.base.backup

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, in the order of the file."""
        return self.sidecar.annotations

    @property
    def is_read_only(self) -> bool:
        """Whether a newer program wrote it, so that changes could not be saved."""
        return self.sidecar.is_newer

    @property
    def star(self) -> Annotation | None:
        """The annotation that marks the article as one to come back to."""
        return next((one for one in self.annotations if one.is_star), None)

    def with_id(self, key: str) -> Annotation | None:
        """The annotation with this id."""
        return next((one for one in self.annotations if one.id == key), None)

    def placed(self) -> list[Placed]:
        """The annotations of passages that can be shown, by where they begin, the longest first.

        Those that changed are among them, at their likeliest place; ambiguous and lost ones,
        corrections, and those of the whole article, are not.
        """
        doubtful = {review.annotation.id: review for review in self.reviews}
        shown = []
        for annotation in self.annotations:
            if annotation.is_correction:
                continue
            review = doubtful.get(annotation.id)
            if review is None and annotation.span is not None:
                shown.append(Placed(annotation, annotation.span))
            elif review is not None and review.found.outcome is Outcome.CHANGED:
                shown.append(review.placed(self.text))
        return sorted(shown, key=lambda one: (one.span.start, -one.span.end, one.annotation.id))

    def at(self, position: int) -> list[Annotation]:
        """The annotations whose passage covers ``position``, the shortest first."""
        covering = [one for one in self.placed() if position in one.span]
        covering.sort(key=lambda one: len(one.span))
        return [one.annotation for one in covering]

    def over(self, span: Span) -> list[Annotation]:
        """The annotations whose passage shares a character with ``span``, in order."""
        return [one.annotation for one in self.placed() if one.span.overlaps(span)]

    def noted_at(self, span: Span | None) -> Annotation | None:
        """The annotation with a note on exactly ``span``, or on the article as a whole (None)."""
        if span is None:
            whole = (one for one in self.annotations if one.span is None and one.note)
            return next(whole, None)
        on = (one.annotation for one in self.placed() if one.span == span)
        return next((one for one in on if one.note), None)

    def next_over(self, span: Span, current: str) -> Annotation | None:
        """The one after ``current`` (an id) among those over ``span``, and round again."""
        over = self.over(span)
        if not over:
            return None
        keys = [annotation.id for annotation in over]
        following = keys.index(current) + 1 if current in keys else 0
        return over[following % len(over)]

    def is_dealt_with(self, span: Span) -> bool:
        """Whether ``span`` is tagged, noted, or marked as read."""
        return any(one.bodies for one in self.over(span))

    def tag_counts(self) -> Counter[str]:
        """How many annotations carry each tag."""
        return Counter(tag for annotation in self.annotations for tag in annotation.tags)

    def corrections(self) -> list[Annotation]:
        """The annotations that correct what the program found."""
        return [one for one in self.annotations if one.is_correction]

    def stands(self, change: Change) -> bool:
        """Whether the annotation says what it said after ``change``, and about the same words.

        Where in the text these are does not count, nor when it was said.
        """
        current = self.with_id(change.id)
        if current is None or change.after is None:
            return current is None and change.after is None
        return _content(current) == _content(change.after)

    def applied(self, change: Change, when: str) -> TagSet:
        """The same tags after ``change``; what is put back is looked up in the text of today."""
        others = tuple(one for one in self.annotations if one.id != change.id)
        deleted = tuple(gone for gone in self.sidecar.deleted if gone.id != change.id)
        reviews = tuple(one for one in self.reviews if one.annotation.id != change.id)
        if change.after is None:
            deleted = (*deleted, Deletion(change.id, when))
            sidecar = replace(self.sidecar, annotations=others, deleted=deleted)
            return replace(self, sidecar=sidecar, reviews=reviews)
        after = change.after
        for gone in self.sidecar.deleted:
            if gone.id == change.id:  # Brought back, which is later than being deleted.
                after = replace(after, modified=not_before(after.modified, gone.when))
        after, review = located(after, self.text)
        annotations = _replaced(self.annotations, after)
        sidecar = replace(self.sidecar, annotations=annotations, deleted=deleted)
        return replace(self, sidecar=sidecar, reviews=(*reviews, *review))


def tag_set(path: str, text: str, sidecar: Sidecar, base: Opened[Sidecar]) -> TagSet:
    """The tags of ``sidecar``, each looked up in ``text``; ``base`` is what the disk holds."""
    annotations = []
    reviews: list[Review] = []
    moved = 0
    for annotation in sidecar.annotations:
        current, review = located(annotation, text)
        annotations.append(current)
        reviews.extend(review)
        moved += current.span != annotation.span
    found = replace(sidecar, annotations=tuple(annotations))
    return TagSet(path, text, found, tuple(reviews), moved, base, base.notices)


def located(annotation: Annotation, text: str) -> tuple[Annotation, tuple[Review, ...]]:
    """``annotation`` tied to ``text``, and what the reader has to look at, if anything.

    Only the first target is looked up: the second one of a pair is a passage of another article.
    """
    first = annotation.targets[0]
    if first.anchor is None:
        return annotation, ()
    found = reanchor(first.anchor, text)
    if found.outcome not in SILENT or found.span is None:
        return annotation, (Review(annotation, found),)
    if found.confidence == 1 and found.span == first.anchor.span:
        return annotation, ()
    return _tied(annotation, text, found.span), ()


def _tied(annotation: Annotation, text: str, span: Span) -> Annotation:
    """``annotation`` with its passage at ``span`` of ``text``."""
    first = replace(annotation.targets[0], anchor=anchor(text, span))
    return replace(annotation, targets=(first, *annotation.targets[1:]))


def _content(annotation: Annotation) -> tuple[object, ...]:
    words = tuple(
        (target.source, target.anchor.exact if target.anchor else None)
        for target in annotation.targets
    )
    return words, annotation.bodies, annotation.motivation


def _replaced(annotations: tuple[Annotation, ...], new: Annotation) -> tuple[Annotation, ...]:
    """``annotations`` with ``new`` in the place of the one with its id, else at the end."""
    if any(one.id == new.id for one in annotations):
        return tuple(new if one.id == new.id else one for one in annotations)
    return (*annotations, new)
