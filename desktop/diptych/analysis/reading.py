"""Everything that can be found in one article by itself."""

from __future__ import annotations

from typing import Final

from diptych.analysis.aliases import entities
from diptych.analysis.english import parse
from diptych.analysis.names import mentions
from diptych.analysis.quotations import bare_quotations, quoted_blocks
from diptych.analysis.reported import reported
from diptych.analysis.resolution import Cast
from diptych.analysis.scenes import Scene
from diptych.analysis.speakers import attributed
from diptych.analysis.versions import READING
from diptych.model.article import Article, Block, BlockKind
from diptych.model.reading import Reading
from diptych.text.sentences import sentences

MAX_ANALYSED: Final = 200_000
"""Code points of prose that are analysed; about 35,000 words, which take some ten seconds."""


def read(article: Article) -> Reading:
    """The sentences, names and quotations of ``article``, in time in proportion to its length.

    Beyond `MAX_ANALYSED` there are sentences only. An article in another language than English
    has sentences and quotation marks, but neither names nor speakers.
    """
    prose = article.prose()
    found = tuple(sentence for block in prose for sentence in sentences(article.text, block.span))
    within = _within(article.blocks, {block.kind for block in prose} | {BlockKind.CAPTION})
    quoting = [block for block in within if block.kind is not BlockKind.CAPTION]
    quoted = quoted_blocks(article, quoting)
    if not article.language.lower().startswith("en"):
        return Reading(article.sha256, READING, found, quotations=tuple(bare_quotations(quoted)))
    parsed = parse(article.text, [block.span for block in within])
    people = entities(mentions(article.text, parsed))
    prose_parsed = [
        piece
        for block, piece in zip(within, parsed, strict=True)
        if block.kind is not BlockKind.CAPTION
    ]
    cast = Cast(article.text, people, prose_parsed)
    scenes = [
        Scene(article.text, one.block, one.quoted, piece)
        for one, piece in zip(quoted, prose_parsed, strict=True)
    ]
    quotations = sorted(
        attributed(scenes, cast) + reported(scenes, cast), key=lambda one: (one.span, one.kind)
    )
    return Reading(article.sha256, READING, found, people, tuple(quotations))


def _within(blocks: tuple[Block, ...], kinds: set[BlockKind]) -> list[Block]:
    """The blocks of these kinds that lie within the first `MAX_ANALYSED` code points of them."""
    chosen = []
    left = MAX_ANALYSED
    for block in blocks:
        if block.kind not in kinds:
            continue
        left -= len(block.span)
        if left < 0:
            break
        chosen.append(block)
    return chosen
