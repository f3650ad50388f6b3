"""Quotation marks, paired paragraph by paragraph, in whatever typographic tradition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from diptych.text.spans import Span, trimmed

# Opening mark to the marks that may close it. A German „ closes with “ (or ”).
_PAIRS: Final = {
    "“": '”"',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
}
_SINGLE = frozenset("‘'‚")
_MARK = re.compile("[" + "".join(dict.fromkeys("".join(_PAIRS) + "".join(_PAIRS.values()))) + "]")
_BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/:;,“\"‘'„«…")
# Words that begin with an apostrophe: 'tis, 'em, '90s.
_ELIDED = re.compile(r"(?:\d|(?:tis|twas|em|til|till|cause|bout|round|n|cos|kay)\b)", re.IGNORECASE)
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between a pair of marks; ``outer`` covers the marks too.

    ``is_closed`` is False where a paragraph ends inside: the words go on in the next one, or the
    closing mark was forgotten.
    """

    inner: Span
    outer: Span
    mark: str
    is_closed: bool = True


def quoted_spans(text: str, block: Span) -> list[Quoted]:
    """What stands in quotation marks in one paragraph, in order; nested pairs are left out."""
    found = []
    position = block.start
    while (opening := _next_opening(text, position, block)) is not None:
        quoted = _closed(text, opening, block)
        if quoted is None:
            position = opening + 1
            continue
        if _WORD.search(text, quoted.inner.start, quoted.inner.end):
            found.append(quoted)
        position = quoted.outer.end
    return found


def _next_opening(text: str, position: int, block: Span) -> int | None:
    for match in _MARK.finditer(text, position, block.end):
        if match.group() in _PAIRS and _opens(text, match.start(), block):
            return match.start()
    return None


def _opens(text: str, at: int, block: Span) -> bool:
    mark = text[at]
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if mark in "“„«‹「『":
        return True
    if mark == "»":
        # Closing in most traditions; opening in German books, where a word follows at once.
        return before in _BEFORE_OPENING and not after.isspace()
    if before not in _BEFORE_OPENING or after.isspace() or mark in (before, after):
        return False  # white space on the wrong side, or two apostrophes in place of one mark
    if mark == '"':
        return True
    return not _ELIDED.match(text, at + 1, block.end)


def _closed(text: str, opening: int, block: Span) -> Quoted | None:
    mark = text[opening]
    if mark in _SINGLE:
        end = _single_closing(text, opening, block)
        if end is None:
            return None
        return Quoted(Span(opening + 1, end), Span(opening, end + 1), mark)
    closing = _double_closing(text, opening, block)
    if closing is not None:
        inner = trimmed(text, Span(opening + 1, closing))
        return Quoted(inner, Span(opening, closing + 1), mark)
    if block.end - opening <= 20:
        return None
    rest = Span(opening + 1, block.end)
    return Quoted(rest, Span(opening, block.end), mark, is_closed=False)


def _double_closing(text: str, opening: int, block: Span) -> int | None:
    """Where a double mark closes; “…” inside "…" is a quotation in it."""
    mark = text[opening]
    is_nested = False
    for match in _MARK.finditer(text, opening + 1, block.end):
        if mark == '"' and match.group() == "“" and "”" in text[match.end() : block.end]:
            is_nested = True
        elif is_nested:
            is_nested = match.group() != "”"
        elif match.group() in _PAIRS[mark]:
            return match.start()
    return None


def _single_closing(text: str, opening: int, block: Span) -> int | None:
    """Where a single mark closes: never at an apostrophe inside a word.

    A plural's apostrophe ("the ministers’ plan") looks like a closing mark; it is passed over if
    another candidate follows before the next opening one.
    """
    candidates = list(_single_candidates(text, opening, block))
    for number, at in enumerate(candidates):
        is_plural = text[at - 1] in "sS" and text[at + 1 : at + 2] == " "
        if is_plural and number + 1 < len(candidates) and text[at + 2 : at + 3].islower():
            continue
        return at
    return None


def _single_candidates(text: str, opening: int, block: Span) -> Iterator[int]:
    for match in re.compile("[’'‘]").finditer(text, opening + 1, block.end):
        at = match.start()
        follows_word = not text[at - 1].isspace()
        before_word = at + 1 < block.end and text[at + 1].isalnum()
        if follows_word and not before_word and at > opening + 1:
            yield at
        elif not follows_word and before_word and _opens(text, at, block):
            return
