"""An annotation's tags with their bars, as the inspector's rows show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from diptych.ui.theme import Theme


def paint_tags(
    tags: Sequence[str],
    colours: Sequence[str],
    theme: Theme,
    box: QRectF,
    painter: QPainter | None,
) -> float:
    """Draw tags one after another, on as many lines as they need; return their height.

    ``colours`` holds ``#rrggbb`` for each of ``tags``, grey where empty. Without a painter it is
    only measured.
    """
    font = theme.interface_font(0.88, bold=True)
    metrics = QFontMetricsF(font)
    step, left, top = font.pixelSize() * 1.6, 0.0, 0.0
    for tag, colour in zip(tags, colours, strict=True):
        words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, box.width() - 9)
        width = metrics.horizontalAdvance(words) + 9
        if left and left + width > box.width():
            left, top = 0.0, top + step
        if painter is not None:
            bar = QRectF(box.left() + left, box.top() + top + 1, 4, step - 5)
            painter.fillRect(bar, QColor(colour or theme.colours.muted))
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            base = box.top() + top + 1 + (step - 5 + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(bar.right() + 5, base), words)
        left += width + 10
    return top + step
