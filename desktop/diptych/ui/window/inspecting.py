"""The inspector's first page: the passage under the cursor in every account."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diptych.model.links import Relation
from diptych.text.spans import Span
from diptych.ui.panels.values import Account, PassageAccounts
from diptych.ui.session.reading import ReadingSession
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.accounts import AccountPassage, Accounts, Voice


class InspectorController(QObject):
    """Has the pages follow the cursor; pinned, they stay as they are."""

    open_wanted = Signal(str, object)
    """A path, and the `Span` to go to there or None."""
    followed = Signal(object, object)
    """The `Article` in hand and the `Span` of the passage that the pages are to be about."""
    left = Signal()
    """There is no passage that they could be about."""

    def __init__(
        self, parts: Parts, session: ReadingSession, reading: ReadingController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._reading = parts, reading
        self.is_pinned = False
        self._has_accounts = False
        session.accounts_ready.connect(self._show_accounts)
        reading.passage_changed.connect(self._follow)
        reading.panes_changed.connect(self._look_again)
        parts.split.side_focused.connect(lambda _side: self._look_again())
        parts.split.pin_toggled.connect(self.toggle_pin)
        inspector = parts.inspector
        for page in (inspector.accounts, inspector.quote, inspector.numbers):
            page.passage_requested.connect(self.open_wanted)
        inspector.accounts.article_requested.connect(lambda path: self.open_wanted.emit(path, None))

    def toggle_pin(self) -> None:
        """Keep the pages as they are, or let them follow the cursor again."""
        self.is_pinned = not self.is_pinned
        self._parts.inspector.set_pinned(pinned=self.is_pinned)
        place = self._reading.passage()
        if not self.is_pinned and place is not None:
            self._follow(place[0].path, place[1])

    def _look_again(self) -> None:
        """Show what is known of the pane that has the keys now; what is gone is not shown on."""
        place, article = self._reading.passage(), self._reading.article()
        if article is None and self.is_pinned:
            self.toggle_pin()
        if place is None and not self.is_pinned:
            self._has_accounts = False
            self._parts.inspector.accounts.show_accounts(PassageAccounts())
            self.left.emit()

    def _follow(self, path: str, span: Span) -> None:
        article = self._reading.article()
        if not self.is_pinned and article is not None and article.path == path:
            if not self._has_accounts:
                self._parts.inspector.accounts.show_accounts(PassageAccounts(waiting=True))
            self.followed.emit(article, span)

    def _show_accounts(self, accounts: Accounts) -> None:
        article = self._reading.article()
        if self.is_pinned or article is None or article.path != accounts.path:
            return
        self._has_accounts = True
        shown = tuple(self._account(row, accounts.rows[0]) for row in accounts.rows)
        alone = len(accounts.rows) + accounts.waiting == 1
        self._parts.inspector.accounts.show_accounts(
            PassageAccounts(() if alone else shown, self._summary(accounts), lone=alone)
        )

    def _summary(self, accounts: Accounts) -> str:
        total = len(accounts.rows) + accounts.waiting + accounts.failed
        words = [self.tr("{found} of {all} accounts").format(found=accounts.found, all=total)]
        if accounts.waiting:
            words.append(self.tr("%n still being compared", "", accounts.waiting))
        if accounts.failed:
            words.append(self.tr("%n could not be compared", "", accounts.failed))
        return " · ".join(words)

    def _account(self, row: AccountPassage, reference: AccountPassage) -> Account:
        return Account(
            row.path,
            row.outlet,
            self._basis(row, reference),
            row.text,
            row.span,
            row.differing,
            row.is_reference,
        )

    def _basis(self, row: AccountPassage, reference: AccountPassage) -> str:
        """How the passage is told, and how that compares with the reference."""
        if row.span is None:
            return ""
        voices = {
            Voice.DIRECT: self.tr("direct speech"),
            Voice.INDIRECT: self.tr("reported speech"),
            Voice.OWN: self.tr("own voice"),
        }
        words = [row.speaker] if row.speaker else []
        if row.is_speaker_corrected:
            words.append(self.tr("corrected by hand"))
        words.append(voices[row.voice])
        if row.is_reference:
            words.append(self.tr("reference"))
        elif row.relation is Relation.SAME and not row.differing:
            words.append(self.tr("same wording"))
        elif row.relation is Relation.PARTIAL:
            words.append(self.tr("in part"))
        else:
            words.append(self.tr("wording differs"))
        if row.is_linked_by_hand:
            words.append(self.tr("linked by hand"))
        return " · ".join(words)
