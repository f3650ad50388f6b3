"""Finding words in the article that is being read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from diptych.model.article import Article, BlockKind
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.ui.window.lists import ListController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.hits import query_hits

MOST = 5000
"""Hits that are shown; more of them tell nobody anything."""


class FindController(QObject):
    """Shows what is looked for: by the find bar where it is open, else by the library's query."""

    def __init__(
        self, parts: Parts, lists: ListController, reading: ReadingController, jobs: Jobs
    ) -> None:
        super().__init__(parts)
        self._parts, self._lists, self._reading, self._jobs = parts, lists, reading, jobs
        self._typed: list[Span] = []
        self._queried: dict[str, tuple[Span, ...]] = {}
        self._path = ""
        self._opened = ""
        parts.finder.find_changed.connect(self._find)
        parts.finder.find_next_requested.connect(self.step)
        parts.finder.closed.connect(self.end)
        lists.open_wanted.connect(self._expect)
        reading.article_shown.connect(lambda _side, article: self._look_for_query(article))
        reading.panes_changed.connect(self._renew)
        parts.split.side_focused.connect(lambda _side: self._renew())

    def begin(self) -> None:
        """Open the find bar."""
        self._parts.finder.open_bar()

    def end(self) -> None:
        """Close the find bar; what the library was searched for is marked again."""
        self._mark(self._path, self._queried.get(self._path, ()))
        self._typed, self._path = [], ""
        self._parts.split.focus_side(self._parts.split.focused_side)

    def step(self, step: int) -> None:
        """Go to the next hit after the cursor, or the one before it, and round again.

        Where nothing is looked for, the find bar asks for what.
        """
        hits = self._hits()
        if not hits:
            if not self._parts.finder.isVisible():
                self.begin()
            return
        split = self._parts.split
        here = split.passage(split.focused_side) or Span(0, 0)
        if step > 0:
            later = (number for number, hit in enumerate(hits) if hit.start > here.start)
            number = next(later, 0)
        else:
            before = (number for number, hit in enumerate(hits) if hit.start < here.start)
            number = max(before, default=len(hits) - 1)
        self._go_to(number)

    def _hits(self) -> Sequence[Span]:
        article = self._reading.article()
        if article is None:
            return ()
        if self._parts.finder.isVisible():
            return self._typed
        return self._queried.get(article.path, ())

    def _expect(self, path: str, _other: bool) -> None:
        """Remember what is being opened from the list: the reader wants to see the hit."""
        self._opened = path

    def _look_for_query(self, article: Article) -> None:
        query = self._lists.query
        if not query.strip():
            self._queried.pop(article.path, None)
            self._opened = ""
            return
        self._jobs.start(
            f"hits {article.path}",
            lambda: query_hits(article, query),
            partial(self._take_hits, article),
        )

    def _take_hits(self, article: Article, hits: tuple[Span, ...]) -> None:
        self._queried[article.path] = hits = hits[:MOST]
        if not self._parts.finder.isVisible():
            self._mark(article.path, hits)
        if hits and self._opened == article.path:
            sentences = self._reading.sentences()
            around = (span for span in sentences if span.overlaps(hits[0]))
            split = self._parts.split
            current = self._reading.article()
            if current is not None and current.path == article.path:
                split.select(split.focused_side, next(around, hits[0]))
        self._opened = ""

    def _renew(self) -> None:
        """Mark the hits of the pane that has the keys now; its cursor stays where it is."""
        if self._parts.finder.isVisible():
            self._look_for(self._parts.finder.words())

    def _find(self, words: str) -> None:
        """Mark the hits and go to the first one from the cursor on."""
        self._look_for(words)
        if self._typed:
            split = self._parts.split
            here = split.passage(split.focused_side) or Span(0, 0)
            near = (number for number, hit in enumerate(self._typed) if hit.start >= here.start)
            self._go_to(next(near, 0))

    def _look_for(self, words: str) -> None:
        article = self._reading.article()
        if self._path and (article is None or article.path != self._path):
            self._mark(self._path, self._queried.get(self._path, ()))
        self._typed = found_in(article, words) if article is not None else []
        self._path = article.path if article is not None else ""
        self._mark(self._path, self._typed)
        self._parts.finder.show_count(0, len(self._typed))

    def _mark(self, path: str, hits: Sequence[Span]) -> None:
        if path:
            self._parts.split.show_hits(path, hits)

    def _go_to(self, number: int) -> None:
        hits, split = self._hits(), self._parts.split
        split.select(split.focused_side, hits[number])
        self._parts.finder.show_count(number + 1, len(hits))


def found_in(article: Article, words: str) -> list[Span]:
    """Where ``words`` stand in the article, whatever their case; site furniture is left out.

    White space matches any white space, a straight quotation mark or apostrophe a curly one.
    """
    pattern = _pattern(words)
    if pattern is None:
        return []
    hits: list[Span] = []
    for block in article.blocks:
        if block.kind is BlockKind.NOISE:
            continue
        matches = pattern.finditer(article.text, block.span.start, block.span.end)
        hits.extend(Span(*match.span()) for match in matches)
        if len(hits) >= MOST:
            break
    return hits[:MOST]


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return None
    loose = r"\s+".join(parts).replace("'", "['’‘]").replace('"', '["“”„«»]')
    return re.compile(loose, re.IGNORECASE)
