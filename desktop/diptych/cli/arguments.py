"""What may stand on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from diptych import __version__

if TYPE_CHECKING:
    # argparse has no public name for what holds the commands.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

_JSON = "print JSON instead of a table"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole program; without a command it opens the window."""
    top = argparse.ArgumentParser(
        prog="diptych",
        description="Read several outlets' accounts of one event side by side.",
        epilog="Without a command the window opens; name a folder to open it as the library.",
    )
    top.add_argument("--version", action="version", version=f"Diptych {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_articles(commands)
    _add_libraries(commands)
    _add_screenshot(commands)
    commands.add_parser("self-check", help="try every part of the program once, and say so")
    return top


def _add_articles(commands: Commands) -> None:
    """What is asked of single files."""
    inspect = commands.add_parser("inspect", help="say what is found in articles")
    inspect.add_argument("files", nargs="+", metavar="FILE")
    inspect.add_argument("--json", action="store_true", help=_JSON)

    compare = commands.add_parser("compare", help="link the passages of two articles")
    compare.add_argument("left", metavar="LEFT")
    compare.add_argument("right", metavar="RIGHT")
    compare.add_argument("--json", action="store_true", help=_JSON)


def _add_libraries(commands: Commands) -> None:
    """What is asked of a folder."""
    index = commands.add_parser("index", help="bring a library's index up to date")
    index.add_argument("library", metavar="LIBRARY")
    index.add_argument("--json", action="store_true", help=_JSON)

    search = commands.add_parser("search", help="search a library")
    search.add_argument("library", metavar="LIBRARY")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--json", action="store_true", help=_JSON)
    search.add_argument(
        "--order", choices=("relevance", "date", "outlet", "title"), default="relevance"
    )
    search.add_argument("--limit", type=_count, default=50, metavar="N", help="hits at most (50)")

    stories = commands.add_parser("stories", help="relate a library's articles on one event")
    stories.add_argument("library", metavar="LIBRARY")
    stories.add_argument("--json", action="store_true", help=_JSON)
    stories.add_argument(
        "--brief", action="store_true", help="only group the articles; compare none of them"
    )


def _add_screenshot(commands: Commands) -> None:
    screenshot = commands.add_parser("screenshot", help="draw the window to a picture")
    screenshot.add_argument("library", metavar="LIBRARY")
    screenshot.add_argument("picture", metavar="OUT.png")
    screenshot.add_argument("--size", default="1440x900", metavar="WxH", help="(1440x900)")
    screenshot.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    screenshot.add_argument("--open", nargs="*", metavar="ARTICLE", help="articles in the panes")


COMMANDS = frozenset(
    {"inspect", "compare", "index", "search", "stories", "screenshot", "self-check"}
)
"""The words that are commands; a first argument that is none is a folder or file to open."""


def _count(text: str) -> int:
    """A whole number from 0 on; argparse turns the error into one for the user."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of hits")
    return int(text)
