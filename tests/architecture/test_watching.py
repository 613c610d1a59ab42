"""A run of the tests that hangs says where, and no test pays for it."""

from __future__ import annotations

import faulthandler
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import Watchman

if TYPE_CHECKING:
    import pytest


def test_that_who_watches_waits_anew_once_in_a_while_and_not_for_every_test(
    monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    now, armed = [0.0], list[float]()
    monkeypatch.setattr(
        faulthandler, "dump_traceback_later", lambda _seconds, file: armed.append(now[0] + file * 0)
    )
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    watchman = Watchman(2)
    for _ in range(1000):
        watchman.pytest_runtest_logstart()
        now[0] += 0.25
    assert armed == [0.0, 60.0, 120.0, 180.0, 240.0]
    assert not float(pytestconfig.getini("faulthandler_timeout") or 0)
    assert pytestconfig.pluginmanager.has_plugin("watchman")


def test_that_a_run_that_hangs_says_where(tmp_path: Path, project_root: Path) -> None:
    (tmp_path / "test_hanging.py").write_text(
        textwrap.dedent("""
            import threading
            import tests.conftest
            from tests.conftest import pytest_configure

            tests.conftest.HANGS_S = 0.2

            def test_this_hangs():
                threading.Event().wait(3)
            """),
        "utf-8",
    )
    (tmp_path / "conftest.py").write_text("from test_hanging import pytest_configure\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path, env={"PYTHONPATH": f"{project_root}:{tmp_path}", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "test_this_hangs" in ran.stderr
    assert ran.returncode == 0, ran.stdout
