"""Sidecars as files: a W3C Web Annotation page in JSON.

Source: Web Annotation Data Model, W3C Recommendation of 2017-02-23, sections 3.3.5 (purposes),
4.2.4 and 4.2.5 (selectors). A page without items is the one deviation from it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

import msgspec

from diptych.errors import SidecarError
from diptych.model.annotation import Annotation
from diptych.tagging.annotation_json import annotation_object, parsed_annotation
from diptych.tagging.json_text import (
    JsonError,
    UnwritableJsonError,
    compact_json,
    indented_json,
    json_bytes,
    parsed_json,
    taken_text,
)
from diptych.tagging.save import NewerFormatError
from diptych.tagging.sidecar import FORMAT, ArticleFacts, Deletion, Sidecar

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def read_sidecar(data: bytes, name: str) -> Sidecar:
    """The sidecar in ``data``; ``name`` is how an error calls it.

    Raises:
        NewerFormatError: it is of a newer format that reads otherwise.
        SidecarError: it is damaged, or no sidecar at all.
    """
    try:
        page = parsed_json(data)
    except JsonError as error:
        raise _broken(name, error) from error
    if not isinstance(page, dict):
        raise _broken(name, JsonError("it holds no annotations"))
    own = page.pop("diptych", {})
    if not isinstance(own, dict) or not isinstance(own.get("format", FORMAT), int):
        raise _broken(name, JsonError("its format is not stated"))
    if not isinstance(page.get("items"), list):
        if own.get("format", FORMAT) > FORMAT:
            raise NewerFormatError.of(name)
        raise _broken(name, JsonError("it holds no annotations"))
    return _parsed_page(page, own)


def sidecar_bytes(sidecar: Sidecar) -> bytes:
    """``sidecar`` as a file: UTF-8, keys in a fixed order, two-space indent, newline at the end."""
    items = map(annotation_object, sidecar.annotations)
    return json_bytes(_page_object(sidecar, [*items, *sidecar.foreign]))


class SidecarWriter:
    """Writes what `sidecar_bytes` does, and remembers each annotation's text for the next time.

    Between two saves of an article hardly more than one annotation changes: this halves the time.
    """

    def __init__(self) -> None:
        self._written: dict[str, tuple[Annotation, msgspec.Raw]] = {}

    def __call__(self, sidecar: Sidecar) -> bytes:
        """``sidecar`` as a file."""
        before, written = self._written, {}
        try:
            for annotation in sidecar.annotations:
                entry = before.get(annotation.id)
                if entry is None or entry[0] is not annotation:
                    raw = msgspec.Raw(compact_json(annotation_object(annotation)))
                    entry = (annotation, raw)
                written[annotation.id] = entry
            items = [raw for _, raw in written.values()]
            page = _page_object(sidecar, [*items, *sidecar.foreign])
            data = indented_json(compact_json(page))
        except UnwritableJsonError:
            return sidecar_bytes(sidecar)
        self._written = written
        return data


def _page_object(sidecar: Sidecar, items: list[Any]) -> dict[str, Any]:
    article = sidecar.article
    facts = {
        "file": article.file,
        "sha256": article.sha256,
        "bytes_sha256": article.bytes_sha256,
        "reader": article.reader,
        **dict(article.extra),
    }
    deleted = [{"id": gone.id, "when": gone.when, **dict(gone.extra)} for gone in sidecar.deleted]
    page: dict[str, Any] = {
        "@context": CONTEXT,
        "id": sidecar.id,
        "type": "AnnotationPage",
        "diptych": {
            "format": sidecar.format,
            "article": facts,
            "deleted": deleted,
            **dict(sidecar.own_extra),
        },
        "items": items,
    }
    page.update(sidecar.extra)
    return page


def _parsed_page(page: dict[str, Any], own: dict[str, Any]) -> Sidecar:
    """The sidecar of a page whose ``items`` is a list; takes both dictionaries apart."""
    annotations, foreign = _parsed_items(page.pop("items"))
    for key, value in (("@context", CONTEXT), ("type", "AnnotationPage")):
        if page.get(key) == value:
            del page[key]
    alive = {annotation.id for annotation in annotations}
    deleted = []
    if isinstance(own.get("deleted"), list):
        deleted = [_parsed_deletion(entry) for entry in own.pop("deleted")]
    return Sidecar(
        article=_parsed_facts(own.pop("article", {})),
        annotations=annotations,
        deleted=tuple(gone for gone in deleted if gone and gone.id not in alive),
        id=taken_text(page, "id"),
        format=own.pop("format", FORMAT),
        foreign=foreign,
        own_extra=tuple(own.items()),
        extra=tuple(page.items()),
    )


def _parsed_items(items: Iterable[Any]) -> tuple[tuple[Annotation, ...], tuple[Any, ...]]:
    annotations: dict[str, Annotation] = {}
    foreign = []
    for item in items:
        annotation = parsed_annotation(item)
        if annotation is None:
            foreign.append(item)
            continue
        other = annotations.get(annotation.id)
        if other is not None and other != annotation:
            annotation = _told_apart(item)
        annotations[annotation.id] = annotation
    return tuple(annotations.values()), tuple(foreign)


def _told_apart(item: dict[str, Any]) -> Annotation:
    """The annotation ``item`` under an id of its own, the same each time the file is read.

    Two people's versions can end up in one file when a program joins it line by line.
    """
    distinct = uuid.uuid5(uuid.NAMESPACE_URL, json_bytes(item).decode("utf-8")).urn
    renamed = parsed_annotation({**item, "id": distinct})
    assert renamed is not None
    return renamed


def _parsed_facts(raw: Any) -> ArticleFacts:
    if not isinstance(raw, dict):
        return ArticleFacts("")
    rest = dict(raw)
    return ArticleFacts(
        file=taken_text(rest, "file"),
        sha256=taken_text(rest, "sha256"),
        bytes_sha256=taken_text(rest, "bytes_sha256"),
        reader=taken_text(rest, "reader"),
        extra=tuple(rest.items()),
    )


def _parsed_deletion(raw: Any) -> Deletion | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
        return None
    rest = dict(raw)
    return Deletion(taken_text(rest, "id"), taken_text(rest, "when"), tuple(rest.items()))


def _broken(name: str, reason: JsonError) -> SidecarError:
    template = "The tags in “{name}” cannot be read: {reason}."
    return SidecarError(template, name=name, reason=reason)
