"""Libraries to measure on; each is written once a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.benchmarks.generated import write_library

ARTICLES = 2000


@pytest.fixture(scope="session")
def generated_library(tmp_path_factory) -> Path:
    """A library of 2,000 articles of 500 words."""
    return write_library(tmp_path_factory.mktemp("generated") / "library", ARTICLES)


@pytest.fixture
def goal(record_property) -> Callable[..., None]:
    """Note a figure beside its goal, in the same unit.

    A missed goal is told and fails nothing: seconds depend on what else the machine does. What
    may fail is a ratio to something else that was measured in the same run.
    """

    def note(name: str, value: float, *, at_most: float) -> None:
        met = "met" if value <= at_most else "MISSED"
        record_property(name, f"{value:.3g}, goal {at_most:.3g} {met}")

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config):
    """Tell every ratio and figure that a benchmark has noted, beside pytest-benchmark's times."""
    session = getattr(config, "_benchmarksession", None)
    noted = [(one.name, one.extra_info.items()) for one in session.benchmarks] if session else []
    for reports in terminalreporter.stats.values():
        noted += [
            (report.head_line, report.user_properties)
            for report in reports
            if getattr(report, "when", "") == "call"
        ]
    lines = [
        f"{test}: {name} {_shown(value)}" for test, figures in noted for name, value in figures
    ]
    if lines:
        terminalreporter.section("what was measured")
        for line in lines:
            terminalreporter.write_line(line)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return f"{value:.3g}" if isinstance(value, float) else str(value)
