"""The quotations of one article: words in quotation marks, and reported ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diptych.analysis.marks import Quoted, quoted_spans
from diptych.model.article import Article, Block
from diptych.model.reading import Quotation, QuotationKind


@dataclass(frozen=True, slots=True)
class QuotedBlock:
    """A block with what stands in quotation marks in it."""

    block: Block
    quoted: tuple[Quoted, ...]


def quoted_blocks(article: Article, blocks: Sequence[Block]) -> list[QuotedBlock]:
    """``blocks`` with their quoted spans, in order."""
    return [QuotedBlock(block, tuple(quoted_spans(article.text, block.span))) for block in blocks]


def bare_quotations(blocks: Sequence[QuotedBlock]) -> list[Quotation]:
    """The quoted words without anybody they are given to, for languages without a model."""
    return [
        Quotation(quoted.inner, QuotationKind.DIRECT) for block in blocks for quoted in block.quoted
    ]
