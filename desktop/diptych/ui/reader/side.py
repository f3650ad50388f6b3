"""One side of the split view: header, pane, margin and strip of one article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from diptych.model.article import Article
from diptych.text.spans import Span
from diptych.ui.reader.document import EDGE
from diptych.ui.reader.formats import Look
from diptych.ui.reader.header import Header
from diptych.ui.reader.margin import Margin
from diptych.ui.reader.margin_notes import TagNote, speaker_notes, tag_notes
from diptych.ui.reader.marks import SHOWN, Layer, Mark, MarkKind, MarkLevel, marks_in
from diptych.ui.reader.pane import ReaderPane
from diptych.ui.reader.passage import Passage, Unit
from diptych.ui.reader.strip import WIDTH, Strip, StripKind, StripMark
from diptych.ui.reader.view import NOTHING
from diptych.ui.styling.painting import painting

if TYPE_CHECKING:
    from diptych.model.annotation import Annotation, Tag
    from diptych.model.reading import Reading


@dataclass(frozen=True, slots=True)
class PaneState:
    """Where the reader was in an article, to come back to."""

    path: str
    position: int
    """What stood at the top of the view."""
    span: Span | None = None
    unit: Unit = Unit.SENTENCE


class Side(QWidget):
    """Everything of one article; it knows nothing of the other one."""

    passage_changed = Signal(object)  # Span
    tag_clicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.pane = ReaderPane(look, self)
        self.margin = Margin(self.pane)
        self.strip = Strip(self.pane, self)
        self.header = Header(look, self)
        self.reading: Reading | None = None
        self.level = MarkLevel.STANDARD
        self.hidden: frozenset[MarkKind] = frozenset()
        self._wording: tuple[Span, ...] = ()
        self._tags: tuple[TagNote, ...] = ()
        self.pane.passage_selected.connect(self.set_passage)
        self.pane.verticalScrollBar().valueChanged.connect(self._place_header)
        self.pane.layout_changed.connect(self._place_header)
        self.margin.tag_clicked.connect(self.tag_clicked)

    @property
    def article(self) -> Article | None:
        """The article that is shown, if any."""
        return self.pane.article if self.pane.article.path else None

    def show_article(self, article: Article | None, position: int = 0) -> None:
        """Show ``article``, without marks as yet; None clears the side."""
        self.reading, self._wording, self._tags = None, (), ()
        self.margin.show_speakers(())
        self.margin.show_tags(())
        for kind in StripKind:
            self.strip.show_marks(kind, ())
        shown = article or NOTHING
        self.header.show_article(shown)
        was_mirrored = self.pane.is_mirrored
        self.pane.show_article(shown, position)
        if self.pane.is_mirrored != was_mirrored:
            self._arrange()
        self.pane.setAccessibleName(shown.headline if article else "")

    def show_reading(self, reading: Reading) -> None:
        """Mark what was found in the article."""
        self.reading = reading
        self.margin.show_speakers(speaker_notes(reading, self.pane.article))
        self._refresh_marks()

    def show_annotations(self, annotations: Sequence[Annotation], codebook: Sequence[Tag]) -> None:
        """Show the article's tags in margin and strip."""
        self._tags = tuple(tag_notes(annotations, codebook))
        self.margin.show_tags(self._tags)
        self._show_tags_on_strip()

    def tags_at(self, span: Span) -> list[str]:
        """The tags on any words of ``span``, in order, each once."""
        names = (note.name for note in self._tags if note.name and note.span.overlaps(span))
        return list(dict.fromkeys(names))

    def notes_at(self, span: Span) -> list[str]:
        """The notes on any words of ``span``, in order, each once."""
        tags = (tag for tag in self._tags if tag.note and tag.span.overlaps(span))
        from diptych.ui.styling.markdown import plain_text  # not needed for the first frame

        notes = (plain_text(tag.note) for tag in tags)
        return list(dict.fromkeys(notes))

    def speakers_at(self, span: Span) -> list[str]:
        """Who says any words of ``span``, in order, each once."""
        spoken = self.reading.quotations if self.reading is not None else ()
        names = (one.speaker.name for one in spoken if one.speaker and one.span.overlaps(span))
        return list(dict.fromkeys(filter(None, names)))

    def show_wording(self, spans: Sequence[Span]) -> None:
        """Mark the words that differ from the linked passage."""
        self._wording = tuple(spans)
        self._refresh_wording()

    def show_hits(self, spans: Sequence[Span]) -> None:
        """Outline what was searched for."""
        self.pane.set_hits(spans)
        self.strip.show_marks(StripKind.HIT, (StripMark(StripKind.HIT, span) for span in spans))

    def set_marks(self, level: MarkLevel, hidden: Collection[MarkKind]) -> None:
        """Mark more or less."""
        self.level, self.hidden = level, frozenset(hidden)
        self._refresh_marks()
        self._refresh_wording()

    def set_look(self, look: Look) -> None:
        """Take another theme or size."""
        self.header.set_look(look)
        self.pane.set_look(look)
        self._show_tags_on_strip()
        self._arrange()

    def set_passage(self, passage: Passage | None) -> None:
        """Move the passage cursor there."""
        self.pane.set_passage(passage)
        if self.level is MarkLevel.QUIET:
            self._refresh_marks()
        if passage is not None:
            self.passage_changed.emit(passage.span)

    def set_focused(self, focused: bool, *, told: bool) -> None:
        """Whether the keys act here; ``told`` where there is another side to tell it from."""
        self.header.set_focus(is_chosen=focused and told, has_keys=self.pane.hasFocus())
        self.pane.set_focus_shown(focused)

    def state(self) -> PaneState:
        """Where the reader is."""
        passage = self.pane.passage
        return PaneState(
            self.pane.article.path,
            self.pane.position,
            passage.span if passage else None,
            passage.unit if passage else Unit.SENTENCE,
        )

    def restore(self, state: PaneState) -> None:
        """Go back to where the reader was in this article, as far as its text still goes."""
        length = len(self.pane.article.text)
        if state.path != self.pane.article.path:
            return
        if state.span is not None and state.span.end <= length:
            self.set_passage(self.pane.steps.of(state.span, state.unit))
        self.pane.go_to(min(state.position, length))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.pane.look.colour("page"))

    def _arrange(self) -> None:
        base, width = self.header.base_height(), self.width()
        x = WIDTH if self.pane.is_mirrored else 0
        self.pane.setGeometry(x, base, width - WIDTH, self.height() - base)
        self._place_header()

    def _place_header(self) -> None:
        """Let the header show the headline, over the text, once the title is out of view."""
        pane = self.pane
        title = pane.title_block
        if title is None:
            away = pane.scrolled > 0 or pane.shown.part.has_before
        else:
            away = pane.scrolled > pane.places.block_box(title).bottom()
        self.header.set_part(pane.shown.part.step, pane.shown.part.count)
        if self.header.set_tall(away and self.article is not None) or not self.header.height():
            self.header.update()
        height = self.header.height_wanted()
        if self.header.geometry() != QRect(0, 0, self.width(), height):
            self.header.setGeometry(0, 0, self.width(), height)
        viewport, mirrored = pane.viewport().geometry(), pane.is_mirrored
        # Below the headline too: the part that is in view at the very top would be hidden.
        x = 0 if mirrored else self.width() - WIDTH
        strip = QRect(x, height + 2, WIDTH, self.height() - height - 6)
        if self.strip.geometry() != strip:
            self.strip.setGeometry(strip)
        before = pane.width() - viewport.right() - 1 if mirrored else viewport.left()
        self.header.set_inset(before + EDGE, mirrored=mirrored)
        width = pane.margin_width
        x = viewport.left() - width if mirrored else viewport.right() + 1
        self.margin.setGeometry(x, viewport.top(), width, viewport.height())

    def _refresh_marks(self) -> None:
        """Mark what the level shows, for where the cursor is."""
        reading, passage = self.reading, self.pane.passage
        marks: Iterable[Mark] = ()
        if reading is not None:
            at = passage.span if passage else None
            marks = marks_in(reading, self.pane.article.text, self.level, at, self.hidden)
        self.pane.set_marks(marks)

    def _refresh_wording(self) -> None:
        shown = MarkKind.WORDING in SHOWN[self.level] - self.hidden
        spans = self._wording if shown else ()
        self.pane.set_marks(((span, MarkKind.WORDING) for span in spans), Layer.WORDING)

    def _show_tags_on_strip(self) -> None:
        theme = self.pane.look.theme
        self.strip.show_marks(
            StripKind.TAG,
            (
                StripMark(StripKind.TAG, tag.span, theme.tag_colour(tag.colour, tag.number).name())
                for tag in self._tags
                if tag.name
            ),
        )
