"""Which keys a command may have, and what a new key takes from other commands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from diptych.ui.commands import COMMANDS, Command, Context, keys_of

ChosenKeys = Mapping[str, tuple[str, ...]]
"""The reader's own keys by the name of the command, as the settings hold them."""

_OTHER_NAMES = {"escape": "esc", "enter": "return", "delete": "del", "insert": "ins"}
# On German, French or Spanish keyboards these signs are typed with AltGr, or are dead keys.
_ALT_GR_SIGNS = frozenset("@#\\|{}[]~^`´€")
_FIELD_KEYS = frozenset(
    "space return tab backtab backspace del ins left right up down home end pgup pgdown".split()
)
_MENU_KEYS = frozenset({"f10", "menu"})
_WINDOW_KEYS = frozenset({"f4", "tab", "space"})
"""With Alt, they close windows, change between them and open their menu."""
_TAG_DIGIT = re.compile(r"apply_tag_([1-9])")


class Refusal(StrEnum):
    """Why a command cannot have a key."""

    UNKNOWN = "unknown"
    TYPING = "typing"
    ALT_GR = "AltGr"
    MENU = "menu"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Chord:
    """One key with what is held, spelled one way only: comparable, but not to be shown."""

    held: frozenset[str]
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """New keys for one command, and what the other commands would lose by that."""

    command: Command
    keys: tuple[str, ...]
    losses: tuple[tuple[str, Command], ...] = ()
    """Keys that mean something else where ``command`` works, each with that other command."""


def chord(key: str) -> Chord:
    """The chord of a portable key sequence; the two Enter keys of a keyboard are one."""
    # The plus key itself stands at the end: "Ctrl++" is Ctrl and plus.
    held, _plus, last = key[:-1].rpartition("+")
    name = (last + key[-1:]).casefold()
    return Chord(frozenset(held.casefold().split("+")) - {""}, _OTHER_NAMES.get(name, name))


def refusal(command: Command, key: str) -> Refusal | None:
    """Why ``command`` cannot have ``key``; None where it can."""
    pressed = chord(key)
    held, name = pressed.held, pressed.name
    if not name:
        return Refusal.UNKNOWN
    is_sign = len(name) == 1
    if name in _ALT_GR_SIGNS or (is_sign and held >= {"ctrl", "alt"}):
        return Refusal.ALT_GR
    if name in _MENU_KEYS or ("alt" in held and is_sign and name.isalpha()):
        return Refusal.MENU
    if _is_the_system_s(pressed):
        return Refusal.SYSTEM
    types = (is_sign or name in _FIELD_KEYS) and not held & {"ctrl", "alt"}
    if types and command.context is Context.EVERYWHERE:
        return Refusal.TYPING
    return None


def _is_the_system_s(pressed: Chord) -> bool:
    held, name = pressed.held, pressed.name
    goes_back = name == "backtab" or (name == "tab" and "shift" in held)
    of_windows = ("alt" in held and name in _WINDOW_KEYS) or (name == "esc" and bool(held))
    return goes_back or of_windows or "meta" in held or name == "print"


def change(command: Command, keys: tuple[str, ...], chosen: ChosenKeys) -> Change:
    """What it takes to put ``command`` on ``keys`` and on no others."""
    keys = tuple(dict.fromkeys(one for key in keys for one in _spellings(key)))
    losses = tuple(
        (key, other)
        for key in {chord(key): key for key in reversed(keys)}.values()
        for other in COMMANDS
        if other is not command
        and set(other.context.places) & set(command.context.places)
        and has_key(other, key, chosen)
    )
    return Change(command, keys, losses)


def with_first_key(command: Command, key: str, chosen: ChosenKeys) -> tuple[str, ...]:
    """The keys of ``command`` with ``key`` in place of the first, which is the one shown."""
    old = keys_of(command, chosen)
    return (key, *(one for one in old if chord(one) != chord(old[0])))


def with_another_key(command: Command, key: str, chosen: ChosenKeys) -> tuple[str, ...]:
    """The keys of ``command`` and ``key`` after them."""
    return (*keys_of(command, chosen), key)


def _spellings(key: str) -> tuple[str, ...]:
    """``key``, or both Enter keys where it is one of them: Qt tells them apart."""
    for name in ("Return", "Enter"):
        if key.endswith(name):
            held = key.removesuffix(name)
            return f"{held}Return", f"{held}Enter"
    return (key,)


def has_key(command: Command, key: str, chosen: ChosenKeys) -> bool:
    """Whether ``key`` is among the keys of ``command``, however it is spelled."""
    return chord(key) in map(chord, keys_of(command, chosen))


def applied(change: Change, chosen: ChosenKeys) -> dict[str, tuple[str, ...]]:
    """``chosen`` after ``change``; what is lost by it is taken away."""
    result = dict(chosen)
    for key, loser in change.losses:
        kept = tuple(one for one in keys_of(loser, result) if chord(one) != chord(key))
        _set(result, loser, kept)
    _set(result, change.command, change.keys)
    return result


def _set(chosen: dict[str, tuple[str, ...]], command: Command, keys: tuple[str, ...]) -> None:
    """Note ``keys`` for ``command``; what is as in the table is not noted."""
    if set(map(chord, keys)) == set(map(chord, command.keys)):
        chosen.pop(command.name, None)
    else:
        chosen[command.name] = keys


def digits_astray(chosen: ChosenKeys) -> list[str]:
    """The digits that no longer give the tag that has them in the palette."""
    found = ((_TAG_DIGIT.fullmatch(command.name), command) for command in COMMANDS)
    return [
        match[1] for match, command in found if match and not has_key(command, match[1], chosen)
    ]
