"""The tags whose passage was not found for certain in a changed text, and what to do with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from diptych.tagging.anchors import Outcome
from diptych.text.spans import Span
from diptych.ui.panels.buttons import KeyButton
from diptych.ui.panels.flow import FlowLayout
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.tag_line import paint_tags
from diptych.ui.panels.text_lines import Marked, lay_out
from diptych.ui.panels.values import ReviewedPassage
from diptych.ui.styling.keycaps import Remapped
from diptych.ui.styling.markdown import plain_text
from diptych.ui.theme import Theme

PASSAGE_LINES = 6
"""A longer passage is cut short here."""
_SHARE, _LEAST = 0.55, 150
"""The part of its room that the list takes at most, and the pixels that it may always."""

translate = QCoreApplication.translate


def outcome_words(row: ReviewedPassage) -> str:
    """What became of the passage, and how sure that is."""
    review = row.review
    if review.outcome is Outcome.LOST:
        return translate("Review", "not found – kept until you decide")
    if review.outcome is Outcome.AMBIGUOUS:
        words = translate("Review", "fits more than one place – this one {percent} %")
    elif review.was == review.now:
        words = translate("Review", "the same words among others – {percent} % sure")
    else:
        words = translate("Review", "changed words – {percent} % sure")
    return words.format(percent=round(review.confidence * 100))


def name_words(row: ReviewedPassage) -> str:
    """What stands for an annotation without a tag."""
    if row.review.is_correction:
        return translate("Review", "Correction")
    return plain_text(row.review.note) or translate("Review", "Read, nothing to tag")


def review_sentence(row: ReviewedPassage) -> str:
    """A row as a screen reader tells it."""
    parts = [", ".join(row.review.tags) or name_words(row), outcome_words(row)]
    parts += [f"{label} {words}" for label, words in _versions(row)]
    return ". ".join(parts)


def _versions(row: ReviewedPassage) -> list[tuple[str, str]]:
    """The old words and the new ones, each with what they are called; the same words once."""
    review = row.review
    versions = [(translate("Review", "before:"), review.was)]
    if review.now and review.now != review.was:
        versions.append((translate("Review", "now:"), review.now))
    return versions


class ReviewDelegate(RowDelegate):
    """Tags, what became of the passage, the old words and the new ones, differences marked."""

    shows_selection = True

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, ReviewedPassage)
        theme, width, review = self.theme, box.width(), row.review
        small = theme.interface_font(0.88)
        lines = [(lay_out(outcome_words(row), small, width, 2, line_height=1.4), "muted")]
        if review.tags:
            top = paint_tags(review.tags, row.colours, theme, box, painter)
        else:
            top = 0.0
            name = lay_out(name_words(row), theme.interface_font(0.88, bold=True), width, 1)
            lines.insert(0, (name, "text"))
        changed = ((review.gone, self._gone()), (review.added, self._added()))
        for (label, words), (spans, form) in zip(_versions(row), changed, strict=False):
            marks = self._marks(label, spans, form)
            passage = lay_out(
                f"{label} {words}", theme.reading_font(0.85), width, PASSAGE_LINES, marks, 1.35
            )
            lines.append((passage, "text"))
        for line, role in lines:
            if painter is not None:
                line.draw(painter, box.left(), box.top() + top, theme.colour(role))
            top += line.height
        return top

    def _marks(self, label: str, spans: Sequence[Span], form: QTextCharFormat) -> list[Marked]:
        """The label fainter than the words after it, of which ``spans`` differ."""
        faint = QTextCharFormat()
        faint.setForeground(self.theme.colour("muted"))
        shift = len(label) + 1
        differing = [Marked(span.shifted(shift), form) for span in spans]
        return [Marked(Span(0, len(label)), faint), *differing]

    def _gone(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontStrikeOut(True)
        form.setForeground(self.theme.colour("muted"))
        return form

    def _added(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self.theme.colour("wording")))
        return form


class ReviewSection(QWidget):
    """The list, with a button for each decision on the row that is current; else not there."""

    jump_requested = Signal(object)
    """The span at which the passage most likely is."""
    command_chosen = Signal(str)
    filled = Signal()
    """There is something to decide, or no longer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = 0
        self._delegate = ReviewDelegate(theme)
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self.list = RowList(self._delegate, self.tr("Tags on changed text"), self)
        labels = {
            "accept_place": self.tr("Yes, there"),
            "place_here": self.tr("Here instead"),
            "drop_reviewed": self.tr("Delete"),
        }
        self._buttons = {name: KeyButton(name, theme, self) for name in labels}
        for name, button in self._buttons.items():
            button.setText(labels[name])
            button.clicked.connect(lambda _on=False, name=name: self.command_chosen.emit(name))
        self._lay_out()
        self.setFocusProxy(self.list)
        self.setAccessibleName(self.list.accessibleName())
        self.list.row_chosen.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.show_passages(())

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        buttons = FlowLayout()
        for button in self._buttons.values():
            buttons.addWidget(button)
        head.addLayout(buttons)
        line = QFrame(self)
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(line)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        for button in self._buttons.values():
            button.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()
        self._fit()

    def set_keys(self, remapped: Remapped) -> None:
        """Show the keys that the reader chose."""
        for button in self._buttons.values():
            button.set_keys(remapped)

    def show_passages(self, passages: Sequence[ReviewedPassage]) -> None:
        """Show what there is to decide; the current row stays so, else the next one is."""
        before, row = self.current(), self.list.currentIndex().row()
        self.list.show_rows(passages, [review_sentence(passage) for passage in passages])
        ids = [passage.review.id for passage in passages]
        if before is not None and before.review.id in ids:
            row = ids.index(before.review.id)
        self._make_current(min(max(row, 0), len(passages) - 1))
        title = self.tr("The text has changed. Tags to look at: {count}")
        self._title.setText(title.format(count=len(passages)))
        was_filled = not self.isHidden()
        self.setVisible(bool(passages))
        self._follow()
        self._fit()
        if was_filled != bool(passages):
            self.filled.emit()

    def passages(self) -> list[ReviewedPassage]:
        """What is shown."""
        return [row for row in self.list.rows() if isinstance(row, ReviewedPassage)]

    def current(self) -> ReviewedPassage | None:
        """What the buttons and keys decide on."""
        passages, row = self.passages(), self.list.currentIndex().row()
        return passages[row] if 0 <= row < len(passages) else None

    def step(self, step: int) -> None:
        """Make the next row current, or the previous one (-1), and round again."""
        count = self.list.model().rowCount()
        if count:
            self._make_current((self.list.currentIndex().row() + step) % count)

    def set_room(self, height: int) -> None:
        """Share ``height`` pixels with what stands below."""
        self._room = height
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # rows wrap anew with another width

    def _make_current(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(row, 0))

    def _follow(self) -> None:
        row = self.current()
        placed = row is not None and row.review.span is not None
        self._buttons["accept_place"].setEnabled(placed)

    def _choose(self, passage: ReviewedPassage) -> None:
        if passage.review.span is not None:
            self.jump_requested.emit(passage.review.span)

    def _fit(self) -> None:
        """Give the list the height of its rows, but leave room for the tags below."""
        most = max(_LEAST, round(self._room * _SHARE))
        height = 0
        for row in range(self.list.model().rowCount()):
            height += self.list.sizeHintForRow(row)
            if height > most:
                break
        self.list.setFixedHeight(min(height, most))
