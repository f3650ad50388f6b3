"""Where the program is put together: arguments, services, window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from diptych.cli import arguments
from diptych.errors import DiptychError


def run(argv: Sequence[str]) -> int:
    """Run Diptych with ``argv`` and return its exit status.

    0 if all went well, 1 for a job that failed, 2 for wrong use.
    """
    if not argv or (argv[0] not in arguments.COMMANDS and not argv[0].startswith("-")):
        before_qt()
        from diptych.ui.start import run_window

        return run_window(argv)
    try:
        options = arguments.parser().parse_args(argv)
    except SystemExit as end:  # argparse has said what is wrong, or printed its help
        return int(end.code or 0)
    return _run_command(options)


def before_qt() -> None:
    """Do what makes a start quicker, as long as Qt is not loaded.

    What is loaded up to the first frame stays for good: nobody has to look for garbage in it until
    then. And PySide reads the source of every module that is imported after it, to see whether it
    wants names in snake case: what knows nothing of Qt is imported first.
    """
    gc.disable()
    import_module("diptych.workspace.last_seen")
    import_module("concurrent.futures.thread")


def _run_command(options: argparse.Namespace) -> int:
    try:
        if options.command == "screenshot":
            return _screenshot(options)
        if options.command == "self-check":
            return _self_check()
        from diptych.cli import commands
        from diptych.workspace.worker import calculate_in_one_thread

        calculate_in_one_thread()
        commands.RUN[options.command](options)
    except DiptychError as error:
        print(f"diptych: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads has seen enough (``| head``); Python must not complain at the end.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
    return 0


def _screenshot(options: argparse.Namespace) -> int:
    width, _, height = options.size.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        print(f"diptych: “{options.size}” is not a size such as 1440x900", file=sys.stderr)
        return 2
    _draw_offscreen()
    from PySide6.QtCore import QSize

    from diptych.settings import Places, ThemeChoice
    from diptych.ui.screenshot import Scene, draw_window

    scene = Scene(
        Path(options.library),
        QSize(int(width), int(height)),
        ThemeChoice(options.theme),
        tuple(options.open or ()),
    )
    draw_window(scene, Path(options.picture), Places.of_user())
    return 0


def _self_check() -> int:
    _draw_offscreen()
    from diptych.self_check import self_check

    return 0 if self_check(print) else 1


def _draw_offscreen() -> None:
    """Let Qt draw to memory, and be quiet: neither a picture nor a check needs a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from diptych.ui.qt_log import log_qt_messages

    log_qt_messages()
