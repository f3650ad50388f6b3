"""What is known about an article, in the words of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from diptych.ui.panels.rows import ArticleRow

translate = QCoreApplication.translate


def shown_date(written: str, *, with_time: bool = True) -> str:
    """An ISO 8601 date as people read it: "14 Feb 2022, 19:24"; what is no date stays as it is.

    The year is left out where it is this one. A clock time is the article's own, in its own zone.
    """
    date = QDate.fromString(written[:10], "yyyy-MM-dd")
    if not date.isValid():
        return written
    locale = QLocale()
    this_year = date.year() == QDate.currentDate().year()
    form = translate("Facts", "d MMM") if this_year else translate("Facts", "d MMM yyyy")
    shown = locale.toString(date, form)
    clock = QTime.fromString(written[11:16], "HH:mm")
    if with_time and clock.isValid():
        shown = f"{shown}, {clock.toString('HH:mm')}"
    return shown


def shown_month(written: str) -> str:
    """``2022-02`` as "Feb 2022"; what is no month stays as it is."""
    date = QDate.fromString(f"{written}-01", "yyyy-MM-dd")
    return QLocale().toString(date, "MMM yyyy") if date.isValid() else written


def in_a_row(facts: Iterable[str]) -> str:
    """Facts with dots between them, without those that are empty.

    What is not ASCII is isolated from what stands beside it (Unicode Bidirectional Algorithm,
    section 2.4.2): an Arabic outlet would else take the date behind it apart.
    """
    return " · ".join(fact if fact.isascii() else f"\u2068{fact}\u2069" for fact in facts if fact)


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
    facts = [entry.outlet, shown_date(entry.published) or translate("Facts", "no date")]
    facts += article_counts(row)
    facts.append(row.derived)
    if row.starred:
        facts.append(translate("Facts", "starred"))
    if row.done:
        facts.append(translate("Facts", "done"))
    return [fact for fact in facts if fact]
