"""Every command of the program, one row each: the only list of them.

Menus, shortcuts, the palette, the sheet of keys and the manual page are made from it. The method
that carries a command out has the command's name and lives with its owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """The object that has the method."""

    WINDOW = "window"
    LIST = "list"
    READER = "reader"
    TAGS = "tags"
    REVIEW = "review"
    CORRECTIONS = "corrections"


class Menu(StrEnum):
    """The menu a command stands in."""

    LIBRARY = "&Library"
    EDIT = "&Edit"
    GO = "&Go"
    READ = "&Read"
    TAG = "&Tag"
    VIEW = "&View"
    HELP = "&Help"


class Context(StrEnum):
    """Where the keys work."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    READING = "reading"
    BROWSING = "browsing"
    """In the list and in the panes: single letters that must not act while typing."""
    REVIEWING = "reviewing"
    """In the panes and in the inspector's list of tags to look at."""

    @property
    def places(self) -> tuple[Context, ...]:
        """Where one key can mean one thing only: contexts that share a place share its keys."""
        if self is Context.EVERYWHERE:
            return Context.LIST, Context.READING, Context.REVIEWING, Context.EVERYWHERE
        if self is Context.BROWSING:
            return Context.LIST, Context.READING
        if self is Context.REVIEWING:
            return Context.READING, Context.REVIEWING
        return (self,)


class When(StrEnum):
    """What has to be there for the command to make sense."""

    ALWAYS = "always"
    LIBRARY = "library"
    ARTICLE = "article"
    TWO_PANES = "two panes"
    REVIEW = "review"
    """Some tag of the article has to be looked at, because the text has changed."""
    UNDOABLE = "undoable"
    REDOABLE = "redoable"


@dataclass(frozen=True, slots=True)
class Command:
    """One row. ``keys`` are portable key sequences; the first is the one that is shown."""

    name: str
    owner: Owner
    menu: Menu
    label: str
    keys: tuple[str, ...] = ()
    context: Context = Context.EVERYWHERE
    when: When = When.ALWAYS
    checkable: bool = False
    hint: str = ""
    """The one or two words for the status bar; empty where it is not shown there.

    Commands of one context with the same hint stand there together: "J K passage".
    """


def keys_of(command: Command, remapped: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys of ``command``: the reader's own where there are any, else the table's."""
    return remapped.get(command.name, command.keys)


def _window(
    menu: Menu,
    name: str,
    label: str,
    *keys: str,
    when: When = When.ALWAYS,
    checkable: bool = False,
    hint: str = "",
) -> Command:
    return Command(name, Owner.WINDOW, menu, label, keys, when=when, checkable=checkable, hint=hint)


def _list(name: str, label: str, *keys: str, hint: str = "") -> Command:
    return Command(
        name, Owner.LIST, Menu.LIBRARY, label, keys, Context.LIST, When.LIBRARY, hint=hint
    )


def _read(
    menu: Menu, name: str, label: str, *keys: str, when: When = When.ARTICLE, hint: str = ""
) -> Command:
    return Command(name, Owner.READER, menu, label, keys, Context.READING, when, hint=hint)


def _tag(name: str, label: str, *keys: str, hint: str = "") -> Command:
    return Command(
        name, Owner.TAGS, Menu.TAG, label, keys, Context.READING, When.ARTICLE, hint=hint
    )


def _review(name: str, label: str, *keys: str) -> Command:
    return Command(name, Owner.REVIEW, Menu.TAG, label, keys, Context.REVIEWING, When.REVIEW)


def _correct(name: str, label: str, *keys: str, when: When = When.ARTICLE) -> Command:
    return Command(name, Owner.CORRECTIONS, Menu.TAG, label, keys, Context.READING, when)


_LIBRARY = (
    _window(Menu.LIBRARY, "open_library", "Open a folder…", "Ctrl+O"),
    _window(Menu.LIBRARY, "paste_article", "Paste as article", "Ctrl+Shift+V", when=When.LIBRARY),
    _window(Menu.LIBRARY, "open_sample", "Open the sample library"),
    _window(Menu.LIBRARY, "search_library", "Search the library", "Ctrl+L", when=When.LIBRARY),
    Command(
        "search_from_text",
        Owner.WINDOW,
        Menu.LIBRARY,
        "Search the library from the text",
        ("/",),
        Context.BROWSING,
        When.LIBRARY,
    ),
    _list("select_next", "Next article", "J", "Down", hint="article"),
    _list("select_previous", "Previous article", "K", "Up", hint="article"),
    _list("open_selected", "Open", "Return", "Enter", hint="open"),
    _list(
        "open_in_other_pane", "Open in the other pane", "Shift+Return", "Shift+Enter", hint="beside"
    ),
    _list("mark_done", "Done, and next", "M", hint="done"),
    _list("toggle_star", "Star", "S", hint="star"),
    _window(Menu.LIBRARY, "rebuild_index", "Build the index anew", when=When.LIBRARY),
    _window(Menu.LIBRARY, "show_preferences", "Preferences…", "Ctrl+,"),
    _window(Menu.LIBRARY, "change_keys", "Change keys…"),
    _window(Menu.LIBRARY, "quit", "Quit", "Ctrl+Q"),
)

_EDIT = (
    _window(Menu.EDIT, "undo", "Undo", "Ctrl+Z", when=When.UNDOABLE),
    _window(Menu.EDIT, "redo", "Redo", "Ctrl+Shift+Z", when=When.REDOABLE),
    _read(Menu.EDIT, "copy_passage", "Copy", "Ctrl+C"),
    _read(Menu.EDIT, "copy_with_source", "Copy with source", "Ctrl+Shift+C"),
    _window(Menu.EDIT, "find_here", "Find in this article", "Ctrl+F", when=When.ARTICLE),
    _window(Menu.EDIT, "find_next", "Next hit", "F3", when=When.ARTICLE),
    _window(Menu.EDIT, "find_previous", "Previous hit", "Shift+F3", when=When.ARTICLE),
)

_GO = (
    _window(Menu.GO, "go_back", "Back", "Alt+Left"),
    _window(Menu.GO, "go_forward", "Forward", "Alt+Right"),
    _window(Menu.GO, "next_region", "Next region", "F6"),
    _window(Menu.GO, "previous_region", "Previous region", "Shift+F6"),
    _window(Menu.GO, "back_to_text", "Back to the text", "Escape"),
    _read(
        Menu.GO,
        "other_side",
        "Other side, at the linked passage",
        "Tab",
        when=When.TWO_PANES,
        hint="other side",
    ),
    _read(Menu.GO, "next_account", "Next account of this passage", "A", hint="next account"),
    _read(Menu.GO, "previous_account", "Previous account of this passage", "Shift+A"),
)

_READ = (
    _read(Menu.READ, "next_passage", "Next passage", "J", "Down", hint="passage"),
    _read(Menu.READ, "previous_passage", "Previous passage", "K", "Up", hint="passage"),
    _read(Menu.READ, "extend_next", "Extend to the next passage", "Shift+J", "Shift+Down"),
    _read(Menu.READ, "extend_previous", "Extend to the previous passage", "Shift+K", "Shift+Up"),
    _read(Menu.READ, "widen", "Wider unit", "+"),
    _read(Menu.READ, "narrow", "Narrower unit", "-"),
    _read(Menu.READ, "next_speech", "Next reported speech", "R", hint="speech"),
    _read(Menu.READ, "previous_speech", "Previous reported speech", "Shift+R"),
    _read(Menu.READ, "next_name", "Next name", "W"),
    _read(Menu.READ, "previous_name", "Previous name", "Shift+W"),
    _read(Menu.READ, "next_lone", "Next lone passage", "L", when=When.TWO_PANES),
    _read(Menu.READ, "previous_lone", "Previous lone passage", "Shift+L", when=When.TWO_PANES),
    _read(Menu.READ, "go_start", "Start of the article", "G", "Home"),
    _read(Menu.READ, "go_end", "End of the article", "Shift+G", "End"),
    _read(Menu.READ, "page_down", "Page, then next article", "Space"),
    _read(Menu.READ, "page_up", "Page back", "Shift+Space"),
    _read(
        Menu.READ,
        "scroll_alone_down",
        "Scroll this pane alone, down",
        "Ctrl+Down",
        when=When.TWO_PANES,
    ),
    _read(
        Menu.READ, "scroll_alone_up", "Scroll this pane alone, up", "Ctrl+Up", when=When.TWO_PANES
    ),
    _read(Menu.READ, "mark_article_done", "Done, and next", "M"),
)

_TAG = (
    *(
        _tag(f"apply_tag_{digit}", f"Tag with palette tag {digit}", str(digit), hint="tag")
        for digit in range(1, 10)
    ),
    _tag("mark_nothing", "Read, nothing to tag", "0"),
    _tag("pick_tag", "Pick or create a tag…", "T", hint="pick"),
    _tag("repeat_tag", "Repeat the last tag", "Q"),
    _tag("edit_note", "Note…", "N"),
    _tag("untag", "Untag", "U"),
    _tag("move_end", "Move the end of a tag", "E"),
    _tag("move_start", "Move the start of a tag", "Shift+E"),
    _tag("next_overlapping", "Next of overlapping tags", "O"),
    _tag("next_untagged", "Next untagged passage", "Ctrl+J"),
    _correct("correct", "Correct speaker or name…", "C"),
    _correct("toggle_link", "Link or unlink the passages of both sides", "B", when=When.TWO_PANES),
    _review("next_review", "Next tag on changed text", "I"),
    _review("previous_review", "Previous tag on changed text", "Shift+I"),
    _review("accept_place", "Yes, this tag belongs there", "Y"),
    _review("place_here", "Put this tag here instead", "H"),
    _review("drop_reviewed", "Delete this tag", "Shift+U"),
)

_VIEW = (
    _read(Menu.VIEW, "cycle_marks", "Marks: quiet, standard, all", "V"),
    _read(Menu.VIEW, "pin_inspector", "Pin the inspector", "P"),
    _window(Menu.VIEW, "toggle_sync", "Scroll together", "F7", when=When.TWO_PANES, checkable=True),
    _window(Menu.VIEW, "swap_panes", "Swap the panes", "F8", when=When.TWO_PANES),
    _window(Menu.VIEW, "close_pane", "Close this pane", "Ctrl+W", when=When.ARTICLE),
    _window(Menu.VIEW, "toggle_library", "Library", "Ctrl+B", checkable=True),
    _window(Menu.VIEW, "toggle_inspector", "Inspector", "Ctrl+I", checkable=True),
    _window(Menu.VIEW, "zoom_in", "Larger text", "Ctrl++", "Ctrl+="),
    _window(Menu.VIEW, "zoom_out", "Smaller text", "Ctrl+-"),
    _window(Menu.VIEW, "zoom_reset", "Normal text size", "Ctrl+0"),
    _window(Menu.VIEW, "next_theme", "Light, dark or as the system"),
)

_HELP = (
    _window(Menu.HELP, "show_palette", "All commands…", "Ctrl+K", hint="commands"),
    Command("show_keys", Owner.WINDOW, Menu.HELP, "Keys", ("?", "Ctrl+F1"), Context.BROWSING),
    _window(Menu.HELP, "show_help", "Manual", "F1"),
    _window(Menu.HELP, "show_about", "About Diptych"),
)

COMMANDS: tuple[Command, ...] = (*_LIBRARY, *_EDIT, *_GO, *_READ, *_TAG, *_VIEW, *_HELP)
"""All commands, in the order of the menus."""
