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
        self._here = None

    def _go(self, where_from: list[Visit], where_to: list[Visit]) -> None:
        if not where_from:
            return
        if self._here is not None:
            where_to.append(self._here)
        self._here = visit = where_from.pop()
        self._is_going = True
        self._reading.open(visit.path, other=False, passage=visit.span)

    def _arrive(self, path: str, span: Span) -> None:
        here, self._here = self._here, Visit(path, span)
        if self._is_going:
            self._is_going = False
            return
        if here is not None and _is_far(here, self._here):
            self._behind = [*self._behind, here][-LIMIT:]
            self._ahead.clear()


def _is_far(here: Visit, there: Visit) -> bool:
    return here.path != there.path or abs(here.span.start - there.span.start) > NEAR
