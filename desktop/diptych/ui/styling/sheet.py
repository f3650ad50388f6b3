"""The style sheet: what Qt's own widgets need beyond Fusion and the palette."""

from __future__ import annotations

from string import Template

from diptych.ui.styling.colours import field_edge, mixed
from diptych.ui.theme import READING_FAMILY, Theme

# Widgets say what they are by a dynamic property "look"; the sheet knows no class of the program.
_SHEET = Template("""
QToolTip { background: $field; color: $text; border: 1px solid $line; padding: ${p3}px ${p6}px; }

QLineEdit, QPlainTextEdit {
    background: $field; color: $text; border: 1px solid $edge; border-radius: 4px;
    padding: ${p4}px ${p7}px;
    placeholder-text-color: $muted;
    selection-background-color: $selection; selection-color: $selection_text;
}
QLineEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $accent; padding: ${q4}px ${q7}px;
}
QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent; }

QPushButton, QToolButton[look="button"] {
    background: $field; color: $text; border: 1px solid $line; border-radius: 4px;
    padding: ${p5}px ${p10}px;
}
QPushButton:hover, QToolButton[look="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[look="button"]:pressed { background: $accent_tint; }
QPushButton:default { border-color: $accent; color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:disabled { color: $muted; background: $panel; }
QPushButton:focus, QToolButton[look="button"]:focus {
    border: 2px solid $accent; padding: ${q5}px ${q10}px;
}
QPushButton[look="link"], QToolButton[look="link"] {
    background: transparent; border: 1px solid transparent; color: $accent;
    padding: ${p2}px ${p4}px; font-size: ${small}px;
}
QPushButton[look="link"]:hover, QToolButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus, QToolButton[look="link"]:focus {
    border: 1px solid $accent; border-radius: 4px; padding: ${p2}px ${p4}px;
}
QToolButton[look="link"]::menu-indicator { image: none; }

QToolButton[look="chip"] {
    background: transparent; color: $muted; border: 1px solid $line;
    border-radius: ${chip}px; padding: ${p1}px ${p8}px; font-size: ${small}px;
}
QToolButton[look="chip"]:hover { background: $hover; color: $text; }
QToolButton[look="chip"]:checked {
    background: $accent_tint; color: $accent; border-color: $accent;
}
QToolButton[look="chip"]:focus { border: 2px solid $accent; padding: ${p0}px ${p7}px; }

QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 2px solid transparent;
    padding: ${p10}px ${p5}px ${p8}px ${p5}px; font-size: ${small}px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { color: $accent; background: $accent_tint; }

QListView, QTreeView { border: none; background: $panel; outline: none; }
QScrollArea { border: none; background: transparent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: $accent_tint; border: none; border-radius: 2px; max-height: 4px; min-height: 4px;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QMenuBar { background: $window; }
QMenuBar::item { padding: ${p4}px ${p8}px; background: transparent; }
QMenuBar::item:selected { background: $accent_tint; }
QMenu { background: $field; border: 1px solid $line; padding: ${p4}px 0; }
QMenu::item { padding: ${p4}px ${p24}px ${p4}px ${p22}px; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px 0; }

QSplitter::handle { background: $line; }
QCheckBox:focus, QRadioButton:focus { color: $accent; text-decoration: underline; }

QLabel[look="title"] { font-weight: bold; }
QLabel[look="heading"] { font-weight: bold; font-size: ${large}px; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="reading"] { font-family: "$reading_family"; font-size: ${reading}px; }
QLabel[look="small"] { color: $muted; font-size: ${small}px; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="error"] { color: $error; }
QWidget[look="bar"] { background: $window; }
QWidget[look="panel"] { background: $panel; }
QFrame[look="line"] { background: $line; border: none; }
QFrame[look="strip"] { background: $field; border: 1px solid $edge; border-radius: 6px; }
QFrame[look="strip"] QListView { background: $field; }
QFrame[look="info"] { background: $accent_tint; border: none; border-left: 4px solid $accent; }
QFrame[look="warning"] { background: $warning_tint; border: none; border-left: 4px solid $warning; }
QFrame[look="error"] { background: $error_tint; border: none; border-left: 4px solid $error; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet for ``theme``; every length grows with its interface face."""
    scale = theme.interface_size / 13
    colours = theme.colours
    lengths = {f"p{length}": str(round(length * scale)) for length in range(25)}
    # A focused frame is one pixel thicker; what is inside stays where it is.
    inner = {f"q{length}": str(round(length * scale) - 1) for length in range(1, 25)}
    return _SHEET.substitute(
        lengths,
        **inner,
        chip=str(round(8 * scale)),
        small=str(round(theme.interface_size * 0.88)),
        large=str(round(theme.interface_size * 1.3)),
        reading_family=READING_FAMILY,
        reading=str(round(theme.reading_size * 0.9)),
        edge=field_edge(theme).name(),
        hover=mixed(theme.colour("field"), theme.colour("accent_tint"), 0.6).name(),
        thumb=field_edge(theme).name(),
        window=colours.window,
        panel=colours.panel,
        field=colours.field,
        line=colours.line,
        text=colours.text,
        muted=colours.muted,
        accent=colours.accent,
        accent_tint=colours.accent_tint,
        selection=colours.selection,
        selection_text=colours.selection_text,
        warning=colours.warning,
        warning_tint=colours.warning_tint,
        error=colours.error,
        error_tint=colours.error_tint,
    )
