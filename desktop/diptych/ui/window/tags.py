"""Tags: the keys that give and take them, the strip, the note, and where they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint

from diptych.model.annotation import Annotation, Tag
from diptych.model.article import Article
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span
from diptych.ui.jobs import Jobs
from diptych.ui.panels.note_editor import NoteEditor
from diptych.ui.panels.tagging import TagStrip
from diptych.ui.panels.values import Notes, TaggedPassage
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.theme import Theme
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.codes import Codes
from diptych.workspace.workspace import Workspace


class TagController(QObject):
    """Carries out the commands of the tag menu on the passage under the cursor."""

    def __init__(
        self,
        parts: Parts,
        session: TaggingSession,
        reading: ReadingController,
        jobs: Jobs,
        theme: Theme,
    ) -> None:
        super().__init__(parts)
        self._parts, self._session, self._reading, self._jobs = parts, session, reading, jobs
        self._codes: Codes | None = None
        self._current = ""
        self._recent: list[str] = []
        self._noting: tuple[str, Span | None] = ("", None)
        self.strip = TagStrip(theme, parts)
        self.editor = NoteEditor(theme, parts)
        self._connect()
        for digit in range(1, 10):
            setattr(self, f"apply_tag_{digit}", lambda digit=digit: self.apply(digit))

    def _connect(self) -> None:
        parts, session, reading = self._parts, self._session, self._reading
        session.tags_changed.connect(self._show)
        reading.article_shown.connect(lambda _side, article: session.open(article))
        reading.passage_changed.connect(lambda _path, _span: self._show_note())
        reading.panes_changed.connect(self._show_page)
        parts.split.side_focused.connect(lambda _side: self._show_page())
        parts.split.digit_pressed.connect(self.apply)
        parts.split.tag_clicked.connect(self._choose)
        inspector = parts.inspector
        inspector.palette_tag_clicked.connect(self.apply_name)
        inspector.palette_nothing_clicked.connect(self.mark_nothing)
        inspector.tags.jump_requested.connect(self._jump)
        inspector.tags.annotation_chosen.connect(self._choose_id)
        inspector.notes.passage_note_requested.connect(self.edit_note)
        inspector.notes.article_note_requested.connect(self.edit_article_note)
        self.strip.tag_chosen.connect(self._apply_typed)
        self.strip.closed.connect(self._back_to_text)
        self.editor.closed.connect(self._back_to_text)
        self.editor.note_saved.connect(self._save_note)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Use the codebook of ``workspace``."""
        self._codes = workspace.codes if workspace else None
        self._show_codes()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.strip, self.editor):
            part.set_theme(theme)

    # Commands

    def apply(self, digit: int) -> None:
        """Tag the passage with the tag that has this digit; 0 marks it as read."""
        if digit == 0:
            self.mark_nothing()
            return
        tag = self._codes.for_key(digit) if self._codes else None
        if tag is not None:
            self.apply_name(tag.name)

    def apply_name(self, name: str) -> None:
        """Tag the passage with the tag of this name, which may be new."""
        place = self._reading.passage()
        if place is None or not name.strip():
            return
        if self._codes is not None and self._codes.add(name):
            self._jobs.change(self._codes.save, lambda _: self._show_codes())
        article, span = place
        self._recent = [name, *(other for other in self._recent if other != name)]
        self._session.tag(article.path, span, (name,))

    def mark_nothing(self) -> None:
        place = self._reading.passage()
        if place is not None:
            self._session.mark_nothing(place[0].path, place[1])

    def repeat_tag(self) -> None:
        place = self._reading.passage()
        if place is not None:
            self._session.repeat(place[0].path, place[1])

    def pick_tag(self) -> None:
        """Open the strip beside the passage, where a tag is typed."""
        if self._reading.passage() is not None:
            self.strip.open_with(self._offered())
            self._place(self.strip)

    def edit_note(self) -> None:
        """Open the note of the passage beside it."""
        place = self._reading.passage()
        if place is None:
            return
        article, span = place
        noted = self._noted(article, span)
        at = noted.span if noted is not None and noted.span is not None else span
        self._edit(article, at, noted.note if noted else "")

    def edit_article_note(self) -> None:
        """Open the note of the whole article."""
        article = self._reading.article()
        if article is not None:
            self._edit(article, None, self._article_note(article))

    def untag(self) -> None:
        """Take the chosen tag of the passage away, else the narrowest one on it."""
        place = self._reading.passage()
        tagset = self._tagset()
        if place is None or tagset is None:
            return
        over = tagset.over(place[1])
        chosen = next((one for one in over if one.id == self._current), None)
        narrowest = min(over, key=_length, default=None)
        wanted = chosen or narrowest
        if wanted is not None:
            self._session.untag(tagset.path, wanted.id)

    def next_overlapping(self) -> None:
        """Choose the next of the tags that overlap the passage."""
        place, tagset = self._reading.passage(), self._tagset()
        following = tagset.next_over(place[1], self._current) if place and tagset else None
        if following is not None:
            self._current = following.id
            self._parts.status.set_saved(
                self.tr("Chosen: {tags}").format(tags=", ".join(following.tags) or following.note)
            )

    def next_untagged(self) -> None:
        """Go to the next passage that has neither tag nor note nor mark."""
        tagset, split = self._tagset(), self._parts.split
        if tagset is None:
            return
        side = split.focused_side
        here = split.passage(side) or Span(0, 0)
        spans = self._reading.sentences()
        later = [span for span in spans if span.start > here.start]
        for span in (*later, *spans):
            if not tagset.is_dealt_with(span):
                split.select(side, span)
                return

    # What is shown

    def place_words(self) -> str:
        """Where the reader is: passage so and so, and how many are tagged."""
        split, tagset = self._parts.split, self._tagset()
        here = split.passage(split.focused_side)
        spans = self._reading.sentences()
        if here is None or not spans:
            return ""
        number = sum(span.start <= here.start for span in spans)
        words = self.tr("passage {number} of {all}").format(number=number, all=len(spans))
        if tagset is None or not tagset.placed():
            return words
        tagged = sum(tagset.is_dealt_with(span) for span in spans)
        return words + " · " + self.tr("{tagged} tagged").format(tagged=tagged)

    def _show(self, tagset: TagSet) -> None:
        codes = self._codes.tags if self._codes else ()
        shown = [one.annotation for one in tagset.placed()]
        self._parts.split.show_annotations(tagset.path, shown, codes)
        article = self._reading.article()
        if article is not None and article.path == tagset.path:
            self._show_page()

    def _show_codes(self) -> None:
        tags = self._codes.tags if self._codes else ()
        keyed = sorted((tag for tag in tags if tag.key), key=lambda tag: tag.key)
        self._parts.inspector.set_palette(keyed)

    def _show_page(self) -> None:
        tagset = self._tagset()
        colours = self._colours()
        passages = []
        if tagset is not None:
            passages = [_shown(one, tagset.text, colours) for one in _in_order(tagset)]
        self._parts.inspector.tags.show_passages(passages)
        self._show_note()

    def _show_note(self) -> None:
        article, place = self._reading.article(), self._reading.passage()
        notes = self._parts.inspector.notes
        if article is None or place is None:
            notes.show_notes(Notes())
            return
        noted = self._noted(article, place[1])
        words = place[1].text_in(article.text)
        notes.show_notes(Notes(noted.note if noted else "", words, self._article_note(article)))

    def _colours(self) -> dict[str, str]:
        return self._codes.colours() if self._codes else {}

    def _tagset(self) -> TagSet | None:
        article = self._reading.article()
        return self._session.tagset(article.path) if article else None

    def _noted(self, article: Article, span: Span) -> Annotation | None:
        tagset = self._session.tagset(article.path)
        over = tagset.over(span) if tagset else []
        return min((one for one in over if one.note), key=_length, default=None)

    def _article_note(self, article: Article) -> str:
        tagset = self._session.tagset(article.path)
        annotations: Sequence[Annotation] = tagset.annotations if tagset else ()
        return next((one.note for one in annotations if one.span is None and one.note), "")

    # The strip and the note

    def _offered(self) -> list[Tag]:
        """The tags of the codebook, those used last first."""
        tags = self._codes.tags if self._codes else ()
        used = {name: number for number, name in enumerate(self._recent)}
        return sorted(tags, key=lambda tag: used.get(tag.name, len(used)))

    def _apply_typed(self, name: str, _stays: bool) -> None:
        self.apply_name(name)

    def _edit(self, article: Article, span: Span | None, note: str) -> None:
        self._noting = article.path, span
        words = span.text_in(article.text) if span is not None else article.headline
        self.editor.open_with(f"{article.path} {span}", note, words)
        self._place(self.editor)

    def _save_note(self, note: str) -> None:
        path, span = self._noting
        self._session.note(path, span, note)

    def _place(self, strip: TagStrip | NoteEditor) -> None:
        """Put ``strip`` under the passage, or over it where there is no room."""
        split = self._parts.split
        box = split.passage_rectangle(split.focused_side)
        strip.adjustSize()
        corner = self._parts.mapFromGlobal(box.bottomLeft() + QPoint(0, 6))
        if corner.y() + strip.height() > self._parts.height() - 40:
            corner = self._parts.mapFromGlobal(box.topLeft()) - QPoint(0, strip.height() + 6)
        right = max(8, self._parts.width() - strip.width() - 8)
        strip.move(min(max(8, corner.x()), right), max(48, corner.y()))

    def _back_to_text(self) -> None:
        self._parts.split.focus_side(self._parts.split.focused_side)

    def _jump(self, span: Span) -> None:
        self._parts.split.select(self._parts.split.focused_side, span)

    def _choose_id(self, key: str) -> None:
        self._current = key

    def _choose(self, path: str, key: str) -> None:
        self._current = key
        tagset = self._session.tagset(path)
        article = self._reading.article()
        annotation = tagset.with_id(key) if tagset else None
        if article is None or article.path != path or annotation is None:
            return
        if annotation.span is not None:
            self._jump(annotation.span)


def _length(annotation: Annotation) -> int:
    return len(annotation.span) if annotation.span is not None else 1 << 30


def _in_order(tagset: TagSet) -> list[Annotation]:
    """What the page lists: what is placed in the text, then what is about the whole article."""
    placed = [one.annotation for one in tagset.placed()]
    whole = [one for one in tagset.annotations if one.span is None and (one.tags or one.note)]
    return [one for one in placed if one.tags or one.note] + whole


def _shown(annotation: Annotation, text: str, colours: dict[str, str]) -> TaggedPassage:
    span = annotation.span
    return TaggedPassage(
        annotation.id,
        span,
        span.text_in(text) if span is not None else "",
        annotation.tags,
        tuple(colours.get(tag, "") for tag in annotation.tags),
        annotation.note,
    )
