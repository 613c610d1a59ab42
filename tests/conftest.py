"""What all tests share: folders of a person who has never run the program, and no screen."""

from __future__ import annotations

import faulthandler
import gc
import itertools
import logging
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from corpus.language.sentences import SENTENCES
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.opening import open_library
from corpus.model.errors import YindeError
from tests.once import made_once
from tests.pack_built_once import PackBuiltOnce, pack_built_once
from tests.processes.logged import ask_processes, taken
from tests.processes.standing import StandingProgram

# No test has a time limit: a busy machine is no fault of the program. The same examples are tried in every run;
# `--hypothesis-profile=searching`, as in `make test-all`, tries others.
settings.register_profile("patient", deadline=None, derandomize=True, database=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("patient")

# Qt reads it when the first application is made, which may be before any fixture runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_MS = 600_000
"""How long a test waits for what must come: only the limit of a test that hangs, which is pytest's, is shorter."""
HANGS_S = 900
"""After so long without a word every thread says where it stands; a while later the test is ended."""
ARMED_AGAIN_S = 60


class Watchman:
    """Lets all threads of a run that hangs say where they stand.

    pytest's own starts a thread for every test and waits for its end: milliseconds each where all cores are busy.
    """

    def __init__(self, errors: int) -> None:
        self._errors = errors
        self._armed = -float(ARMED_AGAIN_S)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self) -> None:
        """Begin to wait anew, a minute or more after the last time."""
        now = time.monotonic()
        if now - self._armed >= ARMED_AGAIN_S:
            self._armed = now
            faulthandler.dump_traceback_later(HANGS_S, file=self._errors)

    def pytest_sessionfinish(self) -> None:
        """Wait no longer."""
        faulthandler.cancel_dump_traceback_later()


def pytest_configure(config: pytest.Config) -> None:
    """Watch over the run; what it says goes where errors go, past what is caught of the tests."""
    config.pluginmanager.register(Watchman(os.dup(2)), "watchman")


def pytest_collection_finish() -> None:
    """Look at what was imported in no collection, and collect seldom: every test paid for all of it, many times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 25, 25)


class PatientQtBot(QtBot):
    """Waits until it comes, however busy the machine is."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802 - pytest-qt's name
        """Wait until something holds."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:  # noqa: N802
        """Wait until a signal comes."""
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return a bot that waits as long as it takes."""
    assert qapp is not None
    return PatientQtBot(request)


class Heard(logging.Handler):
    """Keeps the warnings and errors that were logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.told.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the processes of the program leave what they log."""
    folder = tmp_path_factory.mktemp("logged")
    ask_processes(folder)
    return folder


@pytest.fixture(autouse=True)
def unexpected_warnings(request: pytest.FixtureRequest, logged: Path) -> Iterator[None]:
    """Fail where something was logged as a warning or worse that no ``logs`` marker of the test expects.

    What processes log that the test had started counts too.
    """
    heard = Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    told = [
        one
        for one in (*heard.told, *taken(logged))
        if not any(re.search(pattern, one) for pattern in expected)
    ]
    assert told == []


@pytest.fixture(scope="session")
def unsaid() -> Iterator[list[str]]:
    """Return where errors the program makes are noted whose sentence lacks what it is to name."""
    lacking: list[str] = []
    made = YindeError.__init__

    def noted(self: YindeError, kind: str, **values: object) -> None:
        made(self, kind, **values)
        sentence = SENTENCES.get(f"{kind}.{values.get('detail', '')}", SENTENCES.get(kind))
        named = {name for _, name, *_ in Formatter().parse(sentence or "") if name} - {"detail"}
        by_program = Path(sys._getframe(1).f_code.co_filename).is_relative_to(ROOT / "corpus")
        if by_program and (sentence is None or any(values.get(name) in {None, "None"} for name in named)):
            lacking.append(str(self))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(YindeError, "__init__", noted)
        yield lacking


@pytest.fixture(autouse=True)
def errors_left_unsaid(unsaid: list[str]) -> Iterator[None]:
    """Fail where the program made an error whose sentence lacks what it is to name."""
    unsaid.clear()
    yield
    assert unsaid == []


class Homes:
    """Gives out home folders nobody has used: most tests leave theirs as it was, and the next one gets the same.

    The environment leads to the one given out: everything that belongs to the person at the machine lies there.
    """

    def __init__(self, base: Path, environment: pytest.MonkeyPatch) -> None:
        self._fresh = (base / str(number) for number in itertools.count())
        self._environment = environment
        self._home: Path | None = None
        # Sentences are compared: a test that wants English asks for it.
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            environment.delenv(name, raising=False)
        # Qt warns where a process has no encoding, and a warning fails the test that first opens a window.
        environment.setenv("LC_CTYPE", "C.UTF-8")

    def unused(self) -> Path:
        """Return a home that holds the folder of what runs, as the system makes it, and nothing else."""
        if self._home is None or _found_in(self._home) != [".run"] or _found_in(self._home / ".run"):
            self._home = next(self._fresh)
            (self._home / ".run").mkdir(mode=0o700, parents=True)
            self._lead_to(self._home)
        return self._home

    def _lead_to(self, home: Path) -> None:
        folders = {
            "HOME": home,
            "USERPROFILE": home,
            "APPDATA": home / "AppData" / "Roaming",
            "LOCALAPPDATA": home / "AppData" / "Local",
            "XDG_CONFIG_HOME": home / ".config",
            "XDG_DATA_HOME": home / ".local" / "share",
            "XDG_STATE_HOME": home / ".local" / "state",
            "XDG_CACHE_HOME": home / ".cache",
            "XDG_RUNTIME_DIR": home / ".run",
            "XDG_DOCUMENTS_DIR": home / "Documents",
        }
        for name, folder in folders.items():
            self._environment.setenv(name, str(folder))


def _found_in(folder: Path) -> list[str]:
    """Return the names in a folder; none where it is gone."""
    with suppress(FileNotFoundError), os.scandir(folder) as found:
        return [one.name for one in found]
    return []


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homes]:
    """Return where home folders come from."""
    with pytest.MonkeyPatch.context() as environment:
        yield Homes(tmp_path_factory.mktemp("homes"), environment)


@pytest.fixture(autouse=True)
def user_folders(homes: Homes) -> Path:
    """Redirect everything that belongs to the person at the machine, and return their home folder.

    Only the folder of what runs is there from the start: the others are the program's business.
    """
    return homes.unused()


@pytest.fixture
def library_dir(tmp_path: Path) -> Path:
    """Return the folder of a library that does not exist yet."""
    return tmp_path / "文库"


@pytest.fixture(scope="session")
def library_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with the built-in pack, ready to be searched, that nobody writes to: tests copy it."""

    def make(folder: Path) -> None:
        library = open_library(folder / "library", write=True)
        sync_index(library)
        library.close()

    return made_once(tmp_path_factory, "template", make) / "library"


@pytest.fixture(scope="session")
def built_pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackBuiltOnce]:
    """Let this process build the articles of the built-in pack once, for all libraries it makes."""
    with pack_built_once(tmp_path_factory.mktemp("pack")) as once:
        yield once


@pytest.fixture(scope="session")
def program() -> Iterator[StandingProgram]:
    """Return what runs commands of the program, each in a process of its own."""
    standing = StandingProgram()
    yield standing
    standing.close()


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the folder that holds main.py."""
    return ROOT


@pytest.fixture(scope="session")
def shared_samples() -> Path:
    """Return the folder of samples that lies beside the project on some machines, or skip."""
    folder = ROOT.parent / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("no samples beside the project")
    return folder
