"""Finding words in the article that is being read."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from diptych.model.article import Article, BlockKind
from diptych.text.spans import Span
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController

MOST = 5000
"""Hits that are shown; more of them tell nobody anything."""


class FindController(QObject):
    """Joins the find bar with the pane that has the keys."""

    def __init__(self, parts: Parts, reading: ReadingController) -> None:
        super().__init__(parts)
        self._parts, self._reading = parts, reading
        self._hits: list[Span] = []
        self._path = ""
        parts.finder.find_changed.connect(self._find)
        parts.finder.find_next_requested.connect(self.step)
        parts.finder.closed.connect(self.end)
        reading.panes_changed.connect(self._renew)
        parts.split.side_focused.connect(lambda _side: self._renew())

    def begin(self) -> None:
        """Open the find bar."""
        self._parts.finder.open_bar()

    def end(self) -> None:
        """Close the find bar; the hits are no longer marked."""
        if self._path:
            self._parts.split.show_hits(self._path, ())
        self._hits, self._path = [], ""
        self._parts.split.focus_side(self._parts.split.focused_side)

    def step(self, step: int) -> None:
        """Go to the next hit after the cursor, or the one before it, and round again."""
        if not self._hits:
            return
        split = self._parts.split
        here = split.passage(split.focused_side) or Span(0, 0)
        if step > 0:
            later = (number for number, hit in enumerate(self._hits) if hit.start > here.start)
            number = next(later, 0)
        else:
            before = (number for number, hit in enumerate(self._hits) if hit.start < here.start)
            number = max(before, default=len(self._hits) - 1)
        self._go_to(number)

    def _renew(self) -> None:
        if self._parts.finder.isVisible():
            self._find(self._parts.finder.words())

    def _find(self, words: str) -> None:
        article = self._reading.article()
        if self._path and (article is None or article.path != self._path):
            self._parts.split.show_hits(self._path, ())
        self._hits = found_in(article, words) if article is not None else []
        self._path = article.path if article is not None else ""
        if article is not None:
            self._parts.split.show_hits(article.path, self._hits)
        self._parts.finder.show_count(0, len(self._hits))
        if self._hits and words.strip():
            split = self._parts.split
            here = split.passage(split.focused_side) or Span(0, 0)
            near = (number for number, hit in enumerate(self._hits) if hit.start >= here.start)
            self._go_to(next(near, 0))

    def _go_to(self, number: int) -> None:
        split = self._parts.split
        split.select(split.focused_side, self._hits[number])
        self._parts.finder.show_count(number + 1, len(self._hits))


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
