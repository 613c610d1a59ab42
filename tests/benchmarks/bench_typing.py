"""How soon what is typed is safe: ``python -m tests.benchmarks.bench_typing [--library DIR] [--keys N] [--every MS]``.

In the real window somebody types without a rest: right behind the start into a draft, then into a note beside its
text, a note on the page of notes, and a block of a draft. Of every character the time is taken from the key until it is
seen (painted) and until it is safe (in a commit); and the longest time the window's thread was away, of the clock
(``gap``) and of its own work (``busy``).
Prints one JSON line a place, in milliseconds; the library is copied first.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.store.articles.query import ArticleQuery
from desktop.pages.drafts.growing_text import GrowingText
from desktop.services.targets import DraftsTarget, NotesTarget, ReaderTarget, Target
from desktop.start.application import SWITCH_INTERVAL, Application, make_application, qt_application

LETTERS: Final = "abcdefghij"
"""Keys of the keyboard: letters, so that no input method is asked."""
_TICK_MS: Final = 5
_LOOK_MS: Final = 10
_SETTLED_MS: Final = 1500

Field = QTextEdit | QPlainTextEdit


class Typist(QObject):
    """Types into a field of the window and hears of every commit when it is made, in whatever thread."""

    def __init__(self, library: Library, kept: Callable[[], str]) -> None:
        super().__init__()
        self._library = library
        self._kept = kept
        self._pressed: list[float] = []
        self._seen: list[float] = []
        self._safe: list[float] = []
        self._ticks: list[tuple[float, float]] = []
        self._before = len(kept())

    def type(self, field: Field, keys: int, every: int) -> dict[str, float]:
        """Return what was measured while ``keys`` were pressed, one ``every`` so many milliseconds."""
        clock = QTimer()
        clock.setInterval(_TICK_MS)
        clock.timeout.connect(self._tick)
        clock.start()
        field.viewport().installEventFilter(self)
        self._library.changes.subscribe(self._hear)
        try:
            for number in range(keys):
                self._pressed.append(time.perf_counter())
                QTest.keyClicks(field, LETTERS[number % len(LETTERS)])
                QTest.qWait(every)
            QTest.qWait(1000)
        finally:
            self._library.changes.unsubscribe(self._hear)
            field.viewport().removeEventFilter(self)
            clock.stop()
        gap, busy = (
            max(after - before for before, after in pairwise(one[kind] for one in self._ticks))
            for kind in (0, 1)
        )
        seen = (next((at for at in self._seen if at > key), key) for key in self._pressed)
        return {
            "keys": keys,
            **self._waited("seen", seen),
            **self._waited("safe", self._safe),
            "gap": round(1000 * gap),
            "busy": round(1000 * busy),
        }

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of every time the field is painted."""
        if event.type() == QEvent.Type.Paint:
            self._seen.append(time.perf_counter())
        return False

    def _waited(self, what: str, times: Iterable[float]) -> dict[str, float]:
        """Return how long the keys waited for something."""
        waited = sorted(1000 * (at - key) for key, at in zip(self._pressed, times, strict=False))
        told = (median(waited), quantiles(waited, n=20)[-1], waited[-1])
        kinds = ("median", "p95", "longest")
        return {
            what: len(waited),
            **{f"{what} {k}": round(one, 1) for k, one in zip(kinds, told, strict=True)},
        }

    def _tick(self) -> None:
        self._ticks.append((time.perf_counter(), time.thread_time()))

    def _hear(self, _changes: object) -> None:
        now = time.perf_counter()
        new = len(self._kept()) - self._before
        self._safe += [now] * (new - len(self._safe))


def shown(application: Application, target: Target, kind: type[Field], settled: int = _SETTLED_MS) -> Field:
    """Return the field on the page of a target that shows what is to be written on, ``settled`` ms after it does."""
    assert application.session is not None
    window = application.session.window
    application.session.context.navigator.go(target)
    while True:
        QTest.qWait(_LOOK_MS)
        for field in window.findChildren(kind):
            if field.isVisible() and field.toPlainText() == LETTERS:
                QTest.qWait(settled)
                field.setFocus()
                return field


def places(library: Library) -> list[tuple[str, Target, type[Field], Callable[[], str]]]:
    """Return where somebody types: name, target, kind of field, and what the library has of it."""
    article = library.store.articles.ids(ArticleQuery(), limit=1)[0]
    beside = annotate(library, article, Span(0, 6), note=LETTERS).annotation.id
    free = add_note(library, LETTERS).annotation.id
    draft = new_draft(library, "d", items=(DraftItem("text", text=LETTERS),)).id

    def note(key: str) -> Callable[[], str]:
        return lambda: found.note if (found := library.store.annotations.get(key)) is not None else ""

    return [
        ("reader", ReaderTarget(article, None, beside), QPlainTextEdit, note(beside)),
        ("notes", NotesTarget(note=free), QPlainTextEdit, note(free)),
        ("draft", DraftsTarget(draft), GrowingText, written(library, draft)),
    ]


def written(library: Library, draft: str) -> Callable[[], str]:
    """Return what tells the first block of a draft as the library has it."""

    def told() -> str:
        found = library.store.drafts.get(draft)
        return found.items[0].text if found is not None else ""

    return told


def begun_draft(root: Path) -> str:
    """Return the id of a draft begun before the window is opened."""
    library = open_library(root, write=True)
    draft = new_draft(library, "d", items=(DraftItem("text", text=LETTERS),)).id
    library.close()
    return draft


def main() -> int:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--keys", type=int, default=120)
    parser.add_argument("--every", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="yinde-typing-") as name:
        folder = Path(name)
        root = folder / "library"
        if asked.library is not None:
            shutil.copytree(asked.library, root)
        sys.setswitchinterval(SWITCH_INTERVAL)
        qt = qt_application()
        begun = begun_draft(root)
        application = make_application(folder / "config", folder / "logs")
        application.open(root)
        assert application.session is not None
        library = application.session.context.library
        field = shown(application, DraftsTarget(begun), GrowingText, 0)
        measured = Typist(library, written(library, begun)).type(field, asked.keys, asked.every)
        print(json.dumps({"place": "start", **measured}), flush=True)
        for place, target, kind, kept in places(library):
            field = shown(application, target, kind)
            measured = Typist(library, kept).type(field, asked.keys, asked.every)
            print(json.dumps({"place": place, **measured}), flush=True)
        application.close()
        qt.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
