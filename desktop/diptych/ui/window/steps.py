"""From one article to another: the next account of a passage, the next article, done and next."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from diptych.text.spans import Span
from diptych.ui.styling.dates import shown_date
from diptych.ui.window.lists import ListController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController


class StepController(QObject):
    """Answers the panes when they ask for another article."""

    def __init__(
        self,
        parts: Parts,
        lists: ListController,
        reading: ReadingController,
    ) -> None:
        super().__init__(parts)
        self._parts, self._lists, self._reading = parts, lists, reading
        split = parts.split
        split.account_wanted.connect(self._show_account)
        split.article_done.connect(self._done_and_next)
        split.next_article_wanted.connect(self._next)
        split.copy_with_source_wanted.connect(self._copy_with_source)

    def _show_account(self, step: int) -> None:
        """Show the passage in the next account of the story, in the other pane."""
        article, other = self._reading.article(), self._reading.other_article()
        if article is None:
            return
        accounts = [path for path in self._lists.story_of(article.path) if path != article.path]
        if not accounts:
            self._parts.status.tell(self.tr("No other account of this story is in the library."))
            return
        current = accounts.index(other.path) if other and other.path in accounts else None
        # Before the first one, so that the step leads to the first or the last.
        start = current if current is not None else -1 if step > 0 else 0
        self._reading.open_beside(accounts[(start + step) % len(accounts)])

    def _next(self) -> None:
        article = self._reading.article()
        following = self._lists.after(article.path) if article is not None else ""
        if following:
            self._reading.open(following, other=False)
        else:
            self._parts.status.tell(self.tr("This was the last article of the list."))

    def _done_and_next(self) -> None:
        article = self._reading.article()
        if article is not None:
            self._lists.mark_done(article.path)
            self._next()

    def _copy_with_source(self, side: int, span: Span) -> None:
        """Copy the passage in quotation marks, with headline, outlet, date and file."""
        article = self._parts.split.article(side)
        if article is None:
            return
        facts = [article.outlet, article.headline, shown_date(article.published), article.path]
        source = ", ".join(fact for fact in facts if fact)
        QGuiApplication.clipboard().setText(f"“{span.text_in(article.text)}”\n— {source}")
