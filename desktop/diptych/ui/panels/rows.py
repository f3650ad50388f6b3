"""What the library's list shows, one value a row."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.model.listing import Entry, Snippet


@dataclass(frozen=True, slots=True)
class StoryRow:
    """The heading over a story's accounts."""

    title: str
    detail: str
    """Such as "5 accounts · 4 texts · 2–4 origins"."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article, or one file that could not be read (`Entry.problem`)."""

    entry: Entry
    snippet: Snippet | None = None
    """Where the words of the query stand; None when nothing is searched for."""
    starred: bool = False
    done: bool = False
    derived: str = ""
    """Where it likely comes from, such as "likely from Northern Wire, 94 %"."""


ListRow = StoryRow | ArticleRow


def around_hit(snippet: Snippet, letters: int) -> Snippet:
    """``snippet`` without so much of its beginning that its first hit stands in view.

    ``letters`` is how many fit; what is left begins with a whole word behind an ellipsis.
    """
    first = snippet.hits[0].start if snippet.hits else 0
    if first <= letters * 0.6:
        return snippet
    cut = snippet.text.find(" ", first - round(letters * 0.3)) + 1
    if not 0 < cut <= first:
        cut = first
    moved = tuple(hit.shifted(len("… ") - cut) for hit in snippet.hits)
    return Snippet(f"… {snippet.text[cut:]}", moved)
