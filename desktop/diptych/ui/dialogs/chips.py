"""A few options in one row, all of them in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from diptych.ui.styling.plain import label


class Chips(QWidget):
    """Options as chips: one of them is chosen, or any number where ``several`` may be."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        *,
        columns: int = 5,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``options``, each a value and its label."""
        super().__init__(parent)
        self._values = [value for value, _label in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.setColumnStretch(columns, 1)
        for number, (_value, words) in enumerate(options):
            chip = QToolButton(self)
            chip.setProperty("look", "chip")
            chip.setText(label(words))
            chip.setAccessibleName(f"{name}: {words}")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            grid.addWidget(chip, number // columns, number % columns)

    def choose(self, values: Sequence[str]) -> None:
        """Press the chips of ``values`` and release all others."""
        for number, value in enumerate(self._values):
            self._group.button(number).setChecked(value in values)

    def chosen(self) -> list[str]:
        """The values of the pressed chips, in order."""
        return [
            value
            for number, value in enumerate(self._values)
            if self._group.button(number).isChecked()
        ]
