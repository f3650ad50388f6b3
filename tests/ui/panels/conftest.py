import logging

import pytest

from diptych.ui.styling import apply_theme
from diptych.ui.theme import Theme, load_fonts, load_theme


@pytest.fixture(scope="session")
def fonts(qapp) -> None:
    load_fonts()


@pytest.fixture
def theme(qapp, fonts) -> Theme:
    theme = load_theme("light")
    apply_theme(qapp, theme)
    return theme


@pytest.fixture
def painted(qtbot, caplog):
    """Show a widget, paint all of it, and fail where painting wrote an error into the log."""

    def paint(widget, width=300, height=500):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with caplog.at_level(logging.ERROR), qtbot.waitExposed(widget):
            widget.show()
        picture = widget.grab().toImage()
        assert not [record.message for record in caplog.records if record.levelno >= logging.ERROR]
        return picture

    return paint
