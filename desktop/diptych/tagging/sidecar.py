"""The sidecar: what is kept beside an article, as values."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from diptych.model.annotation import Annotation, Extra

FORMAT = 1
"""The newest format this program writes; newer ones are opened read-only."""

SUFFIX = ".diptych.json"
"""What a sidecar's name adds to its article's."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """Which article, and which state of it, the positions of a sidecar belong to."""

    file: str
    """The article's file name."""
    sha256: str = ""
    """Of the canonical text."""
    bytes_sha256: str = ""
    """Of the file."""
    reader: str = ""
    """The reader and its version that made the canonical text."""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Deletion:
    """The memory of an annotation that was deleted, so that no other copy brings it back."""

    id: str
    when: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Everything one sidecar file holds."""

    article: ArticleFacts
    annotations: tuple[Annotation, ...] = ()
    """In the order of the file; no two have the same id."""
    deleted: tuple[Deletion, ...] = ()
    id: str = ""
    format: int = FORMAT
    foreign: tuple[Any, ...] = ()
    """Items that are no annotation Diptych can read, as parsed JSON; written back as they were."""
    own_extra: Extra = ()
    """Unknown keys of the ``diptych`` object."""
    extra: Extra = ()
    """Unknown keys of the page."""

    @property
    def is_newer(self) -> bool:
        """Whether a newer program wrote it, so that saving might lose what that one knows."""
        return self.format > FORMAT

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that anybody added."""
        return not (self.annotations or self.deleted or self.foreign or self.extra)


def new_id() -> str:
    """An identifier that nothing else has."""
    return uuid.uuid4().urn


def new_sidecar(article: ArticleFacts) -> Sidecar:
    """A sidecar with nothing in it."""
    return Sidecar(article, id=new_id())
