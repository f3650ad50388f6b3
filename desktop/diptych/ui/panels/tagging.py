"""The strip beside a passage in which a tag is picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from diptych.model.annotation import Tag
from diptych.ui.panels.choice_strip import ChoiceDelegate, ChoiceStrip
from diptych.ui.panels.hints import KeyHint
from diptych.ui.panels.tag_choices import TagChoice, choices
from diptych.ui.panels.text_lines import lay_out
from diptych.ui.styling.keycaps import cap_size, paint_cap, shown_key
from diptych.ui.theme import Theme

translate = QCoreApplication.translate


class TagChoiceDelegate(ChoiceDelegate):
    """A tag with its bar and digit; a new one says that it is."""

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        assert isinstance(row, TagChoice)
        theme, height = self.theme, self.line
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


class TagStrip(ChoiceStrip):
    """Type to find a tag or to make one; Enter applies it, Ctrl+Enter applies and stays.

    What was typed is kept when the strip is closed without choosing, and is there again the next
    time.
    """

    tag_chosen = Signal(str, bool)
    """The tag's name, and whether the strip stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TagChoiceDelegate(theme), parent)
        self._tags: tuple[Tag, ...] = ()
        self._field.setPlaceholderText(self.tr("Tag…"))
        hints = [
            KeyHint((shown_key("Ctrl+Return"),), self.tr("and stay")),
            KeyHint((shown_key("Return"),), self.tr("apply")),
        ]
        self._name(
            self.tr("Pick a tag"), self.tr("Name of the tag"), self.tr("Tags that match"), hints
        )

    def open_with(self, tags: Sequence[Tag]) -> None:
        """Offer ``tags``, those used last first, and take the keys."""
        self._tags = tuple(tags)
        self._open()

    def offered(self) -> list[TagChoice]:
        """The choices for what stands in the field."""
        return [row for row in self._list.rows() if isinstance(row, TagChoice)]

    def _found(self, typed: str) -> Sequence[object]:
        colours = [
            self._theme.tag_colour(tag.colour, number).name()
            for number, tag in enumerate(self._tags)
        ]
        return choices(typed, self._tags, colours)

    def _sentence(self, row: object) -> str:
        assert isinstance(row, TagChoice)
        return self.tr("New tag “{name}”").format(name=row.name) if row.is_new else row.name

    def _take(self, row: object, *, stay: bool) -> None:
        assert isinstance(row, TagChoice)
        self._field.clear()
        if not stay:
            self._close()
        self.tag_chosen.emit(row.name, stay)
