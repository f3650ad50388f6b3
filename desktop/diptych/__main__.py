"""The way in: ``diptych`` on a command line, and the program behind the icon."""

from __future__ import annotations

import sys


def main() -> None:
    """Run Diptych with the arguments of the command line, and end with its exit status."""
    if getattr(sys, "frozen", False):
        # A worker process starts here too: it must do its work and load nothing of the window.
        import multiprocessing

        multiprocessing.freeze_support()
    from diptych.app import run

    sys.exit(run(sys.argv[1:]))


def main_window() -> None:
    """As `main`, for a start without a terminal."""
    main()


if __name__ == "__main__":
    main()
