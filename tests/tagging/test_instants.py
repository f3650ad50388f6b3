"""Instants as annotations hold them."""

from datetime import UTC, datetime

import pytest

from diptych.tagging.instants import instant, not_before, now, written


def test_instants_are_written_in_utc_with_milliseconds():
    assert written(datetime(2026, 3, 1, 10, 0, 5, 250_999, UTC)) == "2026-03-01T10:00:05.250Z"
    assert instant(now()) <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-03-01T10:00:05Z", datetime(2026, 3, 1, 10, 0, 5, tzinfo=UTC)),
        ("2026-03-01T12:00:05+02:00", datetime(2026, 3, 1, 10, 0, 5, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("yesterday", datetime.min.replace(tzinfo=UTC)),
        ("", datetime.min.replace(tzinfo=UTC)),
        ("0001-01-01T00:00:00+23:00", datetime.min.replace(tzinfo=UTC)),
    ],
)
def test_what_other_programs_write_is_understood(text, when):
    assert instant(text) == when


def test_a_clock_that_was_set_back_does_not_turn_an_edit_into_an_older_one():
    earlier = "2026-03-01T10:00:05.000Z"
    assert not_before("2026-03-01T10:00:06.000Z", earlier) == "2026-03-01T10:00:06.000Z"
    assert not_before("2020-01-01T00:00:00.000Z", earlier) == "2026-03-01T10:00:05.001Z"
    assert not_before(earlier, earlier) == "2026-03-01T10:00:05.001Z"
