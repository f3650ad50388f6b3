"""What workers are asked to do: functions of a module, which import what they need when they run.

The window's process knows these functions too, to name them; it never loads what they load.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.analysis.versions import ALIGNMENT as ALIGNMENT_VERSION
from diptych.analysis.versions import READING as READING_VERSION
from diptych.analysis.versions import RELATION as RELATION_VERSION
from diptych.analysis.versions import STORIES as STORIES_VERSION
from diptych.model.article import Article
from diptych.model.figures import PairedFigure
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.model.story import Derivation, Member, StoryAnalysis

if TYPE_CHECKING:
    from diptych.library.importer import Imported, Moved

__all__ = [
    "ALIGNMENT_VERSION",
    "READING_VERSION",
    "RELATION_VERSION",
    "STORIES_VERSION",
    "align_task",
    "check_task",
    "derive_task",
    "forget_task",
    "import_task",
    "mend_task",
    "pair_figures_task",
    "prepare_aligning",
    "prepare_reading",
    "read_task",
    "relate_task",
    "stories_task",
]


def prepare_reading() -> None:
    """Load the language model, so that the first article does not wait for it."""
    from diptych.analysis.english import warm_up

    warm_up()


def prepare_aligning() -> None:
    """Load the sentence encoder, so that the first pair does not wait for it."""
    from diptych.analysis.encoder import warm_up

    warm_up()


def read_task(article: Article) -> Reading:
    """What analysis finds in ``article``."""
    from diptych.analysis.reading import read

    return read(article)


def align_task(
    left: Article, right: Article, left_reading: Reading, right_reading: Reading
) -> Alignment:
    """The links between two articles that were read."""
    from diptych.analysis.alignment import align

    return align(left, right, left_reading, right_reading)


def derive_task(left: Member, right: Member, alignment: Alignment) -> Derivation:
    """Whether one of two aligned articles was made from the other, or both from one source."""
    from diptych.analysis.origins import derive
    from diptych.analysis.telling import Telling

    return derive(Telling(left), Telling(right), alignment)


def pair_figures_task(left: Member, right: Member, alignment: Alignment) -> list[PairedFigure]:
    """The numbers that two aligned articles give for the same thing."""
    from diptych.analysis.figures import paired_figures

    return list(paired_figures(left, right, [alignment]))


def relate_task(
    members: Sequence[Member], alignments: Mapping[tuple[str, str], Alignment]
) -> StoryAnalysis:
    """What the accounts of a story tell of one another."""
    from diptych.analysis.relating import relate

    return relate(members, alignments)


def import_task(
    root: Path, cache: Path, paths: Sequence[str], given_up: Mapping[str, str]
) -> Imported:
    """Read a batch of files into the catalogue and the index, but for those that were ``given_up``.

    Each path is reported before its file is read, and an empty one when all were.
    """
    from diptych.library.importer import import_batch
    from diptych.workspace.worker import report

    return import_batch(root, cache, paths, given_up=given_up, tell=report)


def forget_task(cache: Path, paths: Sequence[str]) -> tuple[Moved, ...]:
    """Take files that are gone out of the catalogue and the index."""
    from diptych.library.importer import forget

    return forget(cache, paths)


def mend_task(cache: Path) -> int:
    """Put articles into the index that it misses; how many are still missing."""
    from diptych.library.importer import mend

    return mend(cache)


def check_task(cache: Path) -> bool:
    """Whether the catalogue is as it was written; the index is checked whenever it is opened."""
    from diptych.library.catalogue import Catalogue

    catalogue = Catalogue.open(cache, may_create=False)
    try:
        return catalogue.is_intact()
    finally:
        catalogue.close()


def stories_task(cache: Path) -> list[list[str]]:
    """The paths of all articles in the catalogue, grouped into stories."""
    from diptych.analysis.stories import Account, group_stories
    from diptych.library.catalogue import Catalogue

    catalogue = Catalogue.open(cache, may_create=False)
    try:
        accounts = []
        for entry in catalogue.entries():
            article = None if entry.problem else catalogue.article(entry.path)
            if article is not None:
                prose = "\n".join(block.span.text_in(article.text) for block in article.prose())
                day = article.published or article.updated
                accounts.append(Account(article.path, article.title, prose, day, article.language))
    finally:
        catalogue.close()
    return group_stories(accounts)
