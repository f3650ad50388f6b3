"""What is under way ends before its files are let go; what is handed over is written first."""

import threading

import pytest

from diptych.errors import LibraryError
from diptych.workspace.closing import Closing
from diptych.workspace.keeping import Keeper


def test_without_work_the_end_comes_at_once_and_once():
    ends = []
    closing = Closing(lambda: ends.append(1))
    closing.close()
    closing.close()
    assert ends == [1]
    assert closing.is_closed


def test_the_last_to_leave_ends_it():
    ends = []
    closing = Closing(lambda: ends.append(1))
    with closing.work():
        with closing.work():
            closing.close()
            assert closing.is_closed
        assert not ends
    assert ends == [1]


def test_work_that_fails_has_ended_too():
    ends = []
    closing = Closing(lambda: ends.append(1))

    def fail() -> None:
        closing.close()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), closing.work():
        fail()
    assert ends == [1]


def test_after_closing_no_work_begins():
    closing = Closing(lambda: None)
    closing.close()
    with pytest.raises(LibraryError, match="closed"), closing.work():
        pass


def test_what_was_handed_over_is_written_before_the_end():
    written, closed = [], threading.Event()
    keeper = Keeper()
    keeper.keep(lambda: written.append("first"))
    keeper.keep(lambda: written.append("second"))
    keeper.close(closed.set)
    assert closed.wait(10)
    assert written == ["first", "second"]


def test_after_closing_nothing_is_written():
    written, closed = [], threading.Event()
    keeper = Keeper()
    keeper.close(closed.set)
    assert closed.wait(10)
    keeper.keep(lambda: written.append("late"))
    keeper.flush()
    assert not written
