"""The whole window on a library with everything in it, and a way through every page and dialog of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QListView, QWidget

from corpus.library.facts.statistics import statistics
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate, list_annotations
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import set_tags
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError
from desktop.dialogs.library_work import LibraryWorkDialog
from desktop.dialogs.trouble import TroubleDialog
from desktop.dialogs.unwritten import UnwrittenDialog
from desktop.export.export_warning import UnconfirmedDialog
from desktop.pages.audit import AuditPage
from desktop.pages.drafts import DraftsPage
from desktop.pages.notes.relocate import RelocateDialog
from desktop.reader.page import ReaderPage
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.services.targets import HomeTarget, ReaderTarget, SearchTarget, Target, as_left
from desktop.services.worker_link import WorkerLink
from desktop.start.application import qt_application
from desktop.start.qt_words import speak_for_qt
from desktop.start.session import compose
from desktop.theme import ThemeManager
from desktop.widgets import ListTable
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.tabs import Tabs
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.statement_list import StatementList
from desktop.window.import_card import ImportCard
from desktop.window.import_outcome import outcome_of
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries
from tests.copies import copied
from tests.desktop.whole.asked import about_something

NOISY = Path(__file__).resolve().parents[3] / "resources" / "samples" / "noisy-page.txt"
IDLE = """
import json, sys
LONG = "一门课的期末论文终稿，改过三遍，名字长得一行里放不下，还要再长一些.docx"
FOUND = [
    {"kind": "figure", "text": "共 12 家", "start": 0, "end": 6, "verdict": verdict, "article": None, "found": None,
     "against": None, "was": "", "read_as": "", "named": "", "page": "", "claimed": None}
    for verdict in ("not_found", "changed", "contradicted", "unconfirmed", "same")
]
ANSWER = {"sources": [], "name": LONG, "text": "共 12 家铺子。", "entries": FOUND}
for line in sys.stdin:
    print(json.dumps({"id": json.loads(line)["id"], "result": ANSWER}), flush=True)
"""
MANY = QAbstractItemView.SelectionMode.ExtendedSelection
CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
LOOKS_AT_REST = 3
PATIENCE = 20_000


class NewWindows(QObject):
    """Keeps what is shown as a window of its own, by the name of its class."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            # Lists that drop down and tips are windows of Qt's own.
            inner = type(watched).__name__ in {"QTipLabel", "QComboBoxPrivateContainer"} or bool(
                watched.windowFlags() & Qt.WindowType.ToolTip == Qt.WindowType.ToolTip
                or watched.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup
            )
            if not inner and not isinstance(watched, QDialog | MainWindow):
                self.shown.append(
                    f"{type(watched).__name__} {watched.objectName()} {watched.accessibleName()}"
                )
        return False


@dataclass
class Opened:
    """A window at 1280×672 and what it stands on."""

    context: Context
    window: MainWindow
    bridge: ChangeBridge
    articles: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing runs any more."""
        looks, tries = 0, 0
        while looks < LOOKS_AT_REST and tries < PATIENCE:
            QTest.qWait(2)
            tries += 1
            looks = looks + 1 if self.context.at_rest and not self.context.worker.busy else 0

    def go(self, target: Target) -> None:
        self.context.navigator.go(target)
        self.settle()

    def close(self) -> None:
        self.settle()
        self.bridge.close()
        self.window.close()
        context = self.context
        for part in (
            context.operations,
            context.worker,
            context.tasks,
            context.navigator,
            context.undo,
            context.settings,
        ):
            part.close()
        self.window.deleteLater()
        QTest.qWait(1)
        context.library.close()
        context.theme.close()


@dataclass(frozen=True, slots=True)
class Filled:
    """A library with everything in it, which nobody writes to, and the articles of it that are no pack's."""

    root: Path
    own: tuple[str, ...]


def fill(root: Path, packed: Path) -> Filled:
    """Make a library in ``root`` of a ``packed`` one: a noisy page, notes, tags and a draft beside its pack."""
    library = open_library(copied(packed, root), write=True)
    report = import_paths(library, [NOISY])
    own = tuple(one.id for source in report.sources for one in source.articles)
    read = reading(library, own[0])
    long = [one for one in read.sentences if len(one) > 20]
    for number, colour in enumerate((Colour.YELLOW, Colour.RED, Colour.BLUE)):
        annotate(
            library, own[0], long[number], colour=colour, note=f"记下第 {number} 处", tags=("方法", "待查证")
        )
    add_note(library, "与正文无关的一条笔记")
    set_tags(library, own[0], ("必读", "课程"))
    notes = tuple(DraftItem("annotation", one.annotation.id) for one in list_annotations(library))
    figures = " ".join(one.statistic.id for one in statistics(library))
    compared = (
        DraftItem("matrix", figures, shape="years"), DraftItem("chart", figures), DraftItem("figures", figures),
    )  # fmt: skip
    new_draft(
        library,
        "县域电商摘录",
        "review-table",
        (DraftItem("heading", text="论据"), DraftItem("text", text="写一段"), *compared, *notes),
    )
    library.close()
    return Filled(root, own)


def open_whole(folder: Path, filled: Filled, zoom: int = 100, theme: str = "light") -> Opened:
    """Open the window on a copy of ``filled`` in ``folder``."""
    application = qt_application()
    speak_for_qt(application)
    manager = ThemeManager("dark" if theme == "dark" else "light")
    manager.enlarge(zoom)
    manager.apply()
    script = folder / "worker.py"
    script.write_text(IDLE, encoding="utf-8")
    library = open_library(copied(filled.root, folder / "文库"), write=True)
    worker = WorkerLink([sys.executable, str(script)])
    context = compose(library, manager, Settings(folder / "window.ini"), worker)
    window = MainWindow(manager, context.settings)
    window.furnish(context)
    bridge = ChangeBridge(library)
    bridge.changed.connect(window.parts.pages.take_changes)
    window.resize(1280, 672)
    context.navigator.go(HomeTarget())
    window.show()
    packed = [one.id for one in list_articles(library) if one.pack]
    opened = Opened(context, window, bridge, [*filled.own, *packed])
    opened.settle()
    return opened


def pages(opened: Opened) -> Iterator[str]:
    """Come to every page, its views, and what its first rows show."""
    for entry in page_entries():
        opened.go(SearchTarget(text="网络零售额") if entry.key == "search" else as_left(entry.key))
        yield entry.key
        yield from _views(opened, entry.key)
    opened.go(as_left("audit"))
    audit = opened.window.parts.pages.current
    assert isinstance(audit, AuditPage)
    audit.check_file(str(NOISY))
    opened.settle()
    yield "audit of a paper"
    for article in (opened.articles[0], opened.articles[1], opened.articles[-1]):
        opened.go(ReaderTarget(article))
        yield f"reader {opened.articles.index(article)}"
    yield from _views(opened, "reader")


def _views(opened: Opened, name: str) -> Iterator[str]:
    """Press every switch between views of the page shown, and choose some of its rows."""
    page = opened.window.parts.pages.current
    places = [one for one in (page, page.dock() if page is not None else None) if one is not None]
    for place in places:
        yield from _rows(opened, place, name)
        switches: list[Segments | Tabs] = [*place.findChildren(Segments), *place.findChildren(Tabs)]
        for switch in filter(QWidget.isVisible, switches):
            first = switch.value
            for key in [*_keys(switch), first]:
                switch.choose(key)
                switch.picked.emit(key)
                opened.settle()
                yield f"{name} {key}"


def _keys(switch: Segments | Tabs) -> list[str]:
    if isinstance(switch, Segments):
        return list(switch.buttons)
    return [str(switch.tabData(number)) for number in range(switch.count())]


def _rows(opened: Opened, place: QWidget, name: str) -> Iterator[str]:
    for table in place.findChildren(ListTable):
        if table.isVisible():
            for row in range(min(3, table.list_model.rowCount())):
                table.choose_row(row)
                opened.settle()
                yield f"{name} row {row}"
            if table.list_model.rowCount() > 1 and table.selectionMode() is MANY:
                model = table.list_model
                table.selectionModel().select(QItemSelection(model.index(0, 0), model.index(1, 0)), CHOSEN)
                opened.settle()
                yield f"{name} several rows"
    for rows in place.findChildren(QListView):
        if rows.isVisible() and isinstance(rows, RowList | StatementList) and rows.model().rowCount() > 1:
            rows.setCurrentIndex(rows.model().index(1, 0))
            opened.settle()
            yield f"{name} list"


def dialogs(opened: Opened) -> Iterator[tuple[str, QWidget]]:
    """Come to every dialog and everything that floats, each open over the window."""
    window, context, parts = opened.window, opened.context, opened.window.parts
    asked = {
        "settings": parts.dialogs.show_settings, "keys": parts.dialogs.show_keys,
        "dictionary": parts.dialogs.show_dictionary, "about": parts.dialogs.show_about,
        "shortcuts": parts.dialogs.show_shortcuts, "export": parts.dialogs.export_notes,
        "import": parts.importer.choose_files, "import folder": parts.importer.choose_folder,
        "new library": parts.library_actions.ask_new, "backup": parts.library_actions.ask_backup,
        "restore": parts.library_actions.ask_restore, "commands": parts.offer_commands,
        "quick open": parts.quick_open, "copies": parts.library_actions.show_copies,
        "packs": parts.dialogs.show_packs, "components": parts.dialogs.show_components,
        "diagnosis": parts.dialogs.show_diagnosis, "highlights": parts.dialogs.import_highlights,
        "renew": parts.dialogs.renew_document,
    }  # fmt: skip
    for name, ask in asked.items():
        ask()
        yield from _open_ones(opened, name)
    opened.go(as_left("notes"))
    parts.dialogs.print_page()
    yield from _open_ones(opened, "print")
    opened.go(as_left("drafts"))
    drafts = window.parts.pages.current
    assert isinstance(drafts, DraftsPage)
    drafts.choices.export()
    yield from _open_ones(opened, "export of a draft")
    opened.go(ReaderTarget(opened.articles[0]))
    yield from _made(opened)
    for name, make in about_something(context, window, opened.articles[0]).items():
        dialog = make()
        dialog.open()
        yield from _open_ones(opened, name)
        if isinstance(dialog, LibraryWorkDialog):
            dialog.accept()  # closing it asks the work to stop, and there is none
    card = ImportCard(context.theme, outcome_of(_REPORT), window.centre)
    card.show()
    opened.settle()
    yield "import card", card
    card.leave()


def _made(opened: Opened) -> Iterator[tuple[str, QWidget]]:
    """Come to the dialogs that are about something of the article shown."""
    library, window = opened.context.library, opened.window
    reader = window.parts.pages.page("reader")
    assert isinstance(reader, ReaderPage)
    figures = [one for one in statistics(library) if one.place.article == opened.articles[0]]
    note = next(one for one in list_annotations(library) if one.place is not None)
    made: dict[str, Callable[[], object]] = {
        "record figure": reader.selecting.record_figure,
        "record fact": reader.selecting.record_fact,
        "relocate": lambda: RelocateDialog(opened.context, note, window).open(),
        "unconfirmed": lambda: UnconfirmedDialog(figures[:5], window).open(),
        "trouble": TroubleDialog(InputError("library_damaged", path="/文/库"), library.root).open,
    }
    for name, make in made.items():
        reader.paper.view.select(figures[0].place.span)
        make()
        yield from _open_ones(opened, name)
    unwritten = UnwrittenDialog("想了很久的话", lambda: None, opened.context.settings)
    unwritten.open()
    yield from _open_ones(opened, "unwritten")
    unwritten.accept()  # closing it is no answer


def _open_ones(opened: Opened, name: str) -> Iterator[tuple[str, QWidget]]:
    opened.settle()
    found = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not opened.window]
    if opened.window.parts.palette_box.isVisible():
        found.append(opened.window.parts.palette_box)
    assert found, name
    for one in dict.fromkeys(found):
        if isinstance(one, QDialog) or one is opened.window.parts.palette_box:
            yield name, one
        one.close()
    QTest.qWait(1)


def press_tab(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Tab)


_REPORT = {
    "batch": "b1",
    "sources": [
        {
            "path": "/文/甲.txt", "status": "added", "error": None,
            "articles": [
                {"id": "a1", "title": "网络零售一篇", "characters": 500, "duplicate_of": None, "figures": 4,
                 "platforms": 2, "repairs": {"applied": 9, "offered": 2}},
            ],
        },
        {"path": "/文/空.txt", "status": "failed", "error": {"kind": "empty", "values": {}}, "articles": []},
    ],
}  # fmt: skip
