"""原页 measured: `python tests/benchmarks/bench_page_images.py`: a file of 400 pages read, opened and scrolled through.

Told are the processor time of reading it, how long the first page takes to stand on the screen, the longest time the
window's loop was busy while scrolling through all pages, and what the pictures take at most.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from corpus.importing.pdf.pdf import read_pdf
from corpus.library.core.page_images import DrawnFile
from corpus.model.span import Span
from desktop.reader.sheets.page_view import PageView
from desktop.start.application import qt_application
from desktop.theme import ThemeManager
from tests.benchmarks.typeset_pdfs import book

STEP: Final = 400
"""Pixels scrolled at a time."""


def wait(application: QApplication, until: Any, seconds: float = 60.0) -> float:
    """Let the window's loop run until something holds; return how long that took."""
    begun = time.perf_counter()
    while not until() and time.perf_counter() - begun < seconds:
        application.processEvents()
        time.sleep(0.001)
    return time.perf_counter() - begun


def scroll(application: QApplication, view: PageView) -> tuple[float, int]:
    """Scroll through all pages; return the longest gap of the loop in seconds, and the most bytes of pictures."""
    bar, longest, most = view.verticalScrollBar(), 0.0, 0
    while bar.value() < bar.maximum():
        begun = time.perf_counter()
        bar.setValue(bar.value() + STEP)
        application.processEvents()
        longest = max(longest, time.perf_counter() - begun)
        most = max(most, view.tiles.size)
        time.sleep(0.004)
    return longest, most


def main() -> int:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    wishes = parser.parse_args()
    data = book(wishes.pages)
    begun = time.process_time()
    document = read_pdf(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"read: {len(document.pages)} pages in {time.process_time() - begun:.1f} s of CPU, {peak} MB",
        flush=True,
    )
    application = qt_application()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book.pdf"
        path.write_bytes(data)
        starts = [one.start for one in document.pages] + [len(document.text)]
        texts = {number: Span(starts[number], starts[number + 1]) for number in range(len(document.pages))}
        view = PageView(ThemeManager("light"))
        view.resize(900, 640)
        view.show()
        application.processEvents()
        begun = time.perf_counter()
        view.show_file(DrawnFile("a", path, texts), document.text, ())
        wait(application, lambda: view.tiles.size > 0)
        print(f"first page on the screen: {time.perf_counter() - begun:.2f} s", flush=True)
        longest, most = scroll(application, view)
        print(
            f"scrolling: longest gap {1000 * longest:.0f} ms, pictures at most {most / 2**20:.0f} MB",
            flush=True,
        )
        settled = wait(application, lambda: view.ground.letters.get(len(texts) - 1) is not None)
        print(f"the last page's characters known {settled:.2f} s after it was reached")
        view.close_file()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
