"""The inspector: what is known of the passage under the cursor, put into its pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from diptych.model.article import Article
from diptych.model.links import Relation
from diptych.model.reading import Quotation, Reading
from diptych.text.spans import Span
from diptych.ui.panels.values import Account, Name, PassageAccounts, ShownQuotation
from diptych.ui.session.reading import ReadingSession
from diptych.ui.window.parts import Parts
from diptych.ui.window.reading import ReadingController
from diptych.workspace.accounts import AccountPassage, Accounts, Voice


class InspectorController(QObject):
    """Joins the inspector's pages with what is found; pinned, they stay as they are."""

    open_wanted = Signal(str, object)
    """A path, and the `Span` to go to there or None."""

    def __init__(
        self, parts: Parts, session: ReadingSession, reading: ReadingController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._reading = parts, reading
        self.is_pinned = False
        self._accounts: Accounts | None = None
        session.accounts_ready.connect(self._show_accounts)
        reading.passage_changed.connect(self._follow)
        reading.read.connect(lambda _reading: self._show_read())
        reading.panes_changed.connect(self._look_again)
        parts.split.side_focused.connect(lambda _side: self._look_again())
        parts.split.pin_toggled.connect(self.toggle_pin)
        inspector = parts.inspector
        for page in (inspector.accounts, inspector.quote):
            page.passage_requested.connect(self.open_wanted)
        inspector.accounts.article_requested.connect(lambda path: self.open_wanted.emit(path, None))
        inspector.names.name_chosen.connect(self._next_mention)

    def toggle_pin(self) -> None:
        """Keep the pages as they are, or let them follow the cursor again."""
        self.is_pinned = not self.is_pinned
        self._parts.inspector.set_pinned(pinned=self.is_pinned)
        place = self._reading.passage()
        if not self.is_pinned and place is not None:
            self._follow(place[0].path, place[1])

    def _show_read(self) -> None:
        """Show what has been found in an open article, or corrected, since it was looked at."""
        self._show_names()
        place = self._reading.passage()
        if place is not None:
            self._follow(place[0].path, place[1])

    def _look_again(self) -> None:
        """Show what is known of the pane that has the keys now; what is gone is not shown on."""
        self._show_names()
        place, article = self._reading.passage(), self._reading.article()
        if article is None and self.is_pinned:
            self.toggle_pin()
        if place is None and not self.is_pinned:
            self._accounts = None
            self._parts.inspector.accounts.show_accounts(PassageAccounts())
            self._parts.inspector.quote.show_quotation(None)

    def _follow(self, path: str, span: Span) -> None:
        if self.is_pinned:
            return
        article = self._reading.article()
        reading = self._reading.reading(article) if article else None
        if article is None or article.path != path:
            return
        if self._accounts is None:
            self._parts.inspector.accounts.show_accounts(PassageAccounts(waiting=True))
        self._show_quotation(article, reading, span)

    def _show_accounts(self, accounts: Accounts) -> None:
        article = self._reading.article()
        if self.is_pinned or article is None or article.path != accounts.path:
            return
        self._accounts = accounts
        shown = tuple(self._account(row, accounts.rows[0]) for row in accounts.rows)
        alone = len(accounts.rows) + accounts.waiting == 1
        self._parts.inspector.accounts.show_accounts(
            PassageAccounts(() if alone else shown, self._summary(accounts), lone=alone)
        )
        self._show_quotation(article, self._reading.reading(article), accounts.passage)

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

    def _show_quotation(self, article: Article, reading: Reading | None, span: Span) -> None:
        quotation = _quotation_at(reading, span)
        if quotation is None:
            self._parts.inspector.quote.show_quotation(None)
            return
        accounts = self._accounts
        elsewhere: tuple[Account, ...] | None = None
        if accounts is not None and accounts.path == article.path and accounts.passage == span:
            rows = accounts.rows
            elsewhere = tuple(
                self._account(row, rows[0]) for row in rows[1:] if row.span is not None
            )
        self._parts.inspector.quote.show_quotation(
            ShownQuotation(
                article.path,
                quotation.span,
                quotation.kind,
                quotation.span.text_in(article.text),
                quotation.speaker.name if quotation.speaker else "",
                quotation.cue.text_in(article.text) if quotation.cue else "",
                elsewhere,
                quotation.by_hand,
            )
        )

    def _show_names(self) -> None:
        article = self._reading.article()
        reading = self._reading.reading(article) if article else None
        names = []
        if article is not None and reading is not None:
            for entity in reading.entities:
                forms = {mention.text_in(article.text) for mention in entity.mentions}
                ordered = sorted(forms, key=lambda form: (form != entity.name, -len(form), form))
                names.append(
                    Name(
                        entity.id,
                        entity.kind,
                        entity.name,
                        tuple(ordered),
                        len(entity.mentions),
                        entity.by_hand,
                    )
                )
        names.sort(key=lambda name: (-name.count, name.name))
        ready = article is None or reading is not None
        self._parts.inspector.names.show_names(names, ready=ready)

    def _next_mention(self, key: str) -> None:
        """Go to the next place where the text names the one that was chosen, and round again."""
        article = self._reading.article()
        reading = self._reading.reading(article) if article else None
        split = self._parts.split
        entities = reading.entities if reading else ()
        mentions = next((entity.mentions for entity in entities if entity.id == key), ())
        if not mentions:
            return
        here = split.passage(split.focused_side) or Span(0, 0)
        following = [mention for mention in mentions if mention.start > here.start]
        split.select(split.focused_side, following[0] if following else mentions[0])


def _quotation_at(reading: Reading | None, span: Span) -> Quotation | None:
    """The quotation that shares most with the passage."""
    if reading is None:
        return None
    best = max(reading.quotations, key=lambda one: one.span.shared(span), default=None)
    return best if best is not None and best.span.shared(span) else None
