"""What commands write: results on standard output, what went wrong on standard error."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from diptych.errors import DiptychError


def print_json(value: Any) -> None:
    """Print ``value`` as one line of JSON, in UTF-8 whatever the terminal's encoding is."""
    # A file name that is not UTF-8 holds lone surrogates, which only an escape can carry.
    line = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    with _to_reader():
        sys.stdout.flush()
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Print ``lines`` for people; what the terminal has no sign for is escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    with _to_reader():
        for line in lines:
            print(line.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()


def print_error(error: DiptychError) -> None:
    """Say on standard error what went wrong, in one sentence."""
    encoding = sys.stderr.encoding or "utf-8"
    print(
        f"diptych: {error}".encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr
    )


def raise_last(errors: list[DiptychError]) -> None:
    """Raise the last of ``errors``, if there are any, once the others are told."""
    for error in errors[:-1]:
        print(f"diptych: {error}", file=sys.stderr)
    if errors:
        raise errors[-1]


@contextlib.contextmanager
def _to_reader() -> Iterator[None]:
    """Let nothing be flushed to a reader that has gone (``| head``), now or at the end."""
    try:
        yield
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
