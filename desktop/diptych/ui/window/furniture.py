"""All that the window is made of around its panes: loaded when their first frame is painted."""

from __future__ import annotations

from diptych.ui.actions import Actions
from diptych.ui.commands import Context, Owner
from diptych.ui.reader.reader_commands import ReaderCommands
from diptych.ui.session.library import LibrarySession
from diptych.ui.session.reading import ReadingSession
from diptych.ui.session.story import StorySession
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.window.availability import Availability
from diptych.ui.window.commands import WindowCommands
from diptych.ui.window.corrections import CorrectionController
from diptych.ui.window.dialogs import Dialogs
from diptych.ui.window.finding import FindController
from diptych.ui.window.inspecting import InspectorController
from diptych.ui.window.libraries import LibraryController
from diptych.ui.window.lists import ListController
from diptych.ui.window.messages import Messages
from diptych.ui.window.navigation import Navigation
from diptych.ui.window.notes import NoteController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.reviewing import ReviewController
from diptych.ui.window.status import StatusController
from diptych.ui.window.steps import StepController
from diptych.ui.window.story_pages import show_stories
from diptych.ui.window.tag_notices import TagNotices
from diptych.ui.window.tag_strips import TagStrips
from diptych.ui.window.tags import TagController

__all__ = [
    "Actions",
    "Availability",
    "Context",
    "CorrectionController",
    "Dialogs",
    "FindController",
    "InspectorController",
    "LibraryController",
    "LibrarySession",
    "ListController",
    "Messages",
    "Navigation",
    "NoteController",
    "Owner",
    "Parts",
    "ReaderCommands",
    "ReadingController",
    "ReadingSession",
    "ReviewController",
    "StatusController",
    "StepController",
    "StorySession",
    "TagController",
    "TagNotices",
    "TagStrips",
    "TaggingSession",
    "WindowCommands",
    "show_stories",
]
