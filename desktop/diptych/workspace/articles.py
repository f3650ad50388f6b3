"""Articles by their paths: from memory, from the catalogue, else from their files."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from pathlib import Path

from diptych.errors import DiptychError
from diptych.library.catalogue import Catalogue
from diptych.library.scan import file_state
from diptych.model.article import Article

_KEPT = 64
"""Articles kept in memory: those of the story on screen, and some more."""
_KEPT_LENGTH = 200_000
"""Characters of the longest article that is kept."""

_log = logging.getLogger(__name__)


class Articles:
    """The articles of one library; safe to use from any thread."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        self._root, self._catalogue = root, catalogue
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, Article] = OrderedDict()
        """By the catalogue's ids, of which each stands for one state of one file."""

    def article(self, path: str) -> Article:
        """The article at ``path``: as it is known if its file is as it was, else read anew.

        Raises:
            ReadError: its file cannot be read.
        """
        from diptych.library.readers import read_article

        return self.known(path) or read_article(self._root, path)

    def known(self, path: str) -> Article | None:
        """The article at ``path`` without its file being read; None if that would have to be."""
        try:
            known = self._catalogue.known_at((path,)).get(path)
            if known is None:
                return None
            state = file_state(path, (self._root / path).stat())
            return self._of(known.id) if state == known.state else None
        except OSError:
            return None  # reading it anew finds out what is wrong
        except DiptychError as error:
            _log.warning("%s is read from its file: %s", path, error)
            return None

    def _of(self, file: int) -> Article | None:
        with self._lock:
            article = self._kept.get(file)
            if article is not None:
                self._kept.move_to_end(file)
                return article
        article = self._catalogue.articles((file,)).get(file)
        if article is not None and len(article.text) <= _KEPT_LENGTH:
            with self._lock:
                self._kept[file] = article
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
        return article
