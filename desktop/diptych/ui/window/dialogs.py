"""The dialogs of the window: loaded and built when they are first wanted."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from diptych.settings import Settings
from diptych.ui.actions import Actions
from diptych.ui.commands import COMMANDS
from diptych.ui.reader.marks import MarkKind
from diptych.ui.window.lists import ListController
from diptych.ui.window.look import Look
from diptych.ui.window.parts import Parts

if TYPE_CHECKING:
    from diptych.ui.dialogs.palette import CommandPalette
    from diptych.ui.dialogs.preferences import Preferences

_RECENT = 8


class Dialogs(QObject):
    """Opens the palette, the preferences, the sheet of keys, the manual and the credits."""

    chosen = Signal(object)
    """The new `Settings`, after the preferences were closed with OK or a key was changed."""
    article_chosen = Signal(str)

    def __init__(
        self,
        parts: Parts,
        look: Look,
        lists: ListController,
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__(parts)
        self._parts, self._look, self._lists = parts, look, lists
        self._settings = settings
        self._actions: Actions | None = None
        self._palette: CommandPalette | None = None
        self._recent: list[str] = []
        look.theme_changed.connect(self._forget)

    def _forget(self) -> None:
        """Build the palette anew in the new colours when it is wanted next."""
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None

    def set_actions(self, actions: Actions) -> None:
        """Run commands through ``actions``."""
        self._actions = actions

    def show_palette(self) -> None:
        """Let the reader type what to do, or which article to read."""
        from diptych.ui.dialogs.palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._look.theme, self._parts.window())
            self._palette.command_chosen.connect(self._run)
            self._palette.article_chosen.connect(self.article_chosen)
        assert self._actions is not None
        available = {one.name for one in COMMANDS if self._actions[one.name].isEnabled()}
        available.discard("show_palette")
        groups = self._lists.groups
        entries = [entry for group in groups for entry in group.entries if not entry.problem]
        self._palette.ask(available, entries, self._recent, self._settings().keys)

    def show_preferences(self) -> None:
        """Let the reader choose."""
        from diptych.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._preferences(), self._look.theme, self._parts.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from diptych.ui.dialogs.keys import KeySheet

        sheet = KeySheet(self._look.theme, self._settings().keys, self._parts.window())
        sheet.change_wanted.connect(self.change_keys)
        sheet.open()

    def change_keys(self) -> None:
        """Let the reader change keys; every change holds at once."""
        from diptych.ui.dialogs.remap import RemapDialog

        dialog = RemapDialog(self._settings().keys, self._look.theme, self._parts.window())
        dialog.chosen.connect(self._take_keys)
        dialog.open()

    def show_help(self) -> None:
        """Show the manual beside the window."""
        from diptych.ui.dialogs.manual import ManualDialog, manual_markdown

        text = manual_markdown(self._settings().keys)
        ManualDialog(text, self._look.theme, self._parts.window()).show()

    def show_about(self) -> None:
        """Say what this program is and what it is made of."""
        from diptych.ui.dialogs.about import AboutDialog

        AboutDialog(self._look.theme, self._parts.window()).open()

    def _run(self, name: str) -> None:
        assert self._actions is not None
        self._recent = [name, *(other for other in self._recent if other != name)][:_RECENT]
        self._actions.run(name)

    def _preferences(self) -> Preferences:
        from diptych.ui.dialogs.preferences import MarkChoice, Preferences

        settings = self._settings()
        marks = tuple(
            MarkChoice(
                kind.value,
                QCoreApplication.translate("MarkKind", kind.value.capitalize()),
                kind.value not in settings.hidden_marks,
            )
            for kind in MarkKind
        )
        return Preferences(
            theme=self._look.choice,
            text_scale=self._look.scale,
            marks=marks,
            creator=settings.creator,
            login=os.environ.get("USER") or os.environ.get("USERNAME") or "",
            last_library=Path(settings.library).name,
            starts_with_sample=settings.starts_with_sample,
        )

    def _take(self, preferences: Preferences) -> None:
        changed = replace(
            self._settings(),
            theme=preferences.theme,
            text_scale=preferences.text_scale,
            hidden_marks=tuple(mark.name for mark in preferences.marks if not mark.shown),
            creator=preferences.creator,
            starts_with_sample=preferences.starts_with_sample,
        )
        self.chosen.emit(changed)

    def _take_keys(self, keys: dict[str, tuple[str, ...]]) -> None:
        look = self._look
        settings = replace(self._settings(), theme=look.choice, text_scale=look.scale, keys=keys)
        self.chosen.emit(settings)
