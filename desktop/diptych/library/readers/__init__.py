"""Files as articles: one reader a format.

A reader has a version: when what it makes of the same bytes changes, the version goes up, and
whatever was computed from its text is computed anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from diptych.errors import ReadError
from diptych.library.readers.decode import decoded
from diptych.library.readers.draft import Draft, article_of
from diptych.library.readers.markdown import READER as MARKDOWN
from diptych.library.readers.markdown import read_markdown
from diptych.library.readers.plain import READER as TEXT
from diptych.library.readers.plain import read_plain
from diptych.library.readers.web import READER as HTML
from diptych.library.readers.web import declared_encoding, read_web
from diptych.model.article import Article

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read."""

Reader = Callable[[bytes, str], tuple[Draft, str]]
"""From a file's bytes and its name for messages to what was found and the reader's version."""


def read_article(root: Path, path: str) -> Article:
    """The article at ``path``, which is relative to ``root``, with forward slashes.

    Raises:
        ReadError: it is gone, may not be opened, or is not an article of a known format.
    """
    name = PurePosixPath(path).name
    file = root / path
    _reader_for(path)
    try:
        if file.stat().st_size > LARGEST:
            raise ReadError("“{name}” is larger than 200 MB; it was not read.", name=name)
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("“{name}” is no longer there.", name=name) from error
    except PermissionError as error:
        raise ReadError("You have no permission to read “{name}”.", name=name) from error
    except IsADirectoryError as error:
        raise ReadError("“{name}” is a folder, not an article.", name=name) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(
            "“{name}” could not be read: {reason}.", name=name, reason=reason
        ) from error
    return article_from_bytes(path, data)


def article_from_bytes(path: str, data: bytes) -> Article:
    """The article that ``data`` is, as the file at ``path``; nothing is opened.

    Raises:
        ReadError: it is empty, holds no text, or its format is not known.
    """
    name = PurePosixPath(path).name
    reader = _reader_for(path)
    if not data:
        raise ReadError("“{name}” is empty.", name=name)
    draft, version = reader(data, name)
    if not draft.pieces:
        raise ReadError("“{name}” holds no text.", name=name)
    return article_of(path, version, draft, data)


def _reader_for(path: str) -> Reader:
    suffix = PurePosixPath(path).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        known = ", ".join(SUFFIXES)
        raise ReadError(
            "“{name}” is not of a format that can be read ({known}).",
            name=PurePosixPath(path).name,
            known=known,
        )
    return reader


def _text(data: bytes, name: str) -> tuple[Draft, str]:
    source = decoded(data, name)
    draft = read_plain(source.text)
    return Draft(draft.pieces, draft.facts, source.notices + draft.notices), TEXT


def _markdown(data: bytes, name: str) -> tuple[Draft, str]:
    source = decoded(data, name)
    draft = read_markdown(source.text)
    return Draft(draft.pieces, draft.facts, source.notices + draft.notices), MARKDOWN


def _web(data: bytes, name: str) -> tuple[Draft, str]:
    source = decoded(data, name, declared_encoding(data))
    draft = read_web(source.text)
    return Draft(draft.pieces, draft.facts, source.notices + draft.notices), HTML


_READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _web,
    ".htm": _web,
    ".xhtml": _web,
}

SUFFIXES = tuple(_READERS)
"""Endings, in lower case, of the files that are articles."""
