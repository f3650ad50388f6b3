"""Where the program is put together: arguments, services, window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from diptych.cli import arguments
from diptych.errors import DiptychError


def run(argv: Sequence[str]) -> int:
    """Run Diptych with ``argv`` and return its exit status.

    0 if all went well, 1 for a job that failed, 2 for wrong use.
    """
    if not argv or (argv[0] not in arguments.COMMANDS and not argv[0].startswith("-")):
        from diptych.ui.start import run_window

        return run_window(argv)
    try:
        options = arguments.parser().parse_args(argv)
    except SystemExit as end:  # argparse has said what is wrong, or printed its help
        return int(end.code or 0)
    return _run_command(options)


def _run_command(options: argparse.Namespace) -> int:
    from diptych.cli import commands

    try:
        commands.RUN[options.command](options)
    except DiptychError as error:
        print(f"diptych: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever reads has seen enough (``| head``); Python must not complain at the end.
        sys.stderr.close()
        return 0
    return 0
