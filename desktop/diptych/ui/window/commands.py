"""The commands that belong to the window as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from diptych.ui.window.dialogs import Dialogs
from diptych.ui.window.finding import FindController
from diptych.ui.window.look import Look
from diptych.ui.window.navigation import Navigation
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Sessions


class WindowCommands(QObject):
    """One method for each row of the table that the window owns."""

    quit_wanted = Signal()
    sync_changed = Signal(bool)
    sample_wanted = Signal()
    paste_wanted = Signal(str, str)
    """Plain text and HTML of the clipboard."""

    def __init__(
        self,
        parts: Parts,
        sessions: Sessions,
        reading: ReadingController,
        finding: FindController,
        navigation: Navigation,
        look: Look,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(parts)
        self._parts, self._library, self._tagging = parts, sessions.library, sessions.tagging
        self._reading, self._finding, self._navigation = reading, finding, navigation
        self._look, self._dialogs = look, dialogs
        self.sync = True

    # Library

    def open_library(self) -> None:
        workspace = self._library.workspace
        start = str(workspace.root) if workspace else str(Path.home())
        folder = QFileDialog.getExistingDirectory(
            self._parts.window(), self.tr("Open a folder of articles"), start
        )
        if folder:
            self._library.open(Path(folder))

    def open_sample(self) -> None:
        self.sample_wanted.emit()

    def paste_article(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        self.paste_wanted.emit(data.text(), data.html() if data.hasHtml() else "")

    def search_library(self) -> None:
        self._parts.library.focus_search()

    def search_from_text(self) -> None:
        self._parts.library.focus_search()

    def rebuild_index(self) -> None:
        self._library.rebuild()

    def show_preferences(self) -> None:
        self._dialogs.show_preferences()

    def change_keys(self) -> None:
        self._dialogs.change_keys()

    def quit(self) -> None:
        self.quit_wanted.emit()

    # Edit

    def undo(self) -> None:
        self._tagging.undo()

    def redo(self) -> None:
        self._tagging.redo()

    def find_here(self) -> None:
        self._finding.begin()

    def find_next(self) -> None:
        self._finding.step(1)

    def find_previous(self) -> None:
        self._finding.step(-1)

    # Go

    def go_back(self) -> None:
        self._navigation.back()

    def go_forward(self) -> None:
        self._navigation.forward()

    def next_region(self) -> None:
        self._step_region(1)

    def previous_region(self) -> None:
        self._step_region(-1)

    def back_to_text(self) -> None:
        """Give the text the keys, at the same place; what is open beside it closes."""
        if self._parts.finder.isVisible():
            self._parts.finder.close_bar()
        if self._reading.article() is not None:
            self._parts.split.focus_side(self._parts.split.focused_side)
        else:
            self._parts.focus_library()

    def _step_region(self, step: int) -> None:
        regions = self._regions()
        current = next(
            (number for number, (widget, _) in enumerate(regions) if _has_focus(widget)), 0
        )
        regions[(current + step) % len(regions)][1]()

    def _regions(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """The regions of the window that are shown, each with what gives it the keys."""
        parts = self._parts
        regions: list[tuple[QWidget, Callable[[], object]]] = [
            (parts.search, parts.library.focus_search),
            (parts.rail if parts.is_folded else parts.library, parts.focus_library),
        ]
        for side, pane in enumerate(parts.split.pane_widgets()):
            if parts.split.article(side) is not None:
                regions.append((pane, partial(parts.split.focus_side, side)))
        if parts.inspector.isVisible():
            regions.append((parts.inspector, parts.inspector.focus_page))
        return regions

    # View

    def toggle_sync(self) -> None:
        self.sync = not self.sync
        self._parts.split.set_sync(self.sync)
        self.sync_changed.emit(self.sync)

    def swap_panes(self) -> None:
        self._reading.swap()

    def close_pane(self) -> None:
        self._reading.close()

    def toggle_library(self) -> None:
        folding = not self._parts.is_folded
        if folding:
            self.back_to_text()  # before the list is hidden: Qt would give its keys to any widget
        self._parts.fold(folded=folding)
        if not folding or self._reading.article() is None:
            self._parts.focus_library()

    def toggle_inspector(self) -> None:
        if _has_focus(self._parts.inspector):
            self.back_to_text()
        self._parts.inspect(shown=self._parts.inspector.isHidden())

    def zoom_in(self) -> None:
        self._look.zoom(1)

    def zoom_out(self) -> None:
        self._look.zoom(-1)

    def zoom_reset(self) -> None:
        self._look.zoom(0)

    def next_theme(self) -> None:
        self._look.next_theme()

    # Help

    def show_palette(self) -> None:
        self._dialogs.show_palette()

    def show_keys(self) -> None:
        self._dialogs.show_keys()

    def show_help(self) -> None:
        self._dialogs.show_help()

    def show_about(self) -> None:
        self._dialogs.show_about()


def _has_focus(widget: QWidget) -> bool:
    focused = QGuiApplication.focusObject()
    return isinstance(focused, QWidget) and (
        focused is widget or widget.isAncestorOf(focused) or widget.focusProxy() is focused
    )
