"""Which lines a test runs, in its own process and in the commands it starts."""

from __future__ import annotations

import importlib
import json
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

_WATCHED: Final = "YINDE_WATCHED"
"""What an environment tells a command that is watched: the folder for what it ran, and what is looked at."""
_TEST: Final = "PYTEST_CURRENT_TEST"


def tracer(sources: Sequence[str]) -> Any:
    """Return what keeps the lines run below ``sources``, by context."""
    patterns = [
        f"{source}/*" for source in sources
    ]  # given as sources, all their modules would be looked at each time
    return importlib.import_module("coverage").Coverage(data_file=None, include=patterns)


def ask_commands(folder: Path, sources: Sequence[str]) -> None:
    """Have the commands that are started from now on leave in ``folder`` which lines they ran."""
    os.environ[_WATCHED] = json.dumps({"folder": str(folder), "sources": list(sources)})


def as_watched(work: Callable[[], int]) -> int:
    """Do ``work``; leave which lines it ran where that was asked for."""
    told = os.environ.get(_WATCHED)
    if told is None:
        return work()
    asked = json.loads(told)
    tracing = tracer(asked["sources"])
    tracing.start()
    try:
        return work()
    finally:
        tracing.stop()
        data = tracing.get_data()
        ran = {path: sorted(data.lines(path) or ()) for path in data.measured_files()}
        _leave(Path(asked["folder"]), {"test": os.environ[_TEST].rpartition(" ")[0], "ran": ran})


def left_by_commands(folder: Path) -> list[dict[str, Any]]:
    """Return what commands left in ``folder``: the test and the lines run by path."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())]


def _leave(folder: Path, ran: dict[str, Any]) -> None:
    number, _path = tempfile.mkstemp(dir=folder)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        json.dump(ran, file)
