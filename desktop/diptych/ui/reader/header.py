"""What stands over an article: outlet, date, chips; and its headline once that is scrolled away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from diptych.model.article import MAX_ANALYSED, Article
from diptych.ui.reader.document import EDGE
from diptych.ui.reader.formats import Look
from diptych.ui.reader.parts import STEP
from diptych.ui.reader.view import COVER, INSET, NOTHING
from diptych.ui.styling.dates import shown_date
from diptych.ui.styling.painting import mirrored_in, painting
from diptych.ui.styling.plain import in_a_row


class Header(QWidget):
    """One line, or two with the headline."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = look
        self._article = NOTHING
        self._chips: tuple[str, ...] = ()
        self._focus_role = ""
        self._tall = False
        self._part = ""
        self._inset = INSET + EDGE
        self._mirrored = False

    def show_article(self, article: Article) -> None:
        """Tell where ``article`` is from."""
        self._article = article
        self._chips = ()
        self._tell()

    def set_chips(self, chips: Sequence[str]) -> None:
        """Show these short remarks after the date."""
        self._chips = tuple(chips)
        self._tell()

    def set_part(self, step: int, count: int) -> None:
        """Tell which of ``count`` parts of a long article is open; ``step`` counts from 0.

        Past `MAX_ANALYSED` nothing is marked: a reader must not take that for nothing found.
        """
        words = self.tr("part %1 of %2") if count > 1 else ""
        words = words.replace("%1", str(step + 1)).replace("%2", str(count))
        if count > 1 and (step + 1) * STEP >= MAX_ANALYSED:
            words = in_a_row([words, self.tr("not analysed")])
        if words != self._part:
            self._part = words
            self._tell()

    def set_look(self, look: Look) -> None:
        """Take another theme or size."""
        self._look = look
        self.update()

    def set_inset(self, inset: int, *, mirrored: bool) -> None:
        """Begin as far from the left as the text below does, or from the right where it does."""
        if (inset, mirrored) != (self._inset, self._mirrored):
            self._inset, self._mirrored = inset, mirrored
            self.update()

    def set_focus(self, *, is_chosen: bool, has_keys: bool) -> None:
        """Show whether this is the article in hand, and whether it gets what is typed."""
        role = "accent" if has_keys else "muted" if is_chosen else ""
        if role != self._focus_role:
            self._focus_role = role
            self.update()

    def set_tall(self, tall: bool) -> bool:
        """Show the headline or not; whether that is a change."""
        changed, self._tall = tall != self._tall, tall
        return changed

    def height_wanted(self) -> int:
        """In pixels, with or without the headline."""
        return self.base_height() + (round(self._look.unit * COVER) if self._tall else 0)

    def base_height(self) -> int:
        """In pixels, without the headline."""
        return round(self._look.unit * 2.4)

    def source(self) -> str:
        """Outlet and date, as they are shown."""
        article = self._article
        if not article.path:
            return ""
        outlet = article.outlet or self.tr("outlet not known")
        when = [shown_date(article.published)] if article.published else []
        if article.updated and article.updated != article.published:
            when.append(self.tr("updated %1").replace("%1", shown_date(article.updated)))
        return in_a_row([outlet, *(when or [self.tr("no date")]), self._part])

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._look.colour
        with painting(self) as painter:
            painter.fillRect(self.rect(), colour("page"))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            if not self._article.path:
                return
            if self._mirrored:
                painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            if self._focus_role:
                painter.fillRect(QRectF(0, 0, self.width(), 2), colour(self._focus_role))
            if self._tall:
                self._paint_headline(painter)
            self._paint_source(painter)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.accessibleName(), self)
            return True
        return super().event(event)

    def _tell(self) -> None:
        self.setAccessibleName(self._article.headline if self._article.path else "")
        self.setAccessibleDescription(", ".join([self.source(), *self._chips]))
        self.update()

    def _paint_source(self, painter: QPainter) -> None:
        font = self._look.theme.interface_font(self._look.scale * 0.94)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        height = self.base_height()
        room = self.width() - self._inset - EDGE
        words = metrics.elidedText(self.source(), Qt.TextElideMode.ElideRight, room)
        box = self._placed(QRectF(self._inset, 0, room, height))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        self._paint_chips(painter, self._inset + metrics.horizontalAdvance(words) + 12)

    def _paint_chips(self, painter: QPainter, x: float) -> None:
        font = self._look.theme.interface_font(self._look.scale * 0.86)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        # They are in the language of the window: "4 only here" begins with its figure there.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        height = metrics.height() + 5
        top = (self.base_height() - height) / 2
        for chip in self._chips:
            room = self.width() - EDGE - x
            if room < 4 * height:
                break
            width = min(metrics.horizontalAdvance(chip) + height * 0.9, room)
            words = metrics.elidedText(chip, Qt.TextElideMode.ElideRight, width - height * 0.8)
            box = self._placed(QRectF(round(x), round(top), round(width), round(height)))
            box.translate(0.5, 0.5)
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(self._look.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            x += width + 7

    def _paint_headline(self, painter: QPainter) -> None:
        font = self._look.theme.reading_font(self._look.scale * 1.06)
        font.setBold(True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        top = self.base_height() - self._look.unit * 0.45
        room = self.width() - self._inset - EDGE
        words = metrics.elidedText(self._article.headline, Qt.TextElideMode.ElideRight, room)
        box = self._placed(QRectF(self._inset, top, room, metrics.height()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _placed(self, box: QRectF) -> QRectF:
        """``box``, which counts from where the text begins, in the widget."""
        return mirrored_in(box, self.width()) if self._mirrored else box
