"""Texts whose lines were broken at a fixed width, as mail programs and wire services do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

_LEAST_LINES = 12
"""Lines inside paragraphs from which a width can be told."""
_WIDEST = 110
_NARROWEST = 40
_FULL = 0.75
"""Share of the width that a line which was broken fills, unless a long word follows."""


def unwrapped(paragraphs: Sequence[Sequence[str]]) -> list[list[str]]:
    """``paragraphs`` with broken lines joined by spaces, if the text was broken at a width.

    A text in which lines end where sentences or captions end is given back as it is.
    """
    lines = [list(paragraph) for paragraph in paragraphs]
    inner = [line for paragraph in lines for line in paragraph[:-1]]
    if len(inner) < _LEAST_LINES:
        return lines
    width = max(map(len, inner))
    if not _NARROWEST <= width <= _WIDEST or max(map(len, _last(lines))) > width:
        return lines
    broken = [_is_broken(paragraph, width) for paragraph in lines]
    filled = sum(len(p) - 1 for p, is_broken in zip(lines, broken, strict=True) if is_broken)
    if filled < 0.8 * len(inner):
        return lines
    return [
        [" ".join(paragraph)] if is_broken else paragraph
        for paragraph, is_broken in zip(lines, broken, strict=True)
    ]


def _last(paragraphs: Sequence[Sequence[str]]) -> Iterator[str]:
    return (paragraph[-1] for paragraph in paragraphs)


def _is_broken(paragraph: Sequence[str], width: int) -> bool:
    """Whether every line but the last is full, and sentences run on from line to line."""
    if len(paragraph) < 2:
        return False
    full = all(
        len(line) >= _FULL * width or len(line) + 1 + len(following.split()[0]) > width
        for line, following in itertools.pairwise(paragraph)
    )
    running_on = sum(not line.endswith((".", "!", "?", ":", "”", '"')) for line in paragraph[:-1])
    return full and running_on >= 0.5 * (len(paragraph) - 1)
