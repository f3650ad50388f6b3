"""What the two articles have to do with one another: lone passages, and words that differ."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diptych.analysis.wording import wording_difference
from diptych.ui.reader.gutter import Lone
from diptych.ui.session.reading import ReadingSession
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.accounts import LonePassage


class RelatingController(QObject):
    """Rings what one account alone tells, and marks where linked passages differ in wording."""

    counted = Signal()
    """What each account alone tells has been counted."""

    def __init__(self, parts: Parts, session: ReadingSession, reading: ReadingController) -> None:
        super().__init__(parts)
        self._split, self._session = parts.split, session
        self._only_here = (0, 0)
        session.lones_ready.connect(self._ring)
        session.alignment_ready.connect(lambda _alignment: self._show_wording())
        reading.passage_changed.connect(lambda _path, _span: self._show_wording())

    def only_here(self, side: int) -> int:
        """How many passages of the article on ``side`` no other account of the story has."""
        return self._only_here[side]

    def _ring(self, left: tuple[LonePassage, ...], right: tuple[LonePassage, ...]) -> None:
        """Ring what the facing account does not tell, twice what no other account tells."""
        found = [(side, lone) for side, lones in enumerate((left, right)) for lone in lones]
        self._split.show_lones(
            [Lone(side, lone.span, lone.is_only_here, self._told(lone)) for side, lone in found]
        )
        left_only, right_only = (sum(one.is_only_here for one in ones) for ones in (left, right))
        self._only_here = left_only, right_only
        self.counted.emit()

    def _told(self, lone: LonePassage) -> str:
        if not lone.others:
            return self.tr("Not found in the facing account")
        if lone.is_only_here:
            return self.tr("Found in no other account of this story")
        return self.tr("Not found in the facing account; {told} of {others} others tell it").format(
            told=lone.told_by, others=lone.others
        )

    def _show_wording(self) -> None:
        """Mark the words in which the passage and its counterpart differ, on both sides."""
        side = self._split.focused_side
        here, there = self._session.article(side), self._session.article(1 - side)
        span, counterpart = self._split.passage(side), self._split.counterpart(side)
        if here is None or there is None or span is None or counterpart is None:
            self._split.show_wording(0, ())
            self._split.show_wording(1, ())
            return
        difference = wording_difference(here.text, span, there.text, counterpart)
        self._split.show_wording(side, difference.left)
        self._split.show_wording(1 - side, difference.right)
