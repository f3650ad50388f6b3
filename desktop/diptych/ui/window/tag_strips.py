"""The strips beside the passage: for tags, for notes, for corrections of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from diptych.model.annotation import Tag
from diptych.ui.panels.choice_strip import ChoiceStrip
from diptych.ui.panels.correction_strip import CorrectionStrip, Offer
from diptych.ui.panels.note_editor import NoteEditor
from diptych.ui.panels.tagging import TagStrip
from diptych.ui.theme import Theme
from diptych.ui.window.parts import Parts

_GAP = 6
_EDGE = 8
_BARS = 44
"""Pixels at the top and bottom of the window that a strip never covers."""


class TagStrips(QObject):
    """Opens the strips where the reader looks, and gives the keys back to the text after."""

    tag_chosen = Signal(str)

    def __init__(self, parts: Parts, theme: Theme) -> None:
        super().__init__(parts)
        self._parts = parts
        self.tag = TagStrip(theme, parts)
        self.note = NoteEditor(theme, parts)
        self.correction = CorrectionStrip(theme, parts)
        self.tag.tag_chosen.connect(lambda name, _stays: self.tag_chosen.emit(name))
        for strip in (self.tag, self.note, self.correction):
            strip.closed.connect(self._back_to_text)

    def set_theme(self, theme: Theme) -> None:
        for strip in (self.tag, self.note, self.correction):
            strip.set_theme(theme)

    def pick_tag(self, tags: Sequence[Tag]) -> None:
        """Offer ``tags``, in their order, for the passage under the cursor."""
        self.tag.open_with(tags)
        self._place(self.tag)

    def edit_note(self, note: str, draft: str | None, about: str) -> None:
        """Let the reader write the note on the words ``about``; see `NoteEditor.open_with`."""
        self.note.open_with(note, draft, about)
        self._place(self.note)

    def correct(self, offer: Offer) -> None:
        """Offer corrections of what was found under the cursor."""
        self.correction.open_with(offer)
        self._place(self.correction)

    def _place(self, strip: ChoiceStrip | NoteEditor) -> None:
        """Put ``strip`` under the passage, or over it where there is no room."""
        parts, split = self._parts, self._parts.split
        box = split.passage_rectangle(split.focused_side)
        strip.adjustSize()
        corner = parts.mapFromGlobal(box.bottomLeft()) + QPoint(0, _GAP)
        if corner.y() + strip.height() > parts.height() - _BARS:
            corner = parts.mapFromGlobal(box.topLeft()) - QPoint(0, strip.height() + _GAP)
        if split.pane_widgets()[split.focused_side].is_mirrored:
            corner.setX(corner.x() + box.width() - strip.width())
        right = max(_EDGE, parts.width() - strip.width() - _EDGE)
        strip.move(min(max(_EDGE, corner.x()), right), max(_BARS, corner.y()))

    def _back_to_text(self) -> None:
        self._parts.split.focus_side(self._parts.split.focused_side)
