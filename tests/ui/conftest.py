"""Every widget under test speaks English, with the right plural forms, as it does for a person."""

import pytest

from diptych.ui.translation import speak


@pytest.fixture(scope="session", autouse=True)
def english(qapp) -> None:
    speak(qapp, "en")
