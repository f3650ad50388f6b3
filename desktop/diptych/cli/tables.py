"""What the command line prints for people: plain lines, aligned where there are columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import shorten

from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.listing import Entry, SearchResult
from diptych.model.reading import Reading

WIDTH = 100


def article_lines(path: str, article: Article, reading: Reading) -> Iterator[str]:
    """One article: its facts, who is named how often, who is quoted with what."""
    yield article.headline
    facts = [path, article.outlet, article.published, article.author]
    yield "  " + " · ".join(fact for fact in facts if fact)
    yield from (f"  {notice}" for notice in article.notices)
    yield "  names"
    for entity in sorted(reading.entities, key=lambda entity: -len(entity.mentions)):
        forms = sorted({mention.text_in(article.text) for mention in entity.mentions})
        other = ", ".join(form for form in forms if form != entity.name)
        line = f"    {len(entity.mentions):3}  {entity.kind:12}  {entity.name}"
        yield line + (f"  ({other})" if other else "")
    yield "  reported speech"
    for quotation in reading.quotations:
        speaker = quotation.speaker.name if quotation.speaker else "–"
        words = shorten(quotation.span.text_in(article.text), WIDTH - 40, placeholder=" …")
        yield f"    {quotation.kind:8}  {shorten(speaker, 24, placeholder='…'):24}  {words}"
    yield ""


def alignment_lines(left: Article, right: Article, alignment: Alignment) -> Iterator[str]:
    """Two articles: what they share, then what each tells alone."""
    for link in alignment.links:
        yield f"{link.relation:8} {link.score:.2f}"
        yield "  < " + shorten(link.left.text_in(left.text), WIDTH, placeholder=" …")
        yield "  > " + shorten(link.right.text_in(right.text), WIDTH, placeholder=" …")
    for mark, article, lone in (
        ("<", left, alignment.only_left),
        (">", right, alignment.only_right),
    ):
        yield f"only in {article.headline}"
        for span in lone:
            yield f"  {mark} " + shorten(span.text_in(article.text), WIDTH, placeholder=" …")


def library_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """How many articles a library holds, and which files could not be read."""
    problems = [entry for entry in entries if entry.problem]
    yield f"{len(entries) - len(problems)} articles"
    for entry in problems:
        yield f"  {entry.path}: {entry.problem}"


def result_lines(result: SearchResult, entries: Mapping[str, Entry]) -> Iterator[str]:
    """The hits of a query, each with its snippets; the words found stand in brackets."""
    if result.notice:
        yield str(result.notice)
    yield f"{result.total} found"
    for hit in result.hits:
        entry = entries.get(hit.path, Entry(hit.path))
        facts = [hit.path, entry.outlet, entry.published]
        yield entry.headline
        yield "  " + " · ".join(fact for fact in facts if fact)
        for snippet in hit.snippets:
            yield "    " + _bracketed(snippet.text, [(hit.start, hit.end) for hit in snippet.hits])


def _bracketed(text: str, marked: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(marked, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text.replace("\n", " ")
