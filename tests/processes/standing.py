"""A program that stands ready: everything is imported once, and each command runs in a child forked from it.

A command costs what it does, not what starting Python costs; it still has a process, streams, an environment and an
exit code of its own. Where nothing can be forked, every command starts the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its exit code (below nothing: the signal) and what it wrote."""

    code: int
    out: bytes
    err: bytes


@dataclass(slots=True)
class StandingProgram:
    """Runs commands of the program; ``close`` ends the process they are forked from."""

    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def run(self, *arguments: str, text: bytes = b"", environment: dict[str, str] | None = None) -> Ran:
        """Run a command with ``text`` on its standard input, in the present environment or in ``environment``."""
        given = dict(os.environ) if environment is None else environment
        if not hasattr(os, "fork"):
            started = [sys.executable, "main.py", *arguments]
            ended = subprocess.run(started, cwd=ROOT, input=text, capture_output=True, check=False, env=given)
            return Ran(ended.returncode, ended.stdout, ended.stderr)
        with tempfile.TemporaryDirectory(prefix="yinde-standing-") as folder:
            (Path(folder) / "in").write_bytes(text)
            code = self._ask({"arguments": arguments, "environment": given, "folder": folder})
            return Ran(code, (Path(folder) / "out").read_bytes(), (Path(folder) / "err").read_bytes())

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _ask(self, request: dict[str, object]) -> int:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.processes.standing"],
                cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def serve() -> None:
    """Run the commands of the lines of standard input in children, and say how each ended."""
    import main as program
    from tests.benchmarks.watching import as_watched
    from tests.processes import warm
    from tests.processes.logged import pass_on

    warm.settle()
    for line in sys.stdin:
        request = json.loads(line)
        folder = Path(request["folder"])

        def work(request: dict[str, Any] = request) -> int:
            os.environ.clear()
            os.environ.update(request["environment"])
            tempfile.tempdir = None
            pass_on()
            sys.argv = ["main.py", *request["arguments"]]
            return as_watched(lambda: program.main(request["arguments"]))

        code = warm.forked(work, folder / "out", folder / "err", given=folder / "in")
        sys.stdout.write(f"{code}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
