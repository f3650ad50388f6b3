"""A task for a worker process that is killed in the middle of its work."""

import os
import signal

from diptych.model.article import Article
from diptych.model.reading import Reading
from diptych.workspace.tasks import read_task

DEADLY = "deadly.txt"
"""The article whose analysis no process survives."""


def read_or_die(article: Article) -> Reading:
    """As `read_task`, but for the article that kills its process."""
    if article.path == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_task(article)
