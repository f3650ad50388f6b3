"""What workers are asked to do: functions of a module, which import what they need when they run.

The window's process knows these functions too, to name them; it never loads what they load.
"""

from __future__ import annotations

from diptych.analysis.versions import ALIGNMENT as ALIGNMENT_VERSION
from diptych.analysis.versions import READING as READING_VERSION
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading

__all__ = ["ALIGNMENT_VERSION", "READING_VERSION", "align_task", "prepare", "read_task"]


def prepare() -> None:
    """Load the language model, so that the first article does not wait for it."""
    from diptych.analysis.english import warm_up

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
