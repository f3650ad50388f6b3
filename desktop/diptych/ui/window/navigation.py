"""Back and forward: where the reader was, as a web browser keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from diptych.text.spans import Span
from diptych.ui.window.reading import ReadingController

LIMIT = 200
"""Places that are remembered."""
NEAR = 600
"""Code points that a step has to leave behind to be worth coming back from."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A passage of an article."""

    path: str
    span: Span


class Navigation(QObject):
    """Remembers the places that were left by a jump or for another article."""

    def __init__(self, reading: ReadingController, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []
        self._here: Visit | None = None
        self._is_going = False
        reading.passage_changed.connect(self._arrive)
        reading.panes_changed.connect(self._end)

    def back(self) -> None:
        """Go to where the reader was before."""
        self._go(self._behind, self._ahead)

    def forward(self) -> None:
        """Go to where the reader was before going back."""
        self._go(self._ahead, self._behind)

    def clear(self) -> None:
        """Forget everything: another library is open."""
        self._behind.clear()
        self._ahead.clear()
        self.give_up()

    def _go(self, where_from: list[Visit], where_to: list[Visit]) -> None:
        if not where_from:
            return
        if self._here is not None:
            where_to.append(self._here)
        self._here = visit = where_from.pop()
        self._is_going = True
        self._reading.open(visit.path, other=False, passage=visit.span)
        if self._reading.is_open(visit.path):
            self._end()

    def give_up(self) -> None:
        """Take it that an article could not be opened: the reader is where they were."""
        place = self._reading.passage()
        self._here = Visit(place[0].path, place[1]) if place is not None else None
        self._end()

    def _end(self) -> None:
        self._is_going = False

    def _arrive(self, path: str, span: Span) -> None:
        if self._is_going:
            return  # on the way the pane's own passage is passed, which nobody chose
        here, self._here = self._here, Visit(path, span)
        if here is not None and _is_far(here, self._here):
            self._behind = [*self._behind, here][-LIMIT:]
            self._ahead.clear()


def _is_far(here: Visit, there: Visit) -> bool:
    return here.path != there.path or abs(here.span.start - there.span.start) > NEAR
