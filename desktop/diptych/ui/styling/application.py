"""A theme put on the whole application."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from diptych.ui.styling.sheet import style_sheet
from diptych.ui.theme import Theme

BUNDLED_FAMILY = "Inter"
"""The bundled interface face (SIL Open Font License)."""

_PLAIN_FAMILIES = frozenset({"DejaVu Sans", "Bitstream Vera Sans", "FreeSans", "Nimbus Sans"})

_STYLE, _HAS_STYLE = "Fusion", "has_style"


def new_application(arguments: Sequence[str]) -> QApplication:
    """The application, with the style that themes are made for.

    Setting it later gets the old one back from Qt, and PySide then makes QStyle's thousand numbers
    known to Python: 8 ms of every start.
    """
    application = QApplication([*arguments, "-style", _STYLE])
    application.setProperty(_HAS_STYLE, True)
    return application


def interface_family() -> str:
    """The face for everything around the articles: the system's own where that is a good one.

    A bare Linux desktop falls back to a wide face of the nineties; there the bundled one reads
    better. `load_fonts` has to have run.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    found = QFontInfo(system).family()
    if found in _PLAIN_FAMILIES and BUNDLED_FAMILY in QFontDatabase.families():
        return BUNDLED_FAMILY
    return system.family()


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give every widget the theme's style, palette, face and sheet; cheap to call again."""
    if not application.property(_HAS_STYLE):
        application.setStyle(_STYLE)
        application.setProperty(_HAS_STYLE, True)
    font = QFont(QGuiApplication.font())
    font.setFamily(interface_family())
    font.setPixelSize(round(theme.interface_size))
    application.setFont(font)
    application.setPalette(theme.palette())
    application.setStyleSheet(style_sheet(theme))
