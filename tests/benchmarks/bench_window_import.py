"""What an import costs its window: ``python -m tests.benchmarks.bench_window_import [--articles N …] [--mixed]``.

A folder of generated articles is imported as a person does it, with pages seen before open in turn. Told are the
longest stretches in which the window's thread did not look at its events, in milliseconds of the clock (``gap``) and
of its own work (``busy``), while the import ran and behind its end, and the most memory of all processes together.
``--mixed`` takes files of twelve kinds in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from corpus.library.upkeep.benchmark import machine
from desktop.services.targets import as_left
from desktop.start.application import SWITCH_INTERVAL, Application, make_application, qt_application
from tests.benchmarks.generated import articles, write_files
from tests.benchmarks.mixed_files import write_mixed

PAGES: Final = ("documents", "data", "notes", "home")
_TURN: Final = 2.0
"""Seconds until another page is shown."""
_LOOK: Final = 0.5
_CALM: Final = 50


class Memory:
    """The most memory this process and all it started held together, in mebibytes."""

    def __init__(self) -> None:
        self.most = 0.0
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_LOOK):
            self.most = max(self.most, sum(map(shares, family(os.getpid()))) / 1024)


def family(process: int) -> list[int]:
    """Return a process and all that come from it."""
    found = [process]
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text(encoding="ascii").split():
            found += family(int(child))
    return found


def shares(process: int) -> int:
    """Return the kibibytes a process holds, of what it shares with others its part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


class Stretches:
    """The stretches in which the window's thread did nothing but one thing."""

    def __init__(self) -> None:
        self.gap = self.busy = 0.0

    def look(self) -> None:
        """Let the window do what waits, once."""
        clock, work = time.perf_counter(), time.thread_time()
        QCoreApplication.processEvents()
        self.gap = max(self.gap, 1000 * (time.perf_counter() - clock))
        self.busy = max(self.busy, 1000 * (time.thread_time() - work))

    def told(self) -> dict[str, int]:
        """Return them in milliseconds."""
        return {"gap": round(self.gap), "busy": round(self.busy)}


def rest(there: Callable[[], bool], stretches: Stretches | None = None) -> None:
    """Let the window work until something was true many times with no event between."""
    looked, calm = stretches or Stretches(), 0
    while calm < _CALM:
        looked.look()
        calm = calm + 1 if there() else 0
        time.sleep(0.002)


def imported(application: Application, folder: Path) -> dict[str, object]:
    """Import a folder in the window and return what that cost it."""
    assert application.session is not None
    session = application.session
    rest(lambda: session.warm_up.is_done)
    for page in PAGES:
        session.context.navigator.go(as_left(page))
        rest(lambda: session.context.at_rest)
    memory, during, behind = Memory(), Stretches(), Stretches()
    over: list[object] = []
    session.window.parts.importer.imported.connect(over.append)
    begun = turned = time.perf_counter()
    shown = 0
    session.window.parts.importer.import_paths([folder])
    while not over:
        during.look()
        if time.perf_counter() - turned > _TURN:
            turned, shown = time.perf_counter(), shown + 1
            session.context.navigator.go(as_left(PAGES[shown % len(PAGES)]))
        time.sleep(0.001)
    seconds = time.perf_counter() - begun
    rest(lambda: session.context.at_rest, behind)
    memory.close()
    return {
        "seconds": round(seconds), "during": during.told(), "behind": behind.told(), "MiB": round(memory.most),
    }  # fmt: skip


def main() -> None:
    """Measure and print one JSON line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000])
    parser.add_argument("--mixed", action="store_true", help="files of twelve kinds instead of text alone")
    asked = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL)
    print(machine())
    qt = qt_application()
    for count in asked.articles:
        with tempfile.TemporaryDirectory(prefix="yinde-import-") as name:
            root = Path(name)
            write = write_mixed if asked.mixed else write_files
            write(root / "texts", articles(count))
            application = make_application(root / "config", root / "logs")
            application.open(root / "library")
            print(json.dumps({"articles": count, **imported(application, root / "texts")}), flush=True)
            application.close()
    qt.quit()


if __name__ == "__main__":
    main()
