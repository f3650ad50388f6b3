"""Open libraries, with worker processes or with a stand-in that works in the test's own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from diptych.model.article import Article
from diptych.model.links import Alignment
from diptych.model.reading import Reading
from diptych.settings import Places
from diptych.workspace import tasks
from diptych.workspace.keeping import Keeper
from diptych.workspace.queue import Job, Priority
from diptych.workspace.workers import Workers
from diptych.workspace.workspace import Workspace

PATIENCE = 60

ARTICLES = {
    "ferry.txt": "Ferry runs aground off Sarov\n\n14 February 2022\n\nMore than 130,000 litres of "
    "oil leaked, harbour master Ana Petrov said.\n\nThe crew of 24 was saved.\n",
    "council.txt": "Council votes on the harbour\n\n15 February 2022\n\nThe anti-war council of "
    "Sarov met on Tuesday.\n\nMayor Ivo Petrov's plan was refused.\n",
    "inner/café.txt": "A café for the port\n\n3 March 2022\n\nThe crème of the U.S. navy drinks "
    "coffee there, the owner said.\n",
}


def write(root: Path, articles: dict[str, str]) -> None:
    for path, text in articles.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class WorkersAtOnce:
    """`Workers` without processes: a job is done when `submit` returns.

    Analysis, which would load a language model, finds nothing at all.
    """

    def __init__(self) -> None:
        self.tasks: list[str] = []
        self.is_closed = False

    def submit(
        self, task: Callable[..., Any], *arguments: Any, priority: int = Priority.LIBRARY, **_: Any
    ) -> Job[Any]:
        job: Job[Any] = Job(task, arguments)
        job.priority = priority
        self.tasks.append(task.__name__)
        job.set_running_or_notify_cancel()
        try:
            job.set_result(_QUICK.get(task, task)(*arguments))
        except Exception as error:  # noqa: BLE001 - as a worker hands it over
            job.set_exception(error)
        return job

    def prioritise(self, job: Job[Any], priority: int) -> None:
        job.priority = priority

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.is_closed = True


class WorkersOnDemand(WorkersAtOnce):
    """`Workers` whose jobs wait until the test has them done."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[Job[Any]] = []

    def submit(
        self, task: Callable[..., Any], *arguments: Any, priority: int = Priority.LIBRARY, **_: Any
    ) -> Job[Any]:
        job: Job[Any] = Job(task, arguments)
        job.priority = priority
        self.tasks.append(task.__name__)
        self.jobs.append(job)
        return job

    def next(self) -> Job[Any]:
        """The job that waits longest, now running."""
        job = self.jobs.pop(0)
        job.set_running_or_notify_cancel()
        return job


def reading_of(article: Article) -> Reading:
    return Reading(article.sha256, tasks.READING_VERSION, ())


def alignment_of(left: Article, right: Article, *_readings: Reading) -> Alignment:
    return Alignment(left.sha256, right.sha256, (), (), ())


_QUICK = {tasks.read_task: reading_of, tasks.align_task: alignment_of}


@pytest.fixture
def places(tmp_path) -> Places:
    """The user's folders of this test."""
    return Places(tmp_path / "config", tmp_path / "cache", tmp_path / "data")


@pytest.fixture
def root(tmp_path) -> Path:
    """A folder with three articles."""
    folder = tmp_path / "library"
    write(folder, ARTICLES)
    return folder


@pytest.fixture
def keeper() -> Iterator[Keeper]:
    """Writes down what tests find out; everything is written once it is flushed."""
    keeper = Keeper()
    yield keeper
    closed = threading.Event()
    keeper.close(closed.set)
    assert closed.wait(PATIENCE)


Opener = Callable[..., Workspace]


@pytest.fixture
def opened(places) -> Iterator[Opener]:
    """Opens libraries, up to date and with workers that need no process; closes them at the end."""
    workspaces: list[Workspace] = []

    def open_library(folder: Path, *, refresh: bool = True, **options: Any) -> Workspace:
        options = {"creator": "Ann", "workers": WorkersAtOnce(), **options}
        workspace = Workspace.open(folder, places, **options)
        workspaces.append(workspace)
        if refresh:
            workspace.refresh()
        return workspace

    yield open_library
    for workspace in workspaces:
        close(workspace)


@pytest.fixture
def library(root, opened) -> Workspace:
    """Three articles, imported."""
    return opened(root)


def close(workspace: Workspace) -> None:
    """Close ``workspace`` and wait until nothing of it is in use any more."""
    workspace.close()
    ended(workspace.ended)


def ended(future: Future[Any]) -> Any:
    return future.result(PATIENCE)


@pytest.fixture(scope="session")
def processes() -> Iterator[Workers]:
    """Two real worker processes, for all tests that need them."""
    workers = Workers(2)
    yield workers
    workers.close()
