"""The commands of the tag menu, carried out on the passage under the cursor."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from PySide6.QtCore import QObject

from diptych.model.annotation import Annotation, Tag
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.styling.colours import coloured
from diptych.ui.window.edges import EdgeMover
from diptych.ui.window.look import Look
from diptych.ui.window.notes import NoteController
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.ui.window.tag_pages import TagPages, placed_span
from diptych.ui.window.tag_strips import TagStrips
from diptych.workspace.codes import Codes
from diptych.workspace.workspace import Workspace


class TagController(QObject):
    """Gives and takes tags and notes; digits, palette, strip and note editor end here."""

    def __init__(
        self,
        parts: Parts,
        session: TaggingSession,
        reading: ReadingController,
        strips: TagStrips,
        notes: NoteController,
        look: Look,
        jobs: Jobs,
    ) -> None:
        super().__init__(parts)
        self._parts, self._session, self._reading = parts, session, reading
        self._strips, self._notes = strips, notes
        self._look, self._jobs = look, jobs
        self._edges = EdgeMover(parts)
        self._pages = TagPages(parts, session, reading)
        self._codes: Codes | None = None
        self._current = ""
        self._recent: list[str] = []
        self._connect()
        look.theme_changed.connect(lambda _theme: self._pages.show_codes(self._tags()))
        for digit in range(1, 10):
            setattr(self, f"apply_tag_{digit}", lambda digit=digit: self.apply(digit))

    def _connect(self) -> None:
        split, inspector = self._parts.split, self._parts.inspector
        self._reading.article_shown.connect(lambda _side, article: self._session.open(article))
        split.tag_clicked.connect(self._choose)
        inspector.palette_tag_clicked.connect(self.apply_name)
        inspector.palette_nothing_clicked.connect(self.mark_nothing)
        inspector.tags.jump_requested.connect(self._jump)
        inspector.tags.annotation_chosen.connect(self._keep_chosen)
        self._strips.tag_chosen.connect(self.apply_name)
        self._edges.moved.connect(self._session.move_edge)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Use the codebook and the drafts of ``workspace``."""
        self._codes = workspace.codes if workspace else None
        self._notes.set_workspace(workspace)
        self._pages.show_codes(self._tags())

    # Commands

    def apply(self, digit: int) -> None:
        """Tag the passage with the tag that has this digit; 0 marks it as read."""
        if digit == 0:
            self.mark_nothing()
            return
        tag = self._codes.for_key(digit) if self._codes else None
        if tag is not None:
            self.apply_name(tag.name)
        elif self._codes is not None:
            self._parts.status.tell(
                self.tr("No tag has the digit {digit} yet.").format(digit=digit)
            )

    def apply_name(self, name: str) -> None:
        """Tag the passage with the tag of this name, which may be new."""
        place = self._reading.passage()
        if place is None or not name.strip():
            return
        if self._codes is not None and self._codes.add(name):
            self._jobs.change(self._codes.save, lambda _: self._pages.show_codes(self._tags()))
        article, span = place
        self._recent = [name, *(other for other in self._recent if other != name)]
        self._session.tag(article.path, span, (name,))

    def mark_nothing(self) -> None:
        place = self._reading.passage()
        if place is not None:
            self._session.mark_nothing(place[0].path, place[1])

    def repeat_tag(self) -> None:
        place = self._reading.passage()
        if not self._session.last_tags:
            self._parts.status.tell(self.tr("No tag was used yet."))
        elif place is not None:
            self._session.repeat(place[0].path, place[1])

    def pick_tag(self) -> None:
        """Open the strip beside the passage, where a tag is typed; those used last come first."""
        if self._reading.passage() is not None:
            used = {name: number for number, name in enumerate(self._recent)}
            tags = sorted(self._tags(), key=lambda tag: used.get(tag.name, len(used)))
            self._strips.pick_tag(tags)

    def edit_note(self) -> None:
        self._notes.edit_note()

    def untag(self) -> None:
        """Take the chosen tag of the passage away, else the narrowest one on it."""
        wanted, tagset = self._wanted(), self._tagset()
        if wanted is not None and tagset is not None:
            self._session.untag(tagset.path, wanted.id)

    def move_end(self) -> None:
        self._move_edge(at_end=True)

    def move_start(self) -> None:
        self._move_edge(at_end=False)

    def next_overlapping(self) -> None:
        """Choose the next of the tags that overlap the passage."""
        place, tagset = self._reading.passage(), self._tagset()
        following = tagset.next_over(place[1], self._current) if place and tagset else None
        if following is not None:
            self._current = following.id
            words = ", ".join(following.tags) or following.note
            self._parts.status.tell(self.tr("Chosen: {tags}").format(tags=words))

    def next_untagged(self) -> None:
        """Go to the next passage that has neither tag nor note nor mark."""
        tagset, split = self._tagset(), self._parts.split
        if tagset is None:
            return
        here = split.passage(split.focused_side) or Span(0, 0)
        spans = self._reading.sentences()
        later = [span for span in spans if span.start > here.start]
        for span in (*later, *spans):
            if not tagset.is_dealt_with(span):
                self._jump(span)
                return
        self._parts.status.tell(
            self.tr("Every passage of this article is tagged, or marked as read.")
        )

    def place_words(self) -> str:
        """Where the reader is: passage so and so, and how many are tagged."""
        place, tagset, spans = self._reading.passage(), self._tagset(), self._reading.sentences()
        if place is None or not spans:
            return ""
        number = bisect_right(spans, place[1].start, key=attrgetter("start"))
        words = self.tr("passage {number} of {all}").format(number=number, all=len(spans))
        tagged = self._pages.tagged(tagset, spans)
        return f"{words} · {self.tr('{tagged} tagged').format(tagged=tagged)}" if tagged else words

    # Inside

    def _wanted(self) -> Annotation | None:
        """The chosen annotation of the passage, else the narrowest one on it."""
        place, tagset = self._reading.passage(), self._tagset()
        over = tagset.over(place[1]) if place is not None and tagset is not None else []
        chosen = next((one for one in over if one.id == self._current), None)
        return chosen or min(over, key=_length, default=None)

    def _move_edge(self, *, at_end: bool) -> None:
        wanted, tagset = self._wanted(), self._tagset()
        span = placed_span(tagset, wanted.id) if wanted is not None else None
        if wanted is None or tagset is None or span is None:
            self._parts.status.tell(self.tr("No tag stands on this passage."))
            return
        name = ", ".join(wanted.tags) or wanted.note
        self._edges.begin(tagset.path, wanted.id, span, name, at_end=at_end)

    def _tags(self) -> list[Tag]:
        """The codebook's tags, each with its colour in the theme."""
        return coloured(self._codes.tags if self._codes else (), self._look.theme)

    def _tagset(self) -> TagSet | None:
        article = self._reading.article()
        return self._session.tagset(article.path) if article else None

    def _jump(self, span: Span) -> None:
        self._parts.split.select(self._parts.split.focused_side, span)

    def _keep_chosen(self, key: str) -> None:
        self._current = key

    def _choose(self, path: str, key: str) -> None:
        """Go to an annotation that was clicked in the margin."""
        self._current = key
        article, tagset = self._reading.article(), self._session.tagset(path)
        span = placed_span(tagset, key)
        if article is not None and article.path == path and span is not None:
            self._jump(span)


def _length(annotation: Annotation) -> int:
    return len(annotation.span) if annotation.span is not None else 1 << 30
