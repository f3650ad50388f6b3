"""What is known of a story in the shape that ``stories`` and ``compare`` print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diptych.cli.values import Json, span_value
from diptych.model.story import Derivation, Evidence, StoryAnalysis, StoryEntity, StoryPassage


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


def analysis_value(story: StoryAnalysis) -> Json:
    """Everything that the accounts of a story tell of one another."""
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
        "statements": [
            {"passages": [_passage_value(passage) for passage in statement.passages]}
            for statement in story.statements
        ],
        "only": [_passage_value(passage) for passage in story.only],
        "missing": [{"path": one.path, "statement": one.statement} for one in story.missing],
    }


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
