"""The instants at which annotations are made and changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_UNKNOWN = datetime.min.replace(tzinfo=UTC)
_TICK = timedelta(milliseconds=1)


def instant(text: str) -> datetime:
    """The instant that an ISO 8601 text names; without an offset in UTC, unreadable the earliest.

    Texts cannot be compared themselves: ``05.5Z`` sorts before ``05Z``.
    """
    try:
        when = datetime.fromisoformat(text)
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return _UNKNOWN


def written(when: datetime) -> str:
    """``when`` as files hold it: UTC, milliseconds, ``Z``."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def now() -> str:
    """This moment as files hold it."""
    return written(datetime.now(UTC))


def not_before(moment: str, earlier: str) -> str:
    """``moment``, or just after ``earlier`` if a clock was set back or two changes share a tick.

    An edit made in knowledge of a version so always counts as later than that version.
    """
    if instant(moment) > instant(earlier):
        return moment
    return written(instant(earlier) + _TICK)
