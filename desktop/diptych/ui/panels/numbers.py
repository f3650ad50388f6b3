"""The inspector's page for the numbers at the cursor, as every account of the story gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.panels.values import GivenValue, ShownFigure
from diptych.ui.styling.plain import in_a_row
from diptych.ui.theme import Theme

Row = ShownFigure | GivenValue


class NumberDelegate(RowDelegate):
    """What is counted and how the accounts compare, then each account's value."""

    def ground(self, row: object) -> QColor | None:
        tinted = isinstance(row, GivenValue) and row.is_reference
        return self.theme.colour("accent_tint") if tinted else None

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        theme, width = self.theme, box.width()
        small = theme.interface_font(0.88)
        if isinstance(row, ShownFigure):
            role = "quantity" if row.differs else "muted"
            lines = [
                (lay_out(row.what, theme.interface_font(bold=True), width, 2), "text"),
                (lay_out(row.relation, small, width, 2, line_height=1.4), role),
            ]
        else:
            assert isinstance(row, GivenValue)
            about = in_a_row((row.outlet, row.given_by))
            lines = [
                (lay_out(row.words, theme.reading_font(0.9), width, 2), "text"),
                (lay_out(about, small, width, 2, line_height=1.4), "muted"),
            ]
        top = box.top()
        for line, colour in lines:
            if painter is not None:
                line.draw(painter, box.left(), top, theme.colour(colour))
            top += line.height
        return top - box.top()


class NumbersPage(QWidget):
    """Each number with its values; a value's row leads to where it stands."""

    passage_requested = Signal(str, object)
    """The path of an article and the span of the number there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = NumberDelegate(theme)
        self._about = QLabel(self)
        self._about.setProperty("look", "small")
        self._about.setContentsMargins(12, 8, 12, 4)
        self._about.setWordWrap(True)
        self.list = RowList(self._delegate, self.tr("Numbers in every account"), self)
        self._empty = Placeholder(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self.setFocusProxy(self.list)
        self.list.row_chosen.connect(self._choose)
        self.show_figures(())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def show_figures(self, figures: Sequence[ShownFigure], *, of_story: bool = False) -> None:
        """Show the numbers at the cursor; with ``of_story`` those of the whole story instead."""
        rows = list(_rows(figures))
        self.list.show_rows(rows, [self._sentence(row) for row in rows])
        self._about.setText(self.tr("In the whole story") if of_story else "")
        self._about.setVisible(of_story and bool(rows))
        self._empty.say(
            self.tr("No number of this story stands in several accounts, or none is compared yet.")
        )
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _sentence(self, row: Row) -> str:
        if isinstance(row, ShownFigure):
            return f"{row.what}: {row.relation}"
        return ", ".join(filter(None, (row.outlet, row.words, row.given_by)))

    def _choose(self, row: Row) -> None:
        if isinstance(row, ShownFigure):
            row = row.values[0]
        self.passage_requested.emit(row.path, row.span)


def _rows(figures: Sequence[ShownFigure]) -> Iterator[Row]:
    for figure in figures:
        yield figure
        yield from figure.values
