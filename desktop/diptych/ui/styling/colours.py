"""Colours that follow from a theme's own: mixtures, and how well two can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from diptych.ui.theme import Theme

if TYPE_CHECKING:
    from diptych.model.annotation import Tag


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` of ``other`` in ``one``, from 0 to 1."""
    return QColor.fromRgbF(
        *(
            first + (second - first) * share
            for first, second in zip(_parts(one), _parts(other), strict=True)
        )
    )


def field_edge(theme: Theme) -> QColor:
    """The outline of what can be typed into or ticked: at least 3:1 where it stands.

    Separators may be fainter (`Colours.line`), since nothing is lost when they are not seen.
    """
    ground = theme.colour("panel")
    edge = theme.colour("line")
    for step in range(11):
        edge = mixed(theme.colour("line"), theme.colour("muted"), step / 10)
        if min(contrast(edge, ground), contrast(edge, theme.colour("field"))) >= 3.05:
            break
    return edge


def coloured(tags: Sequence[Tag], theme: Theme) -> list[Tag]:
    """The tags of a codebook, each with a colour: its own, else the theme's for its place.

    To be done before tags are sorted or picked from, so that a tag looks the same everywhere.
    """
    return [
        replace(tag, colour=theme.tag_colour(tag.colour, number).name())
        for number, tag in enumerate(tags)
    ]


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(value) for value in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
