"""What is said about keys while they are changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from diptych.ui.actions import clashes, translated
from diptych.ui.commands import Command, Context
from diptych.ui.dialogs.remap_rules import Change, ChosenKeys, Refusal, digits_astray
from diptych.ui.styling.keycaps import shown_key

translate = QCoreApplication.translate


def place_words(context: Context) -> str:
    """Where the keys of ``context`` work."""
    return {
        Context.EVERYWHERE: translate("Remap", "everywhere"),
        Context.LIST: translate("Remap", "in the list"),
        Context.READING: translate("Remap", "in the panes"),
        Context.BROWSING: translate("Remap", "in the list and the panes"),
        Context.REVIEWING: translate("Remap", "in the panes and the list of tags to look at"),
    }[context]


def refusal_sentence(refusal: Refusal, key: str) -> str:
    """Why ``key`` was not taken."""
    sentence = {
        Refusal.UNKNOWN: translate("Remap", "This key cannot be told from others. Press another."),
        Refusal.TYPING: translate(
            "Remap",
            "{key} is needed while typing, and this command acts while typing too."
            " Press it with Ctrl, or a function key.",
        ),
        Refusal.ALT_GR: translate(
            "Remap", "{key} needs AltGr, or is the same as AltGr, on many keyboards. Press another."
        ),
        Refusal.MENU: translate("Remap", "{key} opens a menu. Press another."),
        Refusal.SYSTEM: translate(
            "Remap", "{key} belongs to the system, which may never pass it on. Press another."
        ),
    }[refusal]
    return sentence.format(key=shown_key(key))


def clash_sentence(change: Change) -> str:
    """Which keys mean something else already, and what."""
    clauses = [
        translate("Remap", "{key} already stands for “{command}” {place}.").format(
            key=shown_key(key), command=translated(other), place=place_words(other.context)
        )
        for key, other in change.losses
    ]
    return " ".join(clauses)


def result_sentence(change: Change, before: ChosenKeys, after: ChosenKeys) -> str:
    """What was done, what another command lost by it, and whether a tag lost its digit."""
    label, shown = translated(change.command), shown_keys(change.keys)
    if shown:
        said = translate("Remap", "“{command}” now has {keys}.")
        parts = [said.format(command=label, keys=", ".join(shown))]
    else:
        parts = [translate("Remap", "“{command}” now has no key.").format(command=label)]
    parts += [
        translate("Remap", "“{command}” no longer has {key}.").format(
            command=translated(other), key=shown_key(key)
        )
        for key, other in change.losses
    ]
    parts += [
        translate(
            "Remap",
            "The palette still shows {digit} beside a tag, but the key {digit} no longer gives it.",
        ).format(digit=digit)
        for digit in digits_astray(after)
        if digit not in digits_astray(before)
    ]
    return " ".join(parts)


def standing_clashes(chosen: ChosenKeys) -> str:
    """A sentence on each key that means two things at once, so that neither works; or nothing."""
    pairs: dict[tuple[str, str, str], tuple[str, Command, Command]] = {
        (key, one.name, other.name): (key, one, other) for key, one, other in clashes(chosen)
    }
    return " ".join(
        translate("Remap", "{key} stands for “{one}” and for “{other}”: neither works.").format(
            key=shown_key(key), one=translated(one), other=translated(other)
        )
        for key, one, other in pairs.values()
    )


def shown_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """``keys`` as people read them, each once: the two Enter keys have one name."""
    return tuple(dict.fromkeys(map(shown_key, keys)))
