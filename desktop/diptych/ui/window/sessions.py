"""What the window works with: sessions on the open library, and services from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diptych.settings import Settings
    from diptych.ui.jobs import Jobs
    from diptych.ui.session.library import LibrarySession
    from diptych.ui.session.reading import ReadingSession
    from diptych.ui.session.story import StorySession
    from diptych.ui.session.tagging import TaggingSession
    from diptych.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Services:
    """What the window is given to work with."""

    jobs: Jobs
    open_workspace: Callable[[Path, bool], Workspace]
    """From a folder, and whether what is derived from its files is to be made anew."""
    sample: Callable[[], Path]
    """The folder of the sample library; copies it for the user the first time."""
    save_settings: Callable[[Settings], None]


@dataclass(frozen=True, slots=True)
class Sessions:
    """The faces of the open library."""

    library: LibrarySession
    reading: ReadingSession
    tagging: TaggingSession
    story: StorySession
