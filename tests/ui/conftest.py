"""Every widget under test speaks English, with the right plural forms, as it does for a person."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator

from diptych.ui.translation import speak

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def english(qapp) -> None:
    speak(qapp, "en")


@pytest.fixture
def german(qapp) -> Iterator[list[QTranslator]]:
    """German for the length of a test."""
    before = QLocale()
    installed = speak(qapp, "de")
    yield installed
    for translator in installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture(scope="session")
def collected() -> Iterator[ModuleType]:
    """The script that collects the texts of the program, as a module."""
    path = ROOT / "packaging" / "translations.py"
    specification = importlib.util.spec_from_file_location("translations", path)
    module = importlib.util.module_from_spec(specification)
    sys.modules["translations"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    yield module
    del sys.modules["translations"]
