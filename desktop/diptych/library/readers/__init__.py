"""Files as articles: one reader a format.

A reader has a version: when what it makes of the same bytes changes, the version goes up, and
whatever was computed from its text is computed anew. Each reader, and the library behind it, is
loaded when it is first needed: the window lists articles long before it reads one.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from diptych.errors import ReadError

if TYPE_CHECKING:
    from diptych.library.readers.decode import Decoded
    from diptych.library.readers.draft import Draft
    from diptych.model.article import Article

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is read."""

Reader = Callable[[bytes, str], "tuple[Draft, str]"]
"""From a file's bytes and its name for messages to what was found and the reader's version."""


def read_article(root: Path, path: str) -> Article:
    """The article at ``path``, which is relative to ``root``, with forward slashes.

    Raises:
        ReadError: it is gone, may not be opened, or is not an article of a known format.
    """
    name = PurePosixPath(path).name
    _reader_for(path)
    try:
        data = _bytes_of(root / path, name)
    except FileNotFoundError as error:
        raise ReadError("“{name}” is no longer there.", name=name) from error
    except PermissionError as error:
        raise ReadError("You have no permission to read “{name}”.", name=name) from error
    except OSError as error:
        reason = error.strerror or str(error)
        template = "“{name}” could not be read: {reason}."
        raise ReadError(template, name=name, reason=reason) from error
    return article_from_bytes(path, data)


def article_from_bytes(path: str, data: bytes) -> Article:
    """The article that ``data`` is, as the file at ``path``; nothing is opened.

    Raises:
        ReadError: it is empty, holds no text, or its format is not known.
    """
    from diptych.library.readers.draft import article_of

    name = PurePosixPath(path).name
    reader = _reader_for(path)
    if not data:
        raise ReadError("“{name}” is empty.", name=name)
    draft, version = reader(data, name)
    if not draft.pieces:
        raise ReadError("“{name}” holds no text.", name=name)
    return article_of(path, version, draft, data)


def _bytes_of(file: Path, name: str) -> bytes:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        # A folder has no text, and a pipe would keep its reader waiting for ever.
        raise ReadError("“{name}” is not an ordinary file.", name=name)
    if status.st_size > LARGEST:
        raise ReadError("“{name}” is larger than 200 MB; it was not read.", name=name)
    return file.read_bytes()


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
    from diptych.library.readers.decode import decoded
    from diptych.library.readers.plain import READER, read_plain

    source = decoded(data, name)
    return _noticed(source, read_plain(source.text)), READER


def _markdown(data: bytes, name: str) -> tuple[Draft, str]:
    from diptych.library.readers.decode import decoded
    from diptych.library.readers.markdown import READER, read_markdown

    source = decoded(data, name)
    return _noticed(source, read_markdown(source.text)), READER


def _web(data: bytes, name: str) -> tuple[Draft, str]:
    from diptych.library.readers.decode import decoded
    from diptych.library.readers.web import READER, declared_encoding, read_web

    source = decoded(data, name, declared_encoding(data))
    return _noticed(source, read_web(source.text)), READER


def _archived(data: bytes, name: str) -> tuple[Draft, str]:
    from diptych.library.readers.archive import page_in_archive
    from diptych.library.readers.decode import decoded
    from diptych.library.readers.web import READER, declared_encoding, read_web

    page, stated = page_in_archive(data, name)
    source = decoded(page, name, stated or declared_encoding(page))
    return _noticed(source, read_web(source.text)), READER


def _noticed(source: Decoded, draft: Draft) -> Draft:
    return replace(draft, notices=source.notices + draft.notices)


_READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _web,
    ".htm": _web,
    ".xhtml": _web,
    ".mhtml": _archived,
    ".mht": _archived,
}

SUFFIXES = tuple(_READERS)
"""Endings, in lower case, of the files that are articles."""
