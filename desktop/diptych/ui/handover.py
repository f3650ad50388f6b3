"""One process a person: a second start hands its folder to the first, and ends."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from diptych.settings import Places
from diptych.storage import fingerprint

_WAIT = 400
"""Milliseconds that the first process has to answer; a busy one is not waited for longer."""


class Handover(QObject):
    """Listens, on this computer alone and for this user alone, for later starts."""

    received = Signal(str)
    """The folder that a later start was given; empty where it was given none."""

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"diptych-{fingerprint(os.fsencode(places.config))[:20]}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def hand_over(self, folder: str) -> bool:
        """Give ``folder`` to a process that runs already; False where none does."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        socket.write(folder.encode("utf-8") + b"\n")
        socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return True

    def listen(self) -> bool:
        """Be the process that later starts find; whether that worked.

        What a process that was killed has left behind is cleared away.
        """
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """No longer be found."""
        self._server.close()

    def _take(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine().data())
            self.received.emit(line.decode("utf-8", "replace").rstrip("\n"))
