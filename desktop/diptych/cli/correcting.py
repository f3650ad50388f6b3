"""What readers corrected of articles that the command line names, from beside their files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from diptych.errors import SidecarError
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.settings import Places
from diptych.tagging.applying import corrected_alignment, corrected_reading
from diptych.tagging.codebook import FILE_NAME, read_codebook
from diptych.tagging.corrections import Correction, corrections_in, hand_links, latest_last
from diptych.tagging.names import ArticleKey, NameStatement, statements_in
from diptych.tagging.sidecar_json import read_sidecar
from diptych.tagging.store import SidecarStore


def corrected(path: Path, article: Article, reading: Reading) -> Reading:
    """``reading`` of the article in the file ``path`` as readers have it.

    Raises:
        SidecarError: what they corrected is there, but cannot be read.
    """
    corrections, statements = _corrections(path, article), _statements(path, article)
    return corrected_reading(reading, article.text, corrections, statements)


def corrected_links(
    paths: tuple[Path, Path], articles: tuple[Article, Article], alignment: Alignment
) -> Alignment:
    """The links between the articles in two files as readers have them.

    Raises:
        SidecarError: what they corrected is there, but cannot be read.
    """
    left, right = (
        replace(article, path=path.resolve().as_posix())
        for path, article in zip(paths, articles, strict=True)
    )
    there = hand_links(left, _corrections(paths[0], articles[0]), right)
    back = hand_links(right, _corrections(paths[1], articles[1]), left)
    by_hand = latest_last([*there, *(one.mirrored() for one in back)])
    return corrected_alignment(alignment, by_hand)


def _corrections(path: Path, article: Article) -> tuple[Correction, ...]:
    """What is corrected in the sidecar of ``path``, where there is one."""
    folder = path.resolve().parent
    store = SidecarStore(folder, Places.of_user().data_of(folder))
    file = store.sidecar_path(path.name)
    data = _data(file)
    if data is None:
        return ()
    return corrections_in(read_sidecar(data, file.name).annotations, article.text)


def _statements(path: Path, article: Article) -> tuple[NameStatement, ...]:
    """What is stated about names in the library that ``path`` lies in, and holds there."""
    file = path.resolve()
    for root in file.parents:
        data = _data(root / FILE_NAME)
        if data is not None:
            key = ArticleKey(file.relative_to(root).as_posix(), article.sha256)
            statements = statements_in(read_codebook(data, FILE_NAME))
            return tuple(one for one in statements if one.holds_in([key]))
    return ()


def _data(file: Path) -> bytes | None:
    """What ``file`` holds; None where there is none. Nothing is set aside: nobody opened it."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        template = "“{name}” cannot be read: {reason}."
        raise SidecarError(template, name=file.name, reason=error.strerror) from error
