"""What of a list is meant by a few typed letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz

from diptych.model.listing import Entry
from diptych.text.words import folded, folded_text

ENOUGH_ALIKE = 75.0
"""Per cent of `rapidfuzz.fuzz.partial_ratio` from which a mistyped word still counts."""


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """Something the palette offers: a command, or an article that can be opened."""

    name: str
    """The command's name, or the article's path."""
    label: str
    detail: str = ""
    """The command's menu, or the article's outlet."""
    key: str = ""
    is_article: bool = False


def matching(typed: str, items: Sequence[PaletteItem], recent: Sequence[str]) -> list[PaletteItem]:
    """The items that ``typed`` may mean, the likeliest first; those used last before others.

    All of them where nothing is typed.
    """
    wanted = folded(typed.strip())
    used = {name: place for place, name in enumerate(recent)}
    ranked = []
    for place, item in enumerate(items):
        rank = _rank(folded(item.label), wanted)
        if rank is not None:
            ranked.append((rank, used.get(item.name, len(used)), place, item))
    return [item for *_order, item in sorted(ranked, key=lambda entry: entry[:3])]


class Headlines:
    """The headlines of ``articles``, folded all at once when they are first searched."""

    def __init__(self, articles: Iterable[Entry]) -> None:
        self._articles = articles
        self._folded: list[tuple[str, Entry]] | None = None

    def matching(self, typed: str, most: int) -> list[PaletteItem]:
        """At most ``most`` articles whose headline holds every word of ``typed``, in order."""
        words = folded(typed).split()
        if not words:
            return []
        if self._folded is None:
            entries = [entry for entry in self._articles if not entry.problem]
            lines = "\n".join(entry.headline.replace("\n", " ") for entry in entries)
            self._folded = list(zip(folded_text(lines).split("\n"), entries, strict=False))
        found = (
            PaletteItem(entry.path, entry.headline, entry.outlet, is_article=True)
            for line, entry in self._folded
            if all(word in line for word in words)
        )
        return list(islice(found, most))


def _rank(label: str, wanted: str) -> float | None:
    if label.startswith(wanted):
        return 0.0
    words = label.replace("-", " ").split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 1.0
    if wanted in label:
        return 2.0
    if not 4 <= len(wanted) <= len(label):
        return None
    alike = fuzz.partial_ratio(wanted, label, score_cutoff=ENOUGH_ALIKE)
    return 4.0 - alike / 100 if alike else None
