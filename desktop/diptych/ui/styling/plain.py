"""Words from articles where Qt would take some of their signs for its own."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import bidirectional

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """``text`` for a tool tip: Qt reads one that looks like HTML as HTML, pictures included."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def label(text: str) -> str:
    """``text`` for a button or tab, where a lone ``&`` would make a key of the letter after it."""
    return text.replace("&", "&&")


def in_a_row(facts: Iterable[str]) -> str:
    """Facts with dots between them, without those that are empty.

    What is written from right to left is isolated from what stands beside it (Unicode
    Bidirectional Algorithm, section 2.4.2): an Arabic outlet would else take the date behind it
    apart.
    """
    return " · ".join(_isolated(fact) for fact in facts if fact)


def _isolated(fact: str) -> str:
    if fact.isascii() or not any(bidirectional(letter) in ("R", "AL") for letter in fact):
        return fact
    return f"\u2068{fact}\u2069"
