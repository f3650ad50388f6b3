"""One process a person: a second start hands its folder to the first, and ends."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diptych.errors import StorageError
from diptych.settings import Places
from diptych.storage import fingerprint, is_there, private_folder

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 400
"""Milliseconds that the first process has to answer; a busy one is not waited for longer."""


class Handover(QObject):
    """Listens, on this computer alone and for this user alone, for later starts."""

    received = Signal(str)
    """The folder that a later start was given; empty where it was given none."""

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"diptych-{fingerprint(os.fsencode(places.config))[:20]}"
        self._running = places.data / "running"
        """A file that is there while somebody may be listening: most starts need no network."""
        self._server: QLocalServer | None = None

    def hand_over(self, folder: str) -> bool:
        """Give ``folder`` to a process that runs already; False where none does."""
        if not is_there(self._running):
            return False
        from PySide6.QtNetwork import QLocalSocket

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
        from PySide6.QtNetwork import QLocalServer

        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._take)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        with contextlib.suppress(OSError, StorageError):  # then later starts stay alone
            private_folder(self._running.parent)
            self._running.touch()
        return server.isListening()

    def close(self) -> None:
        """No longer be found."""
        if self._server is not None:
            self._server.close()
            self._running.unlink(missing_ok=True)

    def _take(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine().data())
            self.received.emit(line.decode("utf-8", "replace").rstrip("\n"))
