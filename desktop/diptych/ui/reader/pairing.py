"""Which passages of two articles belong together. Knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.text.spans import Span

if TYPE_CHECKING:
    from diptych.model.links import Alignment, Link


@dataclass(frozen=True, slots=True)
class Pairing:
    """The links between the article on side 0 and the one on side 1."""

    links: tuple[Link, ...] = ()
    lone: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())

    @classmethod
    def of(cls, alignment: Alignment | None) -> Pairing:
        """What an alignment says; nothing without one."""
        if alignment is None:
            return cls()
        return cls(alignment.links, (alignment.only_left, alignment.only_right))

    def mirrored(self) -> Pairing:
        """The same seen from the other side."""
        from diptych.model.links import mirrored

        return Pairing(mirrored(self.links), (self.lone[1], self.lone[0]))

    def links_at(self, side: int, span: Span) -> list[Link]:
        """The links of any words of ``span`` on ``side``; those that share most come first."""
        found = [link for link in self.links if end(link, side).overlaps(span)]
        return sorted(found, key=lambda link: -end(link, side).shared(span))

    def counterpart(self, side: int, span: Span) -> Span | None:
        """The passage of the other side that tells what ``span`` of ``side`` tells, or None.

        Where several neighbouring passages do, all of them; of passages far apart the one that
        belongs to most of ``span``.
        """
        links = self.links_at(side, span)
        if not links:
            return None
        whole = end(links[0], 1 - side)
        for other in sorted(end(link, 1 - side) for link in links[1:]):
            if other.start - whole.end <= 2 and whole.start - other.end <= 2:
                whole = whole.joined(other)
        return whole


def end(link: Link, side: int) -> Span:
    """The passage of ``link`` on ``side``: 0 is left, 1 is right."""
    return link.right if side else link.left
