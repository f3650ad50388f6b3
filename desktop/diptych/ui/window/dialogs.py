"""The dialogs of the window: loaded and built when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diptych.settings import Settings
from diptych.ui.actions import Actions
from diptych.ui.window.lists import ListController
from diptych.ui.window.look import Look
from diptych.ui.window.parts import Parts

if TYPE_CHECKING:
    from diptych.ui.dialogs.manual import Manual
    from diptych.ui.dialogs.palette import CommandPalette
    from diptych.ui.dialogs.preferences import Preferences


class Dialogs(QObject):
    """Opens the palette, the preferences, the sheet of keys, the manual and the credits."""

    def __init__(
        self,
        parts: Parts,
        look: Look,
        lists: ListController,
        settings: Callable[[], Settings],
        take: Callable[[Preferences], None],
    ) -> None:
        super().__init__(parts)
        self._parts, self._look, self._lists = parts, look, lists
        self._settings, self._take = settings, take
        self._actions: Actions | None = None
        self._palette: CommandPalette | None = None
        self._manual: Manual | None = None

    def set_actions(self, actions: Actions) -> None:
        """Run commands through ``actions``."""
        self._actions = actions

    def show_palette(self) -> None:
        """Let the reader type what to do."""

    def show_preferences(self) -> None:
        """Let the reader choose."""

    def show_keys(self) -> None:
        """Show the sheet of keys."""

    def show_help(self) -> None:
        """Show the manual."""

    def show_about(self) -> None:
        """Say what this program is and by whom."""
