"""Workers that stand ready: a window under test starts one as it always does, and it is forked, not loaded.

What the window starts hands its streams to a process in which everything is loaded, waits for the child that serves
them, and ends as it ends: a worker still has a process, streams and an exit code of its own.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CAN_STAND_READY = hasattr(os, "fork") and hasattr(socket, "AF_UNIX")
_STREAMS = 3
_LONGEST = 65536
_HAND_OVER = """
import json, os, socket, sys
given = json.dumps([sys.argv[2:], dict(os.environ)]).encode()
with socket.socket(socket.AF_UNIX) as server:
    server.connect(sys.argv[1])
    socket.send_fds(server, [given], [0, 1, 2])
    os.close(0), os.close(1)
    code = server.recv(16)
sys.exit(int(code or b"70"))
"""


@dataclass(slots=True)
class StandingWorkers:
    """Where workers are forked from; started when the first is asked for. ``close`` ends it."""

    address: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def command(self) -> list[str]:
        """Return the command line that starts the program, as ``own_command``."""
        if self._process is None:
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(str(self.address))
                listening.listen()
                number = listening.fileno()
                started = [sys.executable, "-m", "tests.processes.workers", str(number)]
                self._process = subprocess.Popen(started, cwd=ROOT, pass_fds=[number])
        return [sys.executable, "-I", "-S", "-c", _HAND_OVER, str(self.address)]

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def serve(listening: socket.socket) -> None:
    """Fork a child for every one that hands over its streams."""
    from tests.processes import warm

    warm.settle()
    while True:
        asking, _ = listening.accept()
        given, streams, _, _ = socket.recv_fds(asking, _LONGEST, _STREAMS)
        child = os.fork()
        if child == 0:
            listening.close()
            asking.close()
            arguments, environment = json.loads(given)
            _work(arguments, environment, streams)
        for one in streams:
            os.close(one)
        threading.Thread(target=_tell, args=(asking, child), daemon=True).start()


def _work(arguments: list[str], environment: dict[str, str], streams: list[int]) -> None:
    """Run the program on the streams of another process and in its environment, in a child."""
    code = 70
    try:
        os.environ.clear()
        os.environ.update(environment)
        for number, one in enumerate(streams):
            os.dup2(one, number)
            os.close(one)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as the program has them
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.argv = ["main.py", *arguments]
        import main as program
        from tests.processes.logged import pass_on

        pass_on()
        code = program.main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _tell(asking: socket.socket, child: int) -> None:
    """Say how a child ended to who asked for it; who does not wait any more has gone, and the child is ended."""
    gone = threading.Thread(target=_end_with, args=(asking, child), daemon=True)
    gone.start()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(OSError):
        asking.sendall(str(code if code >= 0 else 128 - code).encode())
    asking.close()


def _end_with(asking: socket.socket, child: int) -> None:
    """End a child when who asked for it is gone: a worker that is killed does not live on."""
    with suppress(OSError):
        if not asking.recv(1):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
