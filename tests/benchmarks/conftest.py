"""Libraries to measure on; each is written once a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.benchmarks.generated import write_library

ARTICLES = 2000


@pytest.fixture(scope="session")
def generated_library(tmp_path_factory) -> Path:
    """A library of 2,000 articles of 500 words."""
    return write_library(tmp_path_factory.mktemp("generated") / "library", ARTICLES)
