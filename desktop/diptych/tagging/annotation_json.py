"""One annotation as JSON, in both directions, with nothing lost that another program wrote."""

from __future__ import annotations

from typing import Any

from diptych.model.annotation import Anchor, Annotation, Body, Purpose, Target
from diptych.tagging.json_text import taken_text
from diptych.text.spans import Span

_FIELD = "diptych:field"
_WAS = "diptych:was"
_MARKDOWN = "text/markdown"
_QUOTE = "TextQuoteSelector"
_POSITION = "TextPositionSelector"
_PURPOSES = frozenset(purpose.value for purpose in Purpose) - {Purpose.OTHER.value}


def parsed_annotation(raw: Any) -> Annotation | None:
    """The annotation in ``raw``; None if it is none, or has no id or no target."""
    if not isinstance(raw, dict) or raw.get("type") != "Annotation":
        return None
    targets = _parsed_targets(raw.get("target"))
    if not targets or not isinstance(raw.get("id"), str):
        return None
    rest = dict(raw)
    del rest["type"], rest["target"]
    bodies = _parsed_bodies(rest)
    return Annotation(
        id=taken_text(rest, "id"),
        created=taken_text(rest, "created"),
        modified=taken_text(rest, "modified"),
        creator=_parsed_creator(rest),
        bodies=bodies,
        targets=targets,
        motivation=taken_text(rest, "motivation"),
        extra=tuple(rest.items()),
    )


def annotation_object(annotation: Annotation) -> dict[str, Any]:
    """``annotation`` as the JSON object that `parsed_annotation` reads."""
    known: dict[str, Any] = {"id": annotation.id, "type": "Annotation"}
    if annotation.motivation:
        known["motivation"] = annotation.motivation
    if annotation.created:
        known["created"] = annotation.created
    if annotation.modified:
        known["modified"] = annotation.modified
    if annotation.creator:
        known["creator"] = {"type": "Person", "name": annotation.creator}
    if annotation.bodies:
        known["body"] = [_body_object(body) for body in annotation.bodies]
    targets = [_target_object(target) for target in annotation.targets]
    known["target"] = targets[0] if len(targets) == 1 else targets
    known.update(annotation.extra)
    return known


def _parsed_creator(rest: dict[str, Any]) -> str:
    """The creator's name. Anything but a person with a name and no more stays in ``rest`` too."""
    creator = rest.get("creator")
    if isinstance(creator, str):
        return creator
    if not isinstance(creator, dict) or not isinstance(creator.get("name"), str):
        return ""
    name: str = creator["name"]
    if name and creator == {"type": "Person", "name": name}:
        del rest["creator"]
    return name


def _parsed_bodies(rest: dict[str, Any]) -> tuple[Body, ...]:
    """The bodies, taken out of ``rest`` unless one is neither an object nor an address."""
    raw = rest.get("body")
    entries = raw if isinstance(raw, list) else [raw]
    if not entries or not all(isinstance(entry, dict | str) and entry for entry in entries):
        return ()
    del rest["body"]
    return tuple(map(_parsed_body, entries))


def _parsed_body(raw: dict[str, Any] | str) -> Body:
    if isinstance(raw, str):
        return Body(Purpose.OTHER, raw)
    purpose = raw.get("purpose")
    is_text = raw.get("type") == "TextualBody" and isinstance(raw.get("value"), str)
    if not is_text or not isinstance(purpose, str) or purpose not in _PURPOSES:
        return Body(Purpose.OTHER, "", extra=tuple(raw.items()))
    rest = dict(raw)
    del rest["type"], rest["purpose"]
    value = taken_text(rest, "value")
    if purpose == Purpose.COMMENTING and rest.get("format") == _MARKDOWN:
        del rest["format"]
    if purpose == Purpose.EDITING:
        corrected, was = taken_text(rest, _FIELD), taken_text(rest, _WAS)
        return Body(Purpose.EDITING, value, corrected, was, tuple(rest.items()))
    return Body(Purpose(purpose), value, extra=tuple(rest.items()))


def _body_object(body: Body) -> dict[str, Any] | str:
    if body.purpose is Purpose.OTHER:
        return dict(body.extra) if body.extra else body.value
    known: dict[str, Any] = {"type": "TextualBody", "purpose": body.purpose.value}
    if body.purpose is Purpose.COMMENTING:
        known["format"] = _MARKDOWN
    known["value"] = body.value
    if body.field:
        known[_FIELD] = body.field
    if body.was:
        known[_WAS] = body.was
    known.update(body.extra)
    return known


def _parsed_targets(raw: Any) -> tuple[Target, ...]:
    """The targets; none if any of them has no source."""
    entries = raw if isinstance(raw, list) else [raw]
    targets = []
    for entry in entries:
        if isinstance(entry, str):
            targets.append(Target(entry))
        elif isinstance(entry, dict) and isinstance(entry.get("source"), str):
            targets.append(_parsed_target(entry))
        else:
            return ()
    return tuple(targets)


def _parsed_target(raw: dict[str, Any]) -> Target:
    rest = dict(raw)
    source = taken_text(rest, "source")
    anchor = _parsed_anchor(_selectors(rest.get("selector")))
    if anchor is not None and rest["selector"] == _selector_objects(anchor, []):
        del rest["selector"]
    return Target(source, anchor, tuple(rest.items()))


def _selectors(raw: Any) -> list[dict[str, Any]]:
    entries = raw if isinstance(raw, list) else [raw]
    return [entry for entry in entries if isinstance(entry, dict)]


def _parsed_anchor(selectors: list[dict[str, Any]]) -> Anchor | None:
    quote = next((one for one in selectors if _is_quote(one)), None)
    position = next((one for one in selectors if _is_position(one)), None)
    if quote is None and position is None:
        return None
    span = Span(position["start"], position["end"]) if position else Span(0, 0)
    words = dict(quote or {})
    exact, prefix, suffix = (taken_text(words, key) for key in ("exact", "prefix", "suffix"))
    return Anchor(span, exact, prefix, suffix)


def _is_quote(selector: dict[str, Any]) -> bool:
    return selector.get("type") == _QUOTE and isinstance(selector.get("exact"), str)


def _is_position(selector: dict[str, Any]) -> bool:
    start, end = selector.get("start"), selector.get("end")
    return (
        selector.get("type") == _POSITION
        and isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start <= end
    )


def _target_object(target: Target) -> dict[str, Any]:
    known: dict[str, Any] = {"source": target.source}
    extra = dict(target.extra)
    if target.anchor is not None:
        known["selector"] = _selector_objects(target.anchor, extra.pop("selector", []))
    known.update(extra)
    return known


def _selector_objects(anchor: Anchor, others: Any) -> list[Any]:
    """The anchor's two selectors, in the place of those of ``others``, whose other keys stay."""
    quote = {
        "type": _QUOTE,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    position = {"type": _POSITION, "start": anchor.span.start, "end": anchor.span.end}
    if not others:
        return [quote, position]
    has_quote = has_position = False
    objects: list[Any] = []
    for other in others if isinstance(others, list) else [others]:
        if not has_quote and isinstance(other, dict) and _is_quote(other):
            has_quote = True
            objects.append({**other, **quote})
        elif not has_position and isinstance(other, dict) and _is_position(other):
            has_position = True
            objects.append({**other, **position})
        else:
            objects.append(other)
    if not has_quote and anchor.exact:
        objects.append(quote)
    if not has_position and len(anchor.span):
        objects.append(position)
    return objects
