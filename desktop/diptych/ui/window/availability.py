"""Which commands make sense now: the others are grey and their keys do nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject

from diptych.ui.actions import Actions
from diptych.ui.commands import When
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Sessions


class Availability(QObject):
    """Keeps the actions in step with what is open."""

    def __init__(
        self,
        actions: Actions,
        sessions: Sessions,
        reading: ReadingController,
        parts: Parts,
    ) -> None:
        super().__init__(parts)
        library = sessions.library
        self._actions, self._library, self._parts = actions, library, parts
        self._undoable = self._redoable = False
        library.opened.connect(self._renew)
        library.closing.connect(self._renew)
        reading.panes_changed.connect(self._renew)
        sessions.tagging.history_changed.connect(self._take_history)
        parts.inspector.tags.reviews.filled.connect(self._renew)
        parts.arranged.connect(self._check)
        self._renew()

    def _take_history(self, undoable: bool, redoable: bool) -> None:
        self._undoable, self._redoable = undoable, redoable
        self._renew()

    def _renew(self) -> None:
        shown = sum(self._parts.split.article(side) is not None for side in (0, 1))
        present = {
            When.LIBRARY: self._library.workspace is not None,
            When.ARTICLE: shown > 0,
            When.TWO_PANES: shown > 1,
            When.REVIEW: bool(self._parts.inspector.tags.reviews.passages()),
            When.UNDOABLE: self._undoable,
            When.REDOABLE: self._redoable,
        }
        self._actions.set_available(frozenset(when for when, there in present.items() if there))
        self._check()

    def _check(self) -> None:
        """Tick what is shown, whoever has shown it."""
        self._actions["toggle_inspector"].setChecked(not self._parts.inspector.isHidden())
        self._actions["toggle_library"].setChecked(not self._parts.is_folded)
