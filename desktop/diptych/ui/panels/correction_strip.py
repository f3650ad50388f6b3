"""The strip beside a passage in which what was found there is corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from diptych.text.words import folded
from diptych.ui.panels.choice_strip import ChoiceDelegate, ChoiceStrip
from diptych.ui.panels.hints import KeyHint
from diptych.ui.panels.tag_choices import rank
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.styling.keycaps import shown_key
from diptych.ui.styling.plain import in_a_row
from diptych.ui.theme import Theme

_LONGEST_DETAIL = 0.45
"""The share of a row that the detail may take at most."""


@dataclass(frozen=True, slots=True)
class CorrectionChoice:
    """One correction that is offered."""

    words: str
    do: Callable[[], object]
    """Makes the correction."""
    detail: str = ""
    """What the words are, such as the kind of a name."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be corrected where the cursor is."""

    question: str
    choices: tuple[CorrectionChoice, ...]
    free: Callable[[str], object] | None = None
    """Makes the correction to what is typed; None where only the choices will do."""


class CorrectionDelegate(ChoiceDelegate):
    """The words at the left, the detail at the right."""

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, CorrectionChoice)
        if painter is None:
            return self.line
        theme, middle, room = self.theme, box.top() + self.line / 2, box.width()
        if row.detail:
            small = theme.interface_font(0.88)
            width = QFontMetricsF(small).horizontalAdvance(row.detail) + 3
            width = min(width, room * _LONGEST_DETAIL)
            detail = lay_out(row.detail, small, width, 1)
            top = middle - detail.height / 2
            detail.draw(painter, box.right() - width, top, theme.colour("muted"))
            room -= width + 8
        words = lay_out(row.words, theme.interface_font(), room, 1)
        words.draw(painter, box.left(), middle - words.height / 2, theme.colour("text"))
        return self.line


class CorrectionStrip(ChoiceStrip):
    """Type to find the right one, or to write it; Enter corrects, Escape leaves all as it was."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, CorrectionDelegate(theme), parent)
        self._offer = Offer("", ())

    def open_with(self, offer: Offer) -> None:
        """Offer the corrections, and take the keys."""
        self._field.clear()
        self._ask(offer)
        self._open()

    def extend(self, offer: Offer) -> None:
        """Offer more corrections of the same thing, if nobody has chosen yet.

        The row that is chosen stays so: Enter may be on its way.
        """
        if self.isVisible() and self._offer.question == offer.question:
            row = self._list.currentIndex().row()
            words = [choice.words for choice in self.offered()][max(0, row) :][:1]
            self._ask(offer)
            self._find()
            found = [choice.words for choice in self.offered()]
            self._step(sum(found.index(one) for one in words if one in found))

    def offered(self) -> list[CorrectionChoice]:
        """The choices for what stands in the field."""
        return [row for row in self._list.rows() if isinstance(row, CorrectionChoice)]

    def _ask(self, offer: Offer) -> None:
        self._offer = offer
        self._field.setPlaceholderText(offer.question)
        hints = [KeyHint((shown_key("Return"),), self.tr("correct"))]
        title = self.tr("Correct what was found")
        self._name(title, offer.question, self.tr("Corrections that match"), hints)

    def _found(self, typed: str) -> Sequence[object]:
        wanted, name = folded(typed.strip()), " ".join(typed.split())
        ranked = []
        for number, choice in enumerate(self._offer.choices):
            place = rank(folded(choice.words), wanted)
            if place is not None:
                ranked.append((place, number))
        found = [self._offer.choices[number] for _place, number in sorted(ranked)]
        free = self._offer.free
        if free is not None and name and all(folded(one.words) != wanted for one in found):
            found.append(CorrectionChoice(name, lambda: free(name), self.tr("as typed")))
        return found

    def _sentence(self, row: object) -> str:
        assert isinstance(row, CorrectionChoice)
        return in_a_row((row.words, row.detail))

    def _take(self, row: object, *, stay: bool) -> None:
        assert isinstance(row, CorrectionChoice)
        self._close()
        row.do()
