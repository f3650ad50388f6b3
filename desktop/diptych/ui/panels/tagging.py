"""The strip beside a passage in which a tag is picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.fields import StripField
from diptych.ui.panels.hints import KeyHint, KeyHints
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.tag_choices import TagChoice, choices
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.styling.keycaps import cap_size, paint_cap, shown_key
from diptych.ui.theme import Theme

MOST_ROWS = 7
"""As many tags are in view at once."""

translate = QCoreApplication.translate


class ChoiceDelegate(RowDelegate):
    """A tag with its bar and digit; a new one says that it is."""

    separated = False
    shows_selection = True

    @property
    def pad(self) -> int:
        return round(self.theme.interface_size * 0.25)

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, TagChoice)
        theme, height = self.theme, self.theme.interface_size * 1.5
        if painter is None:
            return height
        middle, left = box.top() + height / 2, box.left()
        if row.is_new:
            words = translate("Tagging", "New tag “{name}”").format(name=row.name)
            painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(
                QPointF(left + 2, box.top() + 2), QPointF(left + 2, box.top() + height - 2)
            )
        else:
            words = row.name
            painter.fillRect(QRectF(left, box.top() + 2, 4, height - 4), QColor(row.colour))
        room = box.width() - 12
        if row.key:
            width, _ = cap_size(row.key, theme)
            paint_cap(painter, box.right() - width, middle, row.key, theme)
            room -= width + 6
        line = lay_out(words, theme.interface_font(), room, 1)
        line.draw(painter, left + 11, middle - line.height / 2, theme.colour("text"))
        return height


class TagStrip(QFrame):
    """Type to find a tag or to make one; Enter applies it, Ctrl+Enter applies and stays.

    What was typed is kept when the strip is closed without choosing, and is there again the next
    time. Whoever opens the strip puts it where it belongs.
    """

    tag_chosen = Signal(str, bool)
    """The tag's name, and whether the strip stays."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[Tag, ...] = ()
        self._field = StripField(self)
        self._delegate = ChoiceDelegate(theme)
        self._list = RowList(self._delegate, self.tr("Tags that match"), self)
        self._hints = KeyHints(theme, self)
        self.setProperty("look", "strip")
        self.setAccessibleName(self.tr("Pick a tag"))
        self._field.setPlaceholderText(self.tr("Tag…"))
        self._field.setAccessibleName(self.tr("Name of the tag"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hints.show_hints(
            [
                KeyHint((shown_key("Ctrl+Return"),), self.tr("and stay")),
                KeyHint((shown_key("Return"),), self.tr("apply")),
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        for part in (self._field, self._list, self._hints):
            column.addWidget(part)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._field.textChanged.connect(self._find)
        self._field.entered.connect(self._apply)
        self._field.escaped.connect(self._close)
        self._field.focus_lost.connect(self._close)
        self._field.stepped.connect(self._step)
        self._list.row_chosen.connect(lambda choice: self._choose(choice, stay=False))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._delegate.set_theme(theme)
        self._hints.set_theme(theme)

    def sizeHint(self) -> QSize:
        unit = self._theme.interface_size
        return QSize(round(unit * 21), super().sizeHint().height())

    def open_with(self, tags: Sequence[Tag]) -> None:
        """Offer ``tags``, those used last first, and take the keys."""
        self._tags = tuple(tags)
        self._find()
        self.show()
        self.raise_()
        self._field.setFocus()
        self._field.selectAll()

    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def offered(self) -> list[TagChoice]:
        """The choices for what stands in the field."""
        return [row for row in self._list.rows() if isinstance(row, TagChoice)]

    def _find(self) -> None:
        colours = [
            self._theme.tag_colour(tag.colour, number).name()
            for number, tag in enumerate(self._tags)
        ]
        found = choices(self._field.text(), self._tags, colours)
        sentences = [self._sentence(choice) for choice in found]
        self._list.show_rows(found, sentences)
        step = self._delegate.theme.interface_size * 1.5 + 2 * self._delegate.pad + 1
        self._list.setFixedHeight(round(step * min(MOST_ROWS, max(1, len(found)))) + 1)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self.adjustSize()

    def _sentence(self, choice: TagChoice) -> str:
        if choice.is_new:
            return self.tr("New tag “{name}”").format(name=choice.name)
        return choice.name

    def _step(self, step: int) -> None:
        row, count = self._list.currentIndex().row() + step, self._list.model().rowCount()
        if 0 <= row < count:
            self._list.setCurrentIndex(self._list.model().index(row, 0))

    def _apply(self, held: Qt.KeyboardModifier) -> None:
        offered, row = self.offered(), self._list.currentIndex().row()
        if offered:
            stay = bool(held & Qt.KeyboardModifier.ControlModifier)
            self._choose(offered[max(0, row)], stay=stay)

    def _choose(self, choice: TagChoice, *, stay: bool) -> None:
        self._field.clear()
        if not stay:
            self._close()
        self.tag_chosen.emit(choice.name, stay)

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()
