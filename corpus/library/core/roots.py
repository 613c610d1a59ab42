"""Where a library, the settings and the logs lie unless a person says otherwise, and who may be using one."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_documents_path, user_log_path

from corpus.model.program import portable_folder
from corpus.store.folder.names import HOLDER


def default_root() -> Path:
    """Return the folder of the library: in the person's documents, or with a program that is carried about."""
    return (portable_folder() or user_documents_path()) / "引得文库"


def settings_folder() -> Path:
    """Return the folder of this machine's settings, or of the program's where it is carried about."""
    carried = portable_folder()
    return carried / "settings" if carried else user_config_path("yinde", appauthor=False)


def log_folder() -> Path:
    """Return the folder of the logs."""
    carried = portable_folder()
    return carried / "logs" if carried else user_log_path("yinde", appauthor=False)


def may_be_in_use(root: Path) -> bool:
    """Tell whether a program holds the library at ``root``, or ended without saying so."""
    return (root / HOLDER).exists()
