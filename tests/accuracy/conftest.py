"""Figures are printed at the end, whether or not they reach their floors."""

from collections.abc import Callable

import pytest

_FIGURES: list[str] = []


@pytest.fixture
def figure() -> Callable[..., None]:
    """Return a function that notes a figure and fails if it is under its floor."""

    def note(name: str, value: float, *, at_least: float) -> None:
        _FIGURES.append(f"{name:<56} {value:.3f}  (at least {at_least:.3f})")
        assert value >= at_least, f"{name}: {value:.3f} is under {at_least}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _FIGURES:
        terminalreporter.section("what the analysis gets right")
        for line in _FIGURES:
            terminalreporter.write_line(line)
