"""Notes that were being written and are not saved yet, found again in their article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from diptych.model.annotation import Anchor
from diptych.model.article import Article
from diptych.tagging.anchors import anchor, reanchor
from diptych.text.spans import Span
from diptych.workspace.personal import Draft, Personal


@dataclass(frozen=True, slots=True)
class PlacedDraft:
    """A draft, and where the passage that it is about is in the text of today."""

    key: str
    span: Span | None
    """None for the article as a whole."""
    note: str
    """In Markdown."""


def draft_of(article: Article, span: Span | None, note: str) -> Draft:
    """The draft ``note`` about a passage of ``article``, or about all of it."""
    place = anchor(article.text, span) if span is not None else None
    return Draft(article.path, note, place)


def placed_drafts(personal: Personal, article: Article) -> list[PlacedDraft]:
    """The drafts on ``article`` by where they are; the one on all of it comes first.

    Where the passage is gone, the draft is offered where it was.
    """
    placed = [
        PlacedDraft(key, _place(draft.anchor, article.text), draft.note)
        for key, draft in personal.drafts.items()
        if draft.path == article.path
    ]
    return sorted(placed, key=lambda one: one.span or Span(0, 0))


def moved(span: Span | None, before: Article, after: Article) -> Span | None:
    """Where ``span`` of an article is in the text that its file has now; see `placed_drafts`."""
    return _place(anchor(before.text, span), after.text) if span is not None else None


@lru_cache(maxsize=16)
def _place(lost: Anchor | None, text: str) -> Span | None:
    """Kept, because it is asked for with every step of the cursor."""
    if lost is None:
        return None
    found = reanchor(lost, text).span
    if found is None:
        start = min(lost.span.start, max(0, len(text) - 1))
        found = Span(start, max(start, min(lost.span.end, len(text))))
    return found
