"""From process start to the first painted window, as a ratio to a bare PySide6 window in the same run.

Run with ``.venv/bin/python -m tests.benchmarks.bench_start [ROUNDS]``; both kinds of process take turns.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
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
        sys.stdout.write(f"{time.time()}\\n")
        sys.stdout.flush()
        QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""

YINDE = """
import sys, time
import main
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
                self.times += [time.time(), "jieba" in sys.modules, "whoosh" in sys.modules]
            elif watched is self.waiting:
                self.waiting = None
                sys.stdout.write(f"{' '.join(map(str, self.times))} {time.time()}\\n")
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


def first_paint(script: str, *arguments: str, home: Path) -> tuple[float, list[str]]:
    """Return the seconds from starting a process to its first painted window, and what else it said."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    painted, *rest = ended.stdout.split()
    return float(painted) - begun, rest


def main() -> None:
    """Measure, and print medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        home, root = Path(folder), Path(folder) / "library"
        library = open_library(root, write=True)
        sync_index(library)
        library.close()
        bare: list[float] = []
        yinde: list[float] = []
        home_page: list[float] = []
        loaded: list[str] = []
        for number in range(rounds + 1):
            bare_seconds, _nothing = first_paint(BARE, home=home)
            begun = time.time()
            yinde_seconds, loaded = first_paint(YINDE, str(root), home=home)
            if number:
                bare.append(bare_seconds)
                yinde.append(yinde_seconds)
                home_page.append(float(loaded[2]) - begun)
    one, other = statistics.median(bare), statistics.median(yinde)
    print(f"machine: {machine()}")
    print(f"bare window: {one:.3f} s; Yinde: {other:.3f} s; ratio {other / one:.2f} ({rounds} rounds)")
    print(f"first page with its content: {statistics.median(home_page):.3f} s")
    print(f"loaded before the first paint: jieba {loaded[0]}, Whoosh {loaded[1]}")


if __name__ == "__main__":
    main()
