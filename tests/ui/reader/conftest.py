"""A split view on a screen that nobody sees."""

import pytest
from PySide6.QtWidgets import QApplication

from diptych.ui.reader.split import SplitView
from diptych.ui.theme import Theme, load_fonts, load_theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme, with the reading face loaded."""
    load_fonts()
    return load_theme("light")


@pytest.fixture(autouse=True)
def painted_without_errors(caplog):
    """Fail where painting, which goes on whatever happens, wrote an error into the log."""
    yield
    failed = [one.exc_text for one in caplog.get_records("call") if one.name.endswith("painting")]
    assert not failed


@pytest.fixture
def split(qtbot, theme: Theme) -> SplitView:
    """An empty split view of a common size, shown."""
    view = SplitView(theme)
    view.resize(1100, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view
