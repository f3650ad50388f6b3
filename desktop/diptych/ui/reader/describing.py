"""What a screen reader tells about a passage beside its words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from diptych.text.spans import Span
from diptych.ui.reader.pairing import Pairing
from diptych.ui.reader.side import Side

_LONGEST = 300
"""Code points of a linked passage that are read out."""


def description(sides: list[Side], number: int, pairing: Pairing) -> str:
    """How the passage of side ``number`` is tagged, and what it is linked with; mostly nothing."""
    translate = QCoreApplication.translate
    side, other = sides[number], sides[1 - number].article
    passage = side.pane.passage
    if passage is None:
        return ""
    told = []
    tags = side.tags_at(passage.span)
    if tags:
        told.append(translate("Passage", "Tagged: %1").replace("%1", ", ".join(tags)))
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
    if not words:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
