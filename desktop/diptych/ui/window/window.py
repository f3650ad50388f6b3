"""The main window: puts parts, sessions and controllers together, and comes back as it was left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from diptych.settings import Settings, WindowState, creator_name
from diptych.text.spans import Span
from diptych.ui.reader.split import SplitView
from diptych.ui.window.look import Look
from diptych.ui.window.places import hidden_marks, restore_split, show_seen
from diptych.ui.window.sessions import Services, Sessions

if TYPE_CHECKING:
    from diptych.workspace.last_seen import Seen
    from diptych.workspace.workspace import Workspace


class MainWindow(QMainWindow):
    """One library in one window."""

    closed = Signal()
    first_painted = Signal()
    """What was read last is on the screen, or the whole window where there was nothing."""

    def __init__(self, services: Services, settings: Settings, seen: Sequence[Seen] = ()) -> None:
        """``seen`` stands in the panes at once; then the rest waits for `furnish`."""
        super().__init__()
        self._services, self.settings = services, settings
        self.look = Look(settings.theme, settings.text_scale, self)
        self.look.apply()
        self.split = SplitView(self.look.theme, self)
        self._is_furnished = self._is_painted = False
        self.setWindowTitle("Diptych")
        if not self.restoreGeometry(_bytes(settings.window.geometry)):
            self.resize(1440, 900)
        restore_split(self.split, settings)
        if seen and any(settings.window.panes):
            self.split.setGeometry(*settings.window.panes)
            show_seen(self.split, seen)
        else:
            self.furnish()

    def furnish(self) -> None:
        """Put everything else around the panes, unless that is done; they stay as they are."""
        if self._is_furnished:
            return
        from diptych.ui.window import furniture

        self._is_furnished = True
        focused = QApplication.focusWidget()
        self.setUpdatesEnabled(False)
        self.parts = furniture.Parts(self.look.theme, self.split)
        self.messages = furniture.Messages(self.parts.messages, self)
        self.sessions = self._make_sessions()
        self._make_controllers()
        self._make_actions()
        self._connect()
        self._restore()
        self.parts.set_articles(sum(self.split.article(side) is not None for side in (0, 1)))
        self.setCentralWidget(self.parts)
        if self.isVisible():
            # With the size it is about to get: no other one is laid out first.
            self.menuBar().show()
            self.parts.resize(self.width(), self.height() - self.menuBar().sizeHint().height())
        self.parts.set_columns(self.settings.window.columns)
        self.parts.show()
        if focused is not None:
            focused.setFocus()  # what gets another parent loses the keys
        self.setUpdatesEnabled(True)

    def _make_sessions(self) -> Sessions:
        from diptych.ui.window import furniture

        jobs = self._services.jobs
        return Sessions(
            furniture.LibrarySession(jobs, self._services.open_workspace, self),
            furniture.ReadingSession(jobs, self),
            furniture.TaggingSession(jobs, self),
            furniture.StorySession(jobs, self),
        )

    def _make_controllers(self) -> None:
        from diptych.ui.window import furniture

        parts, services, jobs = self.parts, self._services, self._services.jobs
        sessions = self.sessions
        self.lists = furniture.ListController(parts, sessions.library, jobs, self)
        self.reading = furniture.ReadingController(parts, sessions.reading, sessions.library, self)
        self.strips = furniture.TagStrips(parts, self.look.theme)
        self.notes = furniture.NoteController(
            parts, sessions.tagging, self.reading, self.strips, self.messages
        )
        self.tags = furniture.TagController(
            parts, sessions.tagging, self.reading, self.strips, self.notes, self.look, jobs
        )
        self.corrections = furniture.CorrectionController(
            parts, sessions, self.reading, self.strips, jobs
        )
        self.inspecting = furniture.InspectorController(parts, sessions.reading, self.reading, self)
        furniture.show_stories(parts, sessions, self.lists, self.reading, self.inspecting)
        self.finding = furniture.FindController(parts, self.lists, self.reading, jobs)
        self.navigation = furniture.Navigation(self.reading, self)
        self.steps = furniture.StepController(parts, self.lists, self.reading)
        self.reviewing = furniture.ReviewController(parts, sessions.tagging, self.reading)
        furniture.TagNotices(sessions, self.reading, self.messages, self.reviewing.look_at)
        self.status = furniture.StatusController(
            parts, sessions, self.reading, self.tags, self.messages
        )
        self.libraries = furniture.LibraryController(
            sessions, self.lists, self.reading, self.tags, self.navigation, self.messages, services
        )
        self.dialogs = furniture.Dialogs(parts, self.look, self.lists, lambda: self.settings)
        self.commands = furniture.WindowCommands(
            parts,
            sessions,
            self.reading,
            self.finding,
            self.navigation,
            self.look,
            self.dialogs,
        )

    def _make_actions(self) -> None:
        from diptych.ui.window import furniture

        parts = self.parts
        self.actions_made = furniture.Actions(
            {
                furniture.Owner.WINDOW: self.commands,
                furniture.Owner.LIST: parts.library,
                furniture.Owner.READER: furniture.ReaderCommands(parts.split),
                furniture.Owner.TAGS: self.tags,
                furniture.Owner.REVIEW: self.reviewing,
                furniture.Owner.CORRECTIONS: self.corrections,
            },
            {
                furniture.Context.LIST: [parts.library.list],
                furniture.Context.READING: [parts.split],
                furniture.Context.BROWSING: [parts.library.list, parts.split],
                furniture.Context.REVIEWING: [parts.split, parts.inspector.tags.reviews],
            },
            self,
        )
        self.actions_made.fill(self.menuBar())
        self.dialogs.set_actions(self.actions_made)

    def _connect(self) -> None:
        from diptych.ui.window import furniture

        self.split.digit_pressed.connect(lambda digit: self.actions_made.press(str(digit)))
        self.look.theme_changed.connect(self.parts.set_theme)
        self.look.theme_changed.connect(self.strips.set_theme)
        self.look.scale_changed.connect(self.parts.split.set_scale)
        self.parts.split.zoom_wanted.connect(self.look.zoom)
        self.lists.open_wanted.connect(self.reading.open)
        self.inspecting.open_wanted.connect(self._open_passage)
        self.parts.top.command_chosen.connect(self.actions_made.run)
        self.parts.library.action_requested.connect(self.actions_made.run)
        self.parts.inspector.accounts.action_requested.connect(self.actions_made.run)
        self.parts.inspector.tags.reviews.command_chosen.connect(self.actions_made.run)
        self.dialogs.chosen.connect(self.take_settings)
        self.dialogs.article_chosen.connect(lambda path: self.reading.open(path, other=False))
        self.commands.quit_wanted.connect(self.close)
        self.commands.sample_wanted.connect(self.libraries.open_sample)
        self.commands.paste_wanted.connect(self.libraries.paste)
        self.parts.split.level_changed.connect(self.parts.top.set_marks)
        self.commands.sync_changed.connect(lambda _on: self._show_sync())
        self.reading.panes_changed.connect(self._show_sync)
        self.libraries.opened.connect(self._take_title)
        furniture.Availability(self.actions_made, self.sessions, self.reading, self.parts)

    def open(self, folder: Path) -> None:
        """Open the library in ``folder``."""
        self.sessions.library.open(folder)

    def come_forward(self, folder: str) -> None:
        """Show the window, with the library in ``folder`` unless that is empty."""
        if folder:
            self.open(Path(folder))
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def welcome(self) -> None:
        """Open the sample library, and say what it is and how to go on from it."""
        self.libraries.welcome(self.commands.open_library, self.commands.paste_article)

    def take_settings(self, settings: Settings) -> None:
        """Apply what the reader chose, and keep it."""
        self.settings = settings
        self.look.choose(settings.theme)
        self.look.set_scale(settings.text_scale)
        self.parts.split.set_hidden_marks(hidden_marks(settings))
        self.sessions.tagging.sign(creator_name(settings))
        self.actions_made.set_keys(settings.keys)
        self.parts.set_keys(settings.keys)
        self._services.save_settings(settings)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # by then the panes are painted too

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_furnished:
            super().closeEvent(event)
            return
        if not self.libraries.may_close(self.close):
            event.ignore()
            return
        self._keep_state()
        self.sessions.library.close()
        self.closed.emit()
        super().closeEvent(event)

    def _open_passage(self, path: str, span: Span | None) -> None:
        self.reading.open(path, other=True, passage=span)

    def _show_sync(self) -> None:
        both = all(self.parts.split.article(side) is not None for side in (0, 1))
        self.parts.top.set_sync(on=self.commands.sync, enabled=both)

    def _take_title(self, workspace: Workspace) -> None:
        self.setWindowTitle(f"{workspace.root.name} – Diptych")
        self.settings = replace(self.settings, library=str(workspace.root))

    def _restore(self) -> None:
        """Come back as the window was left."""
        state = self.settings.window
        self.parts.folded = state.library_folded
        self.parts.inspected = state.inspector_shown
        self.parts.inspector.show_page(state.inspector_page)
        self.parts.arrange()
        self.parts.top.set_marks(self.split.level)
        self.commands.sync = self.settings.sync
        self.split.set_sync(self.settings.sync)
        self.actions_made["toggle_sync"].setChecked(self.settings.sync)
        self.actions_made.set_keys(self.settings.keys)
        self.parts.set_keys(self.settings.keys)

    def _keep_state(self) -> None:
        panes = QRect(self.split.mapTo(self, QPoint(0, 0)), self.split.size())
        window = WindowState(
            geometry=_text(self.saveGeometry()),
            columns=self.parts.columns,
            panes=(panes.x(), panes.y(), panes.width(), panes.height()),
            library_folded=self.parts.folded,
            inspector_shown=self.parts.inspected,
            inspector_page=self.parts.inspector.page().value,
        )
        self.settings = replace(
            self.settings,
            theme=self.look.choice,
            text_scale=self.look.scale,
            marks=self.parts.split.level.value,
            sync=self.commands.sync,
            window=window,
        )
        self._services.save_settings(self.settings)


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "replace"))
