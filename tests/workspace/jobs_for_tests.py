"""Tasks that test workers run; functions of a module, so that a worker finds them by name."""

import os
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from diptych.errors import AnalysisError
from diptych.workspace.worker import report


def add(one: int, other: int) -> int:
    return one + other


def refuse(sentence: str) -> None:
    raise AnalysisError(sentence)


def crash() -> None:
    os._exit(3)


def fail() -> None:
    raise ZeroDivisionError("of all things")


def give_what_cannot_be_pickled() -> object:
    return threading.Lock()


def never_end() -> None:
    while True:
        time.sleep(1)


def count_to(number: int) -> int:
    for step in range(number):
        report(step)
    return number


def loaded_modules() -> set[str]:
    return set(sys.modules)


def sign(folder: str) -> None:
    (Path(folder) / str(os.getpid())).touch()


def process() -> int:
    return os.getpid()


def hold_memory(megabytes: int, kept: list[bytearray] = []) -> int:  # noqa: B006 - to be kept
    kept.append(bytearray(os.urandom(1024) * 1024 * megabytes))
    return os.getpid()


def write_down(path: str) -> None:
    Path(path).write_text(str(os.getpid()), encoding="ascii")


def note(path: str, word: str) -> None:
    with Path(path).open("a", encoding="ascii") as file:
        file.write(word + "\n")


def wait_for(path: str) -> None:
    while not Path(path).exists():
        time.sleep(0.01)


def import_or_die(
    root: Path, cache: Path, paths: Sequence[str], given_up: Mapping[str, str]
) -> object:
    """As `import_task`, but no process survives the reading of files with “deadly” names."""
    from diptych.library.importer import import_batch

    def die(path: str) -> None:
        report(path)
        if "deadly" in path and path not in given_up:
            os._exit(3)

    return import_batch(root, cache, paths, given_up=given_up, tell=die)


def import_and_die(
    _root: Path, _cache: Path, paths: Sequence[str], _given_up: Mapping[str, str]
) -> None:
    """As `import_task`, but no process survives what comes after the reading."""
    for path in (*paths, ""):
        report(path)
    os._exit(3)
