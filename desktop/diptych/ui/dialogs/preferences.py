"""What a reader may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from diptych.settings import ThemeChoice
from diptych.ui.dialogs.chips import Chips
from diptych.ui.theme import Theme

_SIZES = (80, 90, 100, 110, 125, 150, 200)
_LAST, _SAMPLE = "last", "sample"


@dataclass(frozen=True, slots=True)
class MarkChoice:
    """One kind of mark in the text."""

    name: str
    label: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of the dialog, as they are and as they come back."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    marks: tuple[MarkChoice, ...] = ()
    creator: str = ""
    """The name that tags are signed with; empty for ``login``."""
    login: str = ""
    last_library: str = ""
    """The name of the library that was open last; empty where there was none."""
    starts_with_sample: bool = False


def sizes(present: float) -> list[tuple[str, str]]:
    """The sizes of the text that are offered, in per cent; the ``present`` one is among them."""
    found = sorted({*_SIZES, round(present * 100)})
    return [(str(size), f"{size} %") for size in found]


class PreferencesDialog(QDialog):
    """A form; what is changed in it comes back by `chosen` when it is closed with OK."""

    chosen = Signal(object)
    """The new `Preferences`; not sent where nothing was changed."""

    def __init__(
        self, preferences: Preferences, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before, self._unit = preferences, theme.interface_size
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self._theme = Chips(self.tr("Theme"), self._themes(), parent=self)
        self._size = Chips(
            self.tr("Text size"), sizes(preferences.text_scale), columns=8, parent=self
        )
        marks = [(mark.name, mark.label) for mark in preferences.marks]
        self._marks = Chips(
            self.tr("Marks in the text"), marks, columns=4, several=True, parent=self
        )
        self._creator = QLineEdit(self)
        self._start = Chips(self.tr("At the start"), self._starts(), parent=self)
        self._fill()
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(round(self._unit * 46), super().sizeHint().height())

    def preferences(self) -> Preferences:
        """What the form says now."""
        shown = self._marks.chosen()
        return replace(
            self._before,
            theme=ThemeChoice(self._theme.chosen()[0]),
            text_scale=int(self._size.chosen()[0]) / 100,
            marks=tuple(replace(mark, shown=mark.name in shown) for mark in self._before.marks),
            creator=self._creator.text().strip(),
            starts_with_sample=self._start.chosen() == [_SAMPLE],
        )

    def accept(self) -> None:
        super().accept()
        if self.preferences() != self._before:
            self.chosen.emit(self.preferences())

    def _themes(self) -> list[tuple[str, str]]:
        return [
            (ThemeChoice.SYSTEM, self.tr("As the system")),
            (ThemeChoice.LIGHT, self.tr("Light")),
            (ThemeChoice.DARK, self.tr("Dark")),
            (ThemeChoice.CONTRAST, self.tr("High contrast")),
        ]

    def _starts(self) -> list[tuple[str, str]]:
        last = self.tr("the library of last time")
        if self._before.last_library:
            last = f"{last} ({self._before.last_library})"
        return [(_LAST, last), (_SAMPLE, self.tr("the sample library"))]

    def _fill(self) -> None:
        before = self._before
        self._theme.choose([before.theme])
        self._size.choose([str(round(before.text_scale * 100))])
        self._marks.choose([mark.name for mark in before.marks if mark.shown])
        self._creator.setText(before.creator)
        self._creator.setPlaceholderText(before.login)
        self._start.choose([_SAMPLE if before.starts_with_sample else _LAST])

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Theme"), self._theme)
        form.addRow(self.tr("Text size"), self._size)
        if self._before.marks:
            form.addRow(self.tr("Marks in the text"), self._marks)
        form.addRow(self.tr("&Name on your tags"), self._creator)
        form.addRow(self.tr("At the start, open"), self._start)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
