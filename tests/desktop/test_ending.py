from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.copies import copied

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop.start import application

def told():
    root = Path(sys.argv[1])
    if (root / "library.holder").exists() and not application.qt_application().activeModalWidget():
        sys.stdout.write("open\\n")
        sys.stdout.flush()
    else:
        QTimer.singleShot(50, told)

application.qt_application()
QTimer.singleShot(50, told)
sys.exit(application.run(Path(sys.argv[1])))
"""

BEFORE_ANYTHING = """
import os, signal
application.Application.open_after_paint = lambda *_: QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
"""
"""In place of the window's frame: an interruption before the frame is painted."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks a window by its own messages")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT], ids=["logging out", "Ctrl+C"])
def test_a_program_asked_to_end_closes_its_window_and_leaves_nothing(
    asked: signal.Signals, tmp_path: Path, project_root: Path, library_template: Path
) -> None:
    temporary, home, root = tmp_path / "tmp", tmp_path / "home", tmp_path / "文库"
    copied(library_template, root)
    temporary.mkdir()
    home.mkdir()
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary), "HOME": str(home),
        "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_STATE_HOME": str(home),
    }  # fmt: skip
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(root)], cwd=project_root, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with running:
        assert running.stdout is not None
        try:
            assert running.stdout.readline() == "open\n"
            running.send_signal(asked)
            assert running.wait(timeout=120) == 0
        finally:
            running.kill()
    assert list(temporary.iterdir()) == []
    assert not (root / "library.holder").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks a window by its own messages")
def test_a_program_interrupted_before_anything_is_open_ends_at_once(
    tmp_path: Path, project_root: Path
) -> None:
    begun = PROGRAM.replace("QTimer.singleShot(50, told)\nsys.exit", BEFORE_ANYTHING + "sys.exit")
    ended = subprocess.run(
        [sys.executable, "-c", begun, str(tmp_path / "文库")], cwd=project_root, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    assert ended.returncode == -signal.SIGINT
    assert not (tmp_path / "文库").exists()
