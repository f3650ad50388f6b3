"""The inspector's first page: one passage in every account."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStackedLayout, QWidget

from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.row_delegate import RowDelegate
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.text_lines import Marked, lay_out
from diptych.ui.panels.values import Account, PassageAccounts
from diptych.ui.theme import Theme

PASSAGE_LINES = 8
"""A longer passage is cut short here; its article has all of it."""

translate = QCoreApplication.translate


def absence() -> str:
    """What is said where a passage was not found; never that it was not told."""
    return translate("Accounts", "not found in this account")


def account_sentence(account: Account) -> str:
    """An account as a screen reader tells it."""
    about = ", ".join(filter(None, (account.outlet, account.basis)))
    return f"{about}: {account.text or absence()}"


class AccountDelegate(RowDelegate):
    """Outlet, basis and the passage in the reading face, its differing words waved under."""

    def ground(self, row: object) -> QColor | None:
        tinted = isinstance(row, Account) and row.is_reference
        return self.theme.colour("accent_tint") if tinted else None

    def contents(self, row: object, box: QRectF, painter: QPainter | None) -> float:
        if isinstance(row, str):
            return self._summary(row, box, painter)
        assert isinstance(row, Account)
        colour, theme, width, top = self.theme.colour, self.theme, box.width(), 0.0
        lines = [(lay_out(row.outlet, theme.interface_font(bold=True), width, 1), "text")]
        if row.basis:
            small = theme.interface_font(0.88)
            lines.append((lay_out(row.basis, small, width, 3, line_height=1.4), "muted"))
        if row.text:
            passage = lay_out(
                row.text, theme.reading_font(0.85), width, PASSAGE_LINES, self._waves(row), 1.35
            )
            lines.append((passage, "text"))
        else:
            font = theme.interface_font(0.95)
            font.setItalic(True)
            lines.append((lay_out(absence(), font, width, 2), "muted"))
        for line, role in lines:
            if line is lines[-1][0]:
                top += theme.interface_size * 0.3
            if painter is not None:
                line.draw(painter, box.left(), box.top() + top, colour(role))
            top += line.height
        return top

    def _summary(self, text: str, box: QRectF, painter: QPainter | None) -> float:
        lines = lay_out(text, self.theme.interface_font(0.88), box.width(), 4, line_height=1.4)
        if painter is not None:
            lines.draw(painter, box.left(), box.top(), self.theme.colour("muted"))
        return lines.height

    def _waves(self, row: Account) -> list[Marked]:
        waved = QTextCharFormat()
        waved.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        waved.setUnderlineColor(self.theme.colour("wording"))
        return [Marked(span, waved) for span in row.differing]


class AccountsPage(QWidget):
    """The cursor's passage, the reference first, and below all a line that sums up."""

    passage_requested = Signal(str, object)
    """The path of an article and the span of the passage there."""
    article_requested = Signal(str)
    """The path of an article in which the passage was not found."""
    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = AccountDelegate(theme)
        self.list = RowList(self._delegate, self.tr("This passage in every account"), self)
        self._empty = Placeholder(self)
        self.setFocusProxy(self.list)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.list.row_chosen.connect(self._choose)
        self._empty.action_requested.connect(self.action_requested)
        self.show_accounts(PassageAccounts())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def show_accounts(self, found: PassageAccounts) -> None:
        """Show one passage in every account, or say why there is none."""
        accounts = found.accounts
        last = (found.summary,) if found.summary else ()
        self.list.show_rows((*accounts, *last), [*map(account_sentence, accounts), *last])
        if found.lone:
            self._empty.say(
                self.tr("No other account of this story is in the library."),
                [("paste_article", self.tr("Paste an article"))],
            )
        elif found.waiting:
            self._empty.say(self.tr("Looking for this passage in the other accounts…"))
        else:
            self._empty.say(self.tr("Put the cursor on a passage to see it in every account."))
        self._stack.setCurrentIndex(0 if accounts else 1)

    def accounts(self) -> Sequence[Account]:
        """What is shown."""
        return [row for row in self.list.rows() if isinstance(row, Account)]

    def _choose(self, account: Account | str) -> None:
        if isinstance(account, str):
            return
        if account.span is None:
            self.article_requested.emit(account.path)
        else:
            self.passage_requested.emit(account.path, account.span)
