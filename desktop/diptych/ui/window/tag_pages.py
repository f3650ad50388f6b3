"""Where tags are shown: in the text's margin and on the inspector's page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QObject

from diptych.model.annotation import Tag
from diptych.tagging.tagset import TagSet
from diptych.text.spans import Span, merged
from diptych.ui.panels.correction_words import correction_words, statement_words
from diptych.ui.panels.values import ReviewedPassage, TaggedPassage
from diptych.ui.session.tagging import TaggingSession
from diptych.ui.styling.plain import in_a_row
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.reviewing import reviewed


class TagPages(QObject):
    """Keeps margins and tag page in step with the tags of what is read."""

    def __init__(self, parts: Parts, session: TaggingSession, reading: ReadingController) -> None:
        super().__init__(parts)
        self._parts, self._session, self._reading = parts, session, reading
        self._codes: Sequence[Tag] = ()
        self._counted: tuple[TagSet, Sequence[Span], int] | None = None
        session.tags_changed.connect(self._show)
        session.names_changed.connect(self._show_pages)
        reading.panes_changed.connect(self._show_pages)
        reading.read.connect(lambda _reading: self._show_pages())
        parts.split.side_focused.connect(lambda _side: self._show_pages())

    def show_codes(self, tags: Sequence[Tag]) -> None:
        """Show the codebook's tags: those with a digit in the palette, in the order of digits."""
        self._codes = tags
        keyed = sorted((tag for tag in tags if tag.key), key=lambda tag: tag.key)
        self._parts.inspector.set_palette(keyed)
        for side in (0, 1):
            article = self._parts.split.article(side)
            tagset = self._session.tagset(article.path) if article is not None else None
            if tagset is not None:
                self._show(tagset)

    def tagged(self, tagset: TagSet | None, spans: Sequence[Span]) -> int:
        """How many of ``spans``, which are in order, carry a tag, a note or a mark."""
        if tagset is None:
            return 0
        if self._counted is None or self._counted[:2] != (tagset, spans):
            self._counted = tagset, spans, _dealt_with(tagset, spans)
        return self._counted[2]

    def _show(self, tagset: TagSet) -> None:
        shown = [one.annotation for one in tagset.placed()]
        self._parts.split.show_annotations(tagset.path, shown, self._codes)
        article = self._reading.article()
        if article is not None and article.path == tagset.path:
            self._show_pages()

    def _show_pages(self) -> None:
        tagset = self._tagset()
        colours = {tag.name: tag.colour for tag in self._codes}
        passages = _passages(tagset, colours) if tagset is not None else []
        reviews = _reviews(tagset, colours) if tagset is not None else []
        article = self._reading.article()
        if article is not None:
            reading = self._reading.reading(article)
            for one in self._session.corrections(article):
                words = correction_words(one, reading)
                passages.append(TaggedPassage(one.id, one.span, one.words, correction=words))
            for statement in self._session.statements(article.path):
                names = in_a_row(name.form for name in statement.names)
                words = statement_words(statement)
                passages.append(TaggedPassage("", None, names, correction=words))
        self._parts.inspector.tags.show_passages(passages)
        self._parts.inspector.tags.show_reviews(reviews)

    def _tagset(self) -> TagSet | None:
        article = self._reading.article()
        return self._session.tagset(article.path) if article else None


def placed_span(tagset: TagSet | None, key: str) -> Span | None:
    """Where the annotation with this id is shown."""
    placed = tagset.placed() if tagset is not None else []
    return next((one.span for one in placed if one.annotation.id == key), None)


def _passages(tagset: TagSet, colours: dict[str, str]) -> list[TaggedPassage]:
    """What the page lists: what is placed in the text, then what is about the whole article."""
    found = [(one.annotation, one.span) for one in tagset.placed()]
    whole = [(one, None) for one in tagset.annotations if one.span is None]
    return [
        TaggedPassage(
            one.id,
            span,
            span.text_in(tagset.text) if span is not None else "",
            one.tags,
            tuple(colours.get(tag, "") for tag in one.tags),
            one.note,
        )
        for one, span in (*found, *whole)
        if one.tags or one.note
    ]


def _reviews(tagset: TagSet, colours: dict[str, str]) -> list[ReviewedPassage]:
    """What the reader has to decide, because the text has changed."""
    return [
        ReviewedPassage(one, tuple(colours.get(tag, "") for tag in one.tags))
        for one in reviewed(tagset)
    ]


def _dealt_with(tagset: TagSet, spans: Sequence[Span]) -> int:
    """For how many of ``spans`` `TagSet.is_dealt_with`; far from a tag none is looked at."""
    count = counted = 0
    for covered in merged(one.span for one in tagset.placed() if one.annotation.bodies):
        first = bisect_right(spans, covered.start, key=attrgetter("end"))
        last = bisect_left(spans, covered.end, key=attrgetter("start"))
        count += max(0, last - max(first, counted))
        counted = max(last, counted)
    return count
