from __future__ import annotations

import gc
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desktop
from corpus.language import use_language
from corpus.library.intake.opening import open_library
from corpus.store.database.database import Database
from desktop.services import worker_link
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.start.application import qt_application
from desktop.start.collector import Collector
from desktop.start.session import compose
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from tests.copies import copied
from tests.pack_built_once import PackBuiltOnce
from tests.processes.workers import CAN_STAND_READY, StandingWorkers

DESKTOP = str(Path(desktop.__file__).parent)
OF_PYTHON = (700, 10, 10)
"""When Python collects if nobody says otherwise, by which a window goes."""


@pytest.fixture(autouse=True, scope="session")
def pack_is_built_once(built_pack: PackBuiltOnce) -> None:
    """Make libraries of a pack that is built already."""


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return qt_application()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect only between two tests, as the window collects only between two events.

    What is left then of the test before is not looked at again: else every test paid for all that was ever imported.
    It is done before a test, when nothing holds the windows of the one before any more. What was to be deleted later
    goes first, as it does where events are waited for: else windows of many tests pile up, each of them dressed anew
    with every theme.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()
    gc.disable()
    seldom = gc.get_threshold()
    gc.set_threshold(*OF_PYTHON)
    yield
    gc.set_threshold(*seldom)
    gc.enable()


@pytest.fixture(autouse=True)
def run_left_out_of_collections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the run itself holds frozen: a window that closes has everything looked at again, of a run millions.

    What ``settle`` would freeze stays where the next collection finds it.
    """
    monkeypatch.setattr(Collector, "settle", lambda _self: None)
    monkeypatch.setattr(Collector, "unsettle", lambda _self: None)


@pytest.fixture(autouse=True)
def written_beside_the_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail where the window writes a library in its own thread: what a person does goes through the lane."""
    transaction, window = Database.transaction, threading.get_ident()
    found: list[str] = []

    @contextmanager
    def watched(database: Database) -> Iterator[int]:
        if threading.get_ident() == window:
            stack = traceback.extract_stack()
            opening = any(one.filename.endswith("opening.py") for one in stack)
            callers = [one for one in stack if one.filename.startswith(DESKTOP)]
            if callers and not opening:
                found.append(f"{callers[-1].filename}:{callers[-1].lineno}")
        with transaction(database) as number:
            yield number

    monkeypatch.setattr(Database, "transaction", watched)
    yield
    assert found == []


@pytest.fixture(autouse=True)
def letters_left_as_they_were() -> Iterator[None]:
    """Fail where a test leaves the window's letters larger or smaller than the next one expects them."""
    yield
    if QApplication.instance() is not None:
        assert scaled(100) == 100


@pytest.fixture(autouse=True)
def no_key_held_down() -> None:
    """Let go of Shift and Ctrl before a test: Qt holds what a test's last key came with for held ever after.

    With Shift held, Qt's own ``selectRow`` chooses nothing.
    """
    if QApplication.instance() is not None and QApplication.keyboardModifiers():
        QTest.keyClick(QWindow(), Qt.Key.Key_Escape)


@pytest.fixture(autouse=True)
def chinese() -> None:
    use_language("zh")


@pytest.fixture(scope="session")
def workers() -> Iterator[StandingWorkers]:
    """Return where workers are forked from."""
    with tempfile.TemporaryDirectory(prefix="yinde-") as folder:
        standing = StandingWorkers(Path(folder) / "workers")
        yield standing
        standing.close()


@pytest.fixture(autouse=True)
def ready_workers(workers: StandingWorkers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let windows start workers that are loaded already; what a start costs is no matter of theirs."""
    if CAN_STAND_READY:
        monkeypatch.setattr(worker_link, "own_command", workers.command)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    assert qapp is not None
    manager = ThemeManager("light")
    yield manager
    manager.close()


@pytest.fixture
def short_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="yinde-") as folder:
        yield Path(folder)


@pytest.fixture
def reading_context(
    theme: ThemeManager, library_template: Path, library_dir: Path, tmp_path: Path
) -> Iterator[Context]:
    """A context on a library with the built-in pack, its changes sent on in the window's thread."""
    copied(library_template, library_dir)
    library = open_library(library_dir, write=True)
    context = compose(library, theme, Settings(tmp_path / "settings.ini"))
    yield context
    context.operations.close()
    context.worker.close()
    context.tasks.close()
    library.close()
