"""How a row of the library is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from diptych.model.listing import Snippet
from diptych.ui.panels.facts import article_counts, article_date
from diptych.ui.panels.library_model import ROW_ROLE, Index
from diptych.ui.panels.rows import ArticleRow, StoryRow, around_hit
from diptych.ui.panels.text_lines import Marked, TextLines, lay_out
from diptych.ui.styling.colours import mixed
from diptych.ui.styling.painting import kept
from diptych.ui.styling.plain import in_a_row
from diptych.ui.theme import Theme

HEADLINE_LINES = 2
SIDE = 12
"""The space at the left and right of a row's text, in pixels."""
INDENT = 12
"""How much further in the accounts of a story stand, in pixels."""
HEADING_SHADE = 0.07
"""The share of the text's colour in the ground of a heading."""
SNIPPET_LINES = 2
LINES_KEPT = 256
"""Texts that stay laid out: several screens of rows, which are drawn again with every change."""


class LibraryDelegate(QStyledItemDelegate):
    """Draws headings, articles and unreadable files, all of one height.

    Where an article comes from stands on a line of its own under a short headline, and takes the
    place of date and counts under a long one. Room for snippets is only there where some row has
    one.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open: frozenset[str] = frozenset()
        self._snippets = False
        self._set_fonts()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._set_fonts()

    def set_open_paths(self, paths: frozenset[str]) -> frozenset[str]:
        """Mark the articles that are open in a pane; those for which this is new come back."""
        former, self._open = self._open, paths
        return former ^ paths

    def set_snippets(self, shown: bool) -> None:
        """Say whether some row has a snippet, and with that how high every row is."""
        self._snippets = shown

    def row_height(self) -> int:
        """The height of every row in pixels."""
        lines = HEADLINE_LINES * self._bold.pixelSize() * 1.25
        small = 1 + SNIPPET_LINES * int(self._snippets)
        return round(lines + small * self._small.pixelSize() * 1.4 + 2 * self._pad + 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = index.data(ROW_ROLE)
        with kept(painter, "a row of the library"):
            if isinstance(row, StoryRow):
                self._paint_story(painter, QRectF(rect), row)
            elif isinstance(row, ArticleRow):
                chosen = bool(state & QStyle.StateFlag.State_Selected)
                self._paint_ground(painter, QRectF(rect), row, chosen=chosen)
                if chosen and state & QStyle.StateFlag.State_HasFocus:
                    painter.setPen(QPen(self._theme.colour("selection_text"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 4, 4)
                self._paint_article(painter, QRectF(rect), row, chosen=chosen)

    def _set_fonts(self) -> None:
        self._bold = self._theme.interface_font(bold=True)
        self._plain = self._theme.interface_font()
        self._small = self._theme.interface_font(0.88)
        fonts = {"bold": self._bold, "plain": self._plain, "small": self._small}

        @lru_cache(LINES_KEPT)  # a new one with every theme, since it holds for these fonts
        def lines(text: str, face: str, width: float, most: int) -> TextLines:
            height = 1.4 if face == "small" else 1.25
            laid_out = lay_out(text, fonts[face], width, most, line_height=height)
            laid_out.layout.setCacheEnabled(True)
            return laid_out

        self._lines = lines
        self._pad = round(self._theme.interface_size * 0.6)

    def _paint_story(self, painter: QPainter, rect: QRectF, row: StoryRow) -> None:
        colour = self._theme.colour
        painter.fillRect(rect, mixed(colour("panel"), colour("text"), HEADING_SHADE))
        width = rect.width() - 2 * SIDE
        title = self._lines(row.title, "bold", width, HEADLINE_LINES)
        detail = self._lines(row.detail, "small", width, 1)
        top = rect.bottom() - self._pad - title.height - detail.height
        title.draw(painter, rect.left() + SIDE, top, colour("text"))
        detail.draw(painter, rect.left() + SIDE, top + title.height, colour("muted"))
        self._paint_line(painter, rect)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, row: ArticleRow, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(rect, self._theme.colour("selection"))
        self._paint_line(painter, rect, INDENT if row.entry.story else 0)
        if row.entry.path in self._open:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, self._theme.colour("selection_text" if chosen else "accent"))

    def _paint_line(self, painter: QPainter, rect: QRectF, indent: int = 0) -> None:
        bottom = rect.bottom() - 0.5
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(QPointF(rect.left() + indent, bottom), QPointF(rect.right(), bottom))

    def _paint_article(
        self, painter: QPainter, rect: QRectF, row: ArticleRow, *, chosen: bool
    ) -> None:
        text, faint = self._text_colours(row, chosen=chosen)
        indent = INDENT if row.entry.story else 0
        left, top = rect.left() + SIDE + indent, rect.top() + self._pad
        width = rect.width() - 2 * SIDE - indent
        signs = self._paint_signs(painter, rect, row, text if chosen else None)
        face = "plain" if row.done or row.entry.problem else "bold"
        headline = self._lines(row.entry.headline, face, width - signs, HEADLINE_LINES)
        headline.draw(painter, left, top, faint if row.done else text)
        is_long = headline.height > self._plain.pixelSize() * 1.5
        top += headline.height
        if row.entry.problem:
            room = 1 if is_long and not self._snippets else 2
            reason = self._lines(row.entry.problem, "small", width, room)
            reason.draw(painter, left, top, text)
            return
        for words, colour in self._small_lines(row, width, text, faint, is_long=is_long):
            line = self._lines(words, "small", width, 1)
            line.draw(painter, left, top, colour)
            top += line.height
        if row.snippet and self._snippets:
            hit = text if chosen else self._theme.colour("hit")
            # About half the face's size is the mean width of a letter.
            letters = round(SNIPPET_LINES * width / (self._small.pixelSize() * 0.5))
            snippet = around_hit(row.snippet, letters)
            marks = self._hit_marks(snippet, text, hit)
            lines = lay_out(snippet.text, self._small, width, SNIPPET_LINES, marks, 1.4)
            lines.draw(painter, left, top, text)

    def _text_colours(self, row: ArticleRow, *, chosen: bool) -> tuple[QColor, QColor]:
        if chosen:
            both = self._theme.colour("selection_text")
            return both, both
        if row.entry.problem:
            return self._theme.colour("error"), self._theme.colour("error")
        return self._theme.colour("text"), self._theme.colour("muted")

    def _small_lines(
        self, row: ArticleRow, width: float, text: QColor, faint: QColor, *, is_long: bool
    ) -> list[tuple[str, QColor]]:
        entry = row.entry
        if row.derived and is_long:
            return [(in_a_row((entry.outlet, row.derived)), faint)]
        facts = (entry.outlet, article_date(entry, with_time=False), *article_counts(row))
        lines = [(_fitting(facts, self._small, width), faint)]
        if row.derived:
            lines.append((row.derived, text))
        return lines

    def _paint_signs(
        self, painter: QPainter, rect: QRectF, row: ArticleRow, colour: QColor | None
    ) -> float:
        """Draw star and tick at the right; return the width that they take from the headline."""
        size = float(self._plain.pixelSize())
        middle = rect.top() + self._pad + size * 0.62
        right = rect.right() - SIDE
        if row.starred:
            self._paint_sign(painter, QPointF(right, middle), "★", colour or self._of("lone"))
            middle += size * 1.25
        if row.done:
            self._paint_sign(painter, QPointF(right, middle), "✓", colour or self._of("place"))
        return size * 1.3 if row.starred or row.done else 0.0

    def _of(self, role: str) -> QColor:
        return self._theme.colour(role)

    def _paint_sign(self, painter: QPainter, place: QPointF, sign: str, colour: QColor) -> None:
        font = QFont(self._plain)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(sign)
        box = QRectF(place.x() - width, place.y() - metrics.height() / 2, width, metrics.height())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    def _hit_marks(self, snippet: Snippet, colour: QColor, line: QColor) -> list[Marked]:
        """The words that were found, bold and underlined: seen on every ground."""
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        found.setForeground(colour)
        found.setFontUnderline(True)
        found.setUnderlineColor(line)
        return [Marked(hit, found) for hit in snippet.hits]


def _fitting(facts: Iterable[str], font: QFont, width: float) -> str:
    """The first of ``facts`` that fit in a row, whole; a number that is cut tells a wrong one."""
    known, metrics = [fact for fact in facts if fact], QFontMetricsF(font)
    while len(known) > 1 and metrics.horizontalAdvance(in_a_row(known)) > width:
        known.pop()
    return in_a_row(known)
