"""Moving one end of a tag, word by word, until it is kept or left as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from diptych.text.spans import Span
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.passage import Passage, PassageCursor, Unit
from diptych.ui.window.parts import Parts

_STEPS = {
    Qt.Key.Key_Right: (Unit.WORD, 1),
    Qt.Key.Key_Left: (Unit.WORD, -1),
    Qt.Key.Key_Down: (Unit.SENTENCE, 1),
    Qt.Key.Key_Up: (Unit.SENTENCE, -1),
}


@dataclass(frozen=True, slots=True)
class _Move:
    """What is being moved: the annotation ``key`` of ``path``, on ``span`` by now."""

    pane: ReaderPane
    path: str
    key: str
    span: Span
    at_end: bool
    before: Passage | None
    """Where the cursor goes back to if nothing is kept."""


class EdgeMover(QObject):
    """Takes the arrow keys of the pane while an end is moved; any other key ends that."""

    moved = Signal(str, str, object)  # path, annotation id, Span

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._move: _Move | None = None

    def begin(self, path: str, key: str, span: Span, name: str, *, at_end: bool) -> None:
        """Move the end, else the start, of the annotation ``key`` of ``path`` on ``span``."""
        self._leave()
        pane = self._parts.split.pane_widgets()[self._parts.split.focused_side]
        self._move = _Move(pane, path, key, span, at_end, pane.passage)
        pane.installEventFilter(self)
        self._show(span)
        words = (
            self.tr("Arrows move the end of “{tag}”; Enter keeps it, Esc leaves it.")
            if at_end
            else self.tr("Arrows move the start of “{tag}”; Enter keeps it, Esc leaves it.")
        )
        self._parts.status.tell(words.format(tag=name), keep=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._leave()
        elif isinstance(event, QKeyEvent) and self._move is not None:
            act = self._answer(Qt.Key(event.key()), event.modifiers())
            if event.type() is QEvent.Type.ShortcutOverride:
                if act is None:
                    self._leave()
                event.setAccepted(act is not None)
                return act is not None
            if event.type() is QEvent.Type.KeyPress and act is not None:
                act()
                return True
        return False

    def _answer(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        """What ``key`` does while an end is moved; None for keys that mean what they always do."""
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if key in _STEPS:
            return lambda: self._step(*_STEPS[key])
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._keep
        return self._leave if key is Qt.Key.Key_Escape else None

    def _step(self, unit: Unit, step: int) -> None:
        move = self._move
        if move is None:
            return
        edge = move.span.end if move.at_end else move.span.start
        found = moved(move.pane.steps, edge, unit, step, at_end=move.at_end)
        start, end = (move.span.start, found) if move.at_end else (found, move.span.end)
        if start < end:
            self._move = replace(move, span=Span(start, end))
            self._show(Span(start, end))

    def _show(self, span: Span) -> None:
        self._parts.split.select(self._parts.split.focused_side, span)

    def _keep(self) -> None:
        move = self._end()
        if move is not None:
            self.moved.emit(move.path, move.key, move.span)

    def _leave(self) -> None:
        move = self._end()
        if move is not None and move.pane.passage is not None and move.before is not None:
            self._parts.split.set_passage(self._parts.split.focused_side, move.before)

    def _end(self) -> _Move | None:
        move, self._move = self._move, None
        if move is not None:
            move.pane.removeEventFilter(self)
            self._parts.status.tell("")
        return move


def moved(steps: PassageCursor, edge: int, unit: Unit, step: int, *, at_end: bool) -> int:
    """The next place after ``edge`` (``step`` 1), or before it (-1), where a unit ends.

    Without ``at_end`` where one starts. ``edge`` itself where there is none.
    """

    def side(passage: Passage) -> int:
        return passage.span.end if at_end else passage.span.start

    passage = steps.at(max(0, edge - at_end), unit)
    while passage is not None:
        if (side(passage) - edge) * step > 0:
            return side(passage)
        following = steps.next(passage) if step > 0 else steps.previous(passage)
        passage = following if following != passage else None
    return edge
