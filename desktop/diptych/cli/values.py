"""Articles and what is known of them in the shapes that the command line prints.

The shapes are those of the manual: positions are code points of the canonical text, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.listing import Entry, SearchResult
from diptych.model.reading import Entity, Quantity, Quotation, Reading
from diptych.text.spans import Span
from diptych.workspace.importing import Refreshed
from diptych.workspace.listing import StoryGroup

Json = dict[str, Any]


def span_value(span: Span) -> Json:
    """``{start, end}``."""
    return {"start": span.start, "end": span.end}


def article_value(path: str, article: Article, reading: Reading) -> Json:
    """One article as ``inspect`` prints it."""
    return {
        "path": path,
        "title": article.title,
        "outlet": article.outlet or None,
        "published": article.published or None,
        "updated": article.updated or None,
        "author": article.author or None,
        "credits": list(article.credits),
        "standfirst": article.standfirst or None,
        "language": article.language or None,
        "notices": list(article.notices),
        "text": article.text,
        "blocks": [{**span_value(block.span), "kind": block.kind} for block in article.blocks],
        "entities": [_entity_value(entity) for entity in reading.entities],
        "quotes": [_quotation_value(quotation) for quotation in reading.quotations],
        "quantities": [_quantity_value(quantity) for quantity in reading.quantities],
    }


def _entity_value(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "mentions": [span_value(mention) for mention in entity.mentions],
    }


def _quotation_value(quotation: Quotation) -> Json:
    speaker = None
    if quotation.speaker is not None:
        span = quotation.speaker.span
        speaker = {
            "name": quotation.speaker.name,
            "entity": quotation.speaker.entity or None,
            "start": span.start if span else None,
            "end": span.end if span else None,
        }
    return {
        **span_value(quotation.span),
        "kind": quotation.kind,
        "speaker": speaker,
        "cue": span_value(quotation.cue) if quotation.cue else None,
    }


def _quantity_value(quantity: Quantity) -> Json:
    return {
        **span_value(quantity.span),
        "value": quantity.value,
        "upper": quantity.upper,
        "when": quantity.when or None,
        "unit": quantity.unit or None,
        "what": quantity.what or None,
        "qualifier": quantity.qualifier,
    }


def alignment_value(
    paths: tuple[str, str], articles: tuple[Article, Article], alignment: Alignment
) -> Json:
    """Two articles, left and right, as ``compare`` prints them; the paths as they were given."""
    left, right = (
        {"path": path, "text": article.text} for path, article in zip(paths, articles, strict=True)
    )
    return {
        "left": left,
        "right": right,
        "links": [
            {
                "left": span_value(link.left),
                "right": span_value(link.right),
                "relation": link.relation,
                "score": round(link.score, 3),
            }
            for link in alignment.links
        ],
        "only_left": _span_values(alignment.only_left),
        "only_right": _span_values(alignment.only_right),
    }


def _span_values(spans: Iterable[Span]) -> list[Json]:
    return [span_value(span) for span in spans]


def library_value(entries: Iterable[Entry], refreshed: Refreshed) -> Json:
    """A library and what has changed in it, as ``index`` prints it."""
    listed = list(entries)
    problems = [entry for entry in listed if entry.problem]
    return {
        "articles": len(listed) - len(problems),
        "changed": sorted(refreshed.changed),
        "removed": sorted(refreshed.removed),
        "problems": [{"path": entry.path, "problem": entry.problem} for entry in problems],
    }


def story_value(group: StoryGroup) -> Json:
    """One story as ``stories`` prints it."""
    return {"title": group.title, "articles": [entry.path for entry in group.entries]}


def result_value(result: SearchResult) -> Json:
    """The answer to a query as ``search`` prints it."""
    return {
        "total": result.total,
        "notice": str(result.notice) if result.notice else None,
        "hits": [
            {
                "path": hit.path,
                "score": round(hit.score, 3),
                "snippets": [
                    {"text": snippet.text, "hits": _span_values(snippet.hits)}
                    for snippet in hit.snippets
                ],
            }
            for hit in result.hits
        ],
        "facets": [
            {"field": facet.field, "value": facet.value, "count": facet.count}
            for facet in result.facets
        ],
    }
