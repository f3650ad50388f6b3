"""What is known of a story in the shape that ``stories`` and ``compare`` print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diptych.cli.values import Json, span_value
from diptych.model.article import Article
from diptych.model.figures import Figure, PairedFigure, SharedFigure
from diptych.model.story import Derivation, Evidence, Story, StoryEntity, StoryPassage
from diptych.model.utterances import Utterance, Version


def derivation_value(derivation: Derivation) -> Json:
    """How two accounts relate."""
    return {
        "from": derivation.origin,
        "share": derivation.share,
        "verdict": derivation.verdict,
        "evidence": [_evidence_value(one) for one in derivation.evidence],
    }


def _evidence_value(evidence: Evidence) -> Json:
    return {
        "kind": evidence.kind,
        "left": span_value(evidence.left) if evidence.left else None,
        "right": span_value(evidence.right) if evidence.right else None,
    }


def analysis_value(told: Story) -> Json:
    """Everything that the accounts of a story tell of one another."""
    story = told.analysis
    return {
        "texts": _lists(story.texts),
        "origins": {
            "likely": _lists(story.origins.likely),
            "least": story.origins.least,
            "most": story.origins.most,
        },
        "pairs": [
            {"left": pair.left, "right": pair.right, **derivation_value(pair.derivation)}
            for pair in story.pairs
        ],
        "entities": [_entity_value(entity) for entity in story.entities],
        "quotes": [_utterance_value(one, told) for one in story.utterances],
        "quantities": [_shared_figure_value(one) for one in story.figures],
        "dates": [
            {
                "path": one.path,
                **span_value(one.span),
                "when": one.when,
                "inferred_from": one.from_path,
            }
            for one in story.dates
        ],
        "statements": [
            {"passages": [_passage_value(passage) for passage in statement.passages]}
            for statement in story.statements
        ],
        "only": [_passage_value(passage) for passage in story.only],
        "missing": [{"path": one.path, "statement": one.statement} for one in story.missing],
    }


def paired_figures_value(figures: Iterable[PairedFigure]) -> list[Json]:
    """What two accounts count, each with the value of either side."""
    return [
        {
            "what": one.what or None,
            "left": _figure_value(one.left),
            "right": _figure_value(one.right),
            "relation": one.relation,
        }
        for one in figures
    ]


def _figure_value(figure: Figure) -> Json:
    return {
        **span_value(figure.span),
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit or None,
        "qualifier": figure.qualifier,
        "given_by": figure.given_by or None,
    }


def _shared_figure_value(figure: SharedFigure) -> Json:
    return {
        "what": figure.what or None,
        "relation": figure.relation,
        "values": [{"path": one.path, **_figure_value(one)} for one in figure.values],
    }


def _utterance_value(utterance: Utterance, told: Story) -> Json:
    return {
        "speaker": utterance.speaker or None,
        "versions": [_version_value(one, told.articles[one.path]) for one in utterance.versions],
    }


def _version_value(version: Version, article: Article) -> Json:
    text = version.span.text_in(article.text)
    return {"path": version.path, **span_value(version.span), "text": text, "kind": version.kind}


def _entity_value(entity: StoryEntity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "forms": [form.text for form in entity.forms],
        "used_by": {form.text: list(form.paths) for form in entity.forms},
    }


def _passage_value(passage: StoryPassage) -> Json:
    return {"path": passage.path, **span_value(passage.span)}


def _lists(groups: Iterable[Iterable[Any]]) -> list[list[Any]]:
    return [list(group) for group in groups]
