"""The inspector's list of the names in the article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStackedLayout, QWidget

from diptych.model.reading import EntityKind
from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.panels.values import Name
from diptych.ui.styling.plain import in_a_row
from diptych.ui.theme import Theme

translate = QCoreApplication.translate

# As in the text: the kinds differ in colour and in line.
_LINES = {
    EntityKind.PERSON: ("person", Qt.PenStyle.SolidLine),
    EntityKind.ORGANISATION: ("organisation", Qt.PenStyle.DashLine),
    EntityKind.PLACE: ("place", Qt.PenStyle.DotLine),
    EntityKind.OTHER: ("other_name", Qt.PenStyle.DashDotLine),
}


def kind_name(kind: EntityKind) -> str:
    """The kind in the language of the interface."""
    return {
        EntityKind.PERSON: translate("Names", "person"),
        EntityKind.ORGANISATION: translate("Names", "organisation"),
        EntityKind.PLACE: translate("Names", "place"),
        EntityKind.OTHER: translate("Names", "other name"),
    }[kind]


class NameDelegate(RowDelegate):
    """The name underlined as in the text, its count, and its other spellings."""

    @property
    def pad(self) -> int:
        return round(self.theme.interface_size * 0.5)

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, Name)
        theme = self.theme
        font, small = theme.interface_font(), theme.interface_font(0.88)
        metrics = QFontMetricsF(font)
        count = str(row.count)
        room = box.width() - QFontMetricsF(small).horizontalAdvance(count) - 12
        words = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        step = font.pixelSize() * 1.45
        others = in_a_row((kind_name(row.kind), *_corrected(row), *row.forms[1:], *row.elsewhere))
        forms = lay_out(others, small, box.width(), 4, line_height=1.4)
        if painter is not None:
            base = box.top() + metrics.ascent()
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            painter.drawText(QPointF(box.left(), base), words)
            role, style = _LINES[row.kind]
            painter.setPen(QPen(theme.colour(role), 2, style, Qt.PenCapStyle.FlatCap))
            under = base + 3
            end = box.left() + metrics.horizontalAdvance(words)
            painter.drawLine(QPointF(box.left(), under), QPointF(end, under))
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(box.right() - metrics.horizontalAdvance(count), base), count)
            forms.draw(painter, box.left(), box.top() + step + 2, theme.colour("muted"))
        return step + 2 + forms.height


class NamesPage(QWidget):
    """The persons, organisations and places of the article."""

    name_chosen = Signal(str)
    """The id of the entity whose next mention is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = NameDelegate(theme)
        self.list = RowList(self._delegate, self.tr("Names in this article"), self)
        self._empty = Placeholder(self)
        self.setFocusProxy(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.list.row_chosen.connect(lambda name: self.name_chosen.emit(name.id))
        self.show_names(())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def show_names(self, names: Sequence[Name], *, ready: bool = True) -> None:
        """Show ``names`` in their order; ``ready`` is false while the article is still read."""
        self.list.show_rows(tuple(names), [self._sentence(name) for name in names])
        self._empty.say(
            self.tr("No names were found in this article.")
            if ready
            else self.tr("The article is being read…")
        )
        self._stack.setCurrentIndex(0 if names else 1)

    def _sentence(self, name: Name) -> str:
        count = self.tr("%n mentions", "", name.count)
        spellings = (*name.forms[1:], *name.elsewhere)
        return ", ".join((name.name, kind_name(name.kind), *_corrected(name), count, *spellings))


def _corrected(name: Name) -> tuple[str, ...]:
    """What is said of a name that a reader corrected."""
    return (translate("Names", "corrected by hand"),) if name.by_hand else ()
