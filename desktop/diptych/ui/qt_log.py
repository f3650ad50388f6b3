"""What Qt has to say, in the program's log with everything else."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OF_ITSELF = "This plugin does not support "
"""How the platform that draws to memory begins to say what it is not made for."""

_log = logging.getLogger("qt")


def log_qt_messages() -> None:
    """Send Qt's messages to the log from now on, instead of to the terminal."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    level = logging.DEBUG if text.startswith(_OF_ITSELF) else _LEVELS.get(kind, logging.WARNING)
    _log.log(level, "%s", text)
