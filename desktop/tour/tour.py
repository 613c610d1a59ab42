"""The tour: plays the main job in the real window, leaving pictures of every page and the exported report."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog

from corpus.language import translate as _
from corpus.library.notes.annotating import list_annotations
from corpus.library.reading.articles import list_articles, reading
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from desktop.export.export_choices import file_name
from desktop.export.export_dialog import ExportDialog
from desktop.operations.drafts import begin
from desktop.services.targets import NotesTarget, SearchTarget, as_left
from desktop.start.application import Application, make_application, qt_application
from desktop.start.faults import log_qt_messages
from desktop.tour.keyboard import press, write

SIZE: Final = QSize(1280, 800)
POLL_MS: Final = 50
SETTLE_MS: Final = 350
"""How long a page is left alone after its work is done, so that everything is painted."""
PATIENCE_MS: Final = 60_000
FORMATS: Final = ("docx", "pdf", "html", "md")


@dataclass(frozen=True, slots=True)
class Wait:
    """Go on when ``until`` holds and the window has been at rest for a moment."""

    until: Callable[[], bool] = lambda: True


class Tour(QObject):
    """Plays step after step from a timer, so that the window lives as it does under a person's hands."""

    def __init__(self, application: Application, folder: Path) -> None:
        super().__init__()
        self._application = application
        self._folder = folder
        self._steps = self._script()
        self._wait = Wait()
        self._pictures = 0
        self.failures: list[str] = []
        self.done = False
        self._clock = QElapsedTimer()
        self._looks_at_rest = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        self._clock.start()
        self._timer.start()

    # The script --------------------------------------------------------------------------------------

    def _script(self) -> Iterator[Wait]:
        yield Wait(self._at_home)
        self._picture("home")
        yield from self._import()
        yield from self._browse("documents")
        yield from self._find()
        yield from self._read_and_note()
        for page in ("trends", "platforms", "data", "notes"):
            yield from self._browse(page)
        yield from self._draft()
        yield from self._commands()
        yield from self._dark()
        yield from self._export()

    def _import(self) -> Iterator[Wait]:
        self._window.parts.importer.import_sample()
        yield Wait(lambda: self._window.card is not None)
        self._picture("import")
        card = self._window.card
        if card is not None:
            card.leave()

    def _browse(self, page: str) -> Iterator[Wait]:
        self._context.navigator.go(as_left(page))
        yield Wait()
        self._picture(page)

    def _find(self) -> Iterator[Wait]:
        self._context.navigator.go(SearchTarget(text=_("网络零售额")))
        yield Wait()
        self._picture("search")

    def _read_and_note(self) -> Iterator[Wait]:
        library = self._context.library
        own = next(one for one in list_articles(library) if not one.pack and not one.duplicate_of)
        self._context.navigator.open_article(own.id)
        yield Wait()
        long = [one for one in reading(library, own.id).sentences if len(one) > 24]
        yield from self._write_note(_half(long[2]), Qt.Key.Key_2, _("疑问：口径是什么？"))
        view = self._reader.paper.view
        press(view, Qt.Key.Key_4)
        view.select(long[4])
        press(view, Qt.Key.Key_U)
        yield Wait()
        yield from self._write_note(long[1], Qt.Key.Key_1, _("论据：可与官方统计相互核对。"), _("县域电商"))
        first = list_annotations(library)[0]
        self._context.navigator.open_place(first.place, first.annotation.id)
        yield Wait()
        self._picture("reader")

    def _write_note(self, span: Span, colour: Qt.Key, note: str, tag: str = "") -> Iterator[Wait]:
        """Mark a span in a colour, then write on the mark, with the keys of the reader."""
        view, editor = self._reader.paper.view, self._reader.side.notes.editor
        view.select(span)
        press(view, colour)
        yield Wait()
        view.select(span)
        press(view, Qt.Key.Key_N)
        yield Wait(editor.isVisible)
        write(editor.text, note)
        write(editor.tags, tag)
        press(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        yield Wait()

    def _draft(self) -> Iterator[Wait]:
        library = self._context.library
        notes = tuple(DraftItem("annotation", one.id) for one in library.store.annotations.all())
        items = (DraftItem("heading", text=_("论据")), *notes)
        self._context.operations.run(self, begin(_("县域电商摘录"), "free", items))
        yield Wait()
        yield from self._browse("drafts")

    def _commands(self) -> Iterator[Wait]:
        self._window.parts.offer_commands()
        yield Wait()
        self._picture("commands")
        self._window.parts.palette_box.close()
        self._window.parts.dialogs.show_settings()
        yield Wait()
        self._picture("settings")
        for dialog in _floating(self._window):
            dialog.close()

    def _dark(self) -> Iterator[Wait]:
        self._application.settings.put("theme", "dark")
        for page in ("home", "search", "data", "reader"):
            yield from self._browse(page)

    def _export(self) -> Iterator[Wait]:
        self._application.settings.put("theme", "light")
        self._context.navigator.go(NotesTarget())
        yield Wait()
        for name in FORMATS:
            self._window.parts.registry.trigger("export")
            dialog = next(one for one in _floating(self._window) if isinstance(one, ExportDialog))
            dialog.form.name.selectAll()
            write(dialog.form.name, _("批注摘要"))
            dialog.form.format.setCurrentIndex(dialog.form.format.findData(name))
            out = self._folder / file_name(_("批注摘要"), name)
            dialog.where.setText(str(out))
            yield Wait(dialog.save_button.isEnabled)
            if name == FORMATS[0]:
                self._picture("export")
            press(dialog.save_button, Qt.Key.Key_Space)
            yield Wait(out.exists)

    # The machinery -----------------------------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        if self._clock.hasExpired(PATIENCE_MS):
            self.failures.append(f"nothing happened after picture {self._pictures}")
            self._end()
            return
        if not (self._at_rest() and self._wait.until()):
            self._looks_at_rest = 0
            return
        # Looks are counted, not time: while something holds the window up, no time is rest.
        self._looks_at_rest += 1
        if self._looks_at_rest <= SETTLE_MS // POLL_MS:
            return
        self._clock.restart()
        self._looks_at_rest = 0
        try:
            self._wait = next(self._steps)
        except StopIteration:
            self.done = True
            self._end()
        except Exception as error:
            self.failures.append(f"{type(error).__name__}: {error}")
            self._end()
            raise

    def _end(self) -> None:
        self._timer.stop()
        QApplication.exit(0)

    def _at_rest(self) -> bool:
        return self._context.at_rest and not self._context.worker.busy

    def _at_home(self) -> bool:
        page = self._window.parts.pages.current
        return page is not None and page.key == "home"

    def _picture(self, name: str) -> None:
        """Keep what a person would see: the window, with what floats over it."""
        self._pictures += 1
        window = self._window
        picture = window.grab()
        painter = QPainter(picture)
        for floating in _floating(window):
            box = floating.geometry().translated(-window.pos())
            if isinstance(floating, QDialog):
                box.moveCenter(window.rect().center())
            painter.drawPixmap(box.topLeft(), floating.grab())
            painter.setPen(self._application.theme.colour("line_strong"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
        theme = (
            ""
            if self._application.theme.tokens.name == "light"
            else f"-{self._application.theme.tokens.name}"
        )
        picture.save(str(self._folder / f"{self._pictures:02}-{name}{theme}.png"))

    @property
    def _window(self) -> Any:
        assert self._application.session is not None  # noqa: S101 - the tour runs in an open window
        return self._application.session.window

    @property
    def _reader(self) -> Any:
        return self._window.parts.pages.page("reader")

    @property
    def _context(self) -> Any:
        return self._window.context


def _half(span: Span) -> Span:
    return Span(span.start, span.start + len(span) // 2)


def _floating(window: object) -> list[Any]:
    return [one for one in QApplication.topLevelWidgets() if one is not window and one.isVisible()]


def play(folder: Path) -> int:
    """Play the main job on a library of its own in ``folder``; print where everything is; 0 when all went well."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    log_qt_messages()
    qt = qt_application()
    application = make_application(folder / "settings", folder / "settings")
    application.settings.put("theme", "light")
    application.open(folder / _("引得文库"))
    if application.session is None:
        application.close()
        return 1
    application.session.window.resize(SIZE)
    tour = Tour(application, folder)
    tour.start()
    qt.exec()
    application.close()
    for failure in tour.failures:
        sys.stderr.write(failure + "\n")
    sys.stdout.write(f"{folder}\n")
    return 0 if tour.done and not tour.failures else 1
