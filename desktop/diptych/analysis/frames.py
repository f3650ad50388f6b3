"""Sentences as a quotation sees them: what is inside quotation marks never ends one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from diptych.analysis.marks import Quoted
from diptych.text.sentences import sentences
from diptych.text.spans import Span

_FILLER = "x"


def frames(text: str, block: Span, quoted: Sequence[Quoted]) -> list[Span]:
    """The sentences of ``block``, each with the whole quotations that it holds, in order.

    A quotation that ends with a full stop ends its sentence too, unless that goes on in lower
    case; one that ends with a question mark does not, since its cue may follow in capitals
    (“Why?” Mr Li asked).
    """
    letters = list(text[block.start : block.end])
    for one in quoted:
        first, last = one.inner.start - block.start, one.inner.end - block.start
        ends = text[one.inner.end - 1] in ".…"
        # The first letter stays: whether it is a capital decides what is before it.
        letters[first + 1 : last] = _FILLER * (last - first - 1)
        if ends:
            letters[last - 1] = "."
    return [span.shifted(block.start) for span in sentences("".join(letters))]


def frame_of(position: int, all_frames: Sequence[Span]) -> int:
    """The number of the frame that ``position`` is in, or of the one before it."""
    starts = [frame.start for frame in all_frames]
    return max(0, bisect_right(starts, position) - 1)
