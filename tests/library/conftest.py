from collections.abc import Iterator

import pytest
from tests.library.shelved import Shelved, shelved_library


@pytest.fixture
def library(tmp_path) -> Iterator[Shelved]:
    """Three articles, imported."""
    with shelved_library(tmp_path) as shelved:
        yield shelved
