"""From process start to the first painted window, as a ratio to a bare PySide6 window in the same run.

Seconds of CPU over all threads, and of the clock, which only says something on an idle machine. Run with
``.venv/bin/python -m tests.benchmarks.bench_start [ROUNDS]``; both kinds of process take turns.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.library.finding.indexing import sync_index
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.benchmark import machine

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        sys.stdout.write(f"{time.process_time()} {time.time()}\\n")
        sys.stdout.flush()
        QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""

YINDE = """
import gc, sys, time
import main
gc.disable()  # as the program itself does before it loads Qt
from desktop.start.module_sources import leave_sources_unread
leave_sources_unread()
from index.lazy_methods import write_methods_late
write_methods_late()
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Paints(QObject):
    def __init__(self):
        super().__init__()
        self.times = []
        self.waiting = None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            if not self.times:
                self.times += [time.process_time(), time.time(), "jieba" in sys.modules, "whoosh" in sys.modules]
            elif watched is self.waiting:
                self.waiting = None
                sys.stdout.write(f"{' '.join(map(str, self.times))} {time.process_time()} {time.time()}\\n")
                sys.stdout.flush()
                QTimer.singleShot(0, QApplication.quit)
        return False

paints = Paints()
from desktop.window import main_window
framed = main_window.MainWindow.__init__

def frame(self, *arguments):
    framed(self, *arguments)
    self.installEventFilter(paints)

main_window.MainWindow.__init__ = frame

def watch_home():
    from desktop.pages.home import page
    shown = page.HomePage._show

    def show(self, found):
        shown(self, found)
        paints.waiting = self.card
        self.card.installEventFilter(paints)
        self.card.update()

    page.HomePage._show = show

from desktop.start import first_paint
after = first_paint.AfterFirstPaint.__init__

def after_paint(self, window, then):
    def both():
        watch_home()
        then()
    after(self, window, both)

first_paint.AfterFirstPaint.__init__ = after_paint
main.main(["--library", sys.argv[1]])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds of CPU and of the clock until the first paint and until the first page, and what was loaded by then."""

    painted: tuple[float, float]
    home: tuple[float, float] = (0.0, 0.0)
    loaded: tuple[str, ...] = ()


def first_paint(script: str, *arguments: str, home: Path) -> Start:
    """Start a process and return what it said."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # An installed program is compiled already; the first round, which does not count, does it here.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
    begun = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    cpu, clock, *rest = ended.stdout.split()
    painted = (float(cpu), float(clock) - begun)
    if not rest:
        return Start(painted)
    jieba, whoosh, cpu, clock = rest
    return Start(painted, (float(cpu), float(clock) - begun), (jieba, whoosh))


def main() -> None:
    """Measure, and print medians and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        home, root = Path(folder), Path(folder) / "library"
        library = open_library(root, write=True)
        sync_index(library)
        library.close()
        bare: list[Start] = []
        yinde: list[Start] = []
        for number in range(rounds + 1):
            one, other = first_paint(BARE, home=home), first_paint(YINDE, str(root), home=home)
            if number:
                bare.append(one)
                yinde.append(other)
    print(f"machine: {machine()} ({rounds} rounds)")
    for kind, what in enumerate(("CPU", "clock")):
        plain = statistics.median(one.painted[kind] for one in bare)
        painted = statistics.median(one.painted[kind] for one in yinde)
        page = statistics.median(one.home[kind] for one in yinde)
        print(f"{what}: bare window {plain:.3f} s; painted {painted:.3f} s, {painted / plain:.2f} x; "
              f"first page with its content {page:.3f} s, {page / plain:.2f} x")  # fmt: skip
    print(f"loaded before the first paint: jieba {yinde[-1].loaded[0]}, Whoosh {yinde[-1].loaded[1]}")


if __name__ == "__main__":
    main()
