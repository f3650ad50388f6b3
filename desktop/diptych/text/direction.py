"""Which way a text is written."""

from __future__ import annotations

import re

# The blocks that Unicode sets aside for letters of the bidirectional classes R and AL.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTER = re.compile(r"[^\W\d_]")


def has_right_to_left(text: str) -> bool:
    """Whether any letter of ``text`` is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Whether most letters of ``text`` are written from right to left; ``otherwise`` without any.

    Not the first one, as the Unicode Bidirectional Algorithm has it (rule P2): an Arabic paragraph
    can begin with a name in Latin letters.
    """
    if _LETTER.search(text) is None:
        return otherwise
    if not has_right_to_left(text):
        return False
    letters = _LETTER.findall(text)
    return 2 * sum(_RIGHT_TO_LEFT.match(letter) is not None for letter in letters) > len(letters)
