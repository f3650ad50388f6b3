"""Small articles for the reader's tests, and everything that can be known about them."""

import hashlib

from diptych.model.article import Article, Block, BlockKind
from diptych.model.links import Alignment, Link, Relation
from diptych.model.reading import Entity, EntityKind, Quotation, QuotationKind, Reading, Speaker
from diptych.text.spans import Span

Line = tuple[BlockKind, str]

LINES: tuple[Line, ...] = (
    (BlockKind.NOISE, "Home News Weather"),
    (BlockKind.NOISE, "Most read"),
    (BlockKind.TITLE, "Ferry talks go on 🚢 in Halvern"),
    (BlockKind.DATELINE, "12 March 2024"),
    (
        BlockKind.PARAGRAPH,
        "Anna Weiss opened the talks. She called them “a fair start”. Nobody left.",
    ),
    (BlockKind.CAPTION, "The harbour at noon 📷. Picture: MPA"),
    (BlockKind.NOISE, "Download the app"),
    (BlockKind.PARAGRAPH, "The Ferry Union waits in Halvern. It wants three ships, Weiss said."),
    (BlockKind.PARAGRAPH, "More talks follow on Friday."),
)


def article_of(lines: tuple[Line, ...] = LINES, path: str = "ferry.txt") -> Article:
    """Return an article made of these blocks."""
    blocks, start = [], 0
    for kind, words in lines:
        blocks.append(Block(kind, Span(start, start + len(words))))
        start += len(words) + 1
    text = "\n".join(words for _, words in lines)
    title = next((words for kind, words in lines if kind is BlockKind.TITLE), "")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(path, "text/1", text, tuple(blocks), title=title, sha256=digest)


def long_article(paragraphs: int = 60, path: str = "long.txt") -> Article:
    """Return an article of many paragraphs of two sentences each."""
    sentence = (
        "Paragraph {0} tells of ships that wait for the pilot and of a harbour without wind. "
    )
    body = ((sentence * 2 + "It ends with {0}.").format(number) for number in range(paragraphs))
    title = (BlockKind.TITLE, "Many ships")
    return article_of((title, *((BlockKind.PARAGRAPH, words) for words in body)), path)


def span_of(article: Article, words: str) -> Span:
    """Return where ``words`` first stand in ``article``."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def reading_of(article: Article) -> Reading:
    """Return a reading of the ferry article: three names and one quotation."""
    weiss = tuple(span_of(article, words) for words in ("Anna Weiss", "Weiss said"))
    weiss = (weiss[0], Span(weiss[1].start, weiss[1].start + 5))
    return Reading(
        article.sha256,
        "1",
        (),
        (
            Entity("1", EntityKind.PERSON, "Anna Weiss", weiss),
            Entity("2", EntityKind.ORGANISATION, "Union", (span_of(article, "Ferry Union"),)),
            Entity("3", EntityKind.PLACE, "Halvern", (span_of(article, "Halvern"),)),
        ),
        (
            Quotation(
                span_of(article, "a fair start"),
                QuotationKind.DIRECT,
                Speaker("Anna Weiss", "1", span_of(article, "She")),
            ),
        ),
    )


def aligned(left: Article, right: Article, pairs: list[tuple[Span, Span]]) -> Alignment:
    """Return an alignment of these passages, all of them sure."""
    links = tuple(Link(a, b, Relation.SAME, 1.0) for a, b in pairs)
    return Alignment(left.sha256, right.sha256, links, (), ())
