"""What all tests share: folders of a person who has never run the program, and no screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test has a time limit: a busy machine is no fault of the program.
settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")

# Qt reads it when the first application is made, which may be before any fixture runs.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Redirect everything that belongs to the person at the machine, and return their home folder."""
    home = tmp_path_factory.mktemp("home")
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
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    # Sentences are compared: a test that wants English asks for it.
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def library_dir(tmp_path: Path) -> Path:
    """Return the folder of a library that does not exist yet."""
    return tmp_path / "文库"


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
