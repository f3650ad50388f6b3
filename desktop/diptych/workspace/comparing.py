"""What the other accounts of a story say where one of them is being read."""

from __future__ import annotations

import contextlib
from concurrent.futures import Future

from diptych.errors import DiptychError
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.tagging.names import NameForm
from diptych.text.spans import Span
from diptych.workspace.accounts import (
    Accounts,
    LonePassage,
    found_passage,
    lone_passages,
    reference_passage,
)
from diptych.workspace.articles import Articles
from diptych.workspace.correcting import Correcting
from diptych.workspace.futures import result_of
from diptych.workspace.queue import Priority
from diptych.workspace.stories import Stories


class Comparing:
    """Relates the accounts of a story; safe to use from any thread.

    Nothing here waits for analysis: what is not there yet is asked for, and found the next time.
    """

    def __init__(self, articles: Articles, stories: Stories, found: Correcting) -> None:
        self._articles, self._stories, self._found = articles, stories, found

    def relate(self, path: str) -> list[Future[Alignment]]:
        """Have the article at ``path`` aligned with every other account of its story."""
        article = self._articles.article(path)
        return [
            self._found.alignment(article, other, Priority.STORY) for other in self._others(path)
        ]

    def accounts(self, path: str, passage: Span) -> Accounts:
        """``passage`` in every account of its story, as far as they are aligned by now."""
        article = self._articles.article(path)
        reading = result_of(self._found.reading(article, Priority.NEAR))
        rows = [reference_passage(article, reading, passage)]
        waiting = failed = 0
        for other in self._others(path):
            future = self._found.alignment(article, other, Priority.STORY)
            alignment = result_of(future)
            if alignment is not None:
                reading = result_of(self._found.reading(other, Priority.STORY))
                rows.append(found_passage(article, passage, other, reading, alignment))
            elif future.done():
                failed += 1
            else:
                waiting += 1
        return Accounts(path, passage, tuple(rows), waiting, failed)

    def lone_passages(self, path: str, facing: str) -> tuple[LonePassage, ...]:
        """What of ``path`` the account ``facing`` it does not tell, and who of the story does.

        Only accounts that are aligned by now are counted; none at all before these two are.
        """
        article, other = self._articles.article(path), self._articles.article(facing)
        alignment = result_of(self._found.alignment(article, other, Priority.NEAR))
        if alignment is None:
            return ()
        rest = [third for third in self._others(path) if third.path != facing]
        futures = [self._found.alignment(article, third, Priority.STORY) for third in rest]
        elsewhere = [found for future in futures if (found := result_of(future)) is not None]
        return lone_passages(alignment.only_left, elsewhere, len(rest) - len(elsewhere))

    def names(self, path: str) -> tuple[NameForm, ...]:
        """The names in the story of ``path``, as far as its accounts are read by now."""
        names: dict[NameForm, None] = {}
        for article in (self._articles.article(path), *self._others(path)):
            reading = result_of(self._found.reading(article, Priority.STORY))
            for entity in reading.entities if reading is not None else ():
                names[NameForm(entity.kind, entity.name)] = None
        return tuple(names)

    def _others(self, path: str) -> list[Article]:
        """The other accounts of the story of ``path`` that can be read."""
        others = []
        for other in self._stories.of(path):
            if other != path:
                with contextlib.suppress(DiptychError):
                    others.append(self._articles.article(other))
        return others
