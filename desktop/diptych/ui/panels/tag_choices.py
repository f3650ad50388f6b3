"""Which tags are offered for what has been typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.model.annotation import Tag
from diptych.text.words import folded


@dataclass(frozen=True, slots=True)
class TagChoice:
    """One tag that is offered."""

    name: str
    colour: str = ""
    """``#rrggbb``; empty for a tag that does not exist yet."""
    key: str = ""
    is_new: bool = False


def choices(typed: str, tags: Sequence[Tag], colours: Sequence[str]) -> list[TagChoice]:
    """The tags that ``typed`` may mean, the likeliest first.

    Those that begin with it, then those with a word that does, then those that hold it anywhere;
    last a new tag of that name where there is none.
    ``colours`` are those of ``tags``, in the same order.
    """
    wanted, name = folded(typed.strip()), " ".join(typed.split())
    ranked = []
    for number, (tag, colour) in enumerate(zip(tags, colours, strict=True)):
        place = rank(folded(tag.name), wanted)
        if place is not None:
            ranked.append((place, number, TagChoice(tag.name, colour, tag.key)))
    found = [choice for _rank_, _number, choice in sorted(ranked, key=lambda item: item[:2])]
    if name and all(folded(tag.name) != wanted for tag in tags):
        found.append(TagChoice(name, is_new=True))
    return found


def rank(name: str, wanted: str) -> int | None:
    """How well ``name`` fits what is ``wanted``, 0 the best; None for not at all. Both folded."""
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.replace("-", " ").replace("/", " ").split()):
        return 1
    return 2 if wanted in name else None
