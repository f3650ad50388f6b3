"""The list at the left: what it shows, and what is opened from it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from diptych.model.listing import Order
from diptych.ui.jobs import Jobs
from diptych.ui.panels.rows import ArticleRow, ListRow, StoryRow
from diptych.ui.session.library import LibrarySession, Wish
from diptych.ui.window.messages import sentence
from diptych.ui.window.parts import Parts
from diptych.ui.window.story_words import accounts_of
from diptych.workspace.listing import Listing, StoryGroup
from diptych.workspace.workspace import Workspace

_LARGE = 2_000
"""Articles of a library from which on nobody looks for garbage in its list while one types."""


class ListController(QObject):
    """Joins the library's list, search field and rail with the open library."""

    open_wanted = Signal(str, bool)
    """A path, and whether it is wanted in the other pane."""
    star_wanted = Signal(str)
    listed = Signal(object)
    """The `Listing` that is shown now."""

    def __init__(self, parts: Parts, session: LibrarySession, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._session, self._jobs = parts, session, jobs
        self._order = Order.DATE
        self._listing: Listing | None = None
        self._groups: tuple[StoryGroup, ...] = ()
        self._group_of: dict[str, StoryGroup] = {}
        self._awaited = ""
        self._details: dict[str, str] = {}
        self._derived: dict[str, str] = {}
        panel = parts.library
        panel.query_changed.connect(self._show)
        panel.query_submitted.connect(self._open_first)
        panel.order_changed.connect(self._sort)
        panel.open_requested.connect(self.open_wanted)
        panel.done_toggled.connect(self.toggle_done)
        panel.star_toggled.connect(self.star_wanted)
        parts.rail.opened.connect(self.open_wanted)
        session.listed.connect(self._take)
        session.opened.connect(self._begin)

    @property
    def listing(self) -> Listing | None:
        """What the list shows; None before a library is open."""
        return self._listing

    @property
    def query(self) -> str:
        """What the library is searched for; empty where the list shows everything."""
        return self._parts.library.query()

    @property
    def groups(self) -> tuple[StoryGroup, ...]:
        """The whole library by story, whatever the list shows."""
        return self._groups

    def group_of(self, path: str) -> StoryGroup | None:
        """The story of ``path``, as the library groups it whatever the list shows."""
        return self._group_of.get(path)

    def story_of(self, path: str) -> tuple[str, ...]:
        """The accounts of the story of ``path``, in the order of the list."""
        group = self.group_of(path)
        return tuple(entry.path for entry in group.entries) if group else (path,)

    def after(self, path: str) -> str:
        """The article after ``path`` in the list; empty at its end."""
        rows = [
            row.entry.path
            for row in self._parts.library.list.rows()
            if isinstance(row, ArticleRow) and not row.entry.problem
        ]
        following = rows[rows.index(path) + 1 :] if path in rows else rows
        return following[0] if following else ""

    def focus(self) -> None:
        """Give the list the keys: nothing is open that could have them."""
        if not self._parts.search.text():
            self._parts.focus_library()

    def toggle_done(self, path: str) -> None:
        """Mark an article as done, or as to do again."""
        self._set_done(path, done=path not in self._done())

    def mark_done(self, path: str) -> None:
        """Mark an article as done."""
        self._set_done(path, done=True)

    def open_when_listed(self, path: str) -> None:
        """Open an article as soon as it is in the list."""
        self._awaited = path
        self._session.list_again()

    def tell_story(self, accounts: Iterable[str], detail: str, derived: Mapping[str, str]) -> None:
        """Show what is known by now of the story of ``accounts``, and where each comes from."""
        details = dict.fromkeys(accounts, detail)
        if details.items() <= self._details.items() and derived.items() <= self._derived.items():
            return
        self._details |= details
        self._derived |= derived
        self.renew()

    def renew(self) -> None:
        """Show the rows again, after stars, tags or what is done have changed."""
        self._session.list_again()

    def _begin(self, _workspace: Workspace) -> None:
        self._listing = None
        self._groups, self._group_of = (), {}
        self._details, self._derived = {}, {}
        if self._parts.is_typing:
            self._show(self._parts.library.query())
        else:
            # What was searched for last would hide most of the library that is opened now.
            self._parts.library.set_query("")

    def _show(self, query: str) -> None:
        order = self._order
        if query.strip() and order is Order.DATE:
            order = Order.RELEVANCE
        self._session.show(Wish(query, order))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._show(self._parts.library.query())

    def _open_first(self, _query: str) -> None:
        """Enter in the search field: read the best hit."""
        listing = self._listing
        if listing is not None and listing.hits:
            self.open_wanted.emit(listing.hits[0][0].path, False)

    def _take(self, listing: Listing) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        done, starred, derived = self._done(), workspace.starred, self._derived
        self._jobs.start(
            "rows",
            lambda: (
                rows_of(listing, done, starred, self._detail, derived),
                _group_of_each(listing),
            ),
            lambda made: self._show_rows(listing, *made),
        )

    def _show_rows(
        self, listing: Listing, rows: list[ListRow], group_of: dict[str, StoryGroup]
    ) -> None:
        is_new = self._listing is None or listing.query != self._listing.query
        self._listing = listing
        if listing.groups and listing.groups is not self._groups:
            self._groups, self._group_of = listing.groups, group_of
            if listing.total >= _LARGE:
                gc.freeze()
        panel = self._parts.library
        panel.show_rows(rows)
        if is_new and listing.query.strip():
            panel.select_first()
        self._parts.set_choice(exists=bool(rows) or bool(listing.query.strip()))
        panel.show_facets(listing.facets)
        panel.set_order(listing.order)
        panel.show_notice(sentence(listing.notice) if listing.notice else "")
        self.listed.emit(listing)
        if self._awaited and panel.select_path(self._awaited):
            self.open_wanted.emit(self._awaited, False)
            self._awaited = ""

    def _detail(self, group: StoryGroup) -> str:
        """What a story's heading says under its title."""
        known = self._details.get(group.entries[0].path, "")
        return known or accounts_of(len(group.entries))

    def _done(self) -> frozenset[str]:
        workspace = self._session.workspace
        return workspace.personal.state.done if workspace else frozenset()

    def _set_done(self, path: str, *, done: bool) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            workspace.personal.update(lambda state: state.with_done(path, done=done))
            self._jobs.change(workspace.personal.save, lambda _: None)
            self.renew()


def _group_of_each(listing: Listing) -> dict[str, StoryGroup]:
    """The story of every article by its path."""
    return {entry.path: group for group in listing.groups for entry in group.entries}


def rows_of(
    listing: Listing,
    done: frozenset[str],
    starred: frozenset[str],
    detail_of: Callable[[StoryGroup], str],
    derived: Mapping[str, str],
) -> list[ListRow]:
    """The rows of the list: stories with their accounts, or hits with their snippets."""
    if listing.query.strip():
        return [
            ArticleRow(
                entry,
                hit.snippets[0] if hit.snippets else None,
                entry.path in starred,
                entry.path in done,
                derived.get(entry.path, ""),
            )
            for entry, hit in listing.hits
        ]
    rows: list[ListRow] = []
    for group in listing.groups:
        if group.is_story:
            rows.append(StoryRow(group.title, detail_of(group)))
        rows.extend(
            ArticleRow(
                entry,
                None,
                entry.path in starred,
                entry.path in done,
                derived.get(entry.path, ""),
            )
            for entry in group.entries
        )
    return rows
