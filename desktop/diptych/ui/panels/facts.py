"""What is known about an article, in the words of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from diptych.model.listing import Entry
from diptych.ui.panels.rows import ArticleRow
from diptych.ui.styling.dates import shown_date

translate = QCoreApplication.translate


def article_date(entry: Entry, *, with_time: bool = True) -> str:
    """When it was published; where that is not known when it was updated, and said to be so."""
    if entry.published or not entry.updated:
        return shown_date(entry.published, with_time=with_time)
    updated = shown_date(entry.updated, with_time=with_time)
    return translate("Facts", "updated {date}").format(date=updated)


def article_counts(row: ArticleRow) -> list[str]:
    """How many quotations and tags an article has, each a phrase; without those it has none of."""
    counts = []
    if row.entry.quotations:
        counts.append(translate("Facts", "%n quotes", None, row.entry.quotations))
    if row.entry.tags:
        counts.append(translate("Facts", "%n tags", None, row.entry.tags))
    return counts


def article_facts(row: ArticleRow) -> list[str]:
    """Outlet, date, counts and state of an article, each a phrase; what is not known is left out.

    Of a file that could not be read: the reason.
    """
    entry = row.entry
    if entry.problem:
        return [entry.problem]
    facts = [entry.outlet, article_date(entry) or translate("Facts", "no date")]
    facts += article_counts(row)
    facts.append(row.derived)
    if row.starred:
        facts.append(translate("Facts", "starred"))
    if row.done:
        facts.append(translate("Facts", "done"))
    return [fact for fact in facts if fact]
