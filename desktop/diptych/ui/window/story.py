"""The story that is being read: in the top bar, on the rail, over the panes and in the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diptych.model.article import Article
from diptych.model.story import Story
from diptych.ui.panels.rail import RailAccount
from diptych.ui.session.library import LibrarySession
from diptych.ui.session.story import StorySession
from diptych.ui.window.lists import ListController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.relating import RelatingController
from diptych.ui.window.story_words import accounts_of, derived_from, detail_of


class StoryController(QObject):
    """Shows which story is read, and where its accounts come from as soon as that is known."""

    story_changed = Signal(object)
    """The `Story` of the article in hand, or None while nothing is known of it."""

    def __init__(
        self,
        parts: Parts,
        session: StorySession,
        library: LibrarySession,
        lists: ListController,
        reading: ReadingController,
        relating: RelatingController,
    ) -> None:
        super().__init__(parts)
        self._parts, self._session = parts, session
        self._lists, self._reading, self._relating = lists, reading, relating
        self._story: Story | None = None
        session.story_ready.connect(self._take)
        reading.panes_changed.connect(self._follow)
        reading.read.connect(lambda _reading: self._ask())  # it may have been corrected
        parts.split.side_focused.connect(lambda _side: self._follow())
        # The best of the hits that are listed anew is shown, not the article in hand.
        lists.listed.connect(lambda _listing: self._show(follow=not lists.query.strip()))
        library.regrouped.connect(self._follow)
        relating.counted.connect(self._show_chips)

    def outlet_of(self, path: str) -> str:
        """What the account at ``path`` is called where it is named beside others."""
        article = self._story.articles.get(path) if self._story else None
        return article.known_as if article is not None else path

    def _follow(self) -> None:
        """Ask again whenever the panes change: what is known already is there at once."""
        self._ask()
        article = self._article()
        if self._story is not None and (
            article is None or self._story.articles.get(article.path) != article
        ):
            self._story = None
            self.story_changed.emit(None)
        self._show()

    def _ask(self) -> None:
        article = self._article()
        if article is not None:
            self._session.look_at(article.path)

    def _take(self, story: Story) -> None:
        article = self._article()
        if article is None or story.articles.get(article.path) != article or story == self._story:
            return
        self._story = story
        self._lists.tell_story(
            story.analysis.accounts,
            detail_of(story.analysis),
            {path: self._derived(path) for path in story.analysis.accounts},
        )
        self.story_changed.emit(story)
        self._show()

    def _show(self, *, follow: bool = True) -> None:
        self._show_bars(follow=follow)
        self._show_chips()

    def _show_bars(self, *, follow: bool) -> None:
        """Say in the top bar and on the rail which story is being read.

        ``follow`` selects the article in the list too.
        """
        parts = self._parts
        shown = [article for article in (parts.split.article(0), parts.split.article(1)) if article]
        parts.library.set_open_paths({article.path for article in shown})
        parts.top.set_marks(parts.split.level.value if shown else "")
        article = self._article()
        if article is None:
            parts.top.set_story("", "")
            parts.rail.show_accounts(())
            return
        group = self._lists.group_of(article.path)
        entries = group.entries if group is not None else ()
        detail = detail_of(self._story.analysis) if self._story else accounts_of(len(entries))
        parts.top.set_story(group.title if group is not None else article.headline, detail)
        parts.rail.show_accounts(
            [RailAccount(entry.path, entry.outlet, entry.headline) for entry in entries]
        )
        parts.rail.set_open_paths({article.path for article in shown})
        if follow and not parts.library.list.hasFocus():
            parts.library.select_path(article.path)

    def _show_chips(self) -> None:
        """Over each pane: where the account comes from, what it alone tells, whom it credits."""
        for side in (0, 1):
            article = self._parts.split.article(side)
            if article is not None:
                only = self._relating.only_here(side)
                chips = [
                    self._derived(article.path),
                    self.tr("%n only here", "", only) * bool(only),
                ]
                self._parts.split.set_chips(
                    side, [*filter(None, chips), *map(_chip, article.credits)]
                )

    def _derived(self, path: str) -> str:
        return derived_from(self._story.analysis, path, self.outlet_of) if self._story else ""

    def _article(self) -> Article | None:
        """The article in hand, else the only one that is shown."""
        split = self._parts.split
        return self._reading.article() or split.article(0) or split.article(1)


def _chip(credit: str) -> str:
    """A credit without the brackets that it stands in: the chip is a frame of its own."""
    return credit.strip().removeprefix("(").removesuffix(")")
