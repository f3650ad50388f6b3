import subprocess
import sys

import pytest

from diptych.settings import Places
from diptych.ui.handover import Handover


@pytest.fixture
def first(qtbot):
    first = Handover(Places.of_user())
    assert first.listen()
    yield first
    first.close()


@pytest.mark.parametrize("folder", ["", "/some/folder", "/größe/新闻 and spaces"])
def test_a_second_start_gives_its_folder_to_the_first(first, qtbot, folder):
    with qtbot.waitSignal(first.received) as received:
        assert Handover(Places.of_user()).hand_over(folder)
    assert received.args == [folder]


def test_without_a_first_process_nothing_is_handed_over(qapp):
    assert not Handover(Places.of_user()).hand_over("/some/folder")


def test_another_home_is_another_person(first, tmp_path, monkeypatch):
    monkeypatch.setenv("DIPTYCH_HOME", str(tmp_path / "other"))
    assert not Handover(Places.of_user()).hand_over("/some/folder")


KILLED = """
import os
from PySide6.QtCore import QCoreApplication
from diptych.settings import Places
from diptych.ui.handover import Handover
application = QCoreApplication([])
first = Handover(Places.of_user())
assert first.listen()
os._exit(0)
"""


def test_what_a_killed_process_left_behind_is_no_hindrance(qapp):
    subprocess.run([sys.executable, "-c", KILLED], check=True)
    second = Handover(Places.of_user())
    assert not second.hand_over("/some/folder")
    assert second.listen()
    second.close()
