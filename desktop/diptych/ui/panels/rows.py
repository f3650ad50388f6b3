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
