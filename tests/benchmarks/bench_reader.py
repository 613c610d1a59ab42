"""The reader beside a bare QTextEdit of the same font and line height, at a million characters.

    python tests/benchmarks/bench_reader.py [CHARACTERS]

Everything is measured inside ``app.exec()``, in milliseconds of CPU of the window's thread until it is painted. What
is done to the text is measured in the whole reader: all the work of that thread until nothing waits (``all``), and
the longest stretch in which it did not look at its events (``stretch``).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from corpus.library.intake.corrections.repairing import change_repairs
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.span import Span
from corpus.store.articles.query import ArticleQuery
from desktop.reader.page import ReaderPage
from desktop.reader.paper import Paper
from desktop.reader.text.markup import PreparedReading, prepared_reading
from desktop.reader.text.typography import LEADING, ReadingStyle
from desktop.services.targets import ReaderTarget
from desktop.start.application import make_application, qt_application
from desktop.theme import ThemeManager

SIZE = (1280, 672)
STEPS = 40
ACTS = 3
CALM = 20
REPAIRED = 30
"""The number of the repair that is taken back and made."""
PARAGRAPH = (
    "县城里的店主不再凭感觉进货，后台每天排出补货清单，店员照着清单去批发市场，傍晚再把货架补满。"
    "2018年全县网络零售额达到{n}.7亿元，比上年增长26.5%。镇上的人起初不信，后来慢慢习惯了在手机上看货，"
    "赶集的日子仍旧热闹,只是摊位少了些。街上有{n}家店,每家雇三人 。第{n}段到此为止。\n"
)


def written(characters: int) -> str:
    """Return a text of about that many characters."""
    parts, size, number = ["一本很长的年鉴\n\n"], 9, 0
    while size < characters:
        number += 1
        parts.append(PARAGRAPH.format(n=number % 97 + 3))
        size += len(parts[-1])
    return "".join(parts)


def read(characters: int, folder: Path) -> tuple[PreparedReading, list[PreparedReading]]:
    """Return a long article as the reader is given it, and again as its repairs are taken back and made."""
    library = open_library(folder / "library", write=True)
    file = folder / "long.txt"
    file.write_text(written(characters), encoding="utf-8")
    article = import_paths(library, [file]).sources[0].articles[0].id
    first = prepared_reading(library, article, "clean")
    middle = [one.edit for one in first.reading.edits if one.edit.applied][REPAIRED]
    again: list[PreparedReading] = []
    for change in ("undo", "apply"):
        change_repairs(library, article, **{change: [middle.id]})
        again.append(prepared_reading(library, article, "clean", (again[-1] if again else first).shown))
    library.close()
    return first, again


class Bench(QObject):
    """Plays steps, each from a timer of its own, and times them until nothing waits to be painted."""

    def __init__(
        self, steps: Iterator[tuple[str, Callable[[], object], QWidget]], done: Callable[[], object]
    ) -> None:
        super().__init__()
        self.times: dict[str, list[float]] = {}
        self._steps = steps
        self._done = done
        QTimer.singleShot(300, self.next)

    def next(self) -> None:
        """Play the next step."""
        step = next(self._steps, None)
        if step is None:
            self._done()
            return
        name, work, widget = step
        begun = time.thread_time()
        work()
        widget.repaint()
        self.times.setdefault(name, []).append(1000 * (time.thread_time() - begun))
        QTimer.singleShot(30, self.next)


def press(view: QTextEdit, key: Qt.Key, *, ctrl: bool = False) -> None:
    """Press a key in a view."""
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    view.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, key, modifier))


def bare_open(view: QTextEdit, text: str, style: ReadingStyle) -> None:
    """Open the text in a QTextEdit in the same font and line height."""
    view.setFont(style.font())
    view.setPlainText(text)
    cursor = QTextCursor(view.document())
    cursor.select(QTextCursor.SelectionType.Document)
    form = QTextBlockFormat()
    form.setLineHeight(round(style.pixels * LEADING), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setBottomMargin(style.pixels * 0.65)
    cursor.mergeBlockFormat(form)


def steps(
    bare: QTextEdit, paper: Paper, article: PreparedReading, changed: Sequence[PreparedReading]
) -> Iterator[tuple[str, Callable[[], object], QWidget]]:
    """Yield what is done, first in the bare view, then on the paper."""
    style = ReadingStyle()
    yield "bare: open", partial(bare_open, bare, article.reading.text, style), bare.viewport()
    yield "bare: End after it", partial(press, bare, Qt.Key.Key_End, ctrl=True), bare.viewport()
    yield "paper: open", partial(paper.show_prepared, article), paper.view.viewport()
    yield "paper: End after it", partial(press, paper.view, Qt.Key.Key_End, ctrl=True), paper.view.viewport()
    for name, view in (("bare", bare), ("paper", paper.view)):
        bar = view.verticalScrollBar()
        for place in (0, 5, 3, 8, 1, 9, 2):
            yield f"{name}: jump", partial(bar.setValue, bar.maximum() * place // 10), view.viewport()
        for number in range(STEPS):
            at = bar.maximum() // 2 + number * bar.pageStep()
            yield f"{name}: page step", partial(bar.setValue, at), view.viewport()
        for number in range(STEPS):
            at = bar.maximum() // 3 + number * 60
            yield f"{name}: wheel", partial(bar.setValue, at), view.viewport()
    notes = partial(paper.show_notes, article.reading)
    yield "paper: another note", notes, paper.view.viewport()
    yield "paper: the same again", partial(paper.show_prepared, article), paper.view.viewport()
    for prepared in changed:
        yield "paper: a repair", partial(paper.show_prepared, prepared), paper.view.viewport()


class Acts:
    """A person at work in the reader of the window, in the middle of the article."""

    def __init__(self, folder: Path) -> None:
        self.told: dict[str, list[tuple[float, float]]] = {}
        self._application = make_application(folder / "config", folder / "logs")
        self._application.open(folder / "library")
        session = self._application.session
        assert session is not None
        self._context = session.context
        self._rest(lambda: session.warm_up.is_done)
        longest = self._context.library.store.articles.ids(ArticleQuery(order="characters", descending=True))[
            0
        ]
        self._do("open", partial(self._context.navigator.go, ReaderTarget(longest)))
        page = session.window.parts.pages.page("reader")
        assert isinstance(page, ReaderPage)
        self._page = page

    def play(self) -> dict[str, dict[str, float]]:
        """Highlight, repair and take back; return the medians and the most, in milliseconds."""
        page, undo = self._page, self._context.operations.undo
        reading = page.selecting.reading
        assert reading is not None
        middle = len(reading.text) // 2
        page.paper.set_top_offset(middle)
        repairs = [one.edit for one in reading.edits if one.edit.applied]
        for number in range(ACTS):
            page.paper.view.select(Span(middle + 40 * number, middle + 40 * number + 12))
            self._rest(lambda: self._context.at_rest)
            self._do("highlight", partial(page.selecting.key, "3"))
            self._do("undo a highlight", undo)
            repair = repairs[len(repairs) // 2 + number].id
            self._do("take a repair back", partial(page.side.repairs.take_back, repair))
            self._do("undo that", undo)
        self._application.close()
        return {
            name: {
                "all": round(median(one[0] for one in times), 1),
                "stretch": round(median(one[1] for one in times), 1),
                "most": round(max(one[1] for one in times), 1),
            }
            for name, times in self.told.items()
        }

    def _do(self, name: str, work: Callable[[], object]) -> None:
        begun = time.thread_time()
        work()
        first = 1000 * (time.thread_time() - begun)
        spent = [first, *self._rest(lambda: self._context.at_rest)]
        self.told.setdefault(name, []).append((sum(spent), max(spent)))

    @staticmethod
    def _rest(there: Callable[[], bool]) -> list[float]:
        """Let the window work until something was true a few times; return what each look took."""
        spent, calm = [], 0
        while calm < CALM:
            begun = time.thread_time()
            QCoreApplication.processEvents()
            spent.append(1000 * (time.thread_time() - begun))
            calm = calm + 1 if there() else 0
            time.sleep(0.002)
        return spent


def main() -> None:
    """Measure and print, one JSON document."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    app = qt_application()
    theme = ThemeManager("light")
    with tempfile.TemporaryDirectory() as folder:
        article, changed = read(characters, Path(folder))
        bare, paper = QTextEdit(), Paper(theme)
        bare.setReadOnly(True)
        for widget in (bare, paper):
            widget.resize(*SIZE)
            widget.show()
            QTest.qWaitForWindowExposed(widget)
        bench = Bench(steps(bare, paper, article, changed), app.quit)
        app.exec()
        told = {
            name: {"median": round(median(times), 1), "most": round(max(times), 1), "times": len(times)}
            for name, times in bench.times.items()
        }
        acts = Acts(Path(folder)).play()
        whole = {"characters": len(article.reading.text), "ms": told, "in the reader, ms": acts}
        print(json.dumps(whole, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
