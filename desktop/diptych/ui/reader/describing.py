"""What a screen reader tells about a passage beside its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from diptych.text.spans import Span
from diptych.ui.reader.pairing import Pairing
from diptych.ui.reader.side import Side
from diptych.ui.styling.announcing import announce

_LONGEST = 300
"""Code points of a linked passage that are read out."""


def description(sides: list[Side], number: int, pairing: Pairing) -> str:
    """Who says the passage of side ``number``, its tags, its notes, and what it is linked with."""
    translate = QCoreApplication.translate
    side, other = sides[number], sides[1 - number].article
    passage = side.pane.passage
    if passage is None:
        return ""
    told = []
    for template, found in (
        (translate("Passage", "Said by: %1"), side.speakers_at(passage.span)),
        (translate("Passage", "Tagged: %1"), side.tags_at(passage.span)),
        (translate("Passage", "Note: %1"), side.notes_at(passage.span)),
    ):
        if found:
            told.append(template.replace("%1", ", ".join(found)))
    counterpart = pairing.counterpart(number, passage.span)
    if counterpart is not None and other is not None:
        words = Span(counterpart.start, min(counterpart.end, counterpart.start + _LONGEST))
        linked = translate("Passage", "Linked with: %1")
        told.append(linked.replace("%1", words.text_in(other.text)))
    elif any(span.overlaps(passage.span) for span in pairing.lone[number]):
        told.append(translate("Passage", "Not found in the facing account"))
    return ". ".join(told)


def describe(widget: QWidget, words: str) -> None:
    """Let ``words`` describe ``widget``, and have them read out if anything reads the screen."""
    widget.setAccessibleDescription(words)
    announce(widget, words)
