"""Libraries of any size, always the same: articles of invented words as common as real ones."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from pathlib import Path

WORDS = 500
VOCABULARY = 40_000

_COMMON = (
    "the to of and a in that is on for with said it was as by at from be have he are has his not "
    "an they will which their who but had been were its this more we would about after or one "
    "government minister president country people news security officials talks foreign"
).split()
_OUTLETS = [
    f"{first} {last}"
    for first in ("Northern", "Daily", "Coastal", "Evening", "River")
    for last in ("Courier", "Ledger", "Post", "Monitor")
]
_ONSETS = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r"]
_ONSETS += ["s", "st", "t", "tr", "v", "w", ""]
_CORES = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
_ENDS = ["", "n", "r", "s", "t", "l", "nd", "st", "ng", "ck", "m"]


def vocabulary(size: int = VOCABULARY) -> list[str]:
    """Distinct words, the commonest first."""
    source = random.Random(1)
    words = dict.fromkeys(_COMMON)
    while len(words) < size:
        syllables = 1 + min(3, int(source.expovariate(0.8)))
        parts = (source.choice(_ONSETS) + source.choice(_CORES) for _ in range(syllables))
        words["".join(parts) + source.choice(_ENDS)] = None
    return list(words)


def texts(count: int, words: int = WORDS) -> Iterator[tuple[str, str]]:
    """``count`` articles as file name and text; a word is as rare as its rank (Zipf)."""
    source = random.Random(2)
    known = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(known))))
    start = dt.date(2021, 1, 1)
    for number in range(count):
        day = start + dt.timedelta(days=source.randrange(730))
        chosen = source.choices(known, cum_weights=weights, k=words)
        title = " ".join(source.choices(known[len(_COMMON) : 4000], k=7)).capitalize()
        lines = [title, source.choice(_OUTLETS), f"{day:%d %B %Y}"]
        lines += [_paragraph(chosen[at : at + 50], source) for at in range(0, words, 50)]
        yield f"{number:06d}.txt", "\n\n".join(lines) + "\n"


def write_library(root: Path, count: int, words: int = WORDS) -> Path:
    """``root``, now with ``count`` articles in folders of a thousand."""
    for number, (name, text) in enumerate(texts(count, words)):
        folder = root / f"{number // 1000:03d}"
        if number % 1000 == 0:
            folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return root


def _paragraph(words: list[str], source: random.Random) -> str:
    middle = len(words) // 2
    if source.random() < 0.3:
        words[middle] = f"“{words[middle]}"
        words[-1] = f"{words[-1]}”"
    words[source.randrange(middle)] = f"{source.randrange(1, 400) * 500:,}"
    name = source.randrange(middle + 1, len(words) - 2)
    words[name : name + 2] = [word.capitalize() for word in words[name : name + 2]]
    sentences = " ".join(words[:middle]).capitalize(), " ".join(words[middle:])
    return f"{sentences[0]}. {sentences[1][0].upper()}{sentences[1][1:]}."
