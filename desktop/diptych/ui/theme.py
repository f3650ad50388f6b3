"""Colours and fonts by their role, from the TOML files of the resources."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

READING_FAMILY = "Literata"
"""The bundled reading face (SIL Open Font License)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour a role, as ``#rrggbb``; the roles are named for what they mark."""

    window: str
    panel: str
    page: str
    field: str
    line: str
    text: str
    muted: str
    accent: str
    accent_tint: str
    selection: str
    selection_text: str
    warning: str
    warning_tint: str
    error: str
    error_tint: str
    person: str
    organisation: str
    place: str
    other_name: str
    quote_tint: str
    indirect_tint: str
    speaker: str
    quantity: str
    wording: str
    hit: str
    hit_tint: str
    lone: str
    noise: str
    passage: str
    ribbon: str
    ribbon_edge: str
    ribbon_weak: str
    ribbon_active: str
    ribbon_active_edge: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """How the window looks: a name, whether it is dark, its colours, the size of the text."""

    name: str
    dark: bool
    colours: Colours
    reading_size: float = 16.5
    """Pixels of the reading face at 100 %."""
    interface_size: float = 13.0
    """Pixels of the interface's face."""

    def colour(self, role: str) -> QColor:
        """The colour of a role of `Colours`.

        Raises:
            AttributeError: there is no such role.
        """
        return QColor(getattr(self.colours, role))

    def tag_colour(self, name: str, number: int) -> QColor:
        """The colour ``name`` (``#rrggbb``); where empty, the ``number``-th of the theme."""
        return QColor(name or self.colours.tags[number % len(self.colours.tags)])

    def reading_font(self, scale: float = 1.0) -> QFont:
        """The face of the articles at ``scale`` times its normal size."""
        font = QFont(READING_FAMILY)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(max(6, round(self.reading_size * scale)))
        return font

    def interface_font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """The face of everything around the articles."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(max(6, round(self.interface_size * scale)))
        font.setBold(bold)
        return font

    def palette(self) -> QPalette:
        """The theme as Qt's own widgets understand it."""
        colours, palette = self.colours, QPalette()
        roles = QPalette.ColorRole
        for role, value in (
            (roles.Window, colours.window),
            (roles.WindowText, colours.text),
            (roles.Base, colours.field),
            (roles.AlternateBase, colours.panel),
            (roles.Text, colours.text),
            (roles.Button, colours.panel),
            (roles.ButtonText, colours.text),
            (roles.ToolTipBase, colours.field),
            (roles.ToolTipText, colours.text),
            (roles.PlaceholderText, colours.muted),
            (roles.Highlight, colours.selection),
            (roles.HighlightedText, colours.selection_text),
            (roles.Accent, colours.accent),
            (roles.Link, colours.accent),
            (roles.LinkVisited, colours.organisation),
            (roles.Mid, colours.line),
            (roles.Midlight, colours.line),
            (roles.Dark, colours.muted),
            (roles.Light, colours.field),
            (roles.Shadow, colours.line),
        ):
            palette.setColor(role, QColor(value))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
        return palette


THEMES = ("light", "dark", "contrast")
"""The names of the theme files."""


def load_theme(name: str) -> Theme:
    """The theme in ``themes/<name>.toml`` of the resources.

    Raises:
        FileNotFoundError: there is no such theme.
        TypeError: a role is missing, or one is there that the program does not know.
    """
    source = files("diptych_resources") / "themes" / f"{name}.toml"
    data: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    colours = data["colours"]
    return Theme(data["name"], data["dark"], Colours(**{**colours, "tags": tuple(colours["tags"])}))


def load_fonts() -> None:
    """Make the bundled faces known to Qt; without them Qt falls back to the system's serif."""
    folder = files("diptych_resources") / "fonts"
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.name.endswith((".ttf", ".otf")):
            QFontDatabase.addApplicationFontFromData(entry.read_bytes())
