"""The keys that matter where the reader is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from diptych.ui.commands import COMMANDS, Context
from diptych.ui.styling.keycaps import Remapped, cap_size, first_key, paint_cap
from diptych.ui.styling.painting import painting
from diptych.ui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One or more keys with the word for what they do."""

    keys: tuple[str, ...]
    """As shown; of more than two only the first and the last, with a dash between."""
    words: str


def hints_for(context: Context, remapped: Remapped | None = None) -> list[KeyHint]:
    """The hints of ``context`` and of everywhere, in the table's order.

    Commands that share a hint in one context stand together: J and K are both "passage".
    """
    grouped: dict[tuple[Context, str], list[str]] = {}
    for command in COMMANDS:
        key = first_key(command.name, remapped)
        if key and command.hint and command.context in (context, Context.EVERYWHERE):
            grouped.setdefault((command.context, command.hint), []).append(key)
    ordered = sorted(grouped.items(), key=lambda item: item[0][0] is Context.EVERYWHERE)
    return [KeyHint(tuple(keys), translate("Command", words)) for (_place, words), keys in ordered]


class KeyHints(QWidget):
    """Draws hints at its right edge; where room is short the first ones go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: list[KeyHint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_hints(self, hints: list[KeyHint]) -> None:
        """Show ``hints``, the last one at the right edge."""
        self._hints = hints
        said = "; ".join(f"{' '.join(hint.keys)}: {hint.words}" for hint in hints)
        self.setAccessibleName(self.tr("Keys: {keys}").format(keys=said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.interface_size * 30), round(self._theme.interface_size * 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(self._theme.interface_size * 1.6))

    def shown_hints(self) -> list[KeyHint]:
        """The hints that there is room for."""
        room, shown = float(self.width()), list[KeyHint]()
        for hint in reversed(self._hints):
            room -= self._width(hint)
            if room < 0:
                break
            room -= self._gap()
            shown.insert(0, hint)
        return shown

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            left = float(self.width())
            for hint in reversed(self.shown_hints()):
                left -= self._width(hint)
                self._paint(painter, left, hint)
                left -= self._gap()

    def _gap(self) -> float:
        return self._theme.interface_size * 1.4

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.interface_font(0.88))

    def _caps(self, hint: KeyHint) -> tuple[str, ...]:
        return hint.keys if len(hint.keys) <= 2 else (hint.keys[0], "–", hint.keys[-1])

    def _width(self, hint: KeyHint) -> float:
        caps, metrics = self._caps(hint), self._metrics()
        width = sum(
            metrics.horizontalAdvance(cap) if cap == "–" else cap_size(cap, self._theme)[0]
            for cap in caps
        )
        return width + 3 * len(caps) + 3 + metrics.horizontalAdvance(hint.words)

    def _paint(self, painter: QPainter, left: float, hint: KeyHint) -> None:
        metrics, middle = self._metrics(), self.height() / 2
        base = middle + (metrics.ascent() - metrics.descent()) / 2
        for cap in self._caps(hint):
            if cap == "–":
                self._paint_words(painter, QPointF(left, base), cap)
                left += metrics.horizontalAdvance(cap) + 3
            else:
                left += paint_cap(painter, left, middle, cap, self._theme) + 3
        self._paint_words(painter, QPointF(left + 3, base), hint.words)

    def _paint_words(self, painter: QPainter, place: QPointF, words: str) -> None:
        painter.setFont(self._theme.interface_font(0.88))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(place, words)
