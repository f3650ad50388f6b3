"""The main window: puts parts, sessions and controllers together, and comes back as it was left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from diptych.settings import Settings, WindowState, creator_name
from diptych.text.spans import Span
from diptych.ui.actions import Actions
from diptych.ui.commands import Context, Owner
from diptych.ui.reader.marks import MarkKind, MarkLevel
from diptych.ui.reader.reader_commands import ReaderCommands
from diptych.ui.session.library import LibrarySession
from diptych.ui.session.reading import ReadingSession
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.window.availability import Availability
from diptych.ui.window.commands import WindowCommands
from diptych.ui.window.dialogs import Dialogs
from diptych.ui.window.finding import FindController
from diptych.ui.window.inspecting import InspectorController
from diptych.ui.window.libraries import LibraryController
from diptych.ui.window.lists import ListController
from diptych.ui.window.look import Look
from diptych.ui.window.messages import Messages
from diptych.ui.window.navigation import Navigation
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.relating import RelatingController
from diptych.ui.window.sessions import Services, Sessions
from diptych.ui.window.status import StatusController
from diptych.ui.window.steps import StepController
from diptych.ui.window.tag_notices import TagNotices
from diptych.ui.window.tag_strips import TagStrips
from diptych.ui.window.tags import TagController
from diptych.workspace.workspace import Workspace


class MainWindow(QMainWindow):
    """One library in one window."""

    closed = Signal()

    def __init__(self, services: Services, settings: Settings) -> None:
        super().__init__()
        self._services, self.settings = services, settings
        self._loses_tags = False
        self.look = Look(settings.theme, settings.text_scale, self)
        self.look.apply()
        self.parts = Parts(self.look.theme)
        self.setCentralWidget(self.parts)
        self.setWindowTitle("Diptych")
        self.messages = Messages(self.parts.messages, self)
        self.sessions = Sessions(
            LibrarySession(services.jobs, services.open_workspace, self),
            ReadingSession(services.jobs, self),
            TaggingSession(services.jobs, self),
        )
        self._make_controllers(services)
        self._make_actions()
        self._connect()
        self._restore()

    def _make_controllers(self, services: Services) -> None:
        parts, sessions, jobs = self.parts, self.sessions, services.jobs
        self.lists = ListController(parts, sessions.library, jobs, self)
        self.reading = ReadingController(parts, sessions.reading, sessions.library, self)
        self.strips = TagStrips(parts, self.look.theme)
        self.tags = TagController(
            parts, sessions.tagging, self.reading, self.strips, self.look, jobs
        )
        RelatingController(parts, sessions.reading, self.reading)
        self.inspecting = InspectorController(parts, sessions.reading, self.reading, self)
        self.finding = FindController(parts, self.lists, self.reading, jobs)
        self.navigation = Navigation(self.reading, self)
        self.steps = StepController(parts, self.lists, self.reading, self.messages)
        TagNotices(sessions, self.reading, self.messages)
        self.status = StatusController(parts, sessions, self.reading, self.tags, self.messages)
        self.libraries = LibraryController(
            sessions,
            self.lists,
            self.reading,
            self.tags,
            self.navigation,
            self.messages,
            services,
        )
        self.dialogs = Dialogs(parts, self.look, self.lists, lambda: self.settings)
        self.commands = WindowCommands(
            parts,
            sessions,
            self.reading,
            self.finding,
            self.navigation,
            self.look,
            self.dialogs,
        )

    def _make_actions(self) -> None:
        parts = self.parts
        self.actions_made = Actions(
            {
                Owner.WINDOW: self.commands,
                Owner.LIST: parts.library,
                Owner.READER: ReaderCommands(parts.split),
                Owner.TAGS: self.tags,
            },
            {
                Context.LIST: [parts.library.list],
                Context.READING: [parts.split],
                Context.BROWSING: [parts.library.list, parts.split],
            },
            self,
        )
        self.actions_made.fill(self.menuBar())
        self.dialogs.set_actions(self.actions_made)

    def _connect(self) -> None:
        self.look.theme_changed.connect(self.parts.set_theme)
        self.look.theme_changed.connect(self.strips.set_theme)
        self.look.scale_changed.connect(self.parts.split.set_scale)
        self.lists.open_wanted.connect(self.reading.open)
        self.inspecting.open_wanted.connect(self._open_passage)
        self.parts.top.command_chosen.connect(self.actions_made.run)
        self.parts.library.action_requested.connect(self.actions_made.run)
        self.parts.inspector.accounts.action_requested.connect(self.actions_made.run)
        self.dialogs.chosen.connect(self.take_settings)
        self.dialogs.article_chosen.connect(lambda path: self.reading.open(path, other=False))
        self.commands.quit_wanted.connect(self.close)
        self.commands.sample_wanted.connect(self.libraries.open_sample)
        self.commands.paste_wanted.connect(self.libraries.paste)
        self.parts.split.level_changed.connect(self.parts.top.set_marks)
        self.commands.sync_changed.connect(lambda _on: self._show_sync())
        self.reading.panes_changed.connect(self._show_sync)
        self.libraries.opened.connect(self._take_title)
        Availability(self.actions_made, self.sessions, self.reading, self.parts)

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
        self.libraries.open_sample()
        self.messages.info(
            self.tr(
                "This is a sample library of invented articles, to try everything on."
                " Your own begin with a folder, or with an article you copied."
            ),
            (self.tr("Open a folder…"), self.commands.open_library),
            (self.tr("Paste an article"), self.commands.paste_article),
        )

    def take_settings(self, settings: Settings) -> None:
        """Apply what the reader chose, and keep it."""
        self.settings = settings
        self.look.choose(settings.theme)
        self.look.set_scale(settings.text_scale)
        self.parts.split.set_hidden_marks({MarkKind(name) for name in settings.hidden_marks})
        self.sessions.tagging.sign(creator_name(settings))
        self._services.save_settings(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        error = self.sessions.library.save_everything()
        if error is not None and not self._loses_tags:
            event.ignore()
            self.messages.error(
                error,
                (self.tr("Try again"), self.close),
                (self.tr("Close and lose them"), self._close_anyway),
            )
            return
        self._keep_state()
        self.sessions.library.close()
        self.closed.emit()
        super().closeEvent(event)

    def _close_anyway(self) -> None:
        self._loses_tags = True
        self.close()

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
        if not self.restoreGeometry(_bytes(state.geometry)):
            self.resize(1440, 900)
        self.parts.folded = state.library_folded
        self.parts.inspected = state.inspector_shown
        self.parts.inspector.show_page(state.inspector_page)
        self.parts.arrange()
        self.parts.split.set_scale(self.settings.text_scale)
        self.parts.split.set_level(MarkLevel(self.settings.marks))
        known = {kind.value for kind in MarkKind}
        self.parts.split.set_hidden_marks(
            {MarkKind(name) for name in self.settings.hidden_marks if name in known}
        )
        self.commands.sync = self.settings.sync
        self.parts.split.set_sync(self.settings.sync)
        self.actions_made["toggle_sync"].setChecked(self.settings.sync)
        self.actions_made.set_keys(self.settings.keys)
        self.parts.set_keys(self.settings.keys)

    def _keep_state(self) -> None:
        window = WindowState(
            geometry=_text(self.saveGeometry()),
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
