"""Opening a library: as it was left, with what there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from diptych.model.article import Article
from diptych.ui.window.lists import ListController
from diptych.ui.window.messages import Messages, sentence
from diptych.ui.window.navigation import Navigation
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.sessions import Services, Sessions
from diptych.ui.window.tags import TagController
from diptych.workspace.importing import Refreshed
from diptych.workspace.workspace import Workspace

SAMPLE_PAIR = ("northern-courier-strait-talks.txt", "daily-relay-sarovia-negotiations.txt")
"""What a new reader sees of the sample library: an account, and another one made from it."""


class LibraryController(QObject):
    """Hands an opened library to everything that works in it, and takes it away again."""

    opened = Signal(object)
    """The `Workspace`, when everything else knows of it."""

    def __init__(
        self,
        sessions: Sessions,
        lists: ListController,
        reading: ReadingController,
        tags: TagController,
        navigation: Navigation,
        messages: Messages,
        services: Services,
    ) -> None:
        super().__init__(reading)
        library, reading_session, tagging = sessions.library, sessions.reading, sessions.tagging
        self._library, self._reading_session, self._tagging = library, reading_session, tagging
        self._story_session = sessions.story
        self._lists, self._reading, self._tags = lists, reading, tags
        self._navigation, self._messages = navigation, messages
        self._jobs, self._sample = services.jobs, services.sample
        self._loses_tags = False
        library.opened.connect(self._begin)
        library.closing.connect(self._end)
        library.open_failed.connect(self._tell)
        library.refreshed.connect(self._renew)
        library.taken_over.connect(self._tell_taken_over)
        library.mending.connect(self._tell_mending)
        library.regrouped.connect(reading_session.relate_again)
        library.tags_changed.connect(self._reload_tags)
        library.unsaved.connect(self._tell_unsaved)
        library.refresh_failed.connect(self._tell_not_refreshed)
        reading_session.open_failed.connect(self._tell_not_opened)
        reading_session.reading_failed.connect(self._tell_not_read)
        lists.star_wanted.connect(self._star)

    def open_sample(self) -> None:
        """Open the sample library."""
        self._jobs.start("sample", self._sample, self._library.open)

    def welcome(self, open_folder: Callable[[], object], paste: Callable[[], object]) -> None:
        """Open the sample library, and say what it is and how to go on from it."""
        self.open_sample()
        self._messages.info(
            self.tr(
                "This is a sample library of invented articles, to try everything on."
                " Your own begin with a folder, or with an article you copied."
            ),
            (self.tr("Open a folder…"), open_folder),
            (self.tr("Paste an article"), paste),
        )

    def paste(self, text: str, html: str) -> None:
        """Make an article of the library from what the clipboard held."""
        workspace = self._library.workspace
        if workspace is None:
            return
        if not text.strip():
            self._messages.info(
                self.tr("There is no text on the clipboard. Copy an article first, then paste it.")
            )
            return
        self._jobs.change(lambda: workspace.paste(text, html), self._pasted)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether all tags are on disk; else the reader decides, and ``close`` is called again."""
        error = self._library.save_everything()
        if error is None or self._loses_tags:
            return True

        def lose() -> None:
            self._loses_tags = True
            close()

        self._messages.error(
            error, (self.tr("Try again"), close), (self.tr("Close and lose them"), lose)
        )
        return False

    def _begin(self, workspace: Workspace) -> None:
        for user in (self._reading_session, self._story_session, self._tagging, self._tags):
            user.set_workspace(workspace)
        self._navigation.clear()
        self._reopen(workspace)
        for notice in workspace.codes.notices:
            self._messages.warning(sentence(notice))
        if not workspace.is_writer:
            self._messages.info(
                self.tr(
                    "This library is open in another window of yours. Reading and tagging work;"
                    " new files show when that window has read them."
                )
            )
        self.opened.emit(workspace)

    def _tell_taken_over(self) -> None:
        self._messages.info(
            self.tr(
                "The other window that had this library open was closed: this one reads new files"
                " from now on."
            )
        )

    def _tell_mending(self) -> None:
        self._messages.warning(
            self.tr(
                "What Diptych had stored about this library was damaged. It is being built anew"
                " from the files; your articles and tags are not affected."
            )
        )

    def _reopen(self, workspace: Workspace) -> None:
        state = workspace.personal.state
        opened = state.opened
        if not opened and all((workspace.root / path).is_file() for path in SAMPLE_PAIR):
            opened = SAMPLE_PAIR
        self._reading.come_back(opened[:2], state.focused)
        if not any(opened):
            self._lists.focus()

    def _end(self) -> None:
        self._reading.keep_places()
        self._reading_session.set_workspace(None)
        self._story_session.set_workspace(None)
        self._tags.set_workspace(None)
        self._tagging.set_workspace(None)

    def _tell(self, _folder: Path, error: Exception) -> None:
        self._messages.error(error, (self.tr("Open the sample library"), self.open_sample))

    def _tell_unsaved(self, error: Exception) -> None:
        self._messages.error(error, (self.tr("Try again"), self._tagging.save_again))

    def _tell_not_refreshed(self, error: Exception) -> None:
        self._messages.error(error, (self.tr("Try again"), self._library.refresh))

    def _tell_not_opened(self, _path: str, error: Exception) -> None:
        self._navigation.give_up()
        self._messages.error(error)

    def _tell_not_read(self, article: Article, error: Exception) -> None:
        """The text stands there all the same; only names and quotations are not marked."""
        again = partial(self._reading_session.read_again, article)
        self._messages.error(error, (self.tr("Try again"), again))

    def _renew(self, refreshed: Refreshed) -> None:
        """Show the new text of open articles whose files have changed."""
        moved = {one.old: one.new for one in refreshed.moved}
        for side in (0, 1):
            article = self._reading_session.article(side)
            if article is None:
                continue
            if article.path in moved:
                self._reading_session.renew(article, moved[article.path])
            elif article.path in refreshed.changed:
                self._reading_session.renew(article)
            elif article.path in refreshed.removed:
                self._tell_removed(article.path)

    def _tell_removed(self, path: str) -> None:
        self._messages.warning(
            self.tr(
                "“{name}” is no longer in the folder. Its text stays here until you close it;"
                " its tags are kept."
            ).format(name=path)
        )

    def _reload_tags(self, paths: Collection[str]) -> None:
        for path in paths:
            side = self._reading_session.side_of(path)
            article = self._reading_session.article(side) if side is not None else None
            if article is not None:
                self._tagging.reload(article)
            else:
                self._tagging.reload_closed(path)

    def _star(self, path: str) -> None:
        workspace = self._library.workspace
        if workspace is not None:
            self._jobs.start(f"star {path}", lambda: workspace.article(path), self._tagging.star)

    def _pasted(self, path: str) -> None:
        self._library.refresh()
        self._lists.open_when_listed(path)
