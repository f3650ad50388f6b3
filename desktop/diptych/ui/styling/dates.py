"""Dates of articles, as people read them in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

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
    form = translate("Dates", "d MMM") if this_year else translate("Dates", "d MMM yyyy")
    shown = locale.toString(date, form)
    clock = QTime.fromString(written[11:16], "HH:mm")
    if with_time and clock.isValid():
        shown = f"{shown}, {clock.toString('HH:mm')}"
    return shown


def shown_month(written: str) -> str:
    """``2022-02`` as "Feb 2022"; what is no month stays as it is."""
    date = QDate.fromString(f"{written}-01", "yyyy-MM-dd")
    return QLocale().toString(date, "MMM yyyy") if date.isValid() else written
