"""What a reader has to look at after a text has changed: old words, new words, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from diptych.analysis.wording import WordingDifference, wording_difference
from diptych.model.annotation import Purpose
from diptych.tagging.anchors import Outcome
from diptych.tagging.tagset import Review, TagSet
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class ReviewedTag:
    """One annotation whose passage was not found for certain."""

    id: str
    tags: tuple[str, ...]
    note: str
    is_correction: bool
    outcome: Outcome
    confidence: float
    """From 0 to 1."""
    was: str
    """The words it is on in the text as it was."""
    now: str = ""
    """The words at the likeliest place in the text of today; empty where there is none."""
    span: Span | None = None
    """That place."""
    gone: tuple[Span, ...] = ()
    """The words, inside ``was``, that are not in ``now``."""
    added: tuple[Span, ...] = ()
    """The words, inside ``now``, that are not in ``was``."""


def reviewed(tagset: TagSet) -> list[ReviewedTag]:
    """What there is to decide in ``tagset``, in the order of the text as it was."""
    return [_reviewed(review, tagset.text) for review in sorted(tagset.reviews, key=_place)]


def _reviewed(review: Review, text: str) -> ReviewedTag:
    annotation, found = review.annotation, review.found
    anchor = annotation.targets[0].anchor
    assert anchor is not None, "what is about the whole article is never looked up"
    now = found.span.text_in(text) if found.span is not None else ""
    difference = _difference(anchor.exact, now)
    return ReviewedTag(
        annotation.id,
        annotation.tags,
        annotation.note,
        any(body.purpose is Purpose.EDITING for body in annotation.bodies),
        found.outcome,
        found.confidence,
        anchor.exact,
        now,
        found.span,
        difference.left,
        difference.right,
    )


@lru_cache(maxsize=4_096)
def _difference(was: str, now: str) -> WordingDifference:
    """Kept, because the list is shown again with every tag that is given."""
    if not now:
        return WordingDifference((), ())
    return wording_difference(was, Span(0, len(was)), now, Span(0, len(now)))


def _place(review: Review) -> tuple[int, str]:
    anchor = review.annotation.targets[0].anchor
    return (anchor.span.start if anchor is not None else 0, review.annotation.id)
