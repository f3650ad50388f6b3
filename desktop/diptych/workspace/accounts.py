"""One passage in every account of its story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from diptych.analysis.wording import wording_difference
from diptych.model.article import Article
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Quotation, QuotationKind, Reading
from diptych.text.spans import Span


class Voice(StrEnum):
    """In whose voice a passage is told."""

    DIRECT = "direct speech"
    INDIRECT = "reported speech"
    OWN = "own voice"


@dataclass(frozen=True, slots=True)
class AccountPassage:
    """How one account tells the passage.

    ``span`` and ``text`` are of the linked passage in that account; where nothing was found
    ``span`` is None and ``text`` is empty. ``differing`` are the words, inside ``text``, that the
    reference does not have.
    """

    path: str
    outlet: str
    span: Span | None
    text: str = ""
    is_reference: bool = False
    relation: Relation | None = None
    score: float = 0.0
    voice: Voice = Voice.OWN
    speaker: str = ""
    differing: tuple[Span, ...] = ()
    is_speaker_corrected: bool = False
    is_linked_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Accounts:
    """A passage of the article at ``path`` in every account of its story.

    The reference comes first. ``waiting`` accounts are not aligned yet; ``failed`` ones could not
    be, and nothing is known of what they say.
    """

    path: str
    passage: Span
    rows: tuple[AccountPassage, ...]
    waiting: int = 0
    failed: int = 0

    @property
    def found(self) -> int:
        """How many accounts have the passage, the reference among them."""
        return sum(row.span is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class LonePassage:
    """A passage of an article that the facing account does not tell.

    ``told_by`` of the ``others``, the accounts of the story beside these two, tell it; ``waiting``
    ones are not compared yet.
    """

    span: Span
    told_by: int = 0
    others: int = 0
    waiting: int = 0

    @property
    def is_only_here(self) -> bool:
        """Whether no account of the story tells it but this one; known once all are compared."""
        return self.told_by == self.waiting == 0


def lone_passages(
    alone: Iterable[Span], elsewhere: Sequence[Alignment], waiting: int = 0
) -> tuple[LonePassage, ...]:
    """The passages ``alone`` with how many of the accounts in ``elsewhere`` tell each.

    The alignments run from the article of the passages to each of the other accounts, but for
    ``waiting`` ones.
    """
    return tuple(
        LonePassage(
            span,
            sum(any(link.left.overlaps(span) for link in one.links) for one in elsewhere),
            len(elsewhere),
            waiting,
        )
        for span in alone
    )


def reference_passage(article: Article, reading: Reading | None, passage: Span) -> AccountPassage:
    """The passage under the cursor, which the other accounts are compared with."""
    return _told(article, reading, passage, is_reference=True)


def found_passage(
    reference: Article,
    passage: Span,
    article: Article,
    reading: Reading | None,
    alignment: Alignment,
) -> AccountPassage:
    """``passage`` as ``article`` tells it; ``alignment`` runs from the reference to it."""
    links = linked(alignment, passage)
    if not links:
        return AccountPassage(article.path, article.known_as, None)
    span = Span(min(link.right.start for link in links), max(link.right.end for link in links))
    best = max(links, key=lambda link: link.score)
    told = _told(article, reading, span)
    source = Span(min(link.left.start for link in links), max(link.left.end for link in links))
    wording = wording_difference(reference.text, source, article.text, span)
    differing = tuple(run.shifted(-span.start) for run in wording.right)
    return replace(
        told,
        relation=best.relation,
        score=best.score,
        differing=differing,
        is_linked_by_hand=best.by_hand,
    )


def linked(alignment: Alignment, passage: Span) -> list[Link]:
    """The links whose left side the passage touches, and that stand together on the right.

    Passages of one account that lie far from the surest of them are left out: showing half an
    article as the counterpart of one paragraph helps nobody.
    """
    links = [link for link in alignment.links if link.left.overlaps(passage)]
    if not links:
        return []
    best = max(links, key=lambda link: link.score)
    near = max(3 * len(best.right), 600)
    return [
        link
        for link in links
        if link.right.start < best.right.end + near and best.right.start < link.right.end + near
    ]


def _told(
    article: Article, reading: Reading | None, span: Span, *, is_reference: bool = False
) -> AccountPassage:
    quotation = _main_quotation(reading.quotations if reading else (), span)
    voice, speaker = Voice.OWN, ""
    if quotation is not None:
        is_direct = quotation.kind is QuotationKind.DIRECT
        voice = Voice.DIRECT if is_direct else Voice.INDIRECT
        speaker = quotation.speaker.name if quotation.speaker else ""
    return AccountPassage(
        article.path,
        article.known_as,
        span,
        span.text_in(article.text).replace("\n", " "),
        is_reference,
        voice=voice,
        speaker=speaker,
        is_speaker_corrected=quotation is not None and quotation.by_hand,
    )


def _main_quotation(quotations: Iterable[Quotation], span: Span) -> Quotation | None:
    """The quotation that fills most of the passage, if it is more than a word or two of it."""
    shares = [(quotation.span.shared(span), quotation) for quotation in quotations]
    share, quotation = max(shares, key=lambda pair: pair[0], default=(0, None))
    return quotation if share * 5 >= len(span) else None
