"""Words from articles where Qt would take some of their signs for its own."""

from __future__ import annotations

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """``text`` for a tool tip: Qt reads one that looks like HTML as HTML, pictures included."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def label(text: str) -> str:
    """``text`` for a button or tab, where a lone ``&`` would make a key of the letter after it."""
    return text.replace("&", "&&")
