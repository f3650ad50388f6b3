"""The commands on tags whose text has changed: look at them one by one, and decide."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.text.spans import Span
from diptych.ui.panels.inspector import Page
from diptych.ui.panels.values import ReviewedPassage
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController


class ReviewController(QObject):
    """Decides on the row that is current in the inspector's list, never on one out of sight."""

    def __init__(self, parts: Parts, session: TaggingSession, reading: ReadingController) -> None:
        super().__init__(parts)
        self._parts, self._session, self._reading = parts, session, reading
        self._section = parts.inspector.tags.reviews
        self._shown = ""
        """The id of what was shown last."""
        self._section.jump_requested.connect(self._go)

    def look_at(self, path: str) -> None:
        """Show what is to be decided in the article at ``path``, which gets the keys."""
        self._reading.open(path, other=False)
        self._show()

    # Commands

    def next_review(self) -> None:
        self._step(1)

    def previous_review(self) -> None:
        self._step(-1)

    def accept_place(self) -> None:
        """Tie the tag to the place where its passage most likely is."""
        row = self._looked_at()
        if row is None:
            return
        if row.review.span is not None:
            self._place(row, row.review.span)
        else:
            self._parts.status.set_saved(self.tr("No place was found for this tag."))

    def place_here(self) -> None:
        """Tie the tag to the passage under the cursor."""
        row, place = self._looked_at(), self._reading.passage()
        if row is not None and place is not None:
            self._place(row, place[1])

    def drop_reviewed(self) -> None:
        """Delete the tag, and whatever else is said about its passage."""
        row, article = self._looked_at(), self._reading.article()
        if row is not None and article is not None:
            self._session.untag(article.path, row.review.id)

    # Inside

    def _step(self, step: int) -> None:
        """Show the next tag; the current one first where it has not been shown yet."""
        current = self._section.current()
        if current is not None and current.review.id == self._shown and self._is_in_sight():
            self._section.step(step)
        self._show()

    def _show(self) -> None:
        row = self._section.current()
        if row is None:
            return
        self._shown = row.review.id
        if not self._is_in_sight():
            self._parts.inspect(shown=True)
            self._parts.inspector.show_page(Page.TAGS)
        if row.review.span is not None:
            self._go(row.review.span)

    def _looked_at(self) -> ReviewedPassage | None:
        """The current row; where it cannot be seen it is shown, and nothing is decided yet."""
        if self._is_in_sight():
            return self._section.current()
        self._show()
        return None

    def _is_in_sight(self) -> bool:
        return self._section.isVisible()

    def _place(self, row: ReviewedPassage, span: Span) -> None:
        article = self._reading.article()
        if article is not None:
            self._session.place(article.path, row.review.id, span)

    def _go(self, span: Span) -> None:
        self._parts.split.select(self._parts.split.focused_side, span)
