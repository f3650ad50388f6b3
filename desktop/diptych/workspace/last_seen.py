"""What was in the panes last, found without opening its library: enough for a first frame."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.model.article import Article
from diptych.settings import Places
from diptych.workspace.articles import Articles
from diptych.workspace.personal import PersonalFile, Place


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as it stood in a pane; ``side`` counts from the left, from 0."""

    side: int
    article: Article
    place: Place
    has_keys: bool


def last_seen(library: Path, places: Places) -> tuple[Seen, ...]:
    """The articles that were open in ``library`` last and have not changed since.

    Never fails: what is not known, or not surely known, is left to the opening of the library.
    """
    root = library.expanduser().absolute()
    try:
        personal = PersonalFile(places.data_of(root)).state
        catalogue = Catalogue.open(places.cache_of(root), may_create=False)
    except DiptychError:
        return ()
    try:
        articles = Articles(root, catalogue)
        found = [(side, articles.known(path)) for side, path in enumerate(personal.opened[:2])]
        return tuple(
            Seen(
                side, article, personal.places.get(article.path, Place()), side == personal.focused
            )
            for side, article in found
            if article is not None
        )
    finally:
        catalogue.close()
