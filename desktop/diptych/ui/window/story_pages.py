"""The inspector's pages for quotations, names and numbers, as all accounts have them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.model.article import Article
from diptych.model.story import Story
from diptych.text.spans import Span
from diptych.ui.panels.values import ShownFigure
from diptych.ui.window.inspecting import InspectorController
from diptych.ui.window.lists import ListController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.relating import RelatingController
from diptych.ui.window.sessions import Sessions
from diptych.ui.window.story import StoryController
from diptych.ui.window.story_values import (
    figures_at,
    names_of,
    quotation_at,
    shown_quotation,
)


class StoryPages(QObject):
    """Shows what stands at the cursor; what is known of the story is added once it is there."""

    def __init__(
        self,
        parts: Parts,
        story: StoryController,
        reading: ReadingController,
        inspecting: InspectorController,
    ) -> None:
        super().__init__(parts)
        self._parts, self._reading, self._inspecting = parts, reading, inspecting
        self._story: Story | None = None
        self._place: tuple[Article, Span] | None = None
        story.story_changed.connect(self._tell)
        inspecting.followed.connect(self._follow)
        inspecting.left.connect(self._leave)
        reading.read.connect(lambda _reading: self._show())
        reading.panes_changed.connect(self._show_names)
        parts.split.side_focused.connect(lambda _side: self._show_names())
        parts.inspector.names.name_chosen.connect(self._next_mention)

    def _tell(self, story: Story | None) -> None:
        self._story = story
        self._show()

    def _follow(self, article: Article, span: Span) -> None:
        self._place = article, span
        self._show_place()

    def _leave(self) -> None:
        self._place = None
        self._show_place()

    def _show(self) -> None:
        self._show_names()
        self._show_place()

    def _show_place(self) -> None:
        """The quotation and the numbers at the cursor; without numbers there, those of all."""
        quote, numbers = self._parts.inspector.quote, self._parts.inspector.numbers
        article, span = self._place or (None, Span(0, 0))
        reading = self._reading.reading(article) if article is not None else None
        quotation = quotation_at(reading, span)
        if article is None or quotation is None:
            quote.show_quotation(None)
        else:
            quote.show_quotation(shown_quotation(article, quotation, self._story))
        figures: tuple[ShownFigure, ...] = ()
        if article is not None and self._story is not None:
            figures = figures_at(self._story, article.path, span)
        if figures or self._story is None:
            numbers.show_figures(figures)
        else:
            numbers.show_figures(figures_at(self._story), of_story=True)

    def _show_names(self) -> None:
        article = self._reading.article()
        reading = self._reading.reading(article) if article else None
        names = names_of(article, reading, self._story) if article and reading else []
        is_read = article is None or reading is not None
        self._parts.inspector.names.show_names(names, ready=is_read)

    def _next_mention(self, key: str) -> None:
        """Go to the next place where the text names the one that was chosen, and round again."""
        article = self._reading.article()
        reading = self._reading.reading(article) if article else None
        split = self._parts.split
        entities = reading.entities if reading else ()
        mentions = next((entity.mentions for entity in entities if entity.id == key), ())
        if not mentions:
            return
        here = split.passage(split.focused_side) or Span(0, 0)
        following = [mention for mention in mentions if mention.start > here.start]
        split.select(split.focused_side, following[0] if following else mentions[0])


def show_stories(
    parts: Parts,
    sessions: Sessions,
    lists: ListController,
    reading: ReadingController,
    inspecting: InspectorController,
) -> None:
    """Have all that is known between the accounts of a story shown, wherever there is a place."""
    relating = RelatingController(parts, sessions.reading, reading)
    story = StoryController(parts, sessions.story, sessions.library, lists, reading, relating)
    StoryPages(parts, story, reading, inspecting)
