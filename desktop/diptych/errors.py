"""The failures that are expected, each with a sentence that a reader can act on."""

from __future__ import annotations

from typing import Self


class DiptychError(Exception):
    """An expected failure: an English template and the fields that fill it.

    The window translates the template and fills it; the command line prints ``str(error)``. A field
    that is an error itself completes the sentence, and is translated with it.
    """

    def __init__(self, template: str, **fields: object) -> None:
        super().__init__(template, fields)
        self.template = template
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format_map({name: str(value) for name, value in self.fields.items()})

    def about(self, **fields: object) -> Self:
        """The same failure, with ``fields`` in the place of those of the same names."""
        return type(self)(self.template, **{**self.fields, **fields})

    def __reduce__(self) -> tuple[object, ...]:
        # Worker processes hand errors back by pickle, which knows nothing of keyword fields.
        return _rebuilt, (type(self), self.template, self.fields)


def _rebuilt(kind: type[DiptychError], template: str, fields: dict[str, object]) -> DiptychError:
    return kind(template, **fields)


class ReadError(DiptychError):
    """A file that cannot be read as an article."""


class StorageError(DiptychError):
    """Something could not be saved; what was there before still stands."""


class SidecarError(DiptychError):
    """A sidecar that is not one of ours, is damaged, or was written by a newer version."""


class LibraryError(DiptychError):
    """A folder that cannot be opened as a library."""


class QueryError(DiptychError):
    """A query that is answered otherwise than it is written, or not in full."""


class AnalysisError(DiptychError):
    """The analysis of one article failed; the others are not concerned."""


class WorkerLostError(AnalysisError):
    """The process at work on something ended, or took too long, and was given up."""
