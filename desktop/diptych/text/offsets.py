"""Between code points, in which Diptych counts, and UTF-16 units, in which Qt does."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16Offsets:
    """Positions of one text in both units.

    Only the positions of characters beyond the Basic Multilingual Plane are kept, since each of
    them, and nothing else, takes two UTF-16 units.
    """

    __slots__ = ("_wide", "_wide_units", "units")

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [position + index for index, position in enumerate(self._wide)]
        self.units = len(text) + len(self._wide)

    def to_units(self, position: int) -> int:
        """The UTF-16 unit at which code point ``position`` begins."""
        return position + bisect_left(self._wide, position)

    def to_code_points(self, unit: int) -> int:
        """The code point that UTF-16 unit ``unit`` belongs to.

        The second unit of a wide character counts as the character itself.
        """
        return unit - bisect_left(self._wide_units, unit)
