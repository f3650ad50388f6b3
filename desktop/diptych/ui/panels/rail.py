"""The narrow rail that stands for the library while it is folded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QVBoxLayout, QWidget

from diptych.ui.styling.colours import mixed
from diptych.ui.styling.keycaps import Remapped, first_key
from diptych.ui.styling.painting import paint_inner_ring, painting
from diptych.ui.styling.plain import tip
from diptych.ui.theme import Theme

WIDTH = 44
"""Of the rail, in pixels."""

_OTHER_PANE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class RailAccount:
    """One account of the story."""

    path: str
    outlet: str
    headline: str


def badges(outlets: Sequence[str]) -> list[str]:
    """Two letters for each outlet, told apart from one another as far as the names allow.

    The initials of the first two words where there are two, else the first two letters; where
    that is taken, the first letter with the next one that is free.
    """
    found: dict[str, str] = {}
    for outlet in outlets:
        if outlet not in found:
            letters = _candidates(outlet)
            taken = set(found.values())
            found[outlet] = next((pair for pair in letters if pair not in taken), letters[0])
    return [found[outlet] for outlet in outlets]


def _candidates(outlet: str) -> list[str]:
    words = [word for word in outlet.split() if word[0].isalnum() and word.lower() != "the"]
    letters = [letter for word in words for letter in word if letter.isalnum()]
    if not letters:
        return ["–"]
    first = letters[0].upper()
    tails = [words[1][0]] if len(words) > 1 else []
    tails += [word[0] for word in words[2:]] + letters[1:]
    return [first + tail.upper() for tail in tails] or [first]


class Badge(QAbstractButton):
    """Two letters in a square; outlined while its article is open."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setFont(theme.interface_font(0.85))
        self.other_pane = False

    def nextCheckState(self) -> None:
        """Pressing asks for the article; opening it sets the state."""

    def sizeHint(self) -> QSize:
        return QSize(30, 30)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.other_pane = bool(event.modifiers() & _OTHER_PANE)
        super().mouseReleaseEvent(event)
        self.other_pane = False

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            colour, is_open = self._theme.colour, self.isChecked()
            thick = 2.0 if self.hasFocus() else 1.0
            frame = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            ground = colour("field")
            if self.underMouse():
                ground = mixed(ground, colour("accent_tint"), 0.6)
            outlined = is_open or self.hasFocus()
            painter.setPen(QPen(colour("accent" if outlined else "line"), thick))
            painter.setBrush(ground)
            painter.drawRoundedRect(frame, 5, 5)
            if self.hasFocus():
                paint_inner_ring(painter, frame, colour("accent"))
            font = self.font()
            font.setBold(is_open)
            painter.setFont(font)
            painter.setPen(colour("accent" if is_open else "muted"))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(QWidget):
    """The story's accounts as badges, under a button that brings the library back."""

    opened = Signal(str, bool)
    """The path of an account, and whether it is wanted in the other pane."""
    unfold_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._accounts: tuple[RailAccount, ...] = ()
        self._open: Collection[str] = frozenset()
        self._key = first_key("toggle_library")
        self._badges: list[Badge] = []
        self.setFixedWidth(WIDTH)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Accounts of this story"))
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(7, 10, 7, 10)
        self._column.setSpacing(8)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._fill()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 400)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    def set_keys(self, remapped: Remapped) -> None:
        """Name the key that the reader chose."""
        self._key = first_key("toggle_library", remapped)
        self._fill()

    def show_accounts(self, accounts: Sequence[RailAccount]) -> None:
        """Show the accounts of one story."""
        if tuple(accounts) != self._accounts:
            self._accounts = tuple(accounts)
            self._fill()

    def set_open_paths(self, paths: Collection[str]) -> None:
        """Outline the accounts that are open in a pane."""
        self._open = frozenset(paths)
        for badge, account in zip(self._badges, self._accounts, strict=True):
            badge.setChecked(account.path in self._open)

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        unfold = Badge("≡", self._theme, self)
        unfold.setCheckable(False)
        unfold.setToolTip(f"{self.tr('Library')}  {self._key}".rstrip())
        unfold.setAccessibleName(self.tr("Show the library"))
        unfold.clicked.connect(self.unfold_requested)
        self._column.addWidget(unfold)
        outlets = [account.outlet or account.headline for account in self._accounts]
        self._badges = []
        for account, letters in zip(self._accounts, badges(outlets), strict=True):
            self._badges.append(self._badge(account, letters))
            self._column.addWidget(self._badges[-1])
        self._column.addStretch(1)
        self.set_open_paths(self._open)

    def _badge(self, account: RailAccount, letters: str) -> Badge:
        badge = Badge(letters, self._theme, self)
        known = [fact for fact in (account.outlet, account.headline) if fact]
        badge.setToolTip(tip("\n".join(known)))
        badge.setAccessibleName(": ".join(known))
        badge.clicked.connect(lambda: self.opened.emit(account.path, badge.other_pane))
        return badge
