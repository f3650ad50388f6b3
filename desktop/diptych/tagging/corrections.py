"""What readers correct of what the program found: annotations, each tied to its passage.

A correction says a value of a field of whatever was found at its passage. It names no id of an
analysis, so that it holds when the analysis is run again.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diptych.model.annotation import Annotation, Purpose, Target
from diptych.model.article import Article
from diptych.model.links import Relation
from diptych.storage import text_fingerprint
from diptych.tagging.anchors import Outcome, reanchor
from diptych.tagging.instants import instant
from diptych.text.spans import Span

SHA256 = "diptych:sha256"
"""The key of a second target that holds the hash of its article's text: names of files change."""

NO_NAME = "none"
"""The kind of what was taken for a name and is none."""


class Field(StrEnum):
    """What is corrected; a file may hold others, which are kept and not applied."""

    SPEAKER = "speaker"
    """Who says the quotation at the passage; empty for nobody."""
    KIND = "kind"
    """What the name at the passage is the name of: an `EntityKind`, or `NO_NAME`."""
    LINK = "link"
    """Whether the passage tells what a passage of another article tells: a `LinkState`."""


class LinkState(StrEnum):
    """What a reader says of two passages."""

    LINKED = "linked"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, looked up in the text of its article."""

    id: str
    """Of the annotation."""
    modified: str
    field: str
    value: str
    was: str
    """What the program had found."""
    words: str
    """The passage as it was when it was corrected; empty for the whole article."""
    span: Span | None
    """Where the passage is now; None where its words are gone or occur twice."""
    other: Target | None = None
    """Of a link: the passage of the other article."""


@dataclass(frozen=True, slots=True)
class HandLink:
    """Two passages that a reader linked, or whose link a reader deleted."""

    left: Span
    right: Span
    is_linked: bool
    relation: Relation
    modified: str

    def mirrored(self) -> HandLink:
        """The same seen from the other side."""
        return HandLink(self.right, self.left, self.is_linked, self.relation, self.modified)


def corrections_in(annotations: Iterable[Annotation], text: str) -> tuple[Correction, ...]:
    """The corrections among ``annotations`` of an article with this text, the latest last.

    Of two that contradict each other the later one is to be applied later, and so wins.
    """
    found = [correction for annotation in annotations for correction in _parsed(annotation, text)]
    return tuple(sorted(found, key=lambda one: (instant(one.modified), one.id)))


def hand_links(
    here: Article, corrections: Iterable[Correction], there: Article
) -> Iterator[HandLink]:
    """What ``corrections`` of the article ``here`` say about links to ``there``."""
    for one in corrections:
        if one.field != Field.LINK or one.span is None or one.other is None:
            continue
        if not _is_in(one.other, here.path, there) or one.other.anchor is None:
            continue
        end = _span_now(one.other, there.text)
        if end is not None:
            same = one.span.text_in(here.text) == end.text_in(there.text)
            relation = Relation.SAME if same else Relation.REWORDED
            is_linked = one.value == LinkState.LINKED
            yield HandLink(one.span, end, is_linked, relation, one.modified)


def latest_last(links: Iterable[HandLink]) -> list[HandLink]:
    """``links`` in the order in which they were said, so that the last word holds."""
    return sorted(links, key=lambda one: instant(one.modified))


def relative_source(path: str, other: str) -> str:
    """How the sidecar of ``path`` names the article at ``other``; both are of one library."""
    return posixpath.relpath(other, posixpath.dirname(path) or ".")


def corrections_hash(
    corrections: Mapping[str, Sequence[Correction]], statements: Iterable[object] = ()
) -> str:
    """What tells two states of the readers' corrections apart: a SHA-256.

    ``corrections`` are those of each article by the hash of its text; ``statements`` those about
    the library that count here, in their order. When and by whom they were made does not matter.
    """
    content = [
        [text, *([one.field, one.value, _ends(one.span), _addressed(one.other)] for one in each)]
        for text, each in sorted(corrections.items())
    ]
    return text_fingerprint(json.dumps([content, [repr(one) for one in statements]]))


def _parsed(annotation: Annotation, text: str) -> Iterator[Correction]:
    for body in annotation.bodies:
        if body.purpose is Purpose.EDITING:
            first, *rest = annotation.targets
            yield Correction(
                annotation.id,
                annotation.modified,
                body.field,
                body.value,
                body.was,
                first.anchor.exact if first.anchor else "",
                _span_now(first, text),
                rest[0] if rest else None,
            )


def _span_now(target: Target, text: str) -> Span | None:
    """The one place of ``text`` where the words of ``target`` are, or the likeliest by far."""
    if target.anchor is None:
        return None
    found = reanchor(target.anchor, text)
    return None if found.outcome is Outcome.AMBIGUOUS else found.span


def _is_in(target: Target, path: str, article: Article) -> bool:
    """Whether a target in the sidecar of ``path`` is a passage of ``article``."""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.source))
    return place == article.path or dict(target.extra).get(SHA256) == article.sha256 != ""


def _ends(span: Span | None) -> list[int]:
    return [span.start, span.end] if span is not None else []


def _addressed(target: Target | None) -> list[object]:
    """What of a second target decides what it is found to be."""
    if target is None:
        return []
    words = target.anchor.exact if target.anchor else ""
    return [target.source, words, _ends(target.anchor.span if target.anchor else None)]
