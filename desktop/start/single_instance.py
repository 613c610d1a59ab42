"""One window for one library: a second start hands over what it was asked to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 400


def server_name(root: Path) -> str:
    """Return the name under which the window of a library can be called."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):
        person = ""
    digest = hashlib.sha256(f"{person}:{root.expanduser().absolute()}".encode()).hexdigest()
    return f"yinde-{digest[:20]}"


def hand_over(root: Path, paths: Sequence[str]) -> bool:
    """Ask a window that shows this library already to come forward with ``paths``; tell whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(root))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write((json.dumps({"paths": list(paths)}) + "\n").encode())
    socket.waitForBytesWritten(PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class SingleInstance(QObject):
    """Listens for second starts; ``called`` carries the paths they were given."""

    called = Signal(list)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = server_name(root)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)
            self._server.listen(name)
        self._server.newConnection.connect(self._greet)
        self._guests: list[QLocalSocket] = []

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _greet(self) -> None:
        while (guest := self._server.nextPendingConnection()) is not None:
            self._guests.append(guest)
            guest.readyRead.connect(self._hear)
            guest.disconnected.connect(self._let_go)
            self._hear()

    @Slot()
    def _hear(self) -> None:
        for guest in self._guests:
            while guest.canReadLine():
                message = json.loads(bytes(guest.readLine().data()))
                self.called.emit(message.get("paths", []))

    @Slot()
    def _let_go(self) -> None:
        for guest in self._guests:
            if guest.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                guest.deleteLater()
        self._guests = [
            guest
            for guest in self._guests
            if guest.state() is not QLocalSocket.LocalSocketState.UnconnectedState
        ]
