"""The table of commands as people look things up in it: by place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from diptych.ui.actions import translated
from diptych.ui.commands import COMMANDS, Command, Context, Menu, keys_of
from diptych.ui.styling.keycaps import Remapped, shown_key

translate = QCoreApplication.translate

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One command with its keys as they are shown; a dash stands for those between."""

    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that work in one place."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups(remapped: Remapped) -> list[KeyGroup]:
    """Every command that has a key, by the place where it works."""
    places = (
        (translate("Keys", "Everywhere"), _everywhere),
        (translate("Keys", "In the list"), _list),
        (translate("Keys", "Reading"), _reading),
        (translate("Keys", "Tagging"), _tagging),
    )
    groups = []
    for title, belongs in places:
        commands = [command for command in COMMANDS if belongs(command)]
        if rows := _rows(commands, remapped):
            groups.append(KeyGroup(title, tuple(rows)))
    return groups


def _everywhere(command: Command) -> bool:
    return command.context in (Context.EVERYWHERE, Context.BROWSING)


def _list(command: Command) -> bool:
    return command.context is Context.LIST


def _reading(command: Command) -> bool:
    return command.context is Context.READING and command.menu is not Menu.TAG


def _tagging(command: Command) -> bool:
    return command.context is Context.REVIEWING or (
        command.context is Context.READING and command.menu is Menu.TAG
    )


def _rows(commands: list[Command], remapped: Remapped) -> list[KeyRow]:
    """A row a command; commands that stand on the digits they are named for share one."""
    runs: list[list[KeyRow]] = []
    for command in commands:
        keys = tuple(dict.fromkeys(shown_key(key) for key in keys_of(command, remapped)))
        row = KeyRow(keys, translated(command))
        if keys and runs and _goes_on(runs[-1][-1], row):
            runs[-1].append(row)
        elif keys:
            runs.append([row])
    return [_joined(run) if len(run) > 1 else run[0] for run in runs]


def _goes_on(before: KeyRow, row: KeyRow) -> bool:
    """Whether ``row`` says the same of the next digit, which is its key."""
    digits = [(*one.keys, *_DIGIT.findall(one.label)) for one in (before, row)]
    if not all(len(pair) == 2 and pair[0] == pair[1] for pair in digits):
        return False
    follows = int(digits[1][0]) == int(digits[0][0]) + 1
    return follows and _DIGIT.sub("", before.label) == _DIGIT.sub("", row.label)


def _joined(run: list[KeyRow]) -> KeyRow:
    first, last = run[0].keys[0], run[-1].keys[0]
    return KeyRow((first, "–", last), _DIGIT.sub(f"{first}–{last}", run[0].label))
