"""The manual."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from diptych.ui.dialogs.key_groups import key_groups
from diptych.ui.styling.keycaps import Remapped
from diptych.ui.styling.markdown import MarkdownView
from diptych.ui.theme import Theme

translate = QCoreApplication.translate


def manual_markdown(remapped: Remapped) -> str:
    """The manual in Markdown; the page of keys is made from the table of commands."""
    written = (files("diptych_resources") / "help" / "manual.md").read_text("utf-8")
    return f"{written.rstrip()}\n\n{_keys_markdown(remapped)}"


def _keys_markdown(remapped: Remapped) -> str:
    lines = []
    for group in key_groups(remapped):
        key, meaning = translate("Keys", "Key"), translate("Keys", "What it does")
        lines += [f"### {group.title}", "", f"| {key} | {meaning} |", "| --- | --- |"]
        for row in group.rows:
            joint = " " if "–" in row.keys else ", "
            lines.append(f"| **{_cell(joint.join(row.keys))}** | {_cell(row.label)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """``text`` with the signs that would end a cell or set a style taken literally."""
    return "".join(f"\\{letter}" if letter in "|*_`\\" else letter for letter in text)


class ManualDialog(QDialog):
    """The manual to read beside the window."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = theme.interface_size
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Manual"))
        page = MarkdownView(self)
        page.setAccessibleName(self.tr("Manual"))
        page.show_markdown(text)
        page.setViewportMargins(24, 16, 24, 8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 16, 12)
        column.addWidget(page, 1)
        column.addWidget(buttons)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(round(self._unit * 54), round(self._unit * 52))
