"""Painting that cannot take the program down."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

log = logging.getLogger(__name__)


@contextmanager
def painting(device: QPaintDevice, *, antialiased: bool = True) -> Iterator[QPainter]:
    """A painter on ``device`` that always ends.

    An error is written to the log and leaves the rest of the picture out: an exception inside
    Qt's paint event would come back with the next frame, and the next.
    """
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, antialiased)
        yield painter
    except Exception:
        log.exception("painting %s failed", type(device).__name__)
    finally:
        painter.end()


@contextmanager
def kept(painter: QPainter, what: str) -> Iterator[QPainter]:
    """``painter`` for one item of a view; afterwards it is as it was, errors go to the log."""
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
    except Exception:
        log.exception("painting %s failed", what)
    finally:
        painter.restore()


def mirrored_in(box: QRectF, width: float) -> QRectF:
    """``box`` as it stands in a mirror as wide as what it is in."""
    return QRectF(width - box.right(), box.top(), box.width(), box.height())


def paint_inner_ring(painter: QPainter, frame: QRectF, colour: QColor) -> None:
    """A second line inside ``frame``: tells what has the keys from what is only switched on."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 3, 3)
