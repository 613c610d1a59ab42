from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library.intake.opening import open_library
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.services.targets import HomeTarget
from desktop.services.worker_link import WorkerLink
from desktop.start.session import compose
from desktop.theme import ThemeManager
from desktop.window.main_window import MainWindow
from tests.copies import copied

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.desktop.window.answers import WORKER


@pytest.fixture
def context(theme: ThemeManager, library_template: Path, tmp_path: Path) -> Iterator[Context]:
    script = tmp_path / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    library = open_library(copied(library_template, tmp_path / "（课程）&% 库"), write=True)
    worker = WorkerLink([sys.executable, str(script)])
    made = compose(library, theme, Settings(tmp_path / "window.ini"), worker)
    yield made
    for part in (made.operations, made.worker, made.tasks, made.navigator, made.settings, made.library):
        part.close()


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> MainWindow:
    made = MainWindow(context.theme, context.settings)
    made.furnish(context)
    qtbot.addWidget(made)
    made.resize(1280, 672)
    context.navigator.go(HomeTarget())
    made.show()
    qtbot.waitUntil(lambda: context.at_rest)
    return made
