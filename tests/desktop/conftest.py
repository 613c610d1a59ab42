from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from corpus.language import use_language
from corpus.library.intake.opening import open_library
from desktop.services.context import Context
from desktop.services.navigation import Navigator
from desktop.services.notices import Notices
from desktop.services.scope import ScopeHolder
from desktop.services.settings import Settings
from desktop.services.tasks import TaskRunner
from desktop.services.undo import UndoHistory
from desktop.services.worker_link import WorkerLink
from desktop.start.application import qt_application
from desktop.theme import ThemeManager


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return qt_application()


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect only between two tests, as the window collects only between two events."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def chinese() -> None:
    use_language("zh")


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
def reading_context(theme: ThemeManager, library_dir: Path, tmp_path: Path) -> Iterator[Context]:
    """A context on a library with the built-in pack, its changes sent on in the window's thread."""
    library = open_library(library_dir, write=True)
    context = Context(
        library=library,
        tasks=TaskRunner(),
        worker=WorkerLink.for_library(library_dir),
        navigator=Navigator(),
        theme=theme,
        settings=Settings(tmp_path / "settings.ini"),
        notices=Notices(),
        scope=ScopeHolder(),
        undo=UndoHistory(),
    )
    yield context
    context.worker.close()
    context.tasks.close()
    library.close()
