"""Notes: shown on their page, written in the strip beside the passage, and drafts of them kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from diptych.model.annotation import Annotation
from diptych.model.article import Article
from diptych.tagging.sidecar import new_id
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.ui.panels.note_editor import NoteEditor
from diptych.ui.panels.values import Notes
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.window.messages import Messages
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.tag_strips import TagStrips
from diptych.workspace.drafts import PlacedDraft, draft_of, moved, placed_drafts
from diptych.workspace.personal import Personal, PersonalFile
from diptych.workspace.workspace import Workspace


class NoteController(QObject):
    """Opens the editor where the reader is, and keeps what is typed from the first letter on.

    A draft is personal: it goes to the user's data folder, not into the sidecar, which others may
    share and which a half-written sentence would change with every letter.
    """

    def __init__(
        self,
        parts: Parts,
        session: TaggingSession,
        reading: ReadingController,
        strips: TagStrips,
        messages: Messages,
    ) -> None:
        super().__init__(parts)
        self._page, self._split = parts.inspector.notes, parts.split
        self._session, self._reading, self._messages = session, reading, messages
        self._strips = strips
        self._personal: PersonalFile | None = None
        self._editing: tuple[Article, Span | None, str] | None = None
        """The article, the passage, and the id of the draft."""
        self._wanted = ""
        """The draft to go on with as soon as its article is shown."""
        self._connect(strips.note)

    def _connect(self, editor: NoteEditor) -> None:
        reading, page = self._reading, self._page
        editor.note_saved.connect(self._save)
        editor.draft_changed.connect(self._keep)
        editor.closed.connect(self.show)
        page.passage_note_requested.connect(self.edit_note)
        page.article_note_requested.connect(self.edit_article_note)
        page.next_draft_requested.connect(self._go_to_next_draft)
        reading.article_shown.connect(lambda _side, article: self._take_text(article))
        reading.passage_changed.connect(lambda _path, _span: self.show())
        reading.panes_changed.connect(self._follow_panes)
        self._session.tags_changed.connect(lambda _tagset: self.show())
        self._split.side_focused.connect(lambda _side: self.show())

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Keep drafts of ``workspace``, and say which ones were left."""
        self._strips.note.close_strip()
        self._personal = workspace.personal if workspace is not None else None
        self._editing, self._wanted = None, ""
        if workspace is not None:
            self._tell_left(workspace)

    # Commands

    def edit_note(self) -> None:
        """Open the note of the passage beside it: the draft on it, else the note as it is saved."""
        place = self._reading.passage()
        if place is None:
            return
        article, span = place
        draft = _narrowest(self._drafts(article), span)
        if draft is not None:
            self._edit(article, draft.span, draft)
            return
        note = _noted(self._session.tagset(article.path), span)
        self._edit(article, note.span if note is not None else span, None)

    def edit_article_note(self) -> None:
        """Open the note of the whole article."""
        article = self._reading.article()
        if article is not None:
            self._edit(article, None, _whole(self._drafts(article)))

    def show(self) -> None:
        """Show the notes and drafts of where the reader is."""
        place = self._reading.passage()
        article = self._reading.article()
        if article is None:
            self._page.show_notes(Notes())
            return
        tagset, drafts = self._session.tagset(article.path), self._drafts(article)
        whole = _whole(drafts)
        span = place[1] if place is not None else None
        note = _noted(tagset, span) if span is not None else None
        draft = _narrowest(drafts, span) if span is not None else None
        self._page.show_notes(
            Notes(
                note.note if note is not None else "",
                span.text_in(article.text) if span is not None else "",
                _note_at(tagset, None),
                draft.note if draft is not None else "",
                whole.note if whole is not None else "",
                sum(one not in (draft, whole) for one in drafts),
            )
        )

    # Inside

    def _edit(self, article: Article, span: Span | None, draft: PlacedDraft | None) -> None:
        key = draft.key if draft is not None else new_id()
        self._editing = article, span, key
        saved = _note_at(self._session.tagset(article.path), span)
        words = span.text_in(article.text) if span is not None else article.headline
        self._strips.edit_note(saved, draft.note if draft is not None else None, words)

    def _keep(self, note: str | None) -> None:
        """Keep what is written so far; it is on disk within a second."""
        if self._editing is None or self._personal is None:
            return
        article, span, key = self._editing
        draft = draft_of(article, span, note) if note is not None else None
        self._personal.update(partial(Personal.with_draft, key=key, draft=draft))

    def _save(self, note: str) -> None:
        """Make it a note of the article; the draft goes only when the note is there."""
        if self._editing is None:
            return
        article, span, _key = self._editing
        self._session.note(article.path, span, note)
        if _note_at(self._session.tagset(article.path), span) == note:
            self._keep(None)
            self.show()

    def _drafts(self, article: Article) -> list[PlacedDraft]:
        return placed_drafts(self._personal.state, article) if self._personal is not None else []

    def _follow_panes(self) -> None:
        """Close the strip of an article that is no longer there."""
        if self._editing is not None and not self._reading.is_open(self._editing[0].path):
            self._editing = None
            self._strips.note.close_strip()
        self.show()

    def _go_to_next_draft(self) -> None:
        """Go on with the next draft of the article, in the order of the text, and round again."""
        place, article = self._reading.passage(), self._reading.article()
        if article is None:
            return
        here = place[1].start if place is not None else -1
        placed = [one for one in self._drafts(article) if one.span is not None]
        later = [one for one in placed if one.span is not None and one.span.start > here]
        if placed:
            self._resume(article, (later or placed)[0])

    def _tell_left(self, workspace: Workspace) -> None:
        """Say that notes were left unsaved, and offer the latest of them."""
        drafts = workspace.personal.state.drafts
        left = [key for key, one in drafts.items() if (workspace.root / one.path).is_file()]
        if left:
            words = self.tr("Notes that you were writing and have not saved: {count}.")
            self._messages.warning(
                words.format(count=len(left)),
                (self.tr("Go on writing"), partial(self._open, drafts[left[-1]].path, left[-1])),
            )

    def _open(self, path: str, key: str) -> None:
        """Show the article at ``path``, and go on with the draft ``key`` on it."""
        self._wanted = key
        self._reading.open(path, other=False)
        article = self._reading.article()
        if article is not None and article.path == path:  # it was open already
            self._go_on(article)

    def _take_text(self, article: Article) -> None:
        """Write on in a text that has changed meanwhile, or go on with what was asked for."""
        if self._editing is not None:
            before, span, key = self._editing
            is_renamed = before.sha256 == article.sha256 and not self._reading.is_open(before.path)
            if before.path == article.path or is_renamed:
                self._editing = article, moved(span, before, article), key
        self._go_on(article)

    def _go_on(self, article: Article) -> None:
        """Go on with the draft that was asked for, if it is on ``article``."""
        draft = next((one for one in self._drafts(article) if one.key == self._wanted), None)
        if draft is not None:
            self._wanted = ""
            self._resume(article, draft)

    def _resume(self, article: Article, draft: PlacedDraft) -> None:
        if draft.span is not None:
            self._split.select(self._split.focused_side, draft.span)
        self._edit(article, draft.span, draft)


def _noted(tagset: TagSet | None, span: Span) -> Annotation | None:
    """The annotation with a note over ``span``; of several the one on the shortest passage."""
    over = tagset.over(span) if tagset is not None else []
    noted_over = [one for one in over if one.note]
    return min(noted_over, key=lambda one: len(one.span or span), default=None)


def _note_at(tagset: TagSet | None, span: Span | None) -> str:
    """The note on exactly this passage, or on the article as a whole."""
    noted_at = tagset.noted_at(span) if tagset is not None else None
    return noted_at.note if noted_at is not None else ""


def _whole(drafts: list[PlacedDraft]) -> PlacedDraft | None:
    """The draft on the article as a whole."""
    return next((one for one in drafts if one.span is None), None)


def _narrowest(drafts: list[PlacedDraft], span: Span) -> PlacedDraft | None:
    """The draft over ``span``; of several the one on the shortest passage."""
    over = [one for one in drafts if one.span is not None and one.span.overlaps(span)]
    return min(over, key=lambda one: len(one.span or span), default=None)
