"""What processes of the program log as warnings reaches the test that had them started: it fails as over its own."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Final

_LOGGED: Final = "YINDE_LOGGED"
"""What an environment tells a process of a test run: the folder for what it logs."""


class Passed(logging.Handler):
    """Leaves the warnings of a process where the test run looks for them."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Write one, a line each."""
        line = f"{record.name}: {record.getMessage()}".replace("\n", " ")
        with self._file.open("a", encoding="utf-8") as out:
            out.write(line + "\n")


def ask_processes(folder: Path) -> None:
    """Have the processes that are started from now on leave in ``folder`` what they log."""
    os.environ[_LOGGED] = str(folder)


def pass_on() -> None:
    """Leave what this process logs where that was asked for."""
    folder = os.environ.get(_LOGGED)
    if folder is not None:
        logging.getLogger().addHandler(Passed(Path(folder) / str(os.getpid())))


def taken(folder: Path) -> list[str]:
    """Return what processes logged since it was asked last."""
    told: list[str] = []
    for file in sorted(folder.iterdir()):
        told += file.read_text(encoding="utf-8").splitlines()
        file.unlink(missing_ok=True)
    return told
