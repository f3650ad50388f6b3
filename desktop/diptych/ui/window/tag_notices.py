"""What is to be said about tags: how they were opened, what moved, what could not be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject

from diptych.tagging.anchors import Outcome
from diptych.tagging.tagset import TagSet
from diptych.ui.window.messages import Messages, sentence
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Sessions
from diptych.workspace.tagging import Undone


class TagNotices(QObject):
    """Tells each thing about the tags of an article once, until there is something else to tell."""

    def __init__(
        self,
        sessions: Sessions,
        reading: ReadingController,
        messages: Messages,
        look: Callable[[str], object],
    ) -> None:
        """``look`` shows which tags of the article at a path the reader has to decide about."""
        super().__init__(reading)
        self._reading, self._messages, self._look = reading, messages, look
        self._told: dict[str, tuple[str, ...]] = {}
        self._found: dict[str, tuple[int, frozenset[str]]] = {}
        """By article: how many tags moved by themselves, and which ones are to be looked at."""
        self._tagging = tagging = sessions.tagging
        tagging.tags_changed.connect(self._tell)
        tagging.open_failed.connect(lambda _path, error: messages.error(error))
        tagging.refused.connect(messages.error)
        tagging.undone.connect(self._tell_undone)
        sessions.library.closing.connect(self._told.clear)
        sessions.library.closing.connect(self._found.clear)

    def _tell(self, tagset: TagSet) -> None:
        sentences = tuple(sentence(notice) for notice in tagset.notices)
        before = self._told.get(tagset.path, ())
        self._told[tagset.path] = sentences
        actions: tuple[tuple[str, Callable[[], object]], ...] = ()
        if tagset.backup is not None:
            restore = partial(self._tagging.restore, tagset.path)
            actions = ((self.tr("Bring the backup back"), restore),)
        for words in sentences:
            if words not in before:
                self._messages.warning(words, *actions)
        self._tell_found_again(tagset)

    def _tell_found_again(self, tagset: TagSet) -> None:
        """Say how tags were found again, unless it has been said of all of them."""
        moved, known = self._found.get(tagset.path, (0, frozenset[str]()))
        doubtful = frozenset(review.annotation.id for review in tagset.reviews)
        is_news = tagset.moved > moved or bool(doubtful - known)
        self._found[tagset.path] = tagset.moved, known | doubtful
        if is_news:
            look_at = partial(self._look, tagset.path)
            look = ((self.tr("Look at them"), look_at),) if doubtful else ()
            self._messages.warning(self._found_again(tagset), *look)

    def _found_again(self, tagset: TagSet) -> str:
        """How many tags stand elsewhere than they did."""
        changed = sum(one.found.outcome is Outcome.CHANGED for one in tagset.reviews)
        counts = (
            (self.tr("moved with their words: {count}"), tagset.moved),
            (self.tr("on words that changed: {count}"), changed),
            (self.tr("not found, but kept: {count}"), len(tagset.reviews) - changed),
        )
        told = [words.format(count=count) for words, count in counts if count]
        return self.tr("The text of “{name}” has changed. Its tags – {counts}.").format(
            name=tagset.source, counts="; ".join(told)
        )

    def _tell_undone(self, undone: Undone) -> None:
        """Say what cannot be seen of a step back or forward."""
        if undone.skipped:
            self._messages.info(
                self.tr("Left as it is: somebody else has changed the same tag since.")
            )
        hidden = [one.source for one in undone.tagsets if not self._reading.is_open(one.path)]
        if hidden:
            self._messages.info(
                self.tr("This changed tags of articles that are not open: {names}.").format(
                    names=", ".join(map(QLocale().quoteString, hidden))
                )
            )
