import threading

import pytest

from diptych.errors import DiptychError
from diptych.ui.jobs import ImmediateJobs, ThreadJobs


@pytest.fixture
def jobs(qtbot):
    jobs = ThreadJobs()
    yield jobs
    jobs.close()


def test_results_come_back_on_the_window_s_thread(jobs, qtbot):
    seen = []
    jobs.start(
        "search",
        threading.get_ident,
        lambda worker: seen.append((worker, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert receiver == threading.get_ident() != worker


def test_newer_work_on_a_lane_makes_older_results_stale(jobs, qtbot):
    release, seen = threading.Event(), []

    def slow():
        release.wait(5)
        return "old"

    jobs.start("search", slow, seen.append)
    jobs.start("search", lambda: "new", seen.append)
    qtbot.waitUntil(lambda: seen == ["new"])
    release.set()
    jobs.start("other", lambda: "last", seen.append)
    qtbot.waitUntil(lambda: "last" in seen)
    assert "old" not in seen


def test_changes_are_made_in_order_and_none_is_dropped(jobs, qtbot):
    seen = []
    for number in range(20):
        jobs.change(lambda number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_closing_waits_for_changes_under_way(qtbot):
    jobs, written = ThreadJobs(), []
    for number in range(5):
        jobs.change(lambda number=number: written.append(number), lambda _: None)
    jobs.close()
    assert written == list(range(5))


def test_an_error_goes_to_whoever_asked_else_to_the_default_route(jobs, qtbot):
    def fails():
        raise DiptychError("“{name}” is gone.", name="a.txt")

    with qtbot.waitSignal(jobs.failed) as unclaimed:
        jobs.start("read", fails, lambda _: None)
    assert str(unclaimed.args[0]) == "“a.txt” is gone."
    claimed = []
    jobs.start("read", fails, lambda _: None, claimed.append)
    qtbot.waitUntil(lambda: bool(claimed))


def test_immediate_jobs_answer_before_they_return():
    seen, errors = [], []
    jobs = ImmediateJobs(errors.append)
    jobs.start("any", lambda: 1, seen.append)
    jobs.change(lambda: 1 / 0, seen.append)
    assert seen == [1]
    assert isinstance(errors[0], ZeroDivisionError)
    with pytest.raises(ZeroDivisionError):
        ImmediateJobs().start("any", lambda: 1 / 0, seen.append)
