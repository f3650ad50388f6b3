"""A library as its list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diptych.errors import QueryError
from diptych.text.spans import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a library: what a row of the list needs, without the text.

    ``problem`` is the sentence that says why the file could not be read; then the rest is empty.
    """

    path: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    words: int = 0
    """Words of the account itself, without site furniture."""
    quotations: int = 0
    tags: int = 0
    story: str = ""
    """Holds for one listing; empty for an article that stands alone."""
    sha256: str = ""
    problem: str = ""

    @property
    def headline(self) -> str:
        """What stands for the article: its title, else the name of its file."""
        return self.title or self.path.rsplit("/", 1)[-1]


class Order(StrEnum):
    """How a list of articles is sorted."""

    RELEVANCE = "relevance"
    DATE = "date"
    OUTLET = "outlet"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text around the words that were found; the spans count inside ``text``."""

    text: str
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a query found."""

    path: str
    score: float
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a field among the articles found, and how many have it."""

    field: str
    """outlet, month or tag."""
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query."""

    hits: tuple[Hit, ...]
    total: int
    """All articles found, though ``hits`` may hold fewer."""
    facets: tuple[Facet, ...] = ()
    notice: QueryError | None = None
    """How the query was understood, where that was not as written."""
