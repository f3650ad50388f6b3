"""What is marked in the text, and how: names, reported speech, quantities, wording.

A mark is a character format, so that screen readers hear of it. Each kind has a line, a weight or
a place of its own: colours alone carry nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from diptych.model.article import InlineKind
from diptych.model.reading import Entity, EntityKind, QuotationKind, Reading
from diptych.text.segments import flattened
from diptych.text.spans import Span
from diptych.ui.reader.document import ArticleDocument


class MarkLevel(StrEnum):
    """How much is marked: names at the cursor alone, what matters, or everything."""

    QUIET = "quiet"
    STANDARD = "standard"
    ALL = "all"


class MarkKind(StrEnum):
    """The kinds of marks, each of which can be switched off."""

    DIRECT = "direct speech"
    INDIRECT = "indirect speech"
    PERSON = "persons"
    ORGANISATION = "organisations"
    PLACE = "places"
    OTHER = "other names"
    QUANTITY = "quantities"
    WORDING = "wording"


NAMES = {
    EntityKind.PERSON: MarkKind.PERSON,
    EntityKind.ORGANISATION: MarkKind.ORGANISATION,
    EntityKind.PLACE: MarkKind.PLACE,
    EntityKind.OTHER: MarkKind.OTHER,
}
_STANDARD = frozenset(MarkKind) - {MarkKind.INDIRECT, MarkKind.OTHER, MarkKind.QUANTITY}
SHOWN = {
    MarkLevel.QUIET: frozenset(NAMES.values()),
    MarkLevel.STANDARD: _STANDARD,
    MarkLevel.ALL: frozenset(MarkKind),
}
"""The kinds that each level shows; the quiet one only for the entities at the cursor."""

Mark = tuple[Span, MarkKind]
_Style = MarkKind | InlineKind
_Signature = tuple[tuple[Span, tuple[_Style, ...]], ...]

_QUOTATION_MARKS = frozenset("\"'“”„‟‘’‚«»‹›「」『』")
_Line = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    MarkKind.PERSON: _Line.SingleUnderline,
    MarkKind.ORGANISATION: _Line.DashUnderline,
    MarkKind.PLACE: _Line.DotLine,
    MarkKind.OTHER: _Line.DashDotLine,
    MarkKind.WORDING: _Line.WaveUnderline,
}


def marks_in(
    reading: Reading,
    text: str,
    level: MarkLevel,
    at: Span | None = None,
    hidden: Collection[MarkKind] = (),
) -> Iterator[Mark]:
    """The marks of ``reading`` in ``text`` that ``level`` shows, but none of the ``hidden`` kinds.

    ``at`` is the cursor's passage: on the quiet level only names that stand in it are marked.
    """
    shown = SHOWN[level] - frozenset(hidden)
    for entity in reading.entities:
        kind = NAMES[entity.kind]
        if kind in shown and (level is not MarkLevel.QUIET or _is_at(entity, at)):
            yield from ((mention, kind) for mention in entity.mentions)
    for quotation in reading.quotations:
        direct = quotation.kind is QuotationKind.DIRECT
        kind = MarkKind.DIRECT if direct else MarkKind.INDIRECT
        if kind in shown:
            yield _with_quotation_marks(text, quotation.span) if direct else quotation.span, kind
    if MarkKind.QUANTITY in shown:
        yield from ((quantity.span, MarkKind.QUANTITY) for quantity in reading.quantities)


def _with_quotation_marks(text: str, span: Span) -> Span:
    """``span`` and the quotation marks that touch it."""
    start = span.start - (span.start > 0 and text[span.start - 1] in _QUOTATION_MARKS)
    return Span(
        start, span.end + any(text[span.end : span.end + 1] == mark for mark in _QUOTATION_MARKS)
    )


def _is_at(entity: Entity, at: Span | None) -> bool:
    return at is not None and any(mention.overlaps(at) for mention in entity.mentions)


class Marks:
    """The marks of one document; only blocks whose marks have changed are formatted anew."""

    def __init__(self, document: ArticleDocument) -> None:
        self._document = document
        self._shown: dict[int, _Signature] = {}
        self._formats: dict[tuple[object, ...], QTextCharFormat] = {}
        self.show(())

    def show(self, marks: Iterable[Mark]) -> list[int]:
        """Show exactly these marks, beside the file's own styles; the blocks that changed."""
        wanted = self._by_block(marks)
        changed = sorted(
            number
            for number in wanted.keys() | self._shown.keys()
            if wanted.get(number) != self._shown.get(number)
        )
        if changed:
            cursor = QTextCursor(self._document.qt)
            cursor.beginEditBlock()
            for number in changed:
                self._format_block(cursor, number, wanted.get(number, ()))
            cursor.endEditBlock()
        self._shown = wanted
        return changed

    def segments(self, number: int) -> _Signature:
        """The marked stretches of a block, in order, each with the styles that lie on it."""
        return self._shown.get(number, ())

    def _by_block(self, marks: Iterable[Mark]) -> dict[int, _Signature]:
        """The flat segments of each block that has any."""
        document = self._document
        inside: list[tuple[Span, _Style]] = [
            (inline.span, inline.kind)
            for inline in document.article.inlines
            if inline.span.overlaps(document.span)
        ]
        inside += ((span, kind) for span, kind in marks if span.overlaps(document.span))
        blocks = document.blocks
        found: dict[int, list[tuple[Span, tuple[_Style, ...]]]] = {}
        index = 0
        for segment in flattened(inside):
            while index < len(blocks) and blocks[index].span.end <= segment.span.start:
                index += 1
            at = index
            while at < len(blocks) and blocks[at].span.start < segment.span.end:
                block = blocks[at].span
                part = Span(max(block.start, segment.span.start), min(block.end, segment.span.end))
                found.setdefault(at + document.part.first, []).append((part, segment.items))
                at += 1
        return {number: tuple(parts) for number, parts in found.items()}

    def _format_block(self, cursor: QTextCursor, number: int, parts: _Signature) -> None:
        document, block = self._document, self._document.article.blocks[number]
        if number in self._shown:
            self._select(cursor, block.span)
            cursor.setCharFormat(document.look.char_format(block.kind, block.level))
        for span, styles in parts:
            key = (block.kind, block.level, styles)
            form = self._formats.get(key)
            if form is None:
                form = self._formats[key] = self._format(number, styles)
            self._select(cursor, span)
            cursor.setCharFormat(form)

    def _select(self, cursor: QTextCursor, span: Span) -> None:
        cursor.setPosition(self._document.qt_position(span.start))
        cursor.setPosition(self._document.qt_position(span.end), QTextCursor.MoveMode.KeepAnchor)

    def _format(self, number: int, styles: tuple[_Style, ...]) -> QTextCharFormat:
        look, block = self._document.look, self._document.article.blocks[number]
        form = look.char_format(block.kind, block.level)
        for style in styles:
            if isinstance(style, InlineKind):
                look.set_inline(form, style)
        kinds = {style for style in styles if isinstance(style, MarkKind)}
        if MarkKind.DIRECT in kinds:
            form.setBackground(look.theme.colour("quote_tint"))
        elif MarkKind.INDIRECT in kinds:
            form.setBackground(look.theme.colour("indirect_tint"))
        if MarkKind.QUANTITY in kinds:
            form.setForeground(look.theme.colour("quantity"))
            form.setFontWeight(700)
        for kind, line in _UNDERLINES.items():
            if kind in kinds:
                # For screen readers; what is seen is painted, and stronger (`Underlines`).
                form.setUnderlineStyle(line)
                form.setUnderlineColor(Qt.GlobalColor.transparent)
        return form
