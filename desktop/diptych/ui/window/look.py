"""Theme and text size, as chosen or as the system has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from diptych.settings import ThemeChoice
from diptych.ui.styling import apply_theme
from diptych.ui.theme import Theme, load_theme

_STEP = 1.1
_SMALLEST, _LARGEST = 0.6, 3.0


class Look(QObject):
    """Holds the theme in force; tells when it or the text size changes."""

    theme_changed = Signal(object)
    """The new `Theme`."""
    scale_changed = Signal(float)
    """How many times its normal size the text has."""

    def __init__(self, choice: ThemeChoice, scale: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice, self.scale = choice, scale
        self.theme: Theme = self._chosen()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self) -> None:
        """Give the application the theme."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, self.theme)

    def choose(self, choice: ThemeChoice) -> None:
        """Use another theme from now on."""
        self.choice = choice
        theme = self._chosen()
        if theme != self.theme:
            self.theme = theme
            self.apply()
            self.theme_changed.emit(theme)

    def next_theme(self) -> None:
        """Use the theme after the one that is chosen, and round again."""
        choices = list(ThemeChoice)
        self.choose(choices[(choices.index(self.choice) + 1) % len(choices)])

    def zoom(self, step: int) -> None:
        """Make the text one step larger or smaller; 0 for its normal size."""
        scale = self.scale * _STEP**step if step else 1.0
        self.set_scale(scale)

    def set_scale(self, scale: float) -> None:
        """Show the text ``scale`` times its normal size, within what can be read."""
        self.scale = round(min(_LARGEST, max(_SMALLEST, scale)), 3)
        self.scale_changed.emit(self.scale)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self.choose(ThemeChoice.SYSTEM)

    def _chosen(self) -> Theme:
        if self.choice is not ThemeChoice.SYSTEM:
            return load_theme(self.choice.value)
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return load_theme("dark" if is_dark else "light")
