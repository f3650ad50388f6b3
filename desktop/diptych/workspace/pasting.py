"""An article from the clipboard, as a new file of the library."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

from diptych.library.readers.paste import article_from_clipboard
from diptych.storage import could_not_save, write_atomically


def paste(root: Path, text: str, html: str) -> str:
    """Write what the clipboard held into the library at ``root``, and return its path.

    Raises:
        ReadError: there is no text in it.
        StorageError: it could not be written.
    """
    pasted = article_from_clipboard(text, html or None, pasted=dt.datetime.now().astimezone())
    file = _new_file(root, pasted.name)
    try:
        write_atomically(file, pasted.data)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return file.name


def _new_file(root: Path, name: str) -> Path:
    """An empty file of this name or, where there is one already, of this name and a number."""
    wanted = Path(name)
    numbered = (f"{wanted.stem}-{number}{wanted.suffix}" for number in itertools.count(2))
    for each in itertools.chain([name], numbered):
        file = root / each
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            continue
        except OSError as error:
            raise could_not_save(file, error) from error
        return file
    raise AssertionError("there is always another number")
