import logging
import subprocess
import sys

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from diptych.ui.qt_log import log_qt_messages


@pytest.fixture
def installed(qtbot):
    before = qInstallMessageHandler(None)
    log_qt_messages()
    yield
    qInstallMessageHandler(before)


def test_what_qt_warns_of_is_in_the_log(installed, caplog):
    qWarning("a warning of Qt")
    assert [(one.name, one.levelno, one.message) for one in caplog.records] == [
        ("qt", logging.WARNING, "a warning of Qt")
    ]


def test_what_the_platform_says_of_itself_is_no_warning(installed, caplog):
    caplog.set_level(logging.DEBUG)
    qWarning("This plugin does not support propagateSizeHints()")
    assert [one.levelno for one in caplog.records] == [logging.DEBUG]


def test_a_self_check_says_nothing_beside_its_lines(own_user_folders):
    done = subprocess.run(
        [sys.executable, "-m", "diptych", "self-check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())
