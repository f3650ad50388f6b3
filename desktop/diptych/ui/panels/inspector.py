"""The inspector at the right: what is known about the passage under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.accounts import AccountsPage
from diptych.ui.panels.names import NamesPage
from diptych.ui.panels.notes import NotesPage
from diptych.ui.panels.numbers import NumbersPage
from diptych.ui.panels.quote import QuotePage
from diptych.ui.panels.tag_palette import TagPalette
from diptych.ui.panels.tags import TagsPage
from diptych.ui.styling.keycaps import Remapped, key_or_name
from diptych.ui.theme import Theme


class Page(StrEnum):
    """The inspector's pages, by the names under which the window's state is kept."""

    ACCOUNTS = "accounts"
    QUOTE = "quote"
    NAMES = "names"
    NUMBERS = "numbers"
    TAGS = "tags"
    NOTES = "notes"


class Inspector(QWidget):
    """Tabs, the tag palette, and one page; the pages are used directly."""

    palette_tag_clicked = Signal(str)
    palette_nothing_clicked = Signal()
    page_changed = Signal(str)
    """The name of the page that is shown now, see `Page`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accounts = AccountsPage(theme, self)
        self.quote = QuotePage(theme, self)
        self.names = NamesPage(theme, self)
        self.numbers = NumbersPage(theme, self)
        self.tags = TagsPage(theme, self)
        self.notes = NotesPage(theme, self)
        self._pages: dict[Page, QWidget] = {
            Page.ACCOUNTS: self.accounts,
            Page.QUOTE: self.quote,
            Page.NAMES: self.names,
            Page.NUMBERS: self.numbers,
            Page.TAGS: self.tags,
            Page.NOTES: self.notes,
        }
        self._palette = TagPalette(theme, self)
        self._tabs = QTabBar(self)
        self._pinned = QLabel(self)
        self._stack = QStackedLayout()
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Inspector"))
        self._lay_out()
        self.set_keys({})
        self._tabs.currentChanged.connect(self._turn_to)
        self._palette.tag_clicked.connect(self.palette_tag_clicked)
        self._palette.nothing_clicked.connect(self.palette_nothing_clicked)

    def _lay_out(self) -> None:
        titles = {
            Page.ACCOUNTS: self.tr("Accounts"),
            Page.QUOTE: self.tr("Quote"),
            Page.NAMES: self.tr("Names"),
            Page.NUMBERS: self.tr("Numbers"),
            Page.TAGS: self.tr("Tags"),
            Page.NOTES: self.tr("Notes"),
        }
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(self.tr("Pages of the inspector"))
        for page, widget in self._pages.items():
            self._tabs.addTab(titles[page])
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._pinned.setProperty("look", "small")
        self._pinned.setContentsMargins(12, 4, 12, 4)
        self._pinned.hide()
        for part in (self._tabs, self._line(), self._palette, self._line(), self._pinned):
            layout.addWidget(part)
        layout.addLayout(self._stack, 1)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        return line

    def sizeHint(self) -> QSize:
        return QSize(290, 600)

    def minimumSizeHint(self) -> QSize:
        # All tabs, as long as their titles are in the language of the interface.
        return QSize(min(max(220, self._tabs.sizeHint().width()), 360), 200)

    def set_theme(self, theme: Theme) -> None:
        self._palette.set_theme(theme)
        pages = (self.accounts, self.quote, self.names, self.numbers, self.tags, self.notes)
        for page in pages:
            page.set_theme(theme)

    def set_palette(self, tags: Sequence[Tag]) -> None:
        """Show the tags of the codebook that have a digit."""
        self._palette.set_tags(tags)

    def page(self) -> Page:
        """The page that is shown."""
        return list(self._pages)[self._tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Turn to the page of that name; another name, as of an older version, changes nothing."""
        if name in list(Page):
            self._tabs.setCurrentIndex(list(self._pages).index(Page(name)))

    def set_keys(self, remapped: Remapped) -> None:
        """Name the keys that the reader chose."""
        pinned = self.tr("Pinned. {key} lets it follow the cursor again.")
        self._pinned.setText(pinned.format(key=key_or_name("pin_inspector", remapped)))
        self.quote.set_keys(remapped)
        self.tags.set_keys(remapped)

    def set_pinned(self, *, pinned: bool) -> None:
        """Say whether the pages stay as they are while the cursor moves."""
        self._pinned.setVisible(pinned)

    def focus_page(self) -> None:
        """Give the shown page the keys; its tab, where the page has nothing to take them."""
        page = self._pages[self.page()]
        page.setFocus()
        if not any(part.hasFocus() for part in (page, *page.findChildren(QWidget))):
            self._tabs.setFocus()

    def _turn_to(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.page_changed.emit(self.page().value)
