"""How each kind of block and inline style looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat

from diptych.model.article import Block, BlockKind, InlineKind
from diptych.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """The look of one kind of block.

    ``size`` and ``leading`` are in times of the reading size and of the block's own size;
    ``before``, ``after`` and ``indent`` in times of the reading size.
    """

    size: float = 1.0
    leading: float = 1.5
    before: float = 0.0
    after: float = 0.62
    indent: float = 0.0
    role: str = "text"
    bold: bool = False
    sans: bool = False


STYLES = {
    BlockKind.TITLE: BlockStyle(1.42, 1.28, after=0.55, bold=True),
    BlockKind.STANDFIRST: BlockStyle(1.06, 1.42, after=0.8, role="muted"),
    BlockKind.BYLINE: BlockStyle(0.76, 1.5, after=0.5, role="muted", sans=True),
    BlockKind.DATELINE: BlockStyle(0.76, 1.5, after=0.5, role="muted", sans=True),
    BlockKind.HEADING: BlockStyle(1.12, 1.35, before=0.75, after=0.45, bold=True),
    BlockKind.PARAGRAPH: BlockStyle(),
    BlockKind.CAPTION: BlockStyle(0.82, 1.45, after=0.75, indent=1.15, role="muted"),
    BlockKind.LIST_ITEM: BlockStyle(after=0.3, indent=1.3),
    BlockKind.NOISE: BlockStyle(0.76, 1.5, after=0.2, role="noise", sans=True),
}


class Look:
    """Theme and scale, as formats of a text document.

    ``unit`` is the size of the reading face in pixels, by which all distances are measured.
    """

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme = theme
        self.scale = scale
        self.unit = float(theme.reading_font(scale).pixelSize())

    def line_height(self, kind: BlockKind) -> int:
        """The distance of the base lines of a block in pixels."""
        style = STYLES[kind]
        return round(self.unit * style.size * style.leading)

    def font(self, kind: BlockKind, level: int = 0) -> QFont:
        """The face of a kind of block; deeper headings are no larger than the text."""
        style = STYLES[kind]
        font = self.theme.interface_font() if style.sans else self.theme.reading_font()
        size = 1.0 if kind is BlockKind.HEADING and level > 2 else style.size
        font.setPixelSize(max(6, round(self.unit * size)))
        font.setBold(style.bold)
        return font

    def block_format(self, block: Block) -> QTextBlockFormat:
        """Spacing, indent and line height of ``block``."""
        style = STYLES[block.kind]
        form = QTextBlockFormat()
        form.setTopMargin(round(style.before * self.unit))
        form.setBottomMargin(round(style.after * self.unit))
        indent = round(style.indent * self.unit * max(1, block.level))
        form.setLeftMargin(indent)
        form.setLineHeight(
            self.line_height(block.kind), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        if block.kind is BlockKind.HEADING:
            form.setHeadingLevel(max(1, block.level))
        elif block.kind is BlockKind.TITLE:
            form.setHeadingLevel(1)
        return form

    def char_format(self, kind: BlockKind, level: int = 0) -> QTextCharFormat:
        """Face and colour of a block's words without any mark."""
        form = QTextCharFormat()
        form.setFont(self.font(kind, level))
        form.setForeground(self.theme.colour(STYLES[kind].role))
        return form

    def set_inline(self, form: QTextCharFormat, kind: InlineKind) -> None:
        """Add an inline style of the file to ``form``."""
        match kind:
            case InlineKind.EMPHASIS:
                form.setFontItalic(True)
            case InlineKind.STRONG:
                form.setFontWeight(QFont.Weight.Bold)
            case InlineKind.CODE:
                form.setFontFamilies(["monospace"])
                form.setFontFixedPitch(True)
            case InlineKind.LINK:
                form.setForeground(self.theme.colour("accent"))

    def colour(self, role: str, alpha: int = 255) -> QColor:
        """A colour of the theme, ``alpha`` 0 to 255."""
        colour = self.theme.colour(role)
        colour.setAlpha(alpha)
        return colour
