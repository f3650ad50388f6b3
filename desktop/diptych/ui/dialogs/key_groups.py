"""The table of commands as people look things up in it: by place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from diptych.ui.actions import translated
from diptych.ui.commands import COMMANDS, Command, Context, Owner, keys_of
from diptych.ui.styling.keycaps import Remapped, shown_key

translate = QCoreApplication.translate

_LAST_DIGIT = re.compile(r"\d$")


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
    return command.context is Context.READING and command.owner is not Owner.TAGS


def _tagging(command: Command) -> bool:
    return command.context is Context.READING and command.owner is Owner.TAGS


def _rows(commands: list[Command], remapped: Remapped) -> list[KeyRow]:
    """A row a command; commands that differ in a last digit alone, on single keys, share one."""
    rows: list[KeyRow] = []
    series: dict[str, list[KeyRow]] = {}
    for command in commands:
        keys = tuple(dict.fromkeys(shown_key(key) for key in keys_of(command, remapped)))
        if not keys:
            continue
        row, stem = KeyRow(keys, translated(command)), _LAST_DIGIT.sub("", translated(command))
        if stem != row.label and len(keys) == 1:
            if stem not in series:
                rows.append(row)
            series.setdefault(stem, []).append(row)
        else:
            rows.append(row)
    whole = {run[0]: _joined(run, stem) for stem, run in series.items() if len(run) > 1}
    return [whole.get(row, row) for row in rows]


def _joined(run: list[KeyRow], stem: str) -> KeyRow:
    first, last = run[0], run[-1]
    label = f"{stem}{first.label[-1]}–{last.label[-1]}"
    return KeyRow((first.keys[0], "–", last.keys[0]), label)
