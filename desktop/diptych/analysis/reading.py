"""Everything that can be found in one article by itself."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from diptych.analysis.aliases import entities
from diptych.analysis.basis import Told, statements
from diptych.analysis.english import parse
from diptych.analysis.names import mentions
from diptych.analysis.quantities import quantities
from diptych.analysis.quotations import QuotedBlock, bare_quotations, quoted_blocks
from diptych.analysis.reported import outermost, reports
from diptych.analysis.resolution import Cast
from diptych.analysis.scenes import Scene
from diptych.analysis.speakers import attributed
from diptych.analysis.versions import READING
from diptych.model.article import MAX_ANALYSED, PROSE, Article, Block, BlockKind
from diptych.model.reading import Reading
from diptych.text.sentences import sentences
from diptych.text.spans import Span

_NAMING: Final = PROSE | {BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE}
"""The kinds of block whose names count: the account, and who took its pictures and wrote it."""
_COUNTING: Final = PROSE | {BlockKind.CAPTION}
"""The kinds of block whose numbers count."""


def read(article: Article) -> Reading:
    """The sentences, names, quotations, quantities and statements of ``article``.

    Takes time in proportion to its length.
    Beyond `MAX_ANALYSED` there are sentences only. An article in another language than English
    has sentences and quotation marks, but neither names, speakers, quantities nor statements.
    """
    found = tuple(
        sentence for block in article.prose() for sentence in sentences(article.text, block.span)
    )
    if article.language.lower().startswith("en"):
        return _understood(article, found)
    return Reading(
        article.sha256, READING, found, quotations=tuple(bare_quotations(_quoted(article)))
    )


def _understood(article: Article, found: tuple[Span, ...]) -> Reading:
    """What is in an English article, each kind in the order of the text."""
    blocks = _within(article, _NAMING)
    parsed = parse(article.text, [block.span for block in blocks])
    people = entities(mentions(article.text, parsed))
    by_start = {piece.start: piece for piece in parsed}
    scenes = [
        Scene(article.text, one.block, one.quoted, by_start[one.block.span.start])
        for one in _quoted(article)
        if one.block.span.start in by_start
    ]
    cast = Cast(article.text, people, [scene.piece for scene in scenes])
    direct = attributed(scenes, cast)
    told = [Told(scene, reports(scene, cast)) for scene in scenes]
    indirect = [one for each in told for one in outermost(each.reports)]
    account = [by_start[block.span.start] for block in blocks if block.kind in _COUNTING]
    voiced, modalities = statements(article, found, told, direct, cast, people)
    return Reading(
        article.sha256,
        READING,
        found,
        people,
        tuple(sorted(direct + indirect, key=lambda one: (one.span, one.kind))),
        quantities(article, account),
        voiced,
        modalities,
    )


def _quoted(article: Article) -> list[QuotedBlock]:
    return quoted_blocks(article, _within(article, PROSE))


def _within(article: Article, kinds: Collection[BlockKind]) -> list[Block]:
    """The blocks of these kinds that lie within the first `MAX_ANALYSED` code points of them."""
    chosen = []
    left = MAX_ANALYSED
    for block in article.blocks:
        if block.kind not in kinds:
            continue
        left -= len(block.span)
        if left < 0:
            break
        chosen.append(block)
    return chosen
