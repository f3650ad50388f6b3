"""What two sides have to do with one another: links, gutter, common scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from diptych.ui.reader.gutter import Gutter, Lone
from diptych.ui.reader.pairing import Pairing, end
from diptych.ui.reader.scrolling import CommonScrolling
from diptych.ui.reader.side import Side
from diptych.ui.reader.strip import StripKind, StripMark

if TYPE_CHECKING:
    from diptych.model.links import Alignment, Link


class Linking(QObject):
    """Keeps the two ``sides`` related; the list is shared with the view and may be reversed."""

    passage_wanted = Signal(int, object)  # side, Span

    def __init__(self, sides: list[Side], parent: QWidget) -> None:
        super().__init__(parent)
        self._sides = sides
        self.pairing = Pairing()
        self._lones: tuple[Lone, ...] = ()
        self.gutter = Gutter([side.pane for side in sides], parent)
        self.scrolling = CommonScrolling([side.pane for side in sides], self)
        self.gutter.link_clicked.connect(self._hop)
        self.gutter.lone_clicked.connect(
            lambda lone: self.passage_wanted.emit(lone.side, lone.span)
        )

    def show(self, alignment: Alignment | None) -> None:
        """Link the two articles; an alignment of other texts is as good as none."""
        hashes = tuple(side.article.sha256 if side.article else "" for side in self._sides)
        if alignment is not None:
            if hashes == (alignment.right_sha256, alignment.left_sha256):
                alignment = alignment if hashes[0] == hashes[1] else alignment.mirrored()
            elif hashes != (alignment.left_sha256, alignment.right_sha256):
                alignment = None
        self._take(Pairing.of(alignment))
        words = self.tr("Not found in the facing account")
        told_alone = enumerate(self.pairing.lone)
        self.show_lones([Lone(side, s, words=words) for side, spans in told_alone for s in spans])

    def show_lones(self, lones: Sequence[Lone]) -> None:
        """Ring these passages, in place of those the alignment alone tells."""
        self._lones = tuple(lones)
        self.gutter.show_links(self.pairing.links, self._lones)
        for number, side in enumerate(self._sides):
            marks = [StripMark(StripKind.LONE, lone.span) for lone in lones if lone.side == number]
            side.strip.show_marks(StripKind.LONE, marks)

    def swap(self) -> None:
        """Follow the sides, whose list has been reversed."""
        self.gutter.swap()
        self.scrolling.swap()
        self._take(self.pairing.mirrored())
        self.show_lones([replace(lone, side=1 - lone.side) for lone in self._lones])

    def relate(self, side: int) -> None:
        """Show on the other side what is linked with the passage of ``side``."""
        pane, partner = self._sides[side].pane, self._sides[1 - side].pane
        passage = pane.passage
        if passage is None and pane.companion is not None:
            return  # what is linked with the other side's passage stays in sight until there is one
        self.gutter.set_active(self.pairing.links_at(side, passage.span) if passage else [])
        pane.set_companion(None)
        partner.set_companion(self.pairing.counterpart(side, passage.span) if passage else None)
        if self.scrolling.enabled and partner.isVisible():
            self.bring_level(side)

    def bring_level(self, side: int) -> None:
        """Scroll the other side until its linked passage stands as high as that of ``side``."""
        passage = self._sides[side].pane.passage
        counterpart = self.pairing.counterpart(side, passage.span) if passage else None
        if passage and counterpart:
            self.scrolling.bring_level(side, passage.span, counterpart)

    def _take(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.scrolling.set_links(pairing.links)
        for number, side in enumerate(self._sides):
            links = (StripMark(StripKind.LINK, end(link, number)) for link in pairing.links)
            side.strip.show_marks(StripKind.LINK, links)
            side.pane.set_companion(None)

    def _hop(self, link: Link, side: int) -> None:
        """Bring both ends of ``link`` level, with the cursor of ``side`` at its end."""
        self.passage_wanted.emit(side, end(link, side))
        self.bring_level(side)
