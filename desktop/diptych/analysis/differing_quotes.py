"""Words inside quotation marks that two passages give differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from diptych.analysis.compared import Compared, Voice
from diptych.analysis.replaced import Stretch, likeness, replaced
from diptych.analysis.wording import runs
from diptych.model.differences import Difference, DifferenceKind
from diptych.text.spans import Span
from diptych.text.words import folded, words

_LEAST_ALIKE: Final = 0.3
"""The share of the words of two quotations that has to be in order in both, to be one remark."""
_LEAST_HELD: Final = 0.6
_LEAST_WORDS: Final = 3
"""The same share of the shorter one, of so many words at least."""
_Terms = Sequence[tuple[str, Span]]
Same = tuple[Sequence[Span], Sequence[Span]]
_NEGATED: Final = {"can't": "can not", "won't": "will not", "cannot": "can not"}
_SHORT: Final = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am"}


def differing_quotes(left: Compared, right: Compared, same: Same) -> Iterator[Difference]:
    """The quoted words that were exchanged for others; words left out at an end are no change.

    Nor are those in ``same``: numbers and names in another form, on the left and on the right.
    """
    theirs = [voice for voice in right.voices if voice.is_direct]
    for one in (voice for voice in left.voices if voice.is_direct):
        ours = _terms(left, one)
        scored = [(_likeness(ours, _terms(right, other)), other) for other in theirs]
        alike, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if best is None or not _LEAST_ALIKE <= alike < 1:
            continue
        difference = _changed(ours, _terms(right, best), same)
        if difference is not None:
            yield difference


def _terms(side: Compared, voice: Voice) -> list[tuple[str, Span]]:
    """The words of a quotation with contractions written out, each with its place."""
    found = []
    for word in words(side.text, voice.content):
        form = folded(word.text_in(side.text))
        found += [(part, word) for part in _written_out(form).split()]
    return found


def _written_out(form: str) -> str:
    if form in _NEGATED:
        return _NEGATED[form]
    if form.endswith("n't"):
        return f"{form[:-3]} not"
    for ending, word in _SHORT.items():
        if form.endswith(ending):
            return f"{form[: -len(ending)]} {word}"
    return form


def _likeness(left: _Terms, right: _Terms) -> float:
    """The share of the words of both, or of a much shorter one, that are in order in both."""
    ours, theirs = [term for term, _ in left], [term for term, _ in right]
    alike = likeness(ours, theirs)
    smaller = min(len(ours), len(theirs))
    held = alike * (len(ours) + len(theirs)) / 2 / max(1, smaller)
    is_held = held >= _LEAST_HELD and smaller >= _LEAST_WORDS
    return max(alike, _LEAST_ALIKE) if is_held else alike


def _changed(left: _Terms, right: _Terms, same: Same) -> Difference | None:
    """The words that stand for others, and those put in between."""
    ours, theirs = [term for term, _ in left], [term for term, _ in right]
    mine: list[Span] = []
    yours: list[Span] = []
    for (start, end), (other_start, other_end) in _exchanged(ours, theirs):
        mine += [span for term, span in left[start:end] if term not in theirs]
        yours += [span for term, span in right[other_start:other_end] if term not in ours]
    mine = [span for span in mine if not any(span.overlaps(one) for one in same[0])]
    yours = [span for span in yours if not any(span.overlaps(one) for one in same[1])]
    if not mine and not yours:
        return None
    return Difference(DifferenceKind.QUOTED_WORDS, _runs(mine, left), _runs(yours, right))


def _exchanged(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[Stretch, Stretch]]:
    """The stretches that differ; what one side leaves out at an end is none of them."""
    for (start, end), (other_start, other_end) in replaced(left, right):
        length = min(end - start, other_end - other_start)
        if end == len(left) and other_end == len(right):
            yield (start, start + length), (other_start, other_start + length)
        elif start == other_start == 0:
            yield (end - length, end), (other_end - length, other_end)
        else:
            yield (start, end), (other_start, other_end)


def _runs(changed: Iterable[Span], among: _Terms) -> tuple[Span, ...]:
    """Neighbouring words joined; those of a contraction are one."""
    return runs(dict.fromkeys(changed), dict.fromkeys(span for _, span in among))
