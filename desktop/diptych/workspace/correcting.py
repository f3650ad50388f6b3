"""What was found in the articles of a library, as its readers have it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future

from diptych.errors import DiptychError
from diptych.model.annotation import Annotation
from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.tagging.applying import corrected_alignment, corrected_reading
from diptych.tagging.corrections import (
    Correction,
    corrections_hash,
    corrections_in,
    hand_links,
    latest_last,
)
from diptych.tagging.names import ArticleKey, NameForm, NameStatement, Sameness
from diptych.workspace.analysing import Analyses
from diptych.workspace.articles import Articles
from diptych.workspace.codes import Codes
from diptych.workspace.futures import then
from diptych.workspace.queue import Priority
from diptych.workspace.stories import Stories
from diptych.workspace.tagging import Tagging


class Correcting:
    """Gives what `Analyses` gives, with the readers' corrections; safe to use from any thread.

    What is stored stays as it was found: a correction costs no analysis, and none loses it.
    """

    def __init__(
        self,
        analyses: Analyses,
        articles: Articles,
        stories: Stories,
        tagging: Tagging,
        codes: Codes,
        noted: Callable[[str], Iterable[Annotation]],
    ) -> None:
        """``noted`` are the corrections of an article that is not in use, by its path."""
        self._analyses, self._articles, self._stories = analyses, articles, stories
        self._tagging, self._codes, self._noted = tagging, codes, noted
        self._known: dict[str, tuple[object, tuple[Correction, ...]]] = {}
        self._keys: dict[tuple[str, ...], tuple[ArticleKey, ...]] = {}

    def reading(self, article: Article, priority: int = Priority.SCREEN) -> Future[Reading]:
        """What analysis finds in ``article``, corrected as it is when that is there."""

        def corrected(found: Reading) -> Reading:
            corrections, statements = self.corrections(article), self.statements(article.path)
            return corrected_reading(found, article.text, corrections, statements)

        return then(self._analyses.reading(article, priority), corrected)

    def alignment(
        self, left: Article, right: Article, priority: int = Priority.SCREEN
    ) -> Future[Alignment]:
        """The links from ``left`` to ``right``, corrected as they are when they are there."""

        def corrected(found: Alignment) -> Alignment:
            there = hand_links(left, self.corrections(left), right)
            back = hand_links(right, self.corrections(right), left)
            by_hand = latest_last([*there, *(one.mirrored() for one in back)])
            return corrected_alignment(found, by_hand)

        return then(self._analyses.alignment(left, right, priority), corrected)

    def corrections(self, article: Article) -> tuple[Correction, ...]:
        """What is corrected in ``article``, on disk or not yet, looked up in its text."""
        tagset = self._tagging.current(article.path)
        noted = tagset.corrections() if tagset is not None else self._noted(article.path)
        key = tuple(noted), article.sha256
        known = self._known.get(article.path)
        if known is None or known[0] != key:
            known = key, corrections_in(key[0], article.text)
            self._known[article.path] = known
        return known[1]

    def statements(self, path: str) -> tuple[NameStatement, ...]:
        """What is stated about names in the story of the article at ``path``."""
        statements = self._codes.names
        story = self._story(path) if statements else ()
        return tuple(one for one in statements if one.holds_in(story))

    def state(self, path: str, relation: Sameness, one: NameForm, other: NameForm) -> None:
        """State that two names are the same, or not, in the story of the article at ``path``.

        It takes the place of what was stated about them in this story before.
        """
        new = NameStatement.of(relation, one, other, self._story(path))
        for known in self.statements(path):
            if known.names == new.names and known.scope:
                new = NameStatement.of(relation, one, other, known.scope)
        self._tagging.restate(self._codes.stating(new))

    def hash_of(self, paths: Iterable[str]) -> str:
        """What tells two states of the corrections apart that count in the articles ``paths``."""
        corrections: dict[str, tuple[Correction, ...]] = {}
        statements: dict[NameStatement, None] = {}
        for path in paths:
            article = self._articles.article(path)
            others = corrections.get(article.sha256, ())  # of another file with this text
            corrections[article.sha256] = (*others, *self.corrections(article))
            statements.update(dict.fromkeys(self.statements(path)))
        return corrections_hash(corrections, statements)

    def _story(self, path: str) -> tuple[ArticleKey, ...]:
        """The accounts of the story of ``path`` that can be read.

        Their texts are those of when it was first asked for: they tell files that move later.
        """
        members = self._stories.of(path)
        known = self._keys.get(members)
        if known is not None:
            return known
        keys = []
        for member in members:
            with contextlib.suppress(DiptychError):
                keys.append(ArticleKey(member, self._articles.article(member).sha256))
        if len(keys) == len(members):
            self._keys[members] = tuple(keys)
        return tuple(keys)
