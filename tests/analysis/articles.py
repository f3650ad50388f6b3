"""Articles made of a few lines, and what is found in them, as text."""

import hashlib
from functools import cache

from diptych.analysis.reading import read
from diptych.model.article import Article, Block, BlockKind
from diptych.model.reading import Quotation, QuotationKind, Reading
from diptych.text.spans import Span


def article_of(*lines: str, language: str = "en", kinds: dict[int, BlockKind] | None = None):
    """Return an article of paragraphs; ``kinds`` gives other kinds by line number."""
    blocks, position = [], 0
    for number, line in enumerate(lines):
        kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
        blocks.append(Block(kind, Span(position, position + len(line))))
        position += len(line) + 1
    text = "\n".join(lines)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article("made.txt", "text/1", text, tuple(blocks), language=language, sha256=sha256)


@cache
def reading_of(*lines: str) -> tuple[Article, Reading]:
    article = article_of(*lines)
    return article, read(article)


def direct(reading: Reading) -> list[Quotation]:
    return [one for one in reading.quotations if one.kind is QuotationKind.DIRECT]


def quotations_in(*lines: str) -> list[tuple[str, str | None]]:
    """Return each direct quotation's words with the name of its speaker."""
    article, reading = reading_of(*lines)
    return [
        (one.span.text_in(article.text), one.speaker.name if one.speaker else None)
        for one in direct(reading)
    ]


def names_in(*lines: str) -> dict[str, set[str]]:
    """Return the entities found: name and kind, with the forms that occur."""
    article, reading = reading_of(*lines)
    return {
        f"{entity.name} ({entity.kind})": {span.text_in(article.text) for span in entity.mentions}
        for entity in reading.entities
    }
