"""What the pages of the window cost in libraries of 1,000 and 10,000 articles.

Run ``.venv/bin/python -m tests.benchmarks.bench_pages [--articles 1000 10000] [--folder DIR] [--profile PAGE]``.
Milliseconds of CPU over all threads: until a page shows its first content, until it is at rest, for the next visit,
for a key in its filter box and for what follows the last one; and the longest stretch in which the window's thread
did not look at its events.
Libraries made in ``--folder`` are kept there and used again.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from corpus.annotation.anchor import describe
from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.benchmark import machine
from corpus.model.annotation import Annotation, Colour
from corpus.model.span import Span
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from desktop.actions.page import Page
from desktop.services.settings import Settings
from desktop.services.targets import ReaderTarget, as_left
from desktop.start.application import SWITCH_INTERVAL, qt_application
from desktop.start.collector import Collector
from desktop.start.session import Session
from desktop.theme import ThemeManager
from desktop.widgets import SearchField
from desktop.window.main_window import MainWindow
from tests.benchmarks.generated import articles, fill, generate

PAGES = ("home", "documents", "search", "trends", "platforms", "data", "notes", "drafts", "reader")
SIZE = (1280, 672)
NOTES = 2_000
OPENED = 9
PAUSE = 0.4
"""Seconds without a key, after which what is beside a list follows."""


def library_of(count: int, folder: Path) -> Path:
    """Return the folder of a library of generated articles with notes, made where it is not there yet."""
    root = folder / str(count)
    library = open_library(root, write=True)
    if library.store.articles.count(ArticleQuery()) < count:
        fill(library, articles(count))
    if not library.store.annotations.latest(1):
        note_down(library, min(NOTES, count))
    library.close()
    return root


def note_down(library: Library, count: int) -> None:
    """Put a note into each of some articles, straight into the store."""
    ids = library.store.articles.ids(ArticleQuery(), 40, count)
    notes = []
    for number, article in enumerate(ids):
        original, span = library.store.articles.original_of(article), Span(60, 90)
        notes.append(
            Annotation(
                id=str(UUID(int=number + 1)), article=article, selector=describe(original, span), span=span,
                colour=list(Colour)[number % 4], note=f"第{number}条批注" if number % 3 else "",
                tags=("要点",) if number % 5 == 0 else (), creator="b", created=f"2020-01-01T00:00:{number:06}",
                modified=f"2020-01-01T00:00:{number:06}",
            )
        )  # fmt: skip
    changes = Changes(fields=frozenset(ids), annotations=frozenset(one.id for one in notes))
    with library.store.transaction(changes):
        for note in notes:
            library.store.annotations.put(note)


@dataclass(slots=True)
class Spent:
    """Milliseconds of CPU until something was true, and the longest gap in the window's thread meanwhile."""

    cpu: float = 0
    gap: float = 0


class Watched:
    """A window on a library, and what it spends."""

    def __init__(self, root: Path) -> None:
        self.app = qt_application()
        self.theme = ThemeManager("light")
        self.theme.apply()
        self.settings = Settings(root.parent / "window.ini")
        self.collector = Collector()
        window = MainWindow(self.theme, self.settings)
        window.resize(*SIZE)
        self.session = Session(open_library(root, write=True), self.theme, self.settings, window)
        self.context = self.session.context
        window.show()
        self.collector.settle()

    def page(self, key: str) -> Page:
        """Return a page of the window."""
        return self.session.window.parts.pages.page(key)

    def until(self, there: Callable[[], bool], begin: Callable[[], object], rest: int = 3) -> Spent:
        """Begin something and let the window work until ``there`` was true ``rest`` times with no event between."""
        spent = Spent()
        started, calm = time.process_time(), 0
        at = time.thread_time()
        begin()
        spent.gap = 1000 * (time.thread_time() - at)
        ended = started
        while calm < rest:
            at = time.thread_time()
            QCoreApplication.processEvents()
            spent.gap = max(spent.gap, 1000 * (time.thread_time() - at))
            if there():
                calm += 1
                ended = time.process_time()
                if rest > 1:
                    time.sleep(0.01)
            else:
                calm = 0
                time.sleep(0.0005)
        spent.cpu = 1000 * (ended - started)
        return spent

    def warm(self) -> None:
        """Wait until everything is loaded that is loaded ahead."""
        self.until(lambda: self.session.warm_up.is_done, self.session.warm_up.start)

    def rest(self, begin: Callable[[], object] = lambda: None) -> Spent:
        """Begin something and wait until nothing is at work."""
        return self.until(lambda: self.context.at_rest, begin)

    def after(self, seconds: float) -> Spent:
        """Let the window alone for a while, then wait until nothing is at work."""
        time.sleep(seconds)
        return self.rest()

    def go(self, key: str) -> None:
        """Go to a page as it was left."""
        self.context.navigator.go(as_left(key))

    def close(self) -> None:
        """Close the window and the library."""
        self.session.close()
        QCoreApplication.processEvents()
        self.collector.close()
        self.settings.close()


def _first(page: Any) -> bool:
    """Tell whether a page shows its first content."""
    if page.key in {"documents", "data"}:
        return bool((page.articles if page.key == "documents" else page.figures).model.rowCount())
    if page.key == "platforms":
        return bool(page.model.rowCount())
    if page.key == "trends":
        return bool(page.cards.cards)
    if page.key == "notes":
        return bool(page.list.model().rowCount())
    return page.key != "home" or bool(page.card.isVisible())


def fields(page: Page) -> Iterator[SearchField]:
    """Yield the filter boxes of a page, without those that search the library."""
    for field in page.findChildren(SearchField):
        if field.isVisible() and field is not page.own_field():
            yield field


def type_into(field: QLineEdit, text: str) -> None:
    """Type a letter as a person does, without waiting for the pause after it."""
    field.setText(text)
    field.edited.emit(text)  # type: ignore[attr-defined]


def measured(watched: Watched, key: str) -> dict[str, Spent]:
    """Return what a page of the rail costs."""
    context = watched.context
    told: dict[str, Spent] = {}
    went = watched.until(lambda: _first(watched.page(key)), lambda: watched.go(key), rest=1)
    told["first content"] = went
    rest = watched.rest()
    told["at rest"] = Spent(went.cpu + rest.cpu, max(went.gap, rest.gap))
    visits = []
    for _ in range(3):
        watched.rest(lambda: watched.go("manual"))
        visits.append(watched.rest(lambda: watched.go(key)))
    told["next visit"] = Spent(median(one.cpu for one in visits), max(one.gap for one in visits))
    texts = ("电", "电商", generate(17).names[0][:2], "")
    keys, after = [], []
    for field, text in ((field, text) for field in fields(watched.page(key)) for text in texts):
        keys.append(watched.rest(partial(type_into, field, text)))
        after.append(watched.after(PAUSE))
    if keys:
        told["key"] = Spent(max(one.cpu for one in keys), max(one.gap for one in keys))
        told["pause after"] = Spent(max(one.cpu for one in after), max(one.gap for one in after))
    assert context.at_rest
    return told


def opened(watched: Watched) -> dict[str, Spent]:
    """Return what opening an article costs, the first and the middle one of others."""
    ids = watched.context.library.store.articles.ids(ArticleQuery(), 100, OPENED)
    spent = [watched.rest(partial(watched.context.navigator.go, ReaderTarget(article=one))) for one in ids]
    told = {"first content": spent[0], "at rest": spent[0]}
    told["another"] = Spent(median(one.cpu for one in spent[1:]), max(one.gap for one in spent[1:]))
    return told


@contextmanager
def profiled(wanted: bool) -> Iterator[None]:
    """Print where the window's thread spends its time, where that is wanted."""
    if not wanted:
        yield
        return
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    yield
    profile.disable()
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--pages", nargs="+", default=list(PAGES))
    parser.add_argument("--profile", default="")
    arguments = parser.parse_args()
    sys.setswitchinterval(SWITCH_INTERVAL)
    sys.stdout.write(f"machine: {machine()}\n")
    with tempfile.TemporaryDirectory() as kept:
        folder = arguments.folder or Path(kept)
        for count in arguments.articles:
            watched = Watched(library_of(count, folder))
            watched.warm()
            watched.collector.settle()
            for key in arguments.pages:
                with profiled(key == arguments.profile):
                    told = opened(watched) if key == "reader" else measured(watched, key)
                words = "  ".join(f"{name} {one.cpu:6.0f} (gap {one.gap:4.0f})" for name, one in told.items())
                sys.stdout.write(f"{count:6} {key:10} {words}\n")
                sys.stdout.flush()
            watched.close()


if __name__ == "__main__":
    main()
