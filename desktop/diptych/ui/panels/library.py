"""The library at the left of the window: what narrows it, and the list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from diptych.model.listing import Facet, Order
from diptych.ui.panels.facets import FacetBar, facet_term, toggled
from diptych.ui.panels.library_list import LibraryList
from diptych.ui.panels.order import OrderButton
from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.rows import ArticleRow, ListRow
from diptych.ui.panels.search import SearchField
from diptych.ui.theme import Theme


class LibraryPanel(QWidget):
    """Facets, order and list of what the search field asks for.

    The field itself stands in the top bar, over this panel and over the rail that replaces it;
    there is only the one. A pressed chip is written into the query, so that the query always says
    what is shown.
    """

    query_changed = Signal(str)
    """With every letter."""
    query_submitted = Signal(str)
    open_requested = Signal(str, bool)
    """The path of an article, and whether it is wanted in the other pane."""
    order_changed = Signal(Order)
    done_toggled = Signal(str)
    star_toggled = Signal(str)
    selection_moved = Signal(str)
    action_requested = Signal(str)
    """``open_library``, ``paste_article`` or ``open_sample``."""
    facet_toggled = Signal(str, str)
    """After `query_changed`, which says what is to be done."""

    def __init__(self, theme: Theme, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._facets = FacetBar(self)
        self._order = OrderButton(self)
        self._count = QLabel(self)
        self._notice = QLabel(self)
        self._progress = QProgressBar(self)
        self.list = LibraryList(theme, self)
        self._empty = Placeholder(self)
        self._reading = self._is_awaited = False
        self._shown_facets: tuple[Facet, ...] = ()
        self.setProperty("look", "panel")
        self.setAccessibleName(self.tr("Library"))
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self._show_state()

    def _lay_out(self) -> None:
        self._count.setProperty("look", "small")
        self._notice.setProperty("look", "small")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self._notice.hide()
        self._progress.setTextVisible(False)
        self._progress.hide()
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        heading = QHBoxLayout()
        heading.addWidget(self._count, 1)
        heading.addWidget(self._order)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 6, 2)
        top.setSpacing(4)
        for widget in (self._facets, self._notice, self._progress):
            top.addWidget(widget)
        top.addLayout(heading)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(line)
        layout.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self.query_changed)
        self._search.returnPressed.connect(lambda: self.query_submitted.emit(self.query()))
        self._search.list_wanted.connect(self._enter_list)
        self._facets.facet_toggled.connect(self._toggle_facet)
        self._order.order_changed.connect(self.order_changed)
        self.list.open_requested.connect(self.open_requested)
        self.list.selection_moved.connect(self.selection_moved)
        self._empty.action_requested.connect(self._act)

    def sizeHint(self) -> QSize:
        return QSize(304, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    # What is shown.

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Replace the list; selection and place on screen are kept where the articles are."""
        self.list.show_rows(rows)
        self._show_state()

    def show_facets(self, facets: Sequence[Facet]) -> None:
        """Offer ``facets`` to narrow the search; those that the query names are pressed."""
        self._shown_facets = tuple(facets)
        self._facets.show_facets(facets, self.query())

    def show_notice(self, text: str) -> None:
        """Say how the query was understood; nothing takes the sentence away."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def set_query(self, text: str) -> None:
        """Write ``text`` into the search field, as if it had been typed."""
        if text != self._search.text():
            self._search.setText(text)

    def query(self) -> str:
        """What the search field holds."""
        return self._search.text()

    def set_order(self, order: Order) -> None:
        """Show ``order`` as the one in force."""
        self._order.set_order(order)

    def select_path(self, path: str) -> bool:
        """Select an article and bring it on screen; False where it is not in the list."""
        return self.list.select_path(path)

    def select_first(self) -> None:
        """Select the first article of the list: what answers a new query best."""
        self.list.select_first()

    def selected_path(self) -> str:
        """The selected article; empty where there is none."""
        return self.list.selected_path()

    def set_open_paths(self, paths: Collection[str]) -> None:
        """Mark the articles that are open in a pane."""
        self.list.set_open_paths(paths)

    def set_progress(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` files were read; the bar goes when all are."""
        self._reading = done < total
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress.setVisible(self._reading)
        self._show_state()

    def focus_search(self) -> None:
        """Put the cursor into the search field, its words selected."""
        self._search.setFocus()
        self._search.selectAll()

    def focus_list(self) -> None:
        """Give the list the keys; while it is empty, what can be done, else the search field.

        The list is never given them while it is hidden: Qt would hand them over whenever it is
        shown, out of the hands of somebody who types by then.
        """
        self._is_awaited = self._stack.currentWidget() is not self.list
        if not self._is_awaited:
            self.list.setFocus()
        elif not self._empty.focus_action():
            self._search.setFocus()

    # The commands of the list (see `diptych.ui.commands`).

    def select_next(self) -> None:
        self.list.move(1)

    def select_previous(self) -> None:
        self.list.move(-1)

    def open_selected(self) -> None:
        self._open(other_pane=False)

    def open_in_other_pane(self) -> None:
        self._open(other_pane=True)

    def mark_done(self) -> None:
        """Mark the selected article as done, or as not, and go on to the next one."""
        if path := self.selected_path():
            self.list.move(1)
            self.done_toggled.emit(path)

    def toggle_star(self) -> None:
        if path := self.selected_path():
            self.star_toggled.emit(path)

    def _open(self, *, other_pane: bool) -> None:
        if path := self.selected_path():
            self.open_requested.emit(path, other_pane)

    def _enter_list(self) -> None:
        if not self.selected_path():
            self.list.move(1)
        self.list.setFocus()

    def _toggle_facet(self, field: str, value: str) -> None:
        self.set_query(toggled(self.query(), facet_term(field, value)))
        self._facets.show_facets(self._shown_facets, self.query())
        self.facet_toggled.emit(field, value)

    def _act(self, name: str) -> None:
        if name == "clear_search":
            self._search.clear()
            self.focus_search()
        else:
            self.action_requested.emit(name)

    def _show_state(self) -> None:
        rows = self.list.rows()
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        if rows and self._is_awaited:
            self._is_awaited = False
            if self._search.hasFocus() and not self.query():
                self.list.setFocus()
        files = [row.entry for row in rows if isinstance(row, ArticleRow)]
        broken = sum(bool(entry.problem) for entry in files)
        words = [self.tr("%n articles", "", len(files) - broken)]
        words += [self.tr("%n unreadable", "", broken)] if broken else []
        self._count.setText(" · ".join(words))
        if self.query().strip():
            sentence = self.tr("No article matches “{query}”.").format(query=self.query().strip())
            self._empty.say(sentence, [("clear_search", self.tr("Show all articles"))])
        elif self._reading:
            self._empty.say(self.tr("Reading the folder…"))
        else:
            self._empty.say(
                self.tr("There are no articles here yet."),
                [
                    ("open_library", self.tr("Open a folder…")),
                    ("paste_article", self.tr("Paste an article")),
                ],
            )
