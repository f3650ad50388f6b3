"""The inspector's page for the quotation at the cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from diptych.model.reading import QuotationKind
from diptych.ui.panels.accounts import AccountDelegate, account_sentence
from diptych.ui.panels.placeholder import Placeholder
from diptych.ui.panels.row_list import RowList
from diptych.ui.panels.values import Account, ShownQuotation
from diptych.ui.styling.keycaps import Remapped, key_or_name
from diptych.ui.styling.plain import in_a_row
from diptych.ui.theme import Theme


class QuotePage(QWidget):
    """Who said it, in which words, and how the other accounts have it."""

    passage_requested = Signal(str, object)
    """The path of an article and the span of the words there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = AccountDelegate(theme)
        self._speaker, self._how = QLabel(self), QLabel(self)
        self._words, self._where = QLabel(self), QLabel(self)
        self.list = RowList(self._delegate, self.tr("The same words elsewhere"), self)
        self._empty = Placeholder(self)
        self._speaker.setProperty("look", "title")
        self._how.setProperty("look", "small")
        self._words.setProperty("look", "reading")
        self._where.setProperty("look", "small")
        for label in (self._speaker, self._how, self._words, self._where):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setContentsMargins(12, 0, 12, 0)
        self._shown = QWidget(self)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.row_chosen.connect(self._choose)
        self.set_keys({})
        self.show_quotation(None)

    def set_keys(self, remapped: Remapped) -> None:
        """Name the key that the reader chose."""
        absent = self.tr("The cursor is not on reported speech. {key} goes to the next.")
        self._empty.say(absent.format(key=key_or_name("next_speech", remapped)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._speaker)
        column.addWidget(self._how)
        column.addSpacing(4)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addWidget(self._where)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addStretch(0)  # takes the room that a hidden list leaves
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self._empty)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.list.scheduleDelayedItemsLayout()

    def show_quotation(self, quotation: ShownQuotation | None) -> None:
        """Show the quotation at the cursor, or say that there is none."""
        if quotation is None:
            self._stack.setCurrentIndex(1)
            return
        direct = quotation.kind is QuotationKind.DIRECT
        how = self.tr("direct speech") if direct else self.tr("reported in other words")
        cue = self.tr("cue: “{words}”").format(words=quotation.cue) if quotation.cue else ""
        self._speaker.setText(quotation.speaker or self.tr("Nobody is named"))
        by_hand = self.tr("speaker corrected by hand") if quotation.by_hand else ""
        self._how.setText(in_a_row((how, cue, by_hand)))
        self._words.setText(f"“{quotation.words}”" if direct else quotation.words)
        self._show_elsewhere(quotation.elsewhere)
        self._stack.setCurrentIndex(0)

    def _show_elsewhere(self, accounts: tuple[Account, ...] | None) -> None:
        if accounts is None:
            where = self.tr("The other accounts are still being compared")
        elif accounts:
            where = self.tr("In the other accounts")
        else:
            where = self.tr("Found in this account only")
        self._where.setText(where)
        accounts = accounts or ()
        self.list.show_rows(accounts, [*map(account_sentence, accounts)])
        self.list.setVisible(bool(accounts))

    def _choose(self, account: Account) -> None:
        if account.span is not None:
            self.passage_requested.emit(account.path, account.span)
