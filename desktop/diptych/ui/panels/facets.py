"""The values that the articles found share, as chips to narrow the search by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from diptych.model.listing import Facet
from diptych.ui.panels.flow import FlowLayout
from diptych.ui.styling.dates import shown_month
from diptych.ui.styling.plain import label, tip

FEW = 6
"""How many chips are shown until all are asked for."""

_FIELD_TERMS = {"outlet": "outlet", "month": "date", "tag": "tag"}


def facet_term(field: str, value: str) -> str:
    """The part of a query that keeps to the articles with ``value``: ``outlet:"Harbour Mail"``."""
    plain = value.replace('"', "")
    words = plain if plain.replace("-", "").isalnum() else f'"{plain}"'
    return f"{_FIELD_TERMS.get(field, field)}:{words}"


def has_term(query: str, term: str) -> bool:
    """Whether ``term`` stands in ``query`` as a whole."""
    return f" {term} " in f" {query} "


def toggled(query: str, term: str) -> str:
    """``query`` without ``term`` where it stands there, else with it at its end."""
    if has_term(query, term):
        return " ".join(f" {query} ".replace(f" {term} ", " ", 1).split())
    return f"{query.strip()} {term}".strip()


class FacetBar(QWidget):
    """Chips with counts; those in force come first and are always shown."""

    facet_toggled = Signal(str, str)
    """Field and value of the chip that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = FlowLayout(self, gap=5)
        self._facets: tuple[Facet, ...] = ()
        self._query = ""
        self._all = False
        self.setAccessibleName(self.tr("Narrow the search"))
        self.hide()

    def show_facets(self, facets: Sequence[Facet], query: str) -> None:
        """Show ``facets`` by field and count; those named in ``query`` are pressed."""
        if (tuple(facets), query) == (self._facets, self._query):
            return
        self._facets, self._query = tuple(facets), query
        self._fill()

    def _fill(self) -> None:
        focused = self._focused()
        chosen = [facet for facet in self._facets if self._in_force(facet)]
        others = [facet for facet in self._facets if not self._in_force(facet)]
        room = len(others) if self._all else max(0, FEW - len(chosen))
        with self._layout.filled_anew():
            for facet in [*chosen, *(others if self._all else _first_of_each(others, room))]:
                chip = self._chip(facet)
                if (facet.field, facet.value) == focused:
                    chip.setFocus()
            if len(self._facets) > max(FEW, len(chosen)):
                self._add_more()
        self.setVisible(bool(self._facets))
        self.updateGeometry()

    def _in_force(self, facet: Facet) -> bool:
        return has_term(self._query, facet_term(facet.field, facet.value))

    def _focused(self) -> tuple[str, str] | None:
        chip = self.focusWidget()
        if not isinstance(chip, QToolButton) or not chip.hasFocus():
            return None
        return chip.property("field"), chip.property("value")

    def _chip(self, facet: Facet) -> QToolButton:
        value = shown_month(facet.value) if facet.field == "month" else facet.value
        chip = QToolButton(self)
        chip.setProperty("look", "chip")
        chip.setProperty("field", facet.field)
        chip.setProperty("value", facet.value)
        chip.setText(f"{label(value)}  {self.locale().toString(facet.count)}")
        chip.setCheckable(True)
        chip.setChecked(self._in_force(facet))
        chip.setToolTip(tip(facet_term(facet.field, facet.value)))
        chip.setAccessibleName(f"{self._field_name(facet.field)}: {value}, {facet.count}")
        chip.clicked.connect(lambda: self.facet_toggled.emit(facet.field, facet.value))
        self._layout.addWidget(chip)
        chip.show()
        return chip

    def _field_name(self, field: str) -> str:
        names = {"outlet": self.tr("Outlet"), "month": self.tr("Month"), "tag": self.tr("Tag")}
        return names.get(field, field)

    def _add_more(self) -> None:
        more = QToolButton(self)
        more.setProperty("look", "link")
        more.setText(self.tr("fewer") if self._all else self.tr("more…"))
        more.clicked.connect(self._toggle_all)
        self._layout.addWidget(more)
        more.show()

    def _toggle_all(self) -> None:
        self._all = not self._all
        self._fill()


def _first_of_each(facets: Sequence[Facet], room: int) -> list[Facet]:
    """``room`` facets, each field having its fair share, in the order they came in."""
    fields = list(dict.fromkeys(facet.field for facet in facets))
    ranked = {field: [f for f in facets if f.field == field] for field in fields}
    taken: set[Facet] = set()
    depth = 0
    while len(taken) < min(room, len(facets)):
        for field in fields:
            if depth < len(ranked[field]) and len(taken) < room:
                taken.add(ranked[field][depth])
        depth += 1
    return [facet for facet in facets if facet in taken]
