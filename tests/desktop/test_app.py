from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from corpus.library.intake.opening import open_library
from corpus.model.program import VERSION
from desktop.start import second_starts
from desktop.start.application import Application, make_application
from desktop.start.faults import FaultWatch
from desktop.start.second_starts import SecondStarts
from desktop.start.single_instance import SingleInstance, hand_over
from desktop.widgets import TextLabel
from desktop.window.main_window import FIRST_SIZE, SMALLEST, MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    assert qapp is not None
    made = make_application(tmp_path / "config", tmp_path / "logs")
    yield made
    made.close()


def test_a_window_opens_on_a_new_library_with_the_built_in_pack(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    root = tmp_path / "张 三" / "引得文库"
    application.open(root)
    session = application.session
    assert session is not None
    qtbot.waitUntil(lambda: session.context.at_rest)
    assert (session.window.isVisible(), (root / "library.db").exists()) == (True, True)
    assert SMALLEST.width() <= session.window.width() <= FIRST_SIZE.width()
    assert application.settings.text("library/recent") == str(root)


def test_switching_closes_one_library_and_opens_another(application: Application, tmp_path: Path) -> None:
    application.open(tmp_path / "甲")
    application.switch(str(tmp_path / "乙"))
    assert application.session is not None
    assert application.session.context.library.root == tmp_path / "乙"
    assert application.session.window.parts.library_actions.recent() == (str(tmp_path / "甲"),)
    open_library(tmp_path / "甲", write=True).close()


def test_a_library_in_use_is_told_of_in_one_sentence_instead_of_a_window(
    application: Application, tmp_path: Path
) -> None:
    holder = open_library(tmp_path / "库", write=True, holder="另一个程序")
    application.open(tmp_path / "库")
    shown = _troubles()
    assert application.session is None
    assert len(shown) == 1
    told = " ".join(label.text() for label in shown[0].findChildren(TextLabel))
    assert "另一个程序" in told
    shown[0].close()
    holder.close()


def test_a_second_start_hands_its_files_to_the_first_window(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    assert qapp is not None
    root = tmp_path / "库"
    assert not hand_over(root, [])
    door = SingleInstance(root)
    handed: list[bool] = []
    with qtbot.waitSignal(door.called) as called:
        handed.append(hand_over(root, ["/文/甲 乙.txt"]))
    assert (handed, called.args) == ([True], [["/文/甲 乙.txt"]])
    door.close()


@pytest.mark.parametrize("listens", [True, False])
def test_that_a_window_that_has_only_begun_to_open_is_asked_again(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listens: bool
) -> None:
    root = tmp_path / "库"
    holder = open_library(root, write=True, holder="引得窗口")
    heard: list[object] = []
    monkeypatch.setattr(second_starts, "end", lambda: heard.append("ended"))
    asking, listening = SecondStarts(qapp), SecondStarts(qapp)
    listening.called.connect(heard.append)
    asking.ask_holder(root, ["/文/甲.txt"], lambda: heard.append("told"))
    if listens:
        listening.listen_soon(root)
    qtbot.waitUntil(lambda: len(heard) == 1 + listens)
    assert heard in ([["ended", ["/文/甲.txt"]], [["/文/甲.txt"], "ended"]] if listens else [["told"]])
    listening.close()
    holder.close()


def test_that_a_start_on_a_library_nobody_gives_away_says_so_after_a_moment(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    holder = open_library(tmp_path / "库", write=True, holder="另一个程序")
    application.open(tmp_path / "库", window=MainWindow(application.theme, application.settings))
    assert _troubles() == []
    qtbot.waitUntil(lambda: bool(_troubles()))
    _troubles()[0].close()
    holder.close()


def _troubles() -> list[QWidget]:
    return [
        one for one in QApplication.topLevelWidgets() if one.windowTitle() == "文库打不开" and one.isVisible()
    ]


def test_that_a_window_listens_for_second_starts_soon_after_it_opened(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    application.open(tmp_path / "库")
    qtbot.waitUntil(lambda: hand_over(tmp_path / "库", []))


@pytest.mark.logs("^desktop.start.faults: unexpected: integer division")
def test_a_fault_in_any_thread_is_told_in_the_windows_thread(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qapp is not None
    before = sys.excepthook, threading.excepthook
    watch = FaultWatch(tmp_path)
    seen: list[tuple[str, bool]] = []
    main = threading.get_ident()
    watch.happened.connect(lambda error: seen.append((str(error), threading.get_ident() == main)))
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    watch.close()
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert seen == [("integer division or modulo by zero", True)]
    assert (sys.excepthook, threading.excepthook) == before
    assert list(tmp_path.iterdir()) == []


def test_the_log_of_a_crash_is_found_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "crash.txt").write_text("Fatal Python error", encoding="utf-8")
    watch = FaultWatch(tmp_path)
    assert watch.last_crash == "Fatal Python error"
    watch.close()


def test_the_version_shown_is_that_of_the_project(project_root: Path) -> None:
    assert f'version = "{VERSION}"' in (project_root / "pyproject.toml").read_text(encoding="utf-8")


def test_the_program_ends_well_with_something_of_ours_on_the_clipboard(project_root: Path) -> None:
    copied = """
from PySide6.QtCore import QMimeData
from desktop.start.application import qt_application

data = QMimeData()
data.setText("引文")
qt_application().clipboard().setMimeData(data)
"""
    ended = subprocess.run(
        [sys.executable, "-c", copied], cwd=project_root, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
