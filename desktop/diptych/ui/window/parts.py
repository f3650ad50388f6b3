"""The widgets of the window and where they stand; nothing here knows what they show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from diptych.ui.panels.find import FindBar
from diptych.ui.panels.inspector import Inspector
from diptych.ui.panels.library import LibraryPanel
from diptych.ui.panels.messages import MessageBar
from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.rail import WIDTH as RAIL_WIDTH
from diptych.ui.panels.rail import Rail
from diptych.ui.panels.search import SearchField
from diptych.ui.panels.status import StatusLine
from diptych.ui.panels.topbar import TopBar
from diptych.ui.reader.split import SplitView
from diptych.ui.styling.keycaps import Remapped, key_or_name
from diptych.ui.theme import Theme

WIDE = 1600
"""Pixels from which the library stays open beside two panes."""
INSPECTOR_NEEDS = 1180
"""Pixels under which two panes beside the rail leave no room for the inspector."""
_LIBRARY_WIDTH = 304
_INSPECTOR_WIDTH = 290


class Parts(QWidget):
    """Top bar, messages, library or rail, panes, inspector and status line.

    ``folded`` and ``inspected`` hold what the reader chose; None leaves it to the width.
    """

    arranged = Signal()
    """What is shown beside the panes has changed, or may have."""

    def __init__(self, theme: Theme, split: SplitView) -> None:
        super().__init__()
        self.search = SearchField(theme, self)
        self.top = TopBar(theme, self.search, self)
        self.messages = MessageBar(theme, self)
        self.library = LibraryPanel(theme, self.search, self)
        self.rail = Rail(theme, self)
        self.split = split
        self.finder = FindBar(theme, self)
        self.inspector = Inspector(theme, self)
        self.status = StatusLine(theme, self)
        self.folded: bool | None = None
        self.inspected = True
        self._is_squeezed_in = False
        self._has_choice = True
        self._has_two_panes = False
        self._is_searching = False
        self._nothing = Placeholder(self)
        self._left = QStackedWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.set_keys({})
        self.rail.unfold_requested.connect(lambda: self.fold(folded=False))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.arrange()

    def _lay_out(self) -> None:
        self._left.addWidget(self.library)
        self._left.addWidget(self.rail)
        middle = QWidget(self)
        self._middle = QStackedWidget(middle)
        self._middle.addWidget(self._nothing)
        self._middle.addWidget(self.split)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(self.finder)
        for part in (self._left, middle, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([_LIBRARY_WIDTH, 900, _INSPECTOR_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top, self.messages):
            layout.addWidget(part)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in ``theme``."""
        for part in (
            self.search,
            self.top,
            self.library,
            self.rail,
            self.split,
            self.messages,
            self.inspector,
            self.status,
        ):
            part.set_theme(theme)

    def set_keys(self, remapped: Remapped) -> None:
        """Show the keys that the reader chose wherever keys are shown."""
        for part in (self.top, self.rail, self.status, self.finder, self.inspector):
            part.set_keys(remapped)
        choose = self.tr("Choose an article: {open} opens it, {beside} opens it beside another.")
        self._choose = choose.format(
            open=key_or_name("open_selected", remapped),
            beside=key_or_name("open_in_other_pane", remapped),
        )
        self.set_choice(exists=self._has_choice)

    def set_choice(self, *, exists: bool) -> None:
        """Whether there is an article to choose; where there is none the list says what to do."""
        self._has_choice = exists
        self._nothing.say(self._choose if exists else "")

    def set_articles(self, number: int) -> None:
        """Make room for as many articles; without one, say how to open one."""
        self._middle.setCurrentIndex(1 if number else 0)
        if (number > 1) != self._has_two_panes:
            self._has_two_panes = number > 1
            self.arrange()

    def fold(self, *, folded: bool) -> None:
        """Replace the library by the rail, or bring it back, because the reader said so.

        Who goes back to what the width would have it leaves it to the width again.
        """
        self.folded = None if folded == self._is_narrow else folded
        self.arrange()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Show the list for as long as somebody searches, though the library is folded."""
        within = new is not None and self.library.isAncestorOf(new)
        searching = new is self.search or (self._is_searching and within)
        if new is not None and searching != self._is_searching:
            self._is_searching = searching
            self.arrange()

    def focus_library(self) -> None:
        """Give the keys to the list, or to the rail that stands in its place."""
        if self.is_folded:
            self.rail.setFocus()
        else:
            self.library.focus_list()

    def inspect(self, *, shown: bool) -> None:
        """Show or close the inspector, because the reader said so, be there room or not."""
        self.inspected = self._is_squeezed_in = shown
        self.arrange()

    @property
    def is_typing(self) -> bool:
        """Whether somebody is writing a query, which nothing may take away."""
        return self.search.hasFocus() and self.search.isModified()

    @property
    def is_folded(self) -> bool:
        """Whether the rail stands in the place of the library."""
        return self._left.currentWidget() is self.rail

    def arrange(self) -> None:
        """Give way in the order inspector, library where there is too little room."""
        stays_folded = self._is_narrow if self.folded is None else self.folded
        folded = stays_folded and not self._is_searching
        if folded != self.is_folded:
            self._left.setCurrentWidget(self.rail if folded else self.library)
            width = self.rail.sizeHint().width() if folded else _LIBRARY_WIDTH
            self._left.setMaximumWidth(width if folded else 520)
            self._left.setMinimumWidth(width if folded else 220)
            self._set_left_width(width)
        needed = INSPECTOR_NEEDS + (0 if stays_folded else _LIBRARY_WIDTH - RAIL_WIDTH)
        cramped = self._has_two_panes and self.width() < needed
        self._is_squeezed_in = self._is_squeezed_in and cramped
        self.inspector.setVisible(self.inspected and (self._is_squeezed_in or not cramped))
        self.arranged.emit()

    @property
    def _is_narrow(self) -> bool:
        return self._has_two_panes and self.width() < WIDE

    @property
    def columns(self) -> tuple[int, int, int]:
        """The widths of library or rail, panes and inspector."""
        left, middle, right = self.splitter.sizes()
        return left, middle, right

    def set_columns(self, columns: tuple[int, int, int]) -> None:
        """Give the columns the widths that they were left with, as far as they go."""
        layout = self.layout()
        if any(columns) and layout is not None:
            layout.activate()  # the splitter shares out the room that it has by now
            self.splitter.setSizes(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _set_left_width(self, width: int) -> None:
        left, middle, right = self.splitter.sizes()
        self.splitter.setSizes([width, max(0, middle + left - width), right])
